/// Cuts a text into the tokens of `docs/rules.md`, a sentence at a time.
struct RuleTokenizer {
  private let folded: FoldedText
  private let source: Int
  private var index = 0
  private var sentenceTokens: [RuleToken] = []

  init(_ text: String, source: Int) {
    folded = FoldedText(text)
    self.source = source
  }

  /// Words that are numbers; not `neuf`, which mostly means new, nor `un`, which is an article.
  private static let numberWords = [
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "dix": 10,
    "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
    "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
  ]

  /// The tokens up to the next break, perhaps none; `nil` at the end of the text.
  mutating func sentence() -> [RuleToken]? {
    guard index < folded.cells.count else { return nil }
    sentenceTokens = []
    while index < folded.cells.count {
      switch folded.cells[index].kind {
      case .letter: word()
      case .digit: number()
      case .sign:
        append(.sign, index..<index + 1)
        index += 1
      case .dash:
        if let end = arrowEnd {
          append(.sign, index..<end, text: "→")
          index = end
        } else {
          if isMinus { append(.sign, index..<index + 1) }
          index += 1
        }
      case .dot, .sentenceEnd:
        let isBreak =
          folded.cells[index].kind == .sentenceEnd || (endsSentence(index) && !isTitle(index))
        index += 1
        if isBreak { return sentenceTokens }
      case .blank, .other:
        if folded.cells[index].scalar == "/", folded.kind(at: index - 1) == .digit,
          folded.kind(at: index + 1) == .digit
        {
          append(.sign, index..<index + 1)
        }
        index += 1
      }
    }
    return sentenceTokens
  }

  private mutating func word() {
    let start = index
    while folded.kind(at: index) == .letter { index += 1 }
    let text = self.text(start..<index)
    if let value = Self.numberWords[text] {
      append(.number, start..<index, value: value * 1_000_000)
      joinNumbers()
    } else if text == "cent", let hundred = hundredBeforeFor {
      // « cent pour cent »
      sentenceTokens.removeLast(2)
      sentenceTokens.append(
        RuleToken(
          kind: .number, text: "cent", value: 100_000_000, source: source, bytes: hundred))
      append(.sign, start..<index, text: "%")
    } else if isPercent(text) {
      // « trente pour cent », of which `pour` is there already.
      if text != "pourcent" { sentenceTokens.removeLast() }
      append(.sign, start..<index, text: "%")
    } else {
      append(.word, start..<index)
    }
  }

  /// Makes one number of « soixante-dix », « vingt cinq » and « quatre-vingts ».
  private mutating func joinNumbers() {
    guard sentenceTokens.count > 1, let last = sentenceTokens.last, let value = last.small else {
      return
    }
    let before = sentenceTokens[sentenceTokens.count - 2]
    // Written in words, and with no more than a dash or a blank between.
    guard Self.numberWords[before.text] != nil, let first = before.small,
      last.bytes.lowerBound - before.bytes.upperBound <= 1
    else { return }
    let isTens = [20, 30, 40, 50, 60, 80].contains(first) && value <= 16
    guard isTens || (first == 4 && value == 20) else { return }
    sentenceTokens.removeLast(2)
    sentenceTokens.append(
      RuleToken(
        kind: .number, text: before.text, value: (isTens ? first + value : 80) * 1_000_000,
        source: source, bytes: before.bytes.lowerBound..<last.bytes.upperBound))
  }

  /// The bytes of « cent » when « cent pour » stands right before.
  private var hundredBeforeFor: Range<Int>? {
    guard sentenceTokens.last?.isWord("pour") == true,
      let before = sentenceTokens.dropLast().last, before.isWord("cent")
    else { return nil }
    return before.bytes
  }

  private func isPercent(_ text: String) -> Bool {
    if text == "pourcent" { return sentenceTokens.last?.kind == .number }
    guard text == "cent" || text == "cents", sentenceTokens.last?.isWord("pour") == true else {
      return false
    }
    return sentenceTokens.dropLast().last?.kind == .number
  }

  /// Digits with groups of three behind a blank, and a part behind a comma or a dot.
  private mutating func number() {
    let start = index
    var digits = digitRun()
    if digits.count <= 3 {
      while folded.kind(at: index) == .blank, isGroup(index + 1) {
        index += 1
        digits += digitRun()
      }
    }
    var decimals: [UInt8] = []
    if isComma(index), folded.kind(at: index + 1) == .digit {
      index += 1
      decimals = digitRun()
    }
    append(.number, start..<index, value: Self.millionths(digits, decimals))
  }

