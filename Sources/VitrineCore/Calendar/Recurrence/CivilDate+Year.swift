extension CivilDate {
  /// How many days its month has.
  var daysInMonth: Int {
    (28...31).last { CivilDate(year: year, month: month, day: $0) != nil } ?? 28
  }

  /// How many days its year has.
  var daysInYear: Int { CivilDate(year: year, month: 2, day: 29) == nil ? 365 : 366 }

  /// Which day of the year it is, from 1.
  var dayOfYear: Int { daysSince1970 - Self.newYear(year) + 1 }

  /// The week in which it lies: its year, its number, and how many weeks that year has.
  ///
  /// The first week of a year is the first one with at least four days in it (ISO 8601), whatever day a
  /// week begins with.
  func week(startingOn weekStart: Int) -> (year: Int, number: Int, count: Int) {
    var year = year
    let next = Self.firstWeek(of: year + 1, weekStart)
    if daysSince1970 >= next {
      year += 1
    } else if daysSince1970 < Self.firstWeek(of: year, weekStart) {
      year -= 1
    }
    let first = Self.firstWeek(of: year, weekStart)
    let count = (Self.firstWeek(of: year + 1, weekStart) - first) / 7
    return (year, (daysSince1970 - first) / 7 + 1, count)
  }

  /// The day on which the first week of a year begins, counted from 1970.
  private static func firstWeek(of year: Int, _ weekStart: Int) -> Int {
    let newYear = newYear(year)
    let weekday = ((newYear + 3) % 7 + 7) % 7
    let behind = RecurrencePeriod.offset(weekday, weekStart)
    return behind <= 3 ? newYear - behind : newYear - behind + 7
  }

  /// 1 January, counted from 1970; also of the years before and behind those that a date can have.
  private static func newYear(_ year: Int) -> Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400 - 719_162
  }
}
