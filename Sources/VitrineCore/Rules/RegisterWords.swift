/// What was filled in from the register, found again in a text.
struct RegisterWords {
  /// The words of each value, by their first word.
  private var values: [String: [[String]]] = [:]

  init(_ values: [String]) {
    for value in Set(values) {
      var text = TokenizedText()
      text.add(value)
      let words = text.tokens.map(\.text)
      // A number alone (`12`, the number of a house) stands in prices as well.
      guard let first = words.first, text.tokens.contains(where: { $0.kind == .word }) else {
        continue
      }
      self.values[first, default: []].append(words)
    }
  }

  /// The tokens of a text that say one of the values.
  func occurrences(in text: TokenizedText) -> [Range<Int>] {
    guard !values.isEmpty else { return [] }
    var found: [Range<Int>] = []
    for index in text.tokens.indices {
      for words in values[text.tokens[index].text] ?? [] {
        let end = index + words.count
        if end <= text.tokens.count, text.tokens[index..<end].map(\.text) == words {
          found.append(index..<end)
        }
      }
    }
    return found
  }
}
