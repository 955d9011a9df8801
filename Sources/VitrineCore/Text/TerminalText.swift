/// Text made safe for a terminal: what comes from data can neither move the cursor nor lie.
///
/// Escape sequences in names and posts have retitled windows, cleared screens and written to the
/// clipboard of whoever listed them (kubectl's CVE-2021-25743); a bare carriage return overwrites
/// the line. So whatever is not plainly visible is shown as `\u{…}`.
package enum TerminalText {
  /// Returns a text that may be printed; line ends and tabs stay.
  package static func escaped(_ text: String) -> String {
    escaped(text, keeping: { $0 == 0x0A || $0 == 0x09 })
  }

  /// Returns a text that may be printed and stays on one line: for a table cell or a line of a log.
  package static func escapedLine(_ text: String) -> String {
    escaped(text, keeping: { _ in false })
  }

  /// Returns the start of a value for a message: one line, escaped, at most 80 scalars and then `…`.
  package static func excerpt(_ text: String) -> String {
    let head = text.unicodeScalars.prefix(80)
    let cut = head.endIndex < text.unicodeScalars.endIndex
    return escapedLine(String(head)) + (cut ? "…" : "")
  }

  private static func escaped(_ text: String, keeping isKept: (UInt8) -> Bool) -> String {
    // Printable ASCII needs nothing; most cells are that.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || isKept($0) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isLayout = scalar.value == 0x0A || scalar.value == 0x09
      let isKept =
        isLayout ? isKept(UInt8(scalar.value)) : [.ordinary, .joiner].contains(ScalarKind(scalar))
      if isKept {
        result.append(scalar)
      } else {
        result.append(
          contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      }
    }
    return String(result)
  }
}
