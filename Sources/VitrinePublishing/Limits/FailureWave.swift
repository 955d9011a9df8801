/// How the last fifty pages of a broadcast ended: one bit a page.
package struct FailureWave: Hashable, Sendable {
  /// The newest page in the lowest bit; 1 for one that failed.
  package private(set) var bits: Int64

  /// How many pages are looked at.
  package static let length = 50
  private static let mask: Int64 = (1 << 50) - 1

  /// Takes a wave as it was stored.
  package init(bits: Int64 = 0) { self.bits = bits & Self.mask }

  /// Takes in how a page ended.
  package mutating func note(failed: Bool) {
    bits = ((bits << 1) | (failed ? 1 : 0)) & Self.mask
  }

  /// How many of them failed.
  package var failures: Int { bits.nonzeroBitCount }

  /// Whether more than one in five failed, of fifty: a broadcast of a dozen pages has its canary.
  package var isTooMany: Bool { failures * 5 > Self.length }
}
