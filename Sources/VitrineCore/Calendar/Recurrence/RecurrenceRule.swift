/// By what rule something comes again: `FREQ=MONTHLY;BYDAY=1FR;COUNT=6`, as RFC 5545 3.3.10 has it.
///
/// At most daily, with `BYHOUR` and `BYMINUTE` for several times a day: a calendar of posts has no
/// seconds. Times are those of one clock; which zone it is in, and which hours its daylight saving
/// skips, is for whoever holds the clock.
package struct RecurrenceRule: Hashable, Sendable {
  /// How often.
  package enum Frequency: String, CaseIterable, Sendable {
    /// Every day.
    case daily = "DAILY"
    /// Every week.
    case weekly = "WEEKLY"
    /// Every month.
    case monthly = "MONTHLY"
    /// Every year.
    case yearly = "YEARLY"
  }

  /// A weekday, and which one of the month or year if it says so: `FR`, `-1SU`.
  package struct Weekday: Hashable, Sendable {
    /// From Monday as 0.
    package let day: Int
    /// The first is 1, the last is -1; 0 for every one.
    package let ordinal: Int
  }

  /// Until when.
  package enum End: Hashable, Sendable {
    /// With the whole of that day.
    case day(CivilDate)
    /// With that minute on the clock of the rule.
    case time(LocalTime)
    /// The same, written with a `Z`: in UTC by RFC 5545, which says nothing to a clock without a zone,
    /// so it is taken as the clock's own here.
    case utc(LocalTime)
  }

  /// How often.
  package var frequency: Frequency
  /// Every so many days, weeks, months or years.
  package var interval = 1
  /// How many times in all.
  package var count: Int?
  /// Until when.
  package var until: End?
  /// In which months.
  package var months: [Int] = []
  /// In which weeks of the year; the last is -1.
  package var weeks: [Int] = []
  /// On which days of the year; the last is -1.
  package var yearDays: [Int] = []
  /// On which days of the month; the last is -1.
  package var monthDays: [Int] = []
  /// On which weekdays.
  package var weekdays: [Weekday] = []
  /// At which hours.
  package var hours: [Int] = []
  /// At which minutes.
  package var minutes: [Int] = []
  /// Which of those that the rest gives in one day, week, month or year; the last is -1.
  package var positions: [Int] = []
  /// The first day of the week, from Monday as 0.
  package var weekStart = 0

  /// Makes a rule that says no more than how often.
  package init(_ frequency: Frequency) { self.frequency = frequency }

  /// Whether it comes at most once on one day.
  package var isOnceADay: Bool { max(1, hours.count) * max(1, minutes.count) == 1 }

  /// The two letters of each weekday, from Monday.
  static let weekdayNames = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}

extension RecurrenceRule: CustomStringConvertible {
  /// The rule in its one normal spelling, which `parse` reads back to an equal one.
  package var description: String {
    var parts = ["FREQ=\(frequency.rawValue)"]
    if interval != 1 { parts.append("INTERVAL=\(interval)") }
    if let count { parts.append("COUNT=\(count)") }
    if let until { parts.append("UNTIL=\(until)") }
    func add(_ name: String, _ values: [Int]) {
      if !values.isEmpty {
        parts.append("\(name)=\(values.map(String.init).joined(separator: ","))")
      }
    }
    add("BYMONTH", months)
    add("BYWEEKNO", weeks)
    add("BYYEARDAY", yearDays)
    add("BYMONTHDAY", monthDays)
    if !weekdays.isEmpty {
      let names = weekdays.map {
        ($0.ordinal == 0 ? "" : String($0.ordinal)) + Self.weekdayNames[$0.day]
      }
      parts.append("BYDAY=\(names.joined(separator: ","))")
    }
    add("BYHOUR", hours)
    add("BYMINUTE", minutes)
    add("BYSETPOS", positions)
    if weekStart != 0 { parts.append("WKST=\(Self.weekdayNames[weekStart])") }
    return parts.joined(separator: ";")
  }
}

extension RecurrenceRule.End: CustomStringConvertible {
  /// The end as RFC 5545 writes it.
  package var description: String {
    func compact(_ date: CivilDate) -> String { date.description.replacing("-", with: "") }
    func clock(_ time: LocalTime) -> String {
      "\(compact(time.date))T\(padded(time.minutes / 60, 2))\(padded(time.minutes % 60, 2))00"
    }
    switch self {
    case .day(let date): return compact(date)
    case .time(let time): return clock(time)
    case .utc(let time): return clock(time) + "Z"
    }
  }

  /// The last minute that counts.
  var last: LocalTime {
    switch self {
    case .day(let date): LocalTime(daysSince1970: date.daysSince1970, minutes: 1439)
    case .time(let time), .utc(let time): time
    }
  }
}
