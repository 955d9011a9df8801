/// A language that people read; JSON keys and codes stay English in both.
package enum Language: String, CaseIterable, Codable, Sendable {
  /// English.
  case en
  /// French.
  case fr

  /// The language that a POSIX locale such as `fr_FR.UTF-8` asks for; English if it asks for none.
  package init(locale: String) {
    self = locale.utf8.starts(with: "fr".utf8) ? .fr : .en
  }
}
