/// Splits a selector into its tokens; columns count Unicode scalars of the text as typed.
struct SelectorLexer {
  enum Token: Equatable {
    case and
    case or
    case not
    case open
    case close
    case colon
    case word(String)
    case quoted(String)
    case end
  }

  private let source: String
  private let scalars: [Unicode.Scalar]
  private var index = 0
  /// The token in hand and the column where it starts.
  private(set) var token = Token.end
  private(set) var column = 1

  init(_ source: String) throws(SelectorError) {
    self.source = source
    scalars = Array(source.unicodeScalars)
    try advance()
  }

  /// Whether a scalar may stand in a value without quotes: letters and digits of any script, `-._'/+`.
  static func isBare(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
        || "-._'/+".unicodeScalars.contains(scalar)
    }
    return ScalarKind(scalar) == .ordinary && !scalar.properties.isWhitespace
  }

  /// Goes on to the next token.
  mutating func advance() throws(SelectorError) {
    // A no-break space slips in easily on French keyboards; it parts words like any other blank.
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    column = index + 1
    guard index < scalars.count else {
      token = .end
      return
    }
    let scalar = scalars[index]
    switch scalar {
    case "&", "|": try readOperator(scalar)
    case "!": take(.not)
    case "(": take(.open)
    case ")": take(.close)
    case ":": take(.colon)
    case "\"": try readQuoted()
    case "*": throw fault("selector.star", at: column, hint: "selector.hint.star")
    case ",", ";": throw fault("selector.comma", at: column, hint: "selector.hint.or")
    case "=": throw fault("selector.equals", at: column, hint: "selector.hint.form")
    default:
      guard Self.isBare(scalar) else {
        let shown = ScalarKind(scalar) == .ordinary ? String(scalar) : scalar.name
        throw fault("selector.character", shown, at: column)
      }
      let start = index
      while index < scalars.count, Self.isBare(scalars[index]) { index += 1 }
      token = .word(Self.text(scalars[start..<index]))
    }
  }

  /// An error at a column of this text.
  func fault(
    _ code: String, _ arguments: String..., at column: Int, hint: String? = nil,
    hintArguments: [String] = []
  ) -> SelectorError {
    SelectorError(
      code: code, arguments: arguments, source: source, column: column,
      hint: hint.map { Message(code: $0, arguments: hintArguments) })
  }

  private mutating func take(_ token: Token) {
    self.token = token
    index += 1
  }

  private mutating func readOperator(_ scalar: Unicode.Scalar) throws(SelectorError) {
    if index + 1 < scalars.count, scalars[index + 1] == scalar {
      throw fault("selector.doubled", String(scalar), at: column)
    }
    take(scalar == "&" ? .and : .or)
  }

  private mutating func readQuoted() throws(SelectorError) {
    var value: [Unicode.Scalar] = []
    index += 1
    while index < scalars.count, scalars[index] != "\"" {
      if scalars[index] == "\\", index + 1 < scalars.count { index += 1 }
      if [.control, .separator, .directional].contains(ScalarKind(scalars[index])) {
        throw fault("selector.character", scalars[index].name, at: index + 1)
      }
      value.append(scalars[index])
      index += 1
    }
    guard index < scalars.count else { throw fault("selector.quote", at: column) }
    index += 1
    token = .quoted(Self.text(value))
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view).nfc
  }
}
