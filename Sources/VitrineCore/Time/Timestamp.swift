/// An instant in UTC, to the millisecond.
///
/// Own arithmetic instead of a formatter: `ISO8601DateFormatter` takes 30 February and `+99:99`.
/// The range is the years 1970 to 9999, so that no sum of two stored values can overflow.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  package let milliseconds: Int64

  /// The last instant that can be said, 9999-12-31T23:59:59.999Z.
  package static let latest = Timestamp(clamping: 253_402_300_799_999)

  /// Takes milliseconds since 1970, moved into the range if outside it.
  package init(clamping milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, 0), 253_402_300_799_999)
  }

  /// Orders by time.
  package static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The instant that many milliseconds later (or earlier), inside the range.
  package func advanced(byMilliseconds delta: Int64) -> Timestamp {
    let (sum, overflow) = milliseconds.addingReportingOverflow(delta)
    return overflow ? (delta > 0 ? .latest : Timestamp(clamping: 0)) : Timestamp(clamping: sum)
  }

  /// The instant that many seconds later (or earlier).
  package func advanced(bySeconds seconds: Int64) -> Timestamp {
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    return overflow
      ? (seconds > 0 ? .latest : Timestamp(clamping: 0))
      : advanced(byMilliseconds: product)
  }

  /// Milliseconds from another instant to this one.
  package func milliseconds(since other: Timestamp) -> Int64 { milliseconds - other.milliseconds }
}
