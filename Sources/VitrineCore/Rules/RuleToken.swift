/// A word, a number or a sign of a text, in the form in which rules compare it.
struct RuleToken: Hashable {
  /// What it is.
  enum Kind: Hashable {
    /// A run of letters.
    case word
    /// A number, or a word for one.
    case number
    /// `%`, `€`, `+`, `=`, `-` before a number, `/` between digits, an emoji.
    case sign
  }

  let kind: Kind
  /// The folded text.
  let text: String
  /// The value of a number in millionths; `nil` for one with more than nine digits before its comma.
  let value: Int?
  /// Whether it is a word that begins with a capital.
  var isCapital = false
  /// Which text it stands in.
  let source: Int
  /// Its bytes in that text.
  let bytes: Range<Int>

  /// A whole number of at most three digits: a count, a day, a rank.
  var small: Int? {
    guard let value, value % 1_000_000 == 0, value < 1_000_000_000 else { return nil }
    return value / 1_000_000
  }

  /// The value as a quotient wants it.
  var amount: Double? { value.map { Double($0) / 1_000_000 } }

  func isWord(_ word: String) -> Bool { kind == .word && text == word }
  func isSign(_ sign: String) -> Bool { kind == .sign && text == sign }

  /// A word that begins with one of these.
  func begins(with prefixes: [String]) -> Bool {
    kind == .word && prefixes.contains { text.utf8.starts(with: $0.utf8) }
  }

  func isOne(of words: [String]) -> Bool { kind == .word && words.contains(text) }
}

/// The tokens of one or several texts, and where sentences end.
struct TokenizedText {
  /// The texts themselves.
  private(set) var sources: [String] = []
  private(set) var tokens: [RuleToken] = []
  /// The tokens of each sentence; no phrase crosses its end.
  private(set) var sentences: [Range<Int>] = []
  /// The number of the sentence that each token stands in.
  private(set) var sentenceOfToken: [Int] = []

  /// Adds a text; it shares no sentence with the texts before it.
  mutating func add(_ text: String) {
    var tokenizer = RuleTokenizer(text, source: sources.count)
    sources.append(text)
    while let sentence = tokenizer.sentence() {
      guard !sentence.isEmpty else { continue }
      sentences.append(tokens.count..<tokens.count + sentence.count)
      sentenceOfToken += Array(repeating: sentences.count - 1, count: sentence.count)
      tokens += sentence
    }
  }

  /// What the text says from the first to the last of some tokens of one sentence.
  func excerpt(_ range: Range<Int>) -> String {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    let bytes = sources[first.source].utf8.dropFirst(first.bytes.lowerBound)
      .prefix(last.bytes.upperBound - first.bytes.lowerBound)
    return String(Substring(bytes))
  }
}
