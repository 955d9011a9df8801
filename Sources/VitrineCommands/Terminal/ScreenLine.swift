import VitrineCore

/// A line for the terminal: parts with a look each.
struct ScreenLine: Hashable, Sendable {
  /// How a part looks; none of them is needed to understand it.
  enum Style: String, Sendable {
    case plain = ""
    case bold = "1"
    case faint = "2"
    case good = "32"
    case warning = "33"
    case error = "1;31"
  }

  /// A part of a line.
  struct Part: Hashable, Sendable {
    var text: String
    var style: Style
  }

  /// The parts from left to right.
  var parts: [Part]

  /// A line of one part.
  init(_ text: String = "", _ style: Style = .plain) { parts = [Part(text: text, style: style)] }

  /// The line with another part behind it.
  func then(_ text: String, _ style: Style = .plain) -> ScreenLine {
    var line = self
    line.parts.append(Part(text: text, style: style))
    return line
  }

  /// The lines of a text in one look, broken to the columns; `indent` stands before each.
  static func wrapped(
    _ text: String, _ style: Style = .plain, columns: Int, indent: String = ""
  ) -> [ScreenLine] {
    let room = max(8, columns - TerminalText.displayWidth(indent))
    return TerminalText.wrapped(text, to: room).map { ScreenLine(indent + $0, style) }
  }

  /// The text without looks.
  var text: String { parts.map(\.text).joined() }

  /// How many columns it takes.
  var width: Int {
    parts.reduce(0) { $0 + TerminalText.displayWidth(TerminalText.escapedLine($1.text)) }
  }

  /// What is sent to the terminal; what comes from data cannot move its cursor.
  func output(hasColor: Bool) -> String {
    parts.map { part in
      let text = TerminalText.escapedLine(part.text)
      guard hasColor, part.style != .plain, !text.isEmpty else { return text }
      return "\u{1B}[\(part.style.rawValue)m\(text)\u{1B}[0m"
    }.joined()
  }
}

/// One line behind another.
func + (left: ScreenLine, right: ScreenLine) -> ScreenLine {
  var line = left
  line.parts += right.parts
  return line
}
