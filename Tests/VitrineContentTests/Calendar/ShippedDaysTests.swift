import Foundation
import Testing
import VitrineContent
import VitrineCore

/// The holidays and hours that the repository ships, beside its example register.
struct ShippedDaysTests {
  /// What the files say, read once.
  private struct Shipped {
    let stores: [Store]
    let holidays: HolidayCalendar
    let hours: [HoursException]
    let days: StoreDays
  }

  private static let shipped = Result {
    let file = repository.appendingPathComponent("examples/stores.csv")
    let stores = StoreRegister.parse(Array(try Data(contentsOf: file))) { _ in true }.stores
    let workspace = Workspace(folder: repository)
    let holidays = try HolidayFile.load(workspace)
    let hours = try HoursFile.load(workspace)
    return Shipped(
      stores: stores, holidays: holidays, hours: hours,
      days: StoreDays(stores: stores, holidays: holidays, exceptions: hours))
  }

  private let shipped: Shipped

  init() throws { shipped = try Self.shipped.get() }

  /// The days of a year on which the holidays for a selector fall, as month and day.
  private func days(_ stores: String, _ year: Int) throws -> [String] {
    let selector = try Selector.parse(stores)
    return shipped.holidays.days
      .filter { $0.stores == selector && $0.date.year == year }
      .map { String($0.date.description.dropFirst(5)) }.sorted()
  }

  /// Easter Sunday by the anonymous Gregorian rule (Nature, 1876).
  private static func easter(_ year: Int) -> CivilDate? {
    let (century, rest) = (year / 100, year % 100)
    let golden = year % 19
    let skipped = (century - (century + 8) / 25 + 1) / 3
    let moon = (19 * golden + century - century / 4 - skipped + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7
    let late = (golden + 11 * moon + 22 * sunday) / 451
    let number = moon + sunday - 7 * late + 114
    return CivilDate(year: year, month: number / 31, day: number % 31 + 1)
  }

  private static func fromEaster(_ year: Int, _ days: Int) -> String {
    let sunday = easter(year)?.daysSince1970 ?? 0
    return String(CivilDate(daysSince1970: sunday + days).description.dropFirst(5))
  }

  @Test(arguments: [(2026, "04-05"), (2027, "03-28"), (2028, "04-16"), (2000, "04-23")])
  func `Easter is computed as almanacs have it`(_ year: Int, _ day: String) {
    #expect(Self.fromEaster(year, 0) == day)
  }

  @Test(arguments: [2026, 2027, 2028])
  func `the eleven days of the whole country are there, and only 1 May closes`(
    _ year: Int
  ) throws {
    let fixed = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"]
    let moving = [1, 39, 50].map { Self.fromEaster(year, $0) }
    #expect(try days("all", year) == (fixed + moving).sorted())
    let closed = shipped.holidays.days.filter { $0.isClosed && $0.date.year == year }
    #expect(closed.map(\.date.description) == ["\(year)-05-01"])
  }

  @Test(arguments: [2026, 2027, 2028])
  func `the days of departments are those of the law`(_ year: Int) throws {
    let alsace = "department:57 | department:67 | department:68"
    #expect(try days(alsace, year) == ["12-26"])
    let overseas = [
      "976": "04-27", "972": "05-22", "971": "05-27", "973": "06-10", "974": "12-20",
    ]
    for (department, day) in overseas {
      #expect(try days("department:\(department)", year) == [day], "\(department)")
    }
  }

  @Test(arguments: [2026, 2027, 2028])
  func `Good Friday is for single stores of Alsace-Moselle`(_ year: Int) {
    let stores = shipped.stores
    let found = shipped.holidays.days.filter {
      $0.name == "Vendredi saint" && $0.date.year == year
    }
    #expect(found.count == 3)
    for day in found {
      #expect(String(day.date.description.dropFirst(5)) == Self.fromEaster(year, -2))
      #expect(day.stores.terms.allSatisfy { $0.key == .store })
      let picked = stores.filter { day.stores.evaluate(on: $0, networks: []) }
      #expect(Set(picked.map(\.city)).count == 1)
      #expect(Set(picked.map(\.department)).isSubset(of: ["57", "67", "68"]))
      // A commune has the day or has it not: none of its stores is left out.
      #expect(picked.count == stores.count { $0.city == picked.first?.city })
    }
  }

  @Test func `every selector names what the example register has, and picks somebody`() {
    let stores = shipped.stores
    let vocabulary = SelectorVocabulary(stores: stores, networks: [.facebook])
    let selectors = shipped.holidays.days.map(\.stores) + shipped.hours.map(\.stores)
    for selector in Set(selectors) {
      #expect(selector.validate(against: vocabulary) == [], "\(selector)")
      #expect(stores.contains { selector.evaluate(on: $0, networks: []) }, "\(selector)")
    }
  }

  @Test func `a Sunday beyond 13:00 names what allows it`() {
    #expect((8...12).contains(shipped.hours.count))
    for line in shipped.hours {
      let hasSunday = line.days.contains { OpeningHours.Day(daysSince1970: $0) == .sunday }
      guard hasSunday, line.spans.contains(where: { $0.closes > 13 * 60 }) else { continue }
      #expect(line.reason.contains("(L3132-26)") || line.reason.contains("(L3134-4)"))
    }
  }

  @Test(
    arguments: [
      // A hypermarket in Strasbourg without Sundays and PH in its hours.
      ("FR-0744", "2026-12-13", "10:00-18:00"), ("FR-0744", "2026-12-24", "08:30-18:00"),
      ("FR-0744", "2026-12-25", ""), ("FR-0744", "2026-12-26", "08:30-20:30"),
      ("FR-0744", "2027-03-26", "09:00-14:00"), ("FR-0744", "2027-05-01", ""),
      ("FR-0744", "2027-05-06", "08:30-20:30"), ("FR-0744", "2027-05-09", nil),
      // One in Bourg-en-Bresse that is closed on holidays.
      ("FR-0003", "2026-12-13", "09:00-18:00"), ("FR-0003", "2027-01-25", "14:00-21:00"),
      ("FR-0003", "2027-05-06", ""), ("FR-0003", "2027-03-26", "09:00-21:00"),
      // A supermarket in Porto-Vecchio, in and out of season.
      ("FR-0267", "2027-07-11", "08:30-13:00"), ("FR-0267", "2027-06-27", nil),
      // Réunion and its day.
      ("FR-1184", "2027-12-20", "08:30-20:30"), ("FR-1184", "2027-05-01", ""),
    ] as [(String, String, String?)])
  func `stores of the example are open when the files say`(
    _ code: String, _ date: String, _ expected: String?
  ) throws {
    let store = try #require(shipped.stores.first { $0.code == StoreCode(code) })
    let day = try #require(MessageValidity.Moment(date)?.date)
    let expected = try expected.map { $0.isEmpty ? [] : try OpeningHours.times($0) }
    #expect(shipped.days.spans(of: store, on: day) == expected)
  }
}
