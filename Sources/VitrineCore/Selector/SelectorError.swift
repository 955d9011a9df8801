/// What is wrong with a selector, and where.
package struct SelectorError: Error, Hashable, Sendable {
  private let code: String
  private let arguments: [String]
  /// The selector as typed; empty when it is too long to show.
  package let source: String
  /// The column, from 1, in Unicode scalars of `source`.
  package let column: Int
  /// What to write.
  package let hint: Message?

  /// The selector with a caret under the place, in two lines; `nil` when there is nothing to show.
  ///
  /// Both lines are safe to print. A long selector is cut to the surroundings of the place. The
  /// caret stands right under wide letters and combining marks too, since columns of the terminal
  /// are counted, not scalars.
  package var picture: String? {
    guard !source.utf8.isEmpty else { return nil }
    let scalars = Array(source.unicodeScalars)
    let offset = min(max(0, column - 1), scalars.count)
    let start = max(0, offset - 50)
    let end = min(scalars.count, offset + 25)
    let before = TerminalText.escapedLine(Self.text(scalars[start..<offset]))
    let after = TerminalText.escapedLine(Self.text(scalars[offset..<end]))
    let lead = start > 0 ? "…" : ""
    let tail = end < scalars.count ? "…" : ""
    let indent = TerminalText.displayWidth(lead + before)
    return "  \(lead)\(before)\(after)\(tail)\n  \(String(repeating: " ", count: indent))^"
  }

  init(code: String, arguments: [String], source: String, column: Int, hint: Message? = nil) {
    self.code = code
    self.arguments = arguments
    self.source = source
    self.column = column
    self.hint = hint
  }

  /// What is wrong, on one line.
  package var message: Message { message(with: "") }

  /// The error as the product's own: its text is the message with the picture below it.
  package var fault: Fault {
    let finding = Finding(.error, message, rule: code, line: 1, column: column, fix: hint)
    return Fault(
      .invalid, message(with: picture.map { "\n\($0)" } ?? ""), hint: hint,
      subject: source.isEmpty ? nil : source, findings: [finding])
  }

  /// Every text of a selector error ends with a place for the picture.
  private func message(with picture: String) -> Message {
    Message(code: code, arguments: arguments + [picture])
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
