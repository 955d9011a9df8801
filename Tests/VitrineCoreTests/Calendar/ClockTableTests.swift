import Testing
import VitrineCore

/// The clocks of France: which hours are missing or come twice, and what a series does there.
struct ClockTableTests {
  /// A zone, and for each year the days on which an hour is missing and comes twice, in a year that
  /// the table names; the hours are minutes from midnight.
  private struct Row {
    let gap: String
    let fold: String
  }

  /// Directive 2000/84/CE: the last Sundays of March and October, one o'clock UTC.
  private static let paris = [
    Row(gap: "2026-03-29T02", fold: "2026-10-25T02"),
    Row(gap: "2027-03-28T02", fold: "2027-10-31T02"),
    Row(gap: "2028-03-26T02", fold: "2028-10-29T02"),
    Row(gap: "2029-03-25T02", fold: "2029-10-28T02"),
    Row(gap: "2030-03-31T02", fold: "2030-10-27T02"),
  ]

  /// As in the United States: the second Sunday of March and the first of November, two o'clock there.
  private static let miquelon = [
    Row(gap: "2026-03-08T02", fold: "2026-11-01T01"),
    Row(gap: "2027-03-14T02", fold: "2027-11-07T01"),
    Row(gap: "2028-03-12T02", fold: "2028-11-05T01"),
    Row(gap: "2029-03-11T02", fold: "2029-11-04T01"),
    Row(gap: "2030-03-10T02", fold: "2030-11-03T01"),
  ]

  private static let zones: [(zone: String, rows: [Row])] =
    [("Europe/Paris", paris), ("America/Miquelon", miquelon)]
    + [
      "America/Cayenne", "America/Guadeloupe", "America/Marigot", "America/Martinique",
      "America/St_Barthelemy", "Indian/Mayotte", "Indian/Reunion", "Pacific/Gambier",
      "Pacific/Marquesas", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis",
    ].map { ($0, []) }

  @Test(arguments: zones.map(\.zone))
  func `each hour of five years is there once, but for those of the table`(_ zone: String) throws {
    let rows = try #require(Self.zones.first { $0.zone == zone }).rows
    let first = try #require(CivilDate(year: 2026, month: 1, day: 1)).daysSince1970
    var gaps: Set<String> = []
    var folds: Set<String> = []
    for day in first..<first + 1_826 {
      // The nights, in which clocks are changed everywhere, and one hour of the day.
      for hour in [0, 1, 2, 3, 4, 12, 23] {
        let date = CivilDate(daysSince1970: day)
        let time = try #require(LocalTime(date: date, minutes: hour * 60 + 30))
        do {
          let instant = try time.instant(in: zone)
          #expect(LocalTime(at: instant, zone: zone) == time)
        } catch let fault as Fault {
          let text = String(time.description.prefix(13))
          if fault.message.code == "time.gap" { gaps.insert(text) } else { folds.insert(text) }
        }
      }
    }
    #expect(gaps == Set(rows.map(\.gap)))
    #expect(folds == Set(rows.map(\.fold)))
  }

  @Test(arguments: [
    ("2027-03-28T01:59", "2027-03-28T00:59:00.000Z"),
    ("2027-03-28T03:00", "2027-03-28T01:00:00.000Z"),
    ("2027-10-31T01:59", "2027-10-30T23:59:00.000Z"),
    ("2027-10-31T03:00", "2027-10-31T02:00:00.000Z"),
  ])
  func `the minutes beside a change are what they are`(_ local: String, _ instant: String) throws {
    let time = try #require(LocalTime(local))
    #expect(try time.instant(in: "Europe/Paris").description == instant)
  }

  @Test(arguments: [
    // A week before the change, after it, and after the next one.
    ("Europe/Paris", ["2027-03-26T08:00", "2027-04-02T07:00", "2027-11-05T08:00"]),
    ("America/Miquelon", ["2027-03-26T11:00", "2027-04-02T11:00", "2027-11-12T12:00"]),
    ("Indian/Reunion", ["2027-03-26T05:00", "2027-04-02T05:00", "2027-11-05T05:00"]),
    ("America/Cayenne", ["2027-03-26T12:00", "2027-04-02T12:00", "2027-11-05T12:00"]),
    ("America/Guadeloupe", ["2027-03-26T13:00", "2027-04-02T13:00", "2027-11-05T13:00"]),
    ("Pacific/Noumea", ["2027-03-25T22:00", "2027-04-01T22:00", "2027-11-04T22:00"]),
  ])
  func `a series keeps its hour on the wall, whatever the clocks do`(
    _ zone: String, _ instants: [String]
  ) throws {
    let rule = try RecurrenceRule.parse("FREQ=WEEKLY;BYDAY=FR")
    let start = try #require(LocalTime("2027-03-26T09:00"))
    let end = try #require(LocalTime("2027-11-30T00:00"))
    let times = rule.occurrences(from: start, through: end)
    #expect(times.allSatisfy { $0.minutes == 540 })
    let found = Set(try times.map { String(try $0.instant(in: zone).description.prefix(16)) })
    #expect(found.isSuperset(of: instants), "\(Set(instants).subtracting(found))")
  }

  @Test func `a series in the missing hour names its day, and the rest of it stands`() throws {
    let rule = try RecurrenceRule.parse("FREQ=DAILY;COUNT=3")
    let start = try #require(LocalTime("2027-03-27T02:30"))
    let end = try #require(LocalTime("2027-04-30T00:00"))
    let found = rule.occurrences(from: start, through: end).map { time in
      do { return try time.instant(in: "Europe/Paris").description } catch { return "\(time.date)" }
    }
    #expect(found == ["2027-03-27T01:30:00.000Z", "2027-03-28", "2027-03-29T00:30:00.000Z"])
  }
}
