/// A change of a clock that comes each year on the same weekday of the same month.
struct YearlyTransition: Hashable, Sendable {
  /// The first one that was seen.
  let first: ZoneTransitions.Transition
  /// The rule, as in an RRULE.
  let text: String

  /// The two rules of a zone whose clock goes forward and back once in each of some years.
  ///
  /// Empty when the changes follow no such rules, as in a country that changed its law meanwhile.
  static func rules(of transitions: [ZoneTransitions.Transition], years: Int) -> [Self] {
    let forward = transitions.filter { $0.after > $0.before }
    let back = transitions.filter { $0.after < $0.before }
    // Fewer years would not tell a last Sunday from a fourth one.
    guard years >= 8, forward.count == years, back.count == years,
      let first = Self(forward), let second = Self(back)
    else { return [] }
    return [first, second].sorted { $0.first.instant < $1.first.instant }
  }

  /// What the changes of one direction have in common; nil if one of them is not like the others.
  private init?(_ transitions: [ZoneTransitions.Transition]) {
    guard let first = transitions.first else { return nil }
    let onsets = transitions.map { LocalTime(secondsSince1970: $0.onset) }
    let days = onsets.map(\.date)
    let hasOneForm = transitions.allSatisfy {
      $0.before == first.before && $0.after == first.after
        && ($0.onset - first.onset) % 86_400 == 0
    }
    let isYearly = zip(days, days.dropFirst()).allSatisfy { $1.year == $0.year + 1 }
    guard hasOneForm, isYearly, let month = Self.common(days.map(\.month)),
      let weekday = Self.common(days.map(\.weekdayFromMonday))
    else { return nil }
    let isLast = days.allSatisfy { day in
      CivilDate(daysSince1970: day.daysSince1970 + 7).month != day.month
    }
    let ordinal = isLast ? -1 : Self.common(days.map { ($0.day - 1) / 7 + 1 })
    guard let ordinal else { return nil }
    let name = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][weekday]
    self.first = first
    text = "FREQ=YEARLY;BYMONTH=\(month);BYDAY=\(ordinal)\(name)"
  }

  private static func common(_ values: [Int]) -> Int? {
    Set(values).count == 1 ? values.first : nil
  }
}
