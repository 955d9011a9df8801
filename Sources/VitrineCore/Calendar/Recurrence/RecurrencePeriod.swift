/// One day, week, month or year of a rule, and which of its days the rule gives.
struct RecurrencePeriod: Sendable {
  private let rule: RecurrenceRule
  /// The first day, counted from 1970; nil behind the year 9999.
  private var first: Int?
  /// The first day behind it.
  private var after = 0

  private static let horizon = CivilDate.last.daysSince1970

  /// The period in which a day lies; a first week begins with that day.
  init(_ rule: RecurrenceRule, around day: CivilDate) {
    self.rule = rule
    switch rule.frequency {
    case .daily: place(day.daysSince1970, day.daysSince1970 + 1)
    case .weekly:
      let rest = 7 - Self.offset(day.weekdayFromMonday, rule.weekStart)
      place(day.daysSince1970, day.daysSince1970 + rest)
    case .monthly: placeMonth(day.year, day.month)
    case .yearly: placeYear(day.year)
    }
  }

  /// The first day; nil behind the year 9999.
  var firstDay: CivilDate? { first.map { CivilDate(daysSince1970: $0) } }

  /// Goes on to the next one.
  mutating func advance() {
    guard let first, let day = firstDay else { return }
    switch rule.frequency {
    case .daily: place(first + rule.interval, first + rule.interval + 1)
    case .weekly:
      let start = after + 7 * (rule.interval - 1)
      place(start, start + 7)
    case .monthly:
      let months = day.year * 12 + day.month - 1 + rule.interval
      placeMonth(months / 12, months % 12 + 1)
    case .yearly: placeYear(day.year + rule.interval)
    }
  }

  private mutating func place(_ start: Int, _ end: Int) {
    first = start <= Self.horizon ? start : nil
    after = min(end, Self.horizon + 1)
  }

  private mutating func placeMonth(_ year: Int, _ month: Int) {
    guard let day = CivilDate(year: year, month: month, day: 1) else {
      first = nil
      return
    }
    let next = CivilDate(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    place(day.daysSince1970, next?.daysSince1970 ?? Self.horizon + 1)
  }

  private mutating func placeYear(_ year: Int) {
    guard let day = CivilDate(year: year, month: 1, day: 1) else {
      first = nil
      return
    }
    place(
      day.daysSince1970,
      CivilDate(year: year + 1, month: 1, day: 1)?.daysSince1970 ?? Self.horizon + 1)
  }

  /// How many days behind the first day of the week a weekday lies.
  static func offset(_ weekday: Int, _ weekStart: Int) -> Int { (weekday - weekStart + 7) % 7 }

  /// The days that the rule gives, counted from 1970, in their order.
  func days() -> [Int] {
    guard let first, first < after else { return [] }
    return (first..<after).filter { fits(CivilDate(daysSince1970: $0)) }
  }

  private func fits(_ day: CivilDate) -> Bool {
    if !rule.months.isEmpty, !rule.months.contains(day.month) { return false }
    if !rule.monthDays.isEmpty {
      let back = day.day - day.daysInMonth - 1
      guard rule.monthDays.contains(day.day) || rule.monthDays.contains(back) else { return false }
    }
    if !rule.yearDays.isEmpty {
      let number = day.dayOfYear
      let back = number - day.daysInYear - 1
      guard rule.yearDays.contains(number) || rule.yearDays.contains(back) else { return false }
    }
    if !rule.weeks.isEmpty, !fitsWeek(day) { return false }
    return rule.weekdays.isEmpty || rule.weekdays.contains { fits(day, $0) }
  }

  private func fits(_ day: CivilDate, _ weekday: RecurrenceRule.Weekday) -> Bool {
    guard weekday.day == day.weekdayFromMonday else { return false }
    guard weekday.ordinal != 0 else { return true }
    // Of the month, and of the year only where no month is named.
    let isOfMonth = rule.frequency == .monthly || !rule.months.isEmpty
    let (number, length) =
      isOfMonth ? (day.day, day.daysInMonth) : (day.dayOfYear, day.daysInYear)
    return weekday.ordinal == (number - 1) / 7 + 1
      || weekday.ordinal == -((length - number) / 7 + 1)
  }

  private func fitsWeek(_ day: CivilDate) -> Bool {
    let week = day.week(startingOn: rule.weekStart)
    if rule.weeks.contains(week.number) { return true }
    // Counted from the end, the first days of the next year's first week are in no week of theirs.
    guard week.year <= day.year else { return false }
    return rule.weeks.contains(week.number - week.count - 1)
  }
}
