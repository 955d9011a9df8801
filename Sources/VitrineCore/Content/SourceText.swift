/// A text as it stands in a file, with the place where it begins.
///
/// The place lets whoever reads holes and marks later (`{{store.name}}`) name the true line of the
/// file: line 1 of the text is line `line` of the file.
package struct SourceText: Hashable, Codable, Sendable {
  /// The text, normalised as `TextNormalization` does it.
  package let text: String
  /// The line of the file on which the text begins, from 1.
  package let line: Int

  /// Takes a text that is already normalised.
  package init(_ text: String, line: Int) {
    self.text = text
    self.line = line
  }

  /// The line of the file on which a line of the text (from 1) stands.
  package func fileLine(of line: Int) -> Int { self.line + line - 1 }
}
