/// A text with holes for fields: `À bientôt chez {{store.name}} !`.
///
/// A hole is a name between two pairs of braces, on one line; blanks around the name do not count.
/// Braces that are meant as text are written `\{{…}}`. That is the whole language: no sections, no loops, no
/// code, and no HTML escaping, which has no place in a social post. A name that nobody declared is
/// a finding, and a field without a value is a refusal: nothing is ever printed as an empty text.
package struct TextTemplate: Hashable, Sendable {
  /// A piece of a template.
  package enum Part: Hashable, Sendable {
    /// Text as it will be published.
    case text(String)
    /// A hole for the field of that name.
    case field(String)
  }

  /// What became of a template with the fields of one store.
  package enum Rendering: Hashable, Sendable {
    /// The finished text, in NFC.
    case text(String)
    /// The names of the fields without a value, each once, in the order of the text.
    case missing([String])
  }

  /// The pieces in order.
  package let parts: [Part]

  init(parts: [Part]) { self.parts = parts }

  /// Makes a template that is this text and has no holes.
  package init(literal text: String) {
    self.init(parts: text.isEmpty ? [] : [.text(TextNormalization.normalized(text))])
  }

  /// The names of the fields, each once, in the order of the text.
  package var fieldNames: [String] {
    var seen: Set<String> = []
    return parts.compactMap { part in
      if case .field(let name) = part, seen.insert(name).inserted { name } else { nil }
    }
  }

  /// The text without what fills the holes: what every rendering is at least as long as.
  package var fixedText: String {
    parts.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }.nfc
  }

  /// Fills the holes; a field that is absent or empty refuses the whole text.
  ///
  /// Values go in as they are, braces included: what a store writes is never read as a template.
  /// The result is for `TextCheck` and the limits of the network to judge.
  package func render(_ fields: [String: String]) -> Rendering {
    let missing = fieldNames.filter { fields[$0, default: ""].isEmpty }
    guard missing.isEmpty else { return .missing(missing) }
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .field(let name): result += fields[name, default: ""]
      }
    }
    return .text(result.nfc)
  }

  /// Whether a text can be the name of a field: ASCII letters, digits, `-`, `_`, in parts joined by dots.
  package static func isFieldName(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count) else { return false }
    return name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { part in
        guard let first = part.first, isLetter(first) else { return false }
        return part.allSatisfy {
          isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            || $0 == UInt8(ascii: "_")
        }
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
