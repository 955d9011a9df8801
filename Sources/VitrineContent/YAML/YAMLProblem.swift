import VitrineCore

/// Why a YAML text cannot be used, and where.
struct YAMLProblem: Error {
  /// A place in the text, both from 1.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  /// What is wrong; the raw value ends the code of its message and of its rule.
  enum Kind: String, CaseIterable {
    /// An anchor, an alias or a merge key.
    case anchor
    /// A tag such as `!!binary`.
    case tag
    /// Nesting beyond the limit.
    case depth
    /// A key that is a list or a mapping.
    case key
    /// A second document.
    case documents
    /// A key that stands twice.
    case duplicate
    /// A tab where blanks must indent.
    case tab
    /// A quote that is never closed.
    case quote
    /// A bracket or brace that is never closed.
    case bracket
    /// A colon where no value may stand: usually a text that needs quotes.
    case colon
    /// A line that is neither `key: value` nor `- value`.
    case line
    /// A character that cannot begin a value.
    case start
    /// A `\` with a letter that means nothing.
    case escape
    /// Indentation that fits no line above.
    case indentation
    /// Anything else that the grammar does not allow.
    case syntax
  }

  let kind: Kind
  let place: Place
  let arguments: [String]

  init(_ kind: Kind, at place: Place, _ arguments: [String] = []) {
    self.kind = kind
    self.place = place
    self.arguments = arguments
  }

  /// The finding, on the true line of the file.
  func finding(file: String?, firstLine: Int) -> Finding {
    var arguments = arguments.map { TerminalText.excerpt($0) }
    var place = place
    place.line += firstLine - 1
    if kind == .duplicate, arguments.count == 2, let other = Int(arguments[1]) {
      arguments[1] = String(other + firstLine - 1)
    }
    let fix: Message? =
      switch kind {
      case .anchor, .tag, .colon, .key, .start, .tab: Message("yaml.\(kind.rawValue)-fix")
      default: nil
      }
    return Finding(
      .error, Message(code: "yaml.\(kind.rawValue)", arguments: arguments),
      rule: "yaml.\(kind.rawValue)",
      file: file, line: place.line, column: place.column, fix: fix)
  }
}
