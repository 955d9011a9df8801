import Foundation

/// The name of a person at the border.
package enum PersonName {
  /// The name in one normal form; `nil` for an empty, long or control-ridden one.
  package static func normal(_ name: String) -> String? {
    let trimmed = name.precomposedStringWithCanonicalMapping
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let hasControl = trimmed.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
    }
    guard !trimmed.isEmpty, trimmed.utf8.count <= 200, !hasControl else { return nil }
    return trimmed
  }

  /// A key under which two spellings of one name meet: without case, accents and hyphens.
  ///
  /// Only for finding somebody on a list that has no address; it never decides who may do what.
  package static func key(_ name: String) -> String { name.nfc.folded }

  /// What the record keeps of an identity: it can be checked while the row is there, and says nothing
  /// once the row is erased.
  package static func commitment(_ name: String, email: String?, salt: [UInt8]) -> String {
    Commitment.hash(Array("\(name)\n\(email ?? "")".utf8), salt: salt).hex
  }
}

/// An e-mail address at the border: plain ASCII, one `@`.
package enum EmailAddress {
  /// Whether a text may stand as an address; how mail is delivered is not looked at.
  package static func isPlausible(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 }
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && isPlain
      && text.utf8.count <= 254
  }

  /// The address as it is compared: people write their own with capitals or without.
  package static func key(_ text: String) -> String { text.lowercased() }
}