  private mutating func digitRun() -> [UInt8] {
    var digits: [UInt8] = []
    while folded.kind(at: index) == .digit {
      digits.append(UInt8(truncatingIfNeeded: folded.cells[index].scalar.value) &- 48)
      index += 1
    }
    return digits
  }

  private func isGroup(_ index: Int) -> Bool {
    (0..<3).allSatisfy { folded.kind(at: index + $0) == .digit }
      && folded.kind(at: index + 3) != .digit
  }

  private static func millionths(_ digits: [UInt8], _ decimals: [UInt8]) -> Int? {
    let significant = digits.drop { $0 == 0 }
    guard significant.count <= 9 else { return nil }
    let padded = decimals.prefix(6) + [UInt8](repeating: 0, count: max(0, 6 - decimals.count))
    return (significant + padded).reduce(0) { $0 * 10 + Int($1) }
  }

  /// A dash right before a number is a minus, unless a letter or a digit stands before it
  /// (`10-20 %`); with a blank between only in « - 20 % » and « - 15 € sur », since « Baguette - 1 € » is a price.
  private var isMinus: Bool {
    let before = folded.kind(at: index - 1)
    guard before != .letter, before != .digit else { return false }
    if folded.kind(at: index + 1) == .digit { return true }
    guard folded.kind(at: index + 1) == .blank, folded.kind(at: index + 2) == .digit else {
      return false
    }
    var end = index + 2
    // No number of a discount is longer.
    while end < index + 9, [.digit, .blank].contains(folded.kind(at: end)) || isComma(end) {
      end += 1
    }
    guard end < folded.cells.count else { return false }
    return folded.cells[end].scalar == "%" || (folded.cells[end].scalar == "€" && isOn(end + 1))
  }

  /// Whether « sur » comes next: « - 15 € sur le siège » is a reduction.
  private func isOn(_ index: Int) -> Bool {
    var place = index
    while folded.kind(at: place) == .blank, place < index + 3 { place += 1 }
    let next = folded.cells.dropFirst(place).prefix(3).map(\.scalar)
    return next == ["s", "u", "r"] && folded.kind(at: place + 3) == .blank
  }

  /// The place behind an arrow made of dashes, `->` or `-->`.
  private var arrowEnd: Int? {
    var end = index + 1
    while folded.kind(at: end) == .dash, end < index + 4 { end += 1 }
    return end < folded.cells.count && folded.cells[end].scalar == ">" ? end + 1 : nil
  }

  private func isComma(_ index: Int) -> Bool {
    index < folded.cells.count && [",", "."].contains(folded.cells[index].scalar)
  }

  /// A dot before a blank or the end; a quote or bracket that closes may stand between.
  private func endsSentence(_ index: Int) -> Bool {
    var next = index + 1
    while next < folded.cells.count, "\"'»”’)]".unicodeScalars.contains(folded.cells[next].scalar) {
      next += 1
    }
    let kind = folded.kind(at: next)
    return kind == .blank || kind == .sentenceEnd
  }

  /// Whether a dot shortens Monsieur or Messieurs before a name, and ends no sentence.
  private func isTitle(_ index: Int) -> Bool {
    guard let last = sentenceTokens.last, last.isCapital, last.isOne(of: ["m", "mm"]),
      index > 0, last.bytes.upperBound == folded.cells[index - 1].end
    else { return false }
    let next = index + 2
    return folded.kind(at: index + 1) == .blank && folded.kind(at: next) == .letter
      && folded.cells[next].isCapital
  }

  private mutating func append(
    _ kind: RuleToken.Kind, _ range: Range<Int>, value: Int? = nil, text: String? = nil
  ) {
    let bytes = folded.cells[range.lowerBound].start..<folded.cells[range.upperBound - 1].end
    sentenceTokens.append(
      RuleToken(
        kind: kind, text: text ?? self.text(range), value: value,
        isCapital: kind == .word && folded.cells[range.lowerBound].isCapital, source: source,
        bytes: bytes))
  }

  private func text(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for cell in folded.cells[range] { result.append(cell.scalar) }
    return String(result)
  }
}
