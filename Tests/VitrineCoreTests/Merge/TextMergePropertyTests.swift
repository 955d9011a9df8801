import Testing
import VitrineTestSupport

@testable import VitrineCore

/// Five hundred pairs of edits: what a side put in or took out is done, or in a listed conflict.
struct TextMergePropertyTests {
  /// One pair of edits and what became of it.
  private struct Trial {
    let base: [String]
    let ours: (text: [String], moved: Set<String>)
    let theirs: (text: [String], moved: Set<String>)
    let merge: TextMerge

    init(seed: Int, numbered: Bool) {
      var edits = FrenchEdits(seed: seed)
      base = edits.text(numbered: numbered)
      ours = edits.edited(base, mark: numbered ? "+m" : nil)
      theirs = edits.edited(base, mark: numbered ? "+s" : nil)
      merge = TextMerge(
        base: FrenchEdits.joined(base), ours: FrenchEdits.joined(ours.text),
        theirs: FrenchEdits.joined(theirs.text))
    }

    /// The words of the merged text outside of conflicts.
    var settled: [String] {
      merge.parts.flatMap { if case .text(let text) = $0 { text.words } else { [String]() } }
    }

    func listed(_ side: KeyPath<MergeConflict, MergeConflict.Passage>) -> [String] {
      merge.conflicts.flatMap { $0[keyPath: side].text.words }
    }
  }

  @Test func `no word is lost and none comes back without being listed`() {
    var clean = 0
    for seed in 0..<500 {
      let trial = Trial(seed: seed, numbered: true)
      if trial.merge.conflicts.isEmpty { clean += 1 }
      let settled = Set(trial.settled)
      let inConflict = [\MergeConflict.base, \.ours, \.theirs].map { Set(trial.listed($0)) }
      let base = Set(trial.base.filter { $0 != "\n" })
      let ours = Set(trial.ours.text.filter { $0 != "\n" })
      let theirs = Set(trial.theirs.text.filter { $0 != "\n" })
      for word in ours.subtracting(base) {
        #expect(settled.contains(word) || inConflict[1].contains(word), "\(seed): lost \(word)")
      }
      for word in theirs.subtracting(base) {
        #expect(settled.contains(word) || inConflict[2].contains(word), "\(seed): lost \(word)")
      }
      for word in base {
        let isListed = inConflict.contains { $0.contains(word) }
        if ours.contains(word), theirs.contains(word) {
          #expect(settled.contains(word) || isListed, "\(seed): dropped \(word)")
        } else if !theirs.contains(word), !trial.ours.moved.contains(word), !isListed {
          #expect(!settled.contains(word), "\(seed): head office deleted \(word)")
        } else if !ours.contains(word), !trial.theirs.moved.contains(word), !isListed {
          #expect(!settled.contains(word), "\(seed): the store deleted \(word)")
        }
      }
      let still = trial.settled.filter {
        !trial.ours.moved.contains($0) && !trial.theirs.moved.contains($0)
      }
      #expect(Set(still).count == still.count, "\(seed): a word stands twice")
    }
    // Neither kind of outcome is so rare that the test would say nothing about it.
    #expect((100...400).contains(clean), "\(clean) of 500 merged without a conflict")
  }

  @Test func `words that stand in a text many times are not lost either`() {
    for seed in 500..<1_000 {
      let trial = Trial(seed: seed, numbered: false)
      let settled = trial.settled
      let sides = [
        (trial.ours.text, settled + trial.listed(\.ours)),
        (trial.theirs.text, settled + trial.listed(\.theirs)),
      ]
      for (side, kept) in sides {
        for word in Set(side).subtracting(trial.base + ["\n"]) {
          let count = side.count { $0 == word }
          #expect(kept.count { $0 == word } >= count, "\(seed): lost \(word)")
        }
      }
    }
  }

  @Test(arguments: [true, false])
  func `the laws of a merge hold`(_ numbered: Bool) {
    for seed in 0..<500 {
      let trial = Trial(seed: seed, numbered: numbered)
      let base = FrenchEdits.joined(trial.base)
      let ours = FrenchEdits.joined(trial.ours.text)
      let theirs = FrenchEdits.joined(trial.theirs.text)
      for (merge, result) in [
        (TextMerge(base: base, ours: ours, theirs: base), ours),
        (TextMerge(base: base, ours: base, theirs: theirs), theirs),
        (TextMerge(base: base, ours: ours, theirs: ours), ours),
      ] {
        #expect(merge.conflicts.isEmpty)
        #expect(merge.text == result)
      }
      let turned = TextMerge(base: base, ours: theirs, theirs: ours)
      let parts = turned.parts.map { part -> TextMerge.Part in
        guard case .conflict(let conflict) = part else { return part }
        return .conflict(
          MergeConflict(base: conflict.base, ours: conflict.theirs, theirs: conflict.ours))
      }
      #expect(parts == trial.merge.parts, "\(seed)")
    }
  }

  @Test func `the grains that hostile texts fall back to keep the laws`() {
    for seed in 0..<200 {
      let trial = Trial(seed: seed, numbered: true)
      let texts = [trial.base, trial.ours.text, trial.theirs.text].map(FrenchEdits.joined)
      for grain in [MergePieces.Grain.lines, .whole] {
        let run = MergeRun(base: texts[0], ours: texts[1], theirs: texts[2], grain: grain)
        let parts = run?.parts() ?? []
        for (side, path) in [(texts[1], \MergeConflict.ours), (texts[2], \.theirs)] {
          let kept = parts.flatMap { part in
            switch part {
            case .text(let text): text.words
            case .conflict(let conflict): conflict[keyPath: path].text.words
            }
          }
          #expect(Set(side.words).subtracting(trial.base).isSubset(of: kept), "\(seed) \(grain)")
        }
      }
    }
  }
}
