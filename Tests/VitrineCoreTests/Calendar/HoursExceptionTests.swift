import Testing

@testable import VitrineCore

struct HoursExceptionTests {
  private func days(_ from: String, _ until: String?, _ weekdays: [OpeningHours.Day]?) -> [String] {
    let date = { (text: String) in MessageValidity.Moment(text)?.date ?? .first }
    return HoursException(
      from: date(from), until: until.map(date), weekdays: weekdays, spans: [], reason: "a"
    ).days.map { CivilDate(daysSince1970: $0).description }
  }

  @Test func `a line holds on one day, on all of some, or on weekdays of them`() {
    #expect(days("2026-12-13", nil, nil) == ["2026-12-13"])
    #expect(days("2026-12-31", "2027-01-02", nil) == ["2026-12-31", "2027-01-01", "2027-01-02"])
    #expect(
      days("2026-12-05", "2026-12-20", [.sunday, .saturday]) == [
        "2026-12-05", "2026-12-06", "2026-12-12", "2026-12-13", "2026-12-19", "2026-12-20",
      ])
    #expect(days("2026-12-13", nil, [.saturday]) == [])
    #expect(days("2026-12-13", "2026-12-12", nil) == [])
    #expect(days("2028-02-28", "2028-03-01", [.tuesday]) == ["2028-02-29"])
  }

  @Test(arguments: [
    ("off", []), ("closed", []), ("09:00-18:00", [540, 1080]),
    ("09:00-12:30,14:00-19:00", [540, 750, 840, 1140]),
    (" 09:00-12:30, 14:00-19:00 ", [540, 750, 840, 1140]), ("22:00-02:00", [1320, 1560]),
  ])
  func `times of a day are read as behind the days of a week`(
    _ text: String, _ expected: [Int]
  ) throws {
    let spans = try OpeningHours.times(text)
    #expect(spans.flatMap { [$0.opens, $0.closes] } == expected)
  }

  @Test(arguments: [
    ("", "hours.time", 1), (" ", "hours.time", 1), ("9:00-18:00", "hours.time", 1),
    ("09:00-12:30,14h-19h", "hours.time", 13), ("09:00-12:00,11:00-13:00", "hours.overlap", 13),
    ("Su 09:00-12:00", "hours.time", 1), ("09:00-12:00; Tu off", "hours.time", 1),
    ("24/7", "hours.time", 1), ("fermé", "hours.time", 1), ("09:00", "hours.time", 1),
    (String(repeating: "9", count: 1001), "hours.long", 1),
  ])
  func `what is no time is named with its column`(_ text: String, _ code: String, _ column: Int) {
    let error = #expect(throws: OpeningHoursError.self) { try OpeningHours.times(text) }
    #expect(error?.message.code == code)
    #expect(error?.column == column)
  }

  @Test(
    arguments: [
      ("Di", "Su"), ("di", "Su"), ("Ma", "Tu"), ("me", "We"), ("SU", "Su"), ("dimanche", "Su"),
      ("Sunday", "Su"), ("sam", "Sa"), ("Th", "Th"), ("PH", nil), ("x", nil), ("", nil),
    ] as [(String, String?)])
  func `a day in other words is understood`(_ word: String, _ meant: String?) {
    #expect(OpeningHours.Day(meaning: word)?.rawValue == meant)
  }

  @Test func `days of the week are counted from a Thursday`() {
    #expect(OpeningHours.Day(daysSince1970: 0) == .thursday)
    #expect(OpeningHours.Day(daysSince1970: -1) == .wednesday)
    let christmas = CivilDate(year: 2026, month: 12, day: 25)?.daysSince1970
    #expect(christmas.map(OpeningHours.Day.init(daysSince1970:)) == .friday)
  }
}
