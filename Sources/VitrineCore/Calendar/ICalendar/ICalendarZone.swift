/// A VTIMEZONE (RFC 5545 3.6.5): what a reader needs to know of a zone whose name it may not know.
///
/// A zone that is moved by the same two rules each year says them as rules, the one form that every
/// reader takes and that holds beyond the years that were looked at. Any other zone lists its changes
/// one by one.
struct ICalendarZone: Sendable {
  private let zone: String
  private let initialOffset: Int
  private let transitions: [ZoneTransitions.Transition]
  /// The two rules, if there are two.
  private let rules: [YearlyTransition]

  /// Looks at a zone from the year before an event to ten years after it.
  init(_ zone: String, firstYear: Int, offset: ZoneOffset) {
    let years = max(1970, firstYear - 1)...max(1970, min(firstYear + 10, 9998))
    let found = ZoneTransitions(
      of: zone, from: Self.newYear(years.lowerBound), through: Self.newYear(years.upperBound + 1),
      offset: offset)
    self.zone = ICalendarText.name(zone)
    initialOffset = found.initialOffset
    transitions = found.transitions
    rules = YearlyTransition.rules(of: found.transitions, years: years.count)
  }

  private static func newYear(_ year: Int) -> Timestamp {
    let days = CivilDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0
    return ZoneTransitions.instant(Int64(days) * 86_400)
  }

  /// Writes the component.
  func write(to writer: inout ICalendarWriter) {
    writer.write(component: "VTIMEZONE") { writer in
      writer.write("TZID", text: zone)
      guard rules.isEmpty else {
        for rule in rules { write(rule.first, rule: rule.text, to: &writer) }
        return
      }
      // 1970 stands for all the time before.
      let beginning = ZoneTransitions.Transition(
        instant: ZoneTransitions.instant(-Int64(initialOffset)), before: initialOffset,
        after: initialOffset)
      write(beginning, onset: 0, to: &writer)
      for transition in transitions { write(transition, to: &writer) }
    }
  }

  /// One change; a clock that is put forward is on summer time as far as readers need to know.
  private func write(
    _ transition: ZoneTransitions.Transition, onset: Int64? = nil, rule: String? = nil,
    to writer: inout ICalendarWriter
  ) {
    let name = transition.after > transition.before ? "DAYLIGHT" : "STANDARD"
    let onset = onset ?? transition.onset
    writer.write(component: name) { writer in
      let time = LocalTime(secondsSince1970: onset)
      writer.write("DTSTART", time.iCalendar(seconds: Int(onset % 60)))
      writer.write("TZOFFSETFROM", Self.offset(transition.before))
      writer.write("TZOFFSETTO", Self.offset(transition.after))
      if let rule { writer.write("RRULE", rule) }
    }
  }

  /// A UTC-OFFSET (RFC 5545 3.3.14): `+0100`, with seconds only where there are some.
  static func offset(_ seconds: Int) -> String {
    let size = min(Int(seconds.magnitude), 86_399)
    let parts = [size / 3600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
    // There is no `-0000`.
    return (seconds < 0 && size > 0 ? "-" : "+") + parts.map { padded($0, 2) }.joined()
  }
}
