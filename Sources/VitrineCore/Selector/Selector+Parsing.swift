extension Selector {
  /// How many bytes a selector may have; longer lists of stores go into a file.
  package static let longest = 10_000
  /// How deep parentheses and negations may nest.
  package static let deepest = 50

  /// Reads a selector.
  ///
  ///     or   = and *("|" and)          term = "all" / "(" or ")" / key ":" value
  ///     and  = not *("&" not)          value = word / quoted
  ///     not  = ["!"] not / term
  ///
  /// `!` binds tighter than `&`, `&` tighter than `|`. An empty selector is refused, never "all".
  package static func parse(_ text: String) throws(SelectorError) -> Selector {
    try parse(text, longest: longest)
  }

  static func parse(_ text: String, longest: Int) throws(SelectorError) -> Selector {
    guard text.utf8.count <= longest else {
      throw SelectorError(
        code: "selector.long", arguments: [String(text.utf8.count), String(longest)], source: "",
        column: 1, hint: Message("selector.hint.file"))
    }
    var parser = SelectorParser(lexer: try SelectorLexer(text))
    return try parser.parse()
  }
}

/// A parser by recursive descent, one method a rule of the grammar.
private struct SelectorParser {
  var lexer: SelectorLexer
  var places: [Selector.Place] = []
  var depth = 0

  mutating func parse() throws(SelectorError) -> Selector {
    if lexer.token == .end { throw lexer.fault("selector.empty", at: 1, hint: "selector.hint.all") }
    let expression = try parseOr()
    switch lexer.token {
    case .end: return Selector(expression, places: places)
    case .close: throw lexer.fault("selector.close", at: lexer.column)
    case .word(let word) where ["and", "or", "et", "ou"].contains(word.lowercased()):
      let sign = ["and", "et"].contains(word.lowercased()) ? "&" : "|"
      throw lexer.fault("selector.word", word, sign, at: lexer.column)
    default:
      throw lexer.fault("selector.operator", at: lexer.column, hint: "selector.hint.operator")
    }
  }

  private mutating func parseOr() throws(SelectorError) -> Selector.Expression {
    var parts = [try parseAnd()]
    while lexer.token == .or {
      try lexer.advance()
      parts.append(try parseAnd())
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func parseAnd() throws(SelectorError) -> Selector.Expression {
    var parts = [try parseNot()]
    while lexer.token == .and {
      try lexer.advance()
      parts.append(try parseNot())
    }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func parseNot() throws(SelectorError) -> Selector.Expression {
    guard lexer.token == .not else { return try parseTerm() }
    try deepen()
    defer { depth -= 1 }
    try lexer.advance()
    return .not(try parseNot())
  }

  private mutating func parseTerm() throws(SelectorError) -> Selector.Expression {
    let column = lexer.column
    switch lexer.token {
    case .open:
      try deepen()
      defer { depth -= 1 }
      try lexer.advance()
      let inner = try parseOr()
      guard lexer.token == .close else {
        throw lexer.fault("selector.unclosed", String(column), at: lexer.column)
      }
      try lexer.advance()
      return inner
    case .word(let word):
      try lexer.advance()
      if lexer.token == .colon { return try parseValue(of: word, at: column) }
      if word == "all" { return .all }
      throw bareWord(word, at: column)
    case .end:
      throw lexer.fault("selector.breaksOff", at: column, hint: "selector.hint.form")
    default: throw lexer.fault("selector.term", at: column, hint: "selector.hint.form")
    }
  }

  private mutating func parseValue(
    of name: String, at column: Int
  ) throws(SelectorError) -> Selector.Expression {
    let names = Selector.Key.allCases.map(\.rawValue)
    guard let key = Selector.Key(rawValue: name) else {
      let meant = EditDistance.suggestion(for: name, among: names)
      throw lexer.fault(
        "selector.key", name, names.joined(separator: ", "), at: column,
        hint: meant.map { _ in "did.you.mean" }, hintArguments: meant.map { ["\($0):"] } ?? [])
    }
    try lexer.advance()
    let place = lexer.column
    let value: String
    switch lexer.token {
    case .word(let word): value = word
    case .quoted(let text): value = text
    default: throw lexer.fault("selector.value", name, at: place, hint: "selector.hint.form")
    }
    if value.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      throw lexer.fault("selector.value", name, at: place, hint: "selector.hint.form")
    }
    if key == .store { try checkCode(value, at: place) }
    try lexer.advance()
    places.append(Selector.Place(key: key, value: value, column: place))
    return .term(key, value)
  }

  private func checkCode(_ value: String, at column: Int) throws(SelectorError) {
    let words = value.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" })
    if words.count > 1 {
      let terms = words.prefix(3).map { "store:\($0)" }.joined(separator: " | ")
      throw lexer.fault(
        "selector.stores", at: column, hint: "selector.hint.stores", hintArguments: [terms])
    }
    do throws(StoreCodeError) {
      _ = try StoreCode.parse(value)
    } catch {
      throw lexer.fault(
        "selector.code", TerminalText.excerpt(value), at: column,
        hint: error.meant.map { _ in "write.instead" },
        hintArguments: error.meant.map { [$0.rawValue] } ?? [])
    }
  }

  /// A word that stands alone: perhaps a value whose key was forgotten, or `and` where a term should be.
  private func bareWord(_ word: String, at column: Int) -> SelectorError {
    let lower = word.lowercased()
    if let sign = ["and": "&", "et": "&", "or": "|", "ou": "|", "not": "!", "sauf": "!"][lower] {
      return lexer.fault("selector.word", word, sign, at: column)
    }
    if lower == "all" || lower == "tous" || lower == "tout" {
      return lexer.fault("selector.bare", word, at: column, hint: "selector.hint.all")
    }
    if (try? StoreCode.parse(word)) != nil {
      return lexer.fault(
        "selector.bare", word, at: column, hint: "write.instead", hintArguments: ["store:\(word)"])
    }
    return lexer.fault("selector.bare", word, at: column, hint: "selector.hint.form")
  }

  private mutating func deepen() throws(SelectorError) {
    depth += 1
    if depth > Selector.deepest {
      throw lexer.fault("selector.deep", String(Selector.deepest), at: lexer.column)
    }
  }
}
