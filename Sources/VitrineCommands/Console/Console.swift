import Foundation
import VitrineCore

/// Where a command speaks: data on standard output, talk on standard error.
///
/// Text that came from data never reaches a terminal with control characters in it.
package struct Console: Sendable {
  let invocation: Invocation
  /// The language of the person.
  let language: Language
  /// Whether the person asked for JSON.
  let isJSON: Bool
  /// Whether only data and errors are wanted.
  let isQuiet: Bool
  /// Whether colours are wanted.
  let hasColor: Bool
  /// How progress is shown.
  let progress: ProgressStyle

  /// A text of the catalogue in the person's language.
  func text(_ code: String, _ arguments: any CustomStringConvertible...) -> String {
    Message(code: code, arguments: arguments.map(\.description)).text(in: language)
  }

  /// Prints data: a line on standard output.
  func print(_ line: String) throws {
    guard invocation.output(TerminalText.escaped(line) + "\n") else { throw ClosedOutput() }
  }

  /// Prints data exactly, such as a signed note.
  func printExactly(_ text: String) throws {
    guard invocation.output(text) else { throw ClosedOutput() }
  }

  /// Prints one JSON document.
  ///
  /// Scalars that a terminal would obey are escaped, which JSON allows and readers undo.
  func print(_ json: JSON) throws {
    var text = ""
    for scalar in json.text.unicodeScalars {
      switch scalar.value {
      case 0x80...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    try printExactly(text + "\n")
  }

  /// Says something on standard error, unless the person wants quiet.
  func say(_ code: String, _ arguments: any CustomStringConvertible...) {
    guard !isQuiet else { return }
    let line = Message(code: code, arguments: arguments.map(\.description)).text(in: language)
    invocation.error(TerminalText.escaped(line) + "\n")
  }

  /// Says a finding that stops nothing, unless the person wants quiet.
  func warn(_ finding: Finding) {
    guard !isQuiet else { return }
    invocation.error(TerminalText.escaped(finding.text(in: language)) + "\n")
  }

  /// Prints a table, or the empty word on standard error.
  func print(_ table: Table, empty: String) throws {
    guard !table.rows.isEmpty else { return say(empty) }
    for line in table.lines(width: invocation.isOutputTerminal ? invocation.width : nil) {
      try print(line)
    }
  }
}

/// Standard output is gone: a closed pipe ends quietly, a full disk does not.
struct ClosedOutput: Error {
  /// Whether the reader of a pipe has gone, as with `vitrine store list | head`.
  var isReaderGone = errno == EPIPE
}

/// How progress is shown.
package enum ProgressStyle: String, CaseIterable, Sendable {
  /// A bar on a terminal, lines otherwise.
  case auto
  /// Lines.
  case plain
  /// Not at all.
  case none
}
