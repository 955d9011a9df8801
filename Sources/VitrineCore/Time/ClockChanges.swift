import Foundation

/// The days on which clocks change, so that hours of other days need not be looked at.
package struct ClockChanges {
  private let first: CivilDate
  private let last: CivilDate
  private var days: [String: Set<CivilDate>] = [:]

  /// Knows the changes of some years.
  package init(from first: CivilDate, through last: CivilDate) {
    self.first = first
    self.last = last
  }

  /// Whether an hour of that day may be missing or come twice in a zone.
  ///
  /// True for days outside of the years that are known: they are looked at one by one.
  package mutating func mayChange(in zone: String, on day: CivilDate) -> Bool {
    guard first <= day, day <= last else { return true }
    if let known = days[zone] { return known.contains(day) }
    let found = Self.changes(in: zone, from: first, through: last)
    days[zone] = found
    return found.contains(day)
  }

  /// Both days around a change: a change at midnight belongs to either.
  private static func changes(
    in zone: String, from first: CivilDate, through last: CivilDate
  ) -> Set<CivilDate> {
    guard let timeZone = TimeZone(identifier: zone) else { return [] }
    func offset(_ day: Int) -> Int {
      timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(day) * 86_400))
    }
    var found: Set<CivilDate> = []
    var before = offset(first.daysSince1970 - 1)
    for day in first.daysSince1970...last.daysSince1970 + 1 {
      let now = offset(day)
      if now != before {
        for near in day - 2...day + 1 { found.insert(CivilDate(daysSince1970: near)) }
      }
      before = now
    }
    return found
  }

  /// Whether this machine knows a zone of that name.
  package static func isKnown(_ zone: String) -> Bool { TimeZone(identifier: zone) != nil }

  /// The zones of France, for suggestions and for a register that is not known.
  package static let frenchZones = [
    "Europe/Paris", "America/Cayenne", "America/Guadeloupe", "America/Marigot",
    "America/Martinique", "America/Miquelon", "America/St_Barthelemy", "Indian/Mayotte",
    "Indian/Reunion", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis", "UTC",
  ]
}
