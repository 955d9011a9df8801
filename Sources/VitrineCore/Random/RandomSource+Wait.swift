extension RandomSource {
  /// A wait before another try, in milliseconds, with decorrelated jitter: anything from the shortest one up to
  /// three times the last, so that what failed together does not come back together.
  ///
  /// The formula of the AWS architecture blog; `docs/life-of-a-post.md` has the bounds.
  package func wait(from shortest: Int64, to longest: Int64, after last: Int64) -> Int64 {
    let high = min(longest, 3 * min(longest, max(shortest, last)))
    let span = UInt64(max(1, high - shortest + 1))
    let draw = bytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return shortest + Int64(draw % span)
  }
}
