/// Where the phrases of a rule book stand in a text.
struct PhraseScan {
  /// The occurrences of each group, in the order of the text.
  private(set) var occurrences: [[PhraseIndex.Occurrence]]
  /// How often a place of a phrase was compared with a token: what a review costs.
  private(set) var steps = 0

  /// Looks at every token once, and from there at the phrases that may begin with it.
  init(_ text: TokenizedText, _ index: PhraseIndex) {
    occurrences = Array(repeating: [], count: index.isGreedy.count)
    let words = text.tokens.map(index.word)
    for sentence in text.sentences {
      for start in sentence {
        index.candidates(text.tokens[start], words[start]) { entry in
          let entry = index.entries[entry]
          let length = self.length(
            of: entry.places, isGreedy: index.isGreedy[entry.group],
            in: text.tokens[start..<sentence.upperBound], words)
          if let length { occurrences[entry.group].append(start..<start + length) }
        }
      }
    }
  }

  /// The length of a phrase that begins with these tokens; `nil` when it does not.
  ///
  /// Bit *n* of `reached` says that the places so far can cover *n* tokens; `Phrase.reachLimit`
  /// keeps them all inside of 64 bits.
  private mutating func length(
    of places: [PhraseIndex.Place], isGreedy: Bool, in tokens: ArraySlice<RuleToken>,
    _ words: [Int?]
  ) -> Int? {
    var reached: UInt64 = 1
    for place in places {
      if place.isGap {
        for _ in 0..<Phrase.gapLimit { reached |= reached << 1 }
        continue
      }
      var next: UInt64 = 0
      var rest = reached
      while rest != 0 {
        let offset = rest.trailingZeroBitCount
        rest &= rest &- 1
        let at = tokens.startIndex + offset
        guard at < tokens.endIndex else { break }
        steps += 1
        if place.matches(tokens[at], words[at]) { next |= 1 << UInt64(offset + 1) }
      }
      guard next != 0 else { return nil }
      reached = next
    }
    return isGreedy ? 63 - reached.leadingZeroBitCount : reached.trailingZeroBitCount
  }
}

extension [PhraseIndex.Occurrence] {
  /// Those that lie in none of some exceptions whole.
  func outside(_ exceptions: [PhraseIndex.Occurrence]) -> [PhraseIndex.Occurrence] {
    guard !isEmpty, !exceptions.isEmpty else { return self }
    let covered = Coverage(exceptions)
    return filter { !covered.contains($0) }
  }
}

/// Whether one of many ranges contains a range whole.
struct Coverage {
  private var starts: [Int] = []
  /// The furthest end of the ranges up to there.
  private var ends: [Int] = []

  /// Takes ranges in any order.
  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      starts.append(range.lowerBound)
      ends.append(Swift.max(range.upperBound, ends.last ?? 0))
    }
  }

  func contains(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] >= range.upperBound
  }
}
