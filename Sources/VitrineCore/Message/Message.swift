/// A sentence for people, kept as a code and its arguments until somebody's language is known.
///
/// Reasons and notices are stored this way, so that the store reads French and the auditor English.
/// The texts stand in the `Catalogue`; a test fails on a code that is in the sources and not there.
package struct Message: Hashable, Codable, Sendable {
  /// The code of the text, such as `store.unknown`; stable, and English in every language.
  package let code: String
  /// What goes into `{1}`, `{2}`, … of the text.
  package let arguments: [String]

  /// Makes a message; arguments are turned to text at once, so that it can be stored.
  package init(_ code: String, _ arguments: any CustomStringConvertible...) {
    self.code = code
    self.arguments = arguments.map(\.description)
  }

  /// Makes a message from stored parts.
  package init(code: String, arguments: [String]) {
    self.code = code
    self.arguments = arguments
  }

  /// The sentence in a language.
  package func text(in language: Language) -> String {
    Catalogue.shared.text(self, in: language)
  }
}
