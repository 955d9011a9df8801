/// A text with signature lines below it: C2SP signed-note 1.0.0, also Go's `sumdb/note`.
///
/// Made to be printed and mailed: a person can read it and any copy can be checked.
package struct SignedNote: Hashable, Sendable {
  /// The most signature lines that a note may have; C2SP asks for at least 16.
  package static let signatureLimit = 100

  /// The text that is signed, with its last line feed.
  package let text: String
  /// The signatures, in the order of the lines; checked only by `verified(by:)`.
  package let signatures: [NoteSignature]

  /// Puts signatures below a text.
  ///
  /// Throws `invalid` when the text does not end in a line feed or has another control character,
  /// and when there are no signatures or over 100.
  package init(text: String, signatures: [NoteSignature]) throws {
    guard NoteRules.isText(text.utf8), (1...Self.signatureLimit).contains(signatures.count) else {
      throw Self.malformed
    }
    self.text = text
    self.signatures = signatures
  }

  /// Reads a note without checking its signatures.
  ///
  /// Throws `invalid` for whatever the specification refuses: bytes that are not UTF-8, a control
  /// character, a missing empty line, a line that is no signature, anything behind the last one.
  package init(bytes: [UInt8]) throws {
    guard let whole = String(validating: bytes, as: UTF8.self), NoteRules.isText(whole.utf8),
      let split = bytes.indices.dropLast().last(where: {
        bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A
      })
    else { throw Self.malformed }
    var lines = TextLines(bytes[(split + 2)...])
    var signatures: [NoteSignature] = []
    while let line = lines.next() {
      guard signatures.count < Self.signatureLimit, let signature = NoteSignature(line: line) else {
        throw Self.malformed
      }
      signatures.append(signature)
    }
    let text = String(decoding: bytes[...split], as: UTF8.self)
    try self.init(text: text, signatures: signatures)
  }

  /// The note as a file.
  package var bytes: [UInt8] {
    Array("\(text)\n\(signatures.map { "\($0.line)\n" }.joined())".utf8)
  }

  /// The signatures of known keys, all of them good, the first of each key.
  ///
  /// Unknown keys are ignored, as the specification asks. Throws `invalid` when a known key's
  /// signature is wrong, and when no known key signed at all.
  package func verified(by verifiers: [NoteVerifier]) throws -> [NoteSignature] {
    var verified: [NoteSignature] = []
    for signature in signatures {
      let known = verifiers.filter { $0.name == signature.name && $0.keyID == signature.keyID }
      guard known.allSatisfy({ $0.isValid(signature, of: text) }) else {
        throw Fault(.invalid, Message("audit.note.badSignature", signature.name))
      }
      let isNew = !verified.contains {
        $0.name == signature.name && $0.keyID == signature.keyID
      }
      if !known.isEmpty, isNew { verified.append(signature) }
    }
    guard !verified.isEmpty else {
      throw Fault(
        .invalid,
        Message("audit.note.unverified", verifiers.map(\.name).joined(separator: ", ")))
    }
    return verified
  }

  private static var malformed: Fault { Fault(.invalid, Message("audit.note.malformed")) }
}
