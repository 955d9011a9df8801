/// How urgent a call is; what is more urgent goes first (`docs/limits.md`).
package enum CallPriority: Int, Comparable, CaseIterable, Sendable {
  /// P0: what was public is to come down.
  case stop
  /// P1: a mandatory message.
  case mandatory
  /// P2: a post of a store.
  case routine
  /// P3: questions, comparisons and sweeps.
  case reads

  /// Orders from the most to the least urgent.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
