/// A value of a YAML file with the place where it stands; every scalar is a text.
///
/// Nothing is guessed from the look of a scalar: `0042`, `NO` and `2026-11-22` stay what was
/// written, and the reader of a key decides what it must be.
package struct YAMLNode: Hashable, Sendable {
  /// What stands there.
  package indirect enum Content: Hashable, Sendable {
    /// A text and how it was written.
    case scalar(String, Style)
    /// A list.
    case sequence([YAMLNode])
    /// Values by key, in the order of the file; no key stands twice.
    case mapping([Member])
  }

  /// How a text was written.
  package enum Style: Hashable, Sendable {
    /// Without quotes.
    case plain
    /// In single or double quotes.
    case quoted
    /// Below its key, behind `|` or `>`.
    case block
  }

  /// A key and its value.
  package struct Member: Hashable, Sendable {
    /// The key.
    package let key: String
    /// The line of the key, from 1.
    package let line: Int
    /// The column of the key, from 1.
    package let column: Int
    /// The value.
    package let value: YAMLNode
  }

  /// What stands there.
  package let content: Content
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int

  /// The text, when it is one.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The members, when it is a mapping.
  package var members: [Member]? {
    if case .mapping(let members) = content { members } else { nil }
  }

  /// Whether nothing stands behind the key: neither a value nor a pair of quotes.
  package var isMissing: Bool {
    content == .scalar("", .plain)
  }

  /// The line on which the text itself begins: below the key when it is a block.
  ///
  /// Blank lines at its start are passed over, as they are when the text is normalised.
  package var textLine: Int {
    guard case .scalar(let text, .block) = content else { return line }
    return line + 1 + text.utf8.prefix { $0 == 0x0A }.count
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> YAMLNode? {
    members?.first { $0.key == key }?.value
  }
}
