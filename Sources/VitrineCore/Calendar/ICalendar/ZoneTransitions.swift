/// How many seconds the clock of a zone is ahead of UTC at an instant.
package typealias ZoneOffset = @Sendable (_ zone: String, _ instant: Timestamp) -> Int

/// When the clock of a zone is moved, found by asking what it shows.
///
/// Asking needs the tables of the machine, and they are not read here: they come as a function.
package struct ZoneTransitions: Hashable, Sendable {
  /// A moment at which the clock is moved.
  package struct Transition: Hashable, Sendable {
    /// The first second with the new offset.
    package let instant: Timestamp
    /// Seconds ahead of UTC before it.
    package let before: Int
    /// Seconds ahead of UTC from it on.
    package let after: Int

    /// What the clock would show then if nobody moved it, in seconds from 1970.
    var onset: Int64 { instant.milliseconds / 1000 + Int64(before) }
  }

  /// The zone.
  package let zone: String
  /// Seconds ahead of UTC at the beginning.
  package let initialOffset: Int
  /// The moments in their order.
  package let transitions: [Transition]

  /// How far apart the clock is looked at: it is never moved and moved back within a week, the
  /// shortest being the month of Ramadan in Morocco.
  private static let step: Int64 = 7 * 86_400
  /// The longest time that is looked at, in seconds: twenty years.
  private static let longest: Int64 = 20 * 366 * 86_400

  /// Finds the transitions behind a moment and up to another one, at most twenty years later.
  package init(
    of zone: String, from first: Timestamp, through last: Timestamp, offset: ZoneOffset
  ) {
    let start = first.milliseconds / 1000
    let end = min(last.milliseconds / 1000, start + Self.longest)
    self.zone = zone
    initialOffset = offset(zone, first)
    var found: [Transition] = []
    var known = start
    var before = initialOffset
    while known < end {
      let next = min(known + Self.step, end)
      let after = offset(zone, Self.instant(next))
      if after != before {
        let moment = Self.change(of: zone, from: known, to: next, offset: offset)
        found.append(Transition(instant: Self.instant(moment), before: before, after: after))
      }
      (known, before) = (next, after)
    }
    transitions = found
  }

  /// The first second between two at which the offset is no more that of the first.
  static func change(
    of zone: String, from first: Int64, to last: Int64, offset: ZoneOffset
  ) -> Int64 {
    let before = offset(zone, instant(first))
    var (low, high) = (first, last)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(zone, instant(middle)) == before { low = middle } else { high = middle }
    }
    return high
  }

  static func instant(_ seconds: Int64) -> Timestamp {
    Timestamp(clamping: 0).advanced(bySeconds: seconds)
  }
}
