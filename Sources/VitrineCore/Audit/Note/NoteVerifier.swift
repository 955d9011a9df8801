import Crypto

/// The public half of a key that signs notes: what an auditor needs to hold.
package struct NoteVerifier: Hashable, Sendable, CustomStringConvertible {
  /// The name of the key; a log's is its origin.
  package let name: String
  /// What the key signs.
  package let kind: NoteKind
  /// The 32 bytes of the Ed25519 public key.
  package let publicKey: [UInt8]
  /// The id that signature lines name.
  package let keyID: UInt32

  /// Makes a verifier; throws `invalid` for a name that no key can have and for a wrong length.
  package init(name: String, publicKey: [UInt8], kind: NoteKind = .log) throws {
    guard NoteRules.isKeyName(name), publicKey.count == 32 else { throw Self.malformed }
    self.name = name
    self.kind = kind
    self.publicKey = publicKey
    keyID = kind.keyID(name: name, publicKey: publicKey)
  }

  /// Reads `name+id+base64`, the form that is published.
  ///
  /// Throws `invalid` when any byte of it is wrong: the id is computed from all the rest.
  package init(vkey: String) throws {
    let parts = vkey.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let name = String(parts[0]), let key = Base64.bytes(parts[2]),
      let type = key.first, let kind = NoteKind(rawValue: type)
    else { throw Self.malformed }
    try self.init(name: name, publicKey: Array(key.dropFirst()), kind: kind)
    guard parts[1].elementsEqual(NoteRules.hex(keyID).utf8) else { throw Self.malformed }
  }

  /// The form that is published: `name+id+base64`.
  package var vkey: String {
    "\(name)+\(NoteRules.hex(keyID))+\(Base64.text([kind.rawValue] + publicKey))"
  }

  /// The published form.
  package var description: String { vkey }

  /// Whether a signature line is this key's over a text.
  package func isValid(_ signature: NoteSignature, of text: String) -> Bool {
    guard signature.name == name, signature.keyID == keyID else { return false }
    switch kind {
    case .log:
      return isSignature(signature.payload, of: Array(text.utf8))
    case .cosignature:
      guard let seconds = Self.cosignatureTime(signature) else { return false }
      return isSignature(
        Array(signature.payload.dropFirst(8)), of: NoteRules.cosigned(text, at: seconds))
    }
  }

  /// The time that a witness's signature line states, in seconds since 1970.
  ///
  /// `nil` when the line has another length than a witness's; proven only once `isValid` says so.
  package static func cosignatureTime(_ signature: NoteSignature) -> UInt64? {
    signature.payload.count == 72 ? BigEndian.number(signature.payload.prefix(8)) : nil
  }

  private func isSignature(_ signature: [UInt8], of message: [UInt8]) -> Bool {
    guard signature.count == 64,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey)
    else { return false }
    return key.isValidSignature(signature, for: message)
  }

  private static var malformed: Fault { Fault(.invalid, Message("audit.vkey.malformed")) }
}
