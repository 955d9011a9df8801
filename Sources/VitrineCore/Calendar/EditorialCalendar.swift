/// The calendars of a workspace: everything that its files say, checked.
package struct EditorialCalendar: Sendable {
  /// The entries, file by file.
  package var entries: [CalendarEntry]
  /// The public holidays.
  package var holidays: HolidayCalendar
  /// The exceptions to the hours of stores.
  package var exceptions: [HoursException]

  /// A workspace without calendars.
  package static let empty = EditorialCalendar(entries: [])

  /// Makes a calendar.
  package init(
    entries: [CalendarEntry], holidays: HolidayCalendar = .empty,
    exceptions: [HoursException] = []
  ) {
    self.entries = entries
    self.holidays = holidays
    self.exceptions = exceptions
  }

  /// Everything that is due from the first to the last day, in the order of time.
  package func occurrences(from first: CivilDate, through last: CivilDate) -> [CalendarOccurrence] {
    entries.flatMap { $0.occurrences(from: first, through: last) }
      .sorted { ($0.time.time, $0.key) < ($1.time.time, $1.key) }
  }

  /// The occurrence of that name; `nil` when the calendar has none.
  package func occurrence(_ key: String) -> CalendarOccurrence? {
    let head = key.prefix { $0 != "@" && $0 != "/" }
    guard let entry = entries.first(where: { $0.id == head }) else { return nil }
    let all = entry.rule == nil ? entry.occurrences(from: .first, through: .last) : entry.near(key)
    return all.first { $0.key == key }
  }
}

extension CalendarEntry {
  /// The occurrences around the day that a name of the series says.
  fileprivate func near(_ key: String) -> [CalendarOccurrence] {
    let text = key.dropFirst(id.utf8.count + 1).prefix(10)
    guard let day = MessageValidity.Moment(String(text))?.date else { return [] }
    let reach = CalendarOffset.reach
    return occurrences(
      from: CivilDate(daysSince1970: max(0, day.daysSince1970 - reach)),
      through: CivilDate(daysSince1970: min(2_932_896, day.daysSince1970 + reach)))
  }
}

extension CivilDate {
  /// 1970-01-01.
  package static let first = CivilDate(daysSince1970: 0)
  /// 9999-12-31.
  package static let last = CivilDate(daysSince1970: 2_932_896)
}
