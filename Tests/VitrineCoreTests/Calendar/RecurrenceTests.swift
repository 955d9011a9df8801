import Testing
import VitrineCore

/// Recurrence rules of RFC 5545, read and expanded.
struct RecurrenceTests {
  private static func days(
    _ rule: String, from start: String, until end: String = "2031-12-31T23:59"
  )
    throws -> [String]
  {
    let rule = try RecurrenceRule.parse(rule)
    let from = try #require(LocalTime(start))
    let through = try #require(LocalTime(end))
    return rule.occurrences(from: from, through: through).prefix(12).map(\.description)
  }

  @Test(arguments: [
    ("FREQ=DAILY;COUNT=3", ["2027-09-02T09:00", "2027-09-03T09:00", "2027-09-04T09:00"]),
    ("FREQ=WEEKLY;COUNT=2", ["2027-09-02T09:00", "2027-09-09T09:00"]),
    (
      "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,TH;COUNT=3",
      ["2027-09-02T09:00", "2027-09-14T09:00", "2027-09-16T09:00"]
    ),
    ("FREQ=MONTHLY;BYDAY=1FR;COUNT=2", ["2027-09-03T09:00", "2027-10-01T09:00"]),
    ("FREQ=MONTHLY;BYDAY=-1SU;COUNT=2", ["2027-09-26T09:00", "2027-10-31T09:00"]),
    ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", ["2027-09-30T09:00", "2027-10-31T09:00"]),
    ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3;COUNT=1", ["2027-09-07T09:00"]),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=1", ["2028-05-15T09:00"]),
    ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=2", ["2028-03-02T09:00", "2028-03-09T09:00"]),
    ("FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU;COUNT=1", ["2028-05-28T09:00"]),
    ("FREQ=YEARLY;BYYEARDAY=1,-1;COUNT=2", ["2027-12-31T09:00", "2028-01-01T09:00"]),
    (
      "FREQ=DAILY;BYHOUR=9,18;COUNT=3",
      ["2027-09-02T09:00", "2027-09-02T18:00", "2027-09-03T09:00"]
    ),
    ("FREQ=WEEKLY;UNTIL=20270909", ["2027-09-02T09:00", "2027-09-09T09:00"]),
    ("FREQ=WEEKLY;UNTIL=20270909T085900", ["2027-09-02T09:00"]),
    ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", []),
  ])
  func `a rule gives the days that it says`(_ rule: String, _ expected: [String]) throws {
    #expect(try Self.days(rule, from: "2027-09-02T09:00") == expected)
  }

  @Test(arguments: [
    ("", "recurrence.form", 0), ("every 1s", "recurrence.form", 0),
    ("RRULE:FREQ=DAILY", "recurrence.prefix", 0), ("COUNT=3", "recurrence.noFrequency", 0),
    ("FREQ=DAILY;FREQ=DAILY", "recurrence.twice", 11), ("FREQ=HOURLY", "recurrence.often", 5),
    ("FREQ=DAYLY", "recurrence.frequency", 5), ("FREQ=DAILY;COUNT=0", "recurrence.value", 17),
    ("FREQ=DAILY;COUNT=99999999999999999999", "recurrence.value", 17),
    ("FREQ=DAILY;INTERVAL=-1", "recurrence.value", 20),
    ("FREQ=DAILY;COUNT=3;UNTIL=20271231", "recurrence.countAndUntil", 25),
    ("FREQ=DAILY;UNTIL=20270230", "recurrence.value", 17),
    ("FREQ=DAILY;BYWEEKNO=3", "recurrence.combination", 20),
    ("FREQ=WEEKLY;BYMONTHDAY=3", "recurrence.combination", 23),
    ("FREQ=WEEKLY;BYDAY=1MO", "recurrence.ordinal", 18),
    ("FREQ=MONTHLY;BYDAY=MO,1TU", "recurrence.mixed", 19),
    ("FREQ=MONTHLY;BYDAY=LU", "recurrence.value", 19),
    ("FREQ=MONTHLY;BYSETPOS=1", "recurrence.positionAlone", 22),
    ("FREQ=MONTHLY;BYMONTH=13", "recurrence.value", 21),
    ("FREQ=DAILY;BYSECOND=1", "recurrence.often", 11),
    ("FREQ=DAILY;BYMONT=1", "recurrence.name.suggestion", 11),
    ("FREQ=DAILY;", "recurrence.form", 11),
    ("FREQ=DAILY;BYMONTH=٣", "recurrence.value", 19),
  ])
  func `what is no rule is told with its place`(_ text: String, _ code: String, _ offset: Int) {
    let error = #expect(throws: RecurrenceError.self) { try RecurrenceRule.parse(text) }
    #expect(error?.message.code == code)
    #expect(error?.offset == offset)
  }

  @Test func `a rule of ten years is worked out in no time, and one without days ends`() throws {
    let clock = ContinuousClock()
    let began = clock.now
    let none = try Self.days(
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", from: "1970-01-01T00:00", until: "2200-12-31T00:00")
    #expect(none.isEmpty)
    let took = clock.now - began
    #expect(took < .seconds(5))
  }
}
