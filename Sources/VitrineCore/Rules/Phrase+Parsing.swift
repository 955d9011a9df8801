extension Phrase {
  /// Reads a phrase.
  package init(_ text: String) throws(PhraseProblem) {
    var elements: [Element] = []
    for part in try Self.withoutApostrophes(text).split(separator: " ") {
      if part == "…" {
        elements.append(.gap)
      } else if part.utf8.contains(UInt8(ascii: "/")) {
        elements.append(.token(try Self.alternatives(part)))
      } else {
        for atom in try Self.atoms(String(part)) { elements.append(.token([atom])) }
      }
    }
    guard !elements.isEmpty else { throw .empty }
    try Self.check(elements)
    self.init(text: text, elements: elements)
  }

  /// An apostrophe parts words here as it does in texts: `d'achat/achats` is `d` and one of two words.
  ///
  /// Behind a `/` it would part the alternatives (`la/l'eau` is no way to write « la » or « l'eau »).
  private static func withoutApostrophes(_ text: String) throws(PhraseProblem) -> String {
    var result = String.UnicodeScalarView()
    let scalars = text.unicodeScalars
    var hasAlternatives = false
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar == " " { hasAlternatives = false }
      if scalar == "/" { hasAlternatives = true }
      guard "'’ʼ".unicodeScalars.contains(scalar) else {
        result.append(scalar)
        continue
      }
      let next = scalars.index(after: index)
      guard next < scalars.endIndex, scalars[next] != "/", scalars[next] != " " else { continue }
      guard !hasAlternatives else { throw .alternative(alternative(around: index, in: text)) }
      result.append(" ")
    }
    return String(result)
  }

  private static func alternative(around index: String.Index, in text: String) -> String {
    let head = text[..<index].split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    return String(head + text[index...].prefix { $0 != "/" && $0 != " " })
  }

  private static func check(_ elements: [Element]) throws(PhraseProblem) {
    guard elements.first != .gap, elements.last != .gap else { throw .gap }
    for (left, right) in zip(elements, elements.dropFirst()) where left == .gap && right == .gap {
      throw .gap
    }
    if case .token(let atoms) = elements.first, atoms.contains(.anyWord) || atoms.contains(.capital)
    {
      throw .star
    }
    let reach = elements.reduce(0) { $0 + ($1 == .gap ? gapLimit : 1) }
    guard reach <= reachLimit else { throw .long }
  }

  private static func alternatives(_ text: Substring) throws(PhraseProblem) -> [Atom] {
    var result: [Atom] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      let atoms = part.isEmpty ? [] : try atoms(String(part))
      guard atoms.count == 1, let atom = atoms.first else {
        throw .alternative(String(part))
      }
      result.append(atom)
    }
    return result
  }

  /// The tokens of a part without blanks.
  private static func atoms(_ text: String) throws(PhraseProblem) -> [Atom] {
    switch text {
    case "_": return [.anyNumber]
    case "*": return [.anyWord]
    case "^": return [.capital]
    case "-": return [.sign("-")]
    default: break
    }
    let isPrefix = text.utf8.last == UInt8(ascii: "*")
    let body = isPrefix ? String(text.dropLast()) : text
    guard !body.utf8.contains(UInt8(ascii: "*")) else { throw .star }
    var tokenizer = RuleTokenizer(body, source: 0)
    var atoms: [Atom] = []
    var sentences = 0
    while let tokens = tokenizer.sentence() {
      sentences += 1
      for token in tokens { atoms.append(atom(token)) }
    }
    guard sentences <= 1, !endsSentence(body) else { throw .sentenceEnd }
    // A comma or a colon alone parts words, and asks for nothing.
    guard isPrefix else { return atoms }
    guard atoms.count == 1, case .word(let word) = atoms[0], word.utf8.count >= 2 else {
      throw .star
    }
    return [.prefix(word)]
  }

  private static func endsSentence(_ text: String) -> Bool {
    let cells = FoldedText(text).cells
    return cells.contains { $0.kind == .sentenceEnd } || cells.last?.kind == .dot
  }

  private static func atom(_ token: RuleToken) -> Atom {
    switch token.kind {
    case .word: .word(token.text)
    case .sign: .sign(token.text)
    case .number: token.value.map { .number($0) } ?? .anyNumber
    }
  }
}
