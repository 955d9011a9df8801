import Crypto

/// The private half of a key that signs notes; prints only its public half.
package struct NoteSigner: Sendable, CustomStringConvertible, CustomReflectable {
  /// The name of the key; a log's is its origin.
  package let name: String
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a signer from the 32 bytes of an Ed25519 seed.
  ///
  /// Throws `invalid` for a name that no key can have and for a wrong length.
  package init(name: String, seed: [UInt8]) throws {
    guard NoteRules.isKeyName(name), seed.count == 32,
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    else { throw Self.malformed }
    self.name = name
    self.key = key
  }

  /// Makes a new key.
  package init(name: String, random: RandomSource) throws {
    try self.init(name: name, seed: random.bytes(32))
  }

  /// Reads `PRIVATE+KEY+name+id+base64`, the form in which Go's tools keep it.
  ///
  /// Throws `invalid` when any byte of it is wrong; the fault never repeats what it read.
  package init(skey: Secret) throws {
    let parts = skey.exposed.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0].elementsEqual("PRIVATE".utf8),
      parts[1].elementsEqual("KEY".utf8), let name = String(parts[2]),
      let key = Base64.bytes(parts[4]), key.first == NoteKind.log.rawValue
    else { throw Self.malformed }
    try self.init(name: name, seed: Array(key.dropFirst()))
    guard parts[3].elementsEqual(NoteRules.hex(keyID(.log)).utf8) else { throw Self.malformed }
  }

  /// The form to keep in a file that only its owner can read.
  package var skey: Secret {
    let seed = Base64.text([NoteKind.log.rawValue] + Array(key.rawRepresentation))
    return Secret("PRIVATE+KEY+\(name)+\(NoteRules.hex(keyID(.log)))+\(seed)")
  }

  private var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  private func keyID(_ kind: NoteKind) -> UInt32 { kind.keyID(name: name, publicKey: publicKey) }

  /// The public half, of the kind that checks `sign` or `cosign`.
  package func verifier(_ kind: NoteKind = .log) throws -> NoteVerifier {
    try NoteVerifier(name: name, publicKey: publicKey, kind: kind)
  }

  /// The signature line over a note's text, as a log makes it.
  package func sign(_ text: String) throws -> NoteSignature {
    let signature = try key.signature(for: Array(text.utf8))
    return NoteSignature(name: name, keyID: keyID(.log), payload: Array(signature))
  }

  /// The signature line over a note's text and the time at which it was seen, as a witness makes it.
  package func cosign(_ text: String, at time: Timestamp) throws -> NoteSignature {
    let seconds = UInt64(time.milliseconds / 1000)
    let signature = try key.signature(for: NoteRules.cosigned(text, at: seconds))
    return NoteSignature(
      name: name, keyID: keyID(.cosignature), payload: BigEndian.bytes(seconds) + Array(signature))
  }

  /// The name of the key.
  package var description: String { "NoteSigner(\(name))" }

  /// The name of the key only.
  package var customMirror: Mirror { Mirror(self, children: ["name": name]) }

  private static var malformed: Fault { Fault(.invalid, Message("audit.skey.malformed")) }
}
