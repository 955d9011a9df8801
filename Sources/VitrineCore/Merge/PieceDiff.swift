/// A place where two texts differ: pieces of the first, and what stands there in the second.
struct MergeHunk: Hashable {
  /// The pieces of the base; empty where something was put in.
  var base: Range<Int>
  /// The pieces of the other text; empty where something was taken out.
  var side: Range<Int>
}

/// What changed between two sequences of pieces, in the fewest pieces put in and taken out.
///
/// The greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
/// Distance and steps are bounded: texts that have little in common would cost their product, and a
/// difference of a thousand pieces tells nobody anything.
struct PieceDiff {
  /// The most pieces put in and taken out together.
  static let longestDistance = 1_000
  /// The most pieces looked at: some hundredths of a second.
  static let mostSteps = 4_000_000

  private let base: ArraySlice<Int>
  private let side: ArraySlice<Int>
  /// For each distance, how far each diagonal came: from `-distance` to `distance`.
  private var reached: [[Int32]] = []
  private var steps = 0

  /// The differences in order, or `nil` when the texts are too far apart.
  static func hunks(from base: [Int], to side: [Int]) -> [MergeHunk]? {
    let shortest = min(base.count, side.count)
    var prefix = 0
    while prefix < shortest, base[prefix] == side[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < shortest - prefix,
      base[base.count - 1 - suffix] == side[side.count - 1 - suffix]
    { suffix += 1 }
    let rest = prefix..<(base.count - suffix)
    let other = prefix..<(side.count - suffix)
    if rest.isEmpty, other.isEmpty { return [] }
    if rest.isEmpty || other.isEmpty { return [MergeHunk(base: rest, side: other)] }
    var diff = PieceDiff(base: base[rest], side: side[other])
    return diff.search() ? diff.hunks() : nil
  }

  private init(base: ArraySlice<Int>, side: ArraySlice<Int>) {
    self.base = base
    self.side = side
  }

  /// Finds the shortest way; false when a bound is met first.
  private mutating func search() -> Bool {
    for distance in 0...min(base.count + side.count, Self.longestDistance) {
      var row = [Int32](repeating: -1, count: 2 * distance + 1)
      for diagonal in stride(from: -distance, through: distance, by: 2) {
        steps += 1
        guard steps <= Self.mostSteps else { return false }
        guard let start = start(of: diagonal, at: distance) else { continue }
        var x = start.x
        while x < base.count, x - diagonal < side.count,
          base[base.startIndex + x] == side[side.startIndex + x - diagonal]
        {
          x += 1
          steps += 1
        }
        row[diagonal + distance] = Int32(truncatingIfNeeded: x)
        if x == base.count, x - diagonal == side.count {
          reached.append(row)
          return true
        }
      }
      reached.append(row)
    }
    return false
  }

  /// Where a diagonal goes on at a distance, and whether by taking a piece of the base out.
  private func start(of diagonal: Int, at distance: Int) -> (x: Int, isRemoval: Bool)? {
    guard distance > 0 else { return (0, false) }
    let row = reached[distance - 1]
    func x(_ diagonal: Int) -> Int? {
      let index = diagonal + distance - 1
      guard row.indices.contains(index), row[index] >= 0 else { return nil }
      return Int(row[index])
    }
    let put = x(diagonal + 1).flatMap { $0 - diagonal <= side.count ? $0 : nil }
    let taken = x(diagonal - 1).flatMap { $0 < base.count ? $0 + 1 : nil }
    if let taken, taken > put ?? -1 { return (taken, true) }
    return put.map { ($0, false) }
  }

  /// Goes the way back and collects what it passed.
  private func hunks() -> [MergeHunk] {
    var result: [MergeHunk] = []
    var x = base.count
    var y = side.count
    for distance in stride(from: reached.count - 1, to: 0, by: -1) {
      let diagonal = x - y
      guard let start = start(of: diagonal, at: distance) else { break }
      let before = (
        x: start.isRemoval ? start.x - 1 : start.x,
        y: start.x - diagonal - (start.isRemoval ? 0 : 1)
      )
      let hunk = MergeHunk(
        base: (base.startIndex + before.x)..<(base.startIndex + start.x),
        side: (side.startIndex + before.y)..<(side.startIndex + start.x - diagonal))
      if let last = result.last, last.base.lowerBound == hunk.base.upperBound,
        last.side.lowerBound == hunk.side.upperBound
      {
        result[result.count - 1] = MergeHunk(
          base: hunk.base.lowerBound..<last.base.upperBound,
          side: hunk.side.lowerBound..<last.side.upperBound)
      } else {
        result.append(hunk)
      }
      (x, y) = before
    }
    return result.reversed()
  }
}
