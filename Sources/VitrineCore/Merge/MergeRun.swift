/// One merge at one grain: the hunks of both sides, brought together into parts.
struct MergeRun {
  /// Fewer unchanged words than this on one line do not keep the changes of two sides apart.
  private static let wordsApart = 2

  private let base: MergePieces
  private let ours: MergePieces
  private let theirs: MergePieces
  private let changes: [Change]
  /// What each side changed, before small changes were joined to large ones.
  private let fine: (ours: [MergeHunk], theirs: [MergeHunk])

  /// A hunk, and which side it is of.
  private struct Change {
    var hunk: MergeHunk
    var isOurs: Bool
  }

  /// Compares the texts; `nil` when they are too far apart for this grain.
  init?(base: String, ours: String, theirs: String, grain: MergePieces.Grain) {
    var names: [String: Int] = [:]
    self.base = MergePieces(base, grain: grain, names: &names)
    self.ours = MergePieces(ours, grain: grain, names: &names)
    self.theirs = MergePieces(theirs, grain: grain, names: &names)
    guard let left = PieceDiff.hunks(from: self.base.ids, to: self.ours.ids),
      let right = PieceDiff.hunks(from: self.base.ids, to: self.theirs.ids)
    else { return nil }
    fine = (left, right)
    let ourHunks = Self.coarse(left, self.base, self.ours)
    let theirHunks = Self.coarse(right, self.base, self.theirs)
    changes =
      (ourHunks.map { Change(hunk: $0, isOurs: true) }
      + theirHunks.map { Change(hunk: $0, isOurs: false) })
      .sorted { $0.hunk.base.lowerBound < $1.hunk.base.lowerBound }
  }

  /// Joins the changes of one side that only small words keep apart.
  ///
  /// Whoever writes a sentence anew leaves `de` and `la` where they were by chance; a change of the
  /// other side must not be woven in between. So unchanged words between two changes go with them
  /// unless they are more than the smaller of the two; the end of a line always parts.
  private static func coarse(
    _ hunks: [MergeHunk], _ base: MergePieces, _ side: MergePieces
  ) -> [MergeHunk] {
    func size(_ hunk: MergeHunk) -> Int {
      max(base.wordCount(hunk.base), side.wordCount(hunk.side))
    }
    var result: [MergeHunk] = []
    for hunk in hunks {
      var hunk = hunk
      while let last = result.last {
        let gap = last.base.upperBound..<hunk.base.lowerBound
        guard !base.breaksLine(gap), base.wordCount(gap) <= min(size(last), size(hunk)) else {
          break
        }
        hunk = MergeHunk(
          base: last.base.lowerBound..<hunk.base.upperBound,
          side: last.side.lowerBound..<hunk.side.upperBound)
        result.removeLast()
      }
      result.append(hunk)
    }
    return result
  }

  /// Whether one side made all the changes that the other one made in a region, and perhaps more.
  ///
  /// Then its words are those of both: the store mended the slip itself, and went on.
  private func agrees(
    _ hunks: ArraySlice<MergeHunk>, _ pieces: MergePieces, with others: ArraySlice<MergeHunk>,
    _ otherPieces: MergePieces
  ) -> Bool {
    let known = Dictionary(
      hunks.map { ($0.base, $0.side) }, uniquingKeysWith: { first, _ in first })
    return others.allSatisfy { other in
      guard let side = known[other.base] else { return false }
      let words = pieces.ids[side]
      let otherWords = otherPieces.ids[other.side]
      // Nothing begins with nothing: what one took out and the other replaced is no agreement.
      return words == otherWords
        || (otherPieces.wordCount(other.side) > 0
          && (words.starts(with: otherWords) || words.suffix(otherWords.count) == otherWords))
    }
  }

  /// The parts of the merged text, in order.
  func parts() -> [TextMerge.Part] {
    var result: [TextMerge.Part] = []
    var done = 0
    // How far each side's text is ahead of the base behind what is done.
    var ahead = (ours: 0, theirs: 0)
    var index = 0
    var rest = (ours: fine.ours[...], theirs: fine.theirs[...])
    while index < changes.count {
      let first = index
      var region = changes[index].hunk.base
      index += 1
      while index < changes.count, isNear(changes[index].hunk.base.lowerBound, to: region) {
        region = region.lowerBound..<max(region.upperBound, changes[index].hunk.base.upperBound)
        index += 1
      }
      let group = changes[first..<index]
      let before = ahead
      for change in group {
        let growth = change.hunk.side.count - change.hunk.base.count
        if change.isOurs { ahead.ours += growth } else { ahead.theirs += growth }
      }
      let our = (region.lowerBound + before.ours)..<(region.upperBound + ahead.ours)
      let their = (region.lowerBound + before.theirs)..<(region.upperBound + ahead.theirs)
      let fine = (
        ours: rest.ours.prefix { $0.base.upperBound <= region.upperBound },
        theirs: rest.theirs.prefix { $0.base.upperBound <= region.upperBound }
      )
      rest = (rest.ours.dropFirst(fine.ours.count), rest.theirs.dropFirst(fine.theirs.count))
      result.append(.text(base.text(done..<region.lowerBound)))
      if ours.ids[our] == theirs.ids[their] || agrees(fine.ours, ours, with: fine.theirs, theirs) {
        result.append(.text(ours.text(our)))
      } else if agrees(fine.theirs, theirs, with: fine.ours, ours) {
        result.append(.text(theirs.text(their)))
      } else {
        result.append(
          .conflict(
            MergeConflict(
              base: passage(base, region), ours: passage(ours, our),
              theirs: passage(theirs, their))))
      }
      done = region.upperBound
    }
    result.append(.text(base.text(done..<base.ids.count)))
    return result
  }

  /// Whether a change belongs to a region: it touches it, or too few words keep them apart.
  private func isNear(_ start: Int, to region: Range<Int>) -> Bool {
    guard start > region.upperBound else { return true }
    let gap = region.upperBound..<start
    return base.wordCount(gap) < Self.wordsApart && !base.breaksLine(gap)
      && !base.isWholeLine(gap)
  }

  private func passage(_ pieces: MergePieces, _ range: Range<Int>) -> MergeConflict.Passage {
    let place = pieces.places[range.lowerBound]
    return MergeConflict.Passage(pieces.text(range), line: place.line, column: place.column)
  }
}
