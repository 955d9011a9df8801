/// Three texts made into one: what both sides made of a base, and where they disagree.
///
/// diff3 over words and blanks instead of lines, since an answer of a store is one line. What one
/// side alone changed is taken. Where both changed the same place it is a conflict, and so it is
/// where less than two unchanged words of one line lie between their changes: `18 h` moved to `19 h`
/// by one and made `18 h 30` by the other must not become a `19 h 30` that nobody wrote.
///
/// Equal changes are taken once, also where one side went on to change more around them. Ours and theirs may change places: the same parts come out, with the
/// two sides of every conflict swapped. Texts that have too little in common (`PieceDiff`) are compared
/// by lines, then as a whole, so that the work stays linear in their length.
package struct TextMerge: Hashable, Sendable {
  /// A piece of the merged text.
  package enum Part: Hashable, Sendable {
    /// What both agree on, or only one changed.
    case text(String)
    /// What both changed, each in its own way.
    case conflict(MergeConflict)
  }

  /// The pieces in order.
  package let parts: [Part]

  /// The places where both changed something.
  package var conflicts: [MergeConflict] {
    parts.compactMap { if case .conflict(let conflict) = $0 { conflict } else { nil } }
  }

  /// The merged text in NFC; where there is a conflict, our words stand.
  package var text: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .conflict(let conflict): conflict.ours.text
      }
    }.joined().nfc
  }

  /// Merges what two sides made of a base; all three are brought into NFC first.
  ///
  /// - Parameters:
  ///   - base: what both started from.
  ///   - ours: the text whose words stand where the sides disagree: the store's.
  ///   - theirs: the other text: that of head office.
  package init(base: String, ours: String, theirs: String) {
    let (base, ours, theirs) = (base.nfc, ours.nfc, theirs.nfc)
    if ours == theirs || base == theirs {
      parts = Self.joined([.text(ours)])
    } else if base == ours {
      parts = Self.joined([.text(theirs)])
    } else {
      let merged = MergePieces.Grain.allCases.lazy.compactMap { grain in
        MergeRun(base: base, ours: ours, theirs: theirs, grain: grain)?.parts()
      }.first
      parts = Self.joined(merged ?? [])
    }
  }

  /// The parts without empty texts, and neighbours in one.
  private static func joined(_ parts: [Part]) -> [Part] {
    var result: [Part] = []
    for part in parts where part != .text("") {
      if case .text(let text) = part, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(part)
      }
    }
    return result
  }
}

/// A place that both sides changed, each in its own way.
package struct MergeConflict: Hashable, Codable, Sendable {
  /// The words of one text at that place.
  package struct Passage: Hashable, Codable, Sendable {
    /// The words; empty where that side has none.
    package var text: String
    /// The line of that text on which they begin, from 1.
    package var line: Int
    /// The column, from 1, in Unicode scalars.
    package var column: Int

    /// Makes a passage.
    package init(_ text: String, line: Int, column: Int) {
      self.text = text
      self.line = line
      self.column = column
    }
  }

  /// What both started from.
  package var base: Passage
  /// What the store has.
  package var ours: Passage
  /// What head office has.
  package var theirs: Passage

  /// Makes a conflict.
  package init(base: Passage, ours: Passage, theirs: Passage) {
    self.base = base
    self.ours = ours
    self.theirs = theirs
  }
}
