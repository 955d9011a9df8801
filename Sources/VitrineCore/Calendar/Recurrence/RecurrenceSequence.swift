extension RecurrenceRule {
  /// The times from a start to an end, in their order; the end counts.
  ///
  /// The start is among them only if the rule gives it. What a rule leaves open is taken from the start:
  /// its weekday, its day of the month, its hour. RFC 5545 wants a start that fits its rule and leaves
  /// open what another one means; what is done here is what python-dateutil does.
  package func occurrences(from start: LocalTime, through end: LocalTime) -> RecurrenceSequence {
    RecurrenceSequence(completed(from: start), start, min(end, until?.last ?? end))
  }

  private func completed(from start: LocalTime) -> RecurrenceRule {
    var rule = self
    if weeks.isEmpty, yearDays.isEmpty, monthDays.isEmpty, weekdays.isEmpty {
      switch frequency {
      case .yearly:
        if months.isEmpty { rule.months = [start.date.month] }
        rule.monthDays = [start.date.day]
      case .monthly: rule.monthDays = [start.date.day]
      case .weekly:
        rule.weekdays = [Weekday(day: start.date.weekdayFromMonday, ordinal: 0)]
      case .daily: break
      }
    }
    if hours.isEmpty { rule.hours = [start.minutes / 60] }
    if minutes.isEmpty { rule.minutes = [start.minutes % 60] }
    return rule
  }
}

/// The times of a recurrence rule, worked out as they are asked for.
package struct RecurrenceSequence: Sequence, IteratorProtocol, Sendable {
  private let rule: RecurrenceRule
  private let start: LocalTime
  private let end: LocalTime
  private let clock: [Int]
  private var period: RecurrencePeriod
  private var ready: ArraySlice<LocalTime> = []
  private var left: Int

  init(_ rule: RecurrenceRule, _ start: LocalTime, _ end: LocalTime) {
    self.rule = rule
    self.start = start
    self.end = end
    clock = Set(rule.hours.flatMap { hour in rule.minutes.map { hour * 60 + $0 } }).sorted()
    period = RecurrencePeriod(rule, around: start.date)
    left = rule.count ?? .max
  }

  /// The next time; nothing behind the end.
  package mutating func next() -> LocalTime? {
    while ready.isEmpty {
      guard left > 0, let first = period.firstDay, first <= end.date else { return nil }
      ready = times()[...]
      period.advance()
    }
    guard left > 0, let time = ready.popFirst(), time <= end else { return nil }
    left -= 1
    return time
  }

  /// The times of one period, from the start on.
  private func times() -> [LocalTime] {
    let days = period.days()
    guard !rule.positions.isEmpty else {
      return days.flatMap { day in clock.map { LocalTime(daysSince1970: day, minutes: $0) } }
        .filter { $0 >= start }
    }
    let count = days.count * clock.count
    let places = rule.positions.map { $0 > 0 ? $0 - 1 : count + $0 }
      .filter { (0..<count).contains($0) }
    return Set(places).sorted().map { place in
      LocalTime(
        daysSince1970: days[place / clock.count], minutes: clock[place % clock.count])
    }.filter { $0 >= start }
  }
}
