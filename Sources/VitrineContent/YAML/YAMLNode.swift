/// A value of a YAML file with the place where it stands; every scalar is a text.
///
/// Nothing is guessed from the look of a scalar: `0042`, `NO` and `2026-11-22` stay what was
/// written, and the reader of a key decides what it must be.
package struct YAMLNode: Hashable, Sendable {
  /// What stands there.
  package indirect enum Content: Hashable, Sendable {
    /// A text; plain when it stands without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Values by key, in the order of the file; no key stands twice.
    case mapping([Member])
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
    if case .scalar(let text, let isPlain) = content { isPlain && text.isEmpty } else { false }
  }

  /// The value of a key of a mapping.
  package subscript(key: String) -> YAMLNode? {
    members?.first { $0.key == key }?.value
  }
}
