/// What a log promises at a moment: its name, its size and the root over all its records.
///
/// The text of C2SP tlog-checkpoint 1.0.0 without extension lines, which nobody could audit.
package struct Checkpoint: Hashable, Sendable {
  /// The name of the log, the same as that of its key.
  package let origin: String
  /// The number of records.
  package let size: Int
  /// The root over them.
  package let root: Hash

  /// Makes a checkpoint; throws `invalid` for a name that no key can have and a size below 0.
  package init(origin: String, size: Int, root: Hash) throws {
    guard NoteRules.isKeyName(origin), size >= 0 else { throw Self.malformed }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a checkpoint, strictly: three lines and nothing else.
  ///
  /// Throws `invalid` for a fourth line, a leading zero, a root that is not 32 bytes.
  package init(text: String) throws {
    var lines = TextLines(text.utf8)
    guard let originLine = lines.next(), let origin = String(validating: originLine, as: UTF8.self),
      let size = lines.next().flatMap({ TextLines.number($0) }),
      let root = lines.next().flatMap({ Base64.bytes($0) }).flatMap({ Hash(bytes: $0) }),
      lines.isAtEnd
    else { throw Self.malformed }
    try self.init(origin: origin, size: size, root: root)
  }

  /// The text that is signed, three lines.
  package var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

  /// Signs the checkpoint with the log's key; throws `invalid` when the key has another name.
  package func signed(by signer: NoteSigner) throws -> SignedNote {
    guard signer.name == origin else {
      throw Fault(.invalid, Message("audit.checkpoint.otherOrigin", signer.name, origin))
    }
    return try SignedNote(text: text, signatures: [signer.sign(text)])
  }

  /// Reads a checkpoint from a note that the log's key signed.
  ///
  /// Throws `invalid` when the signature is missing or wrong and when the checkpoint is another
  /// log's. Witnesses' signatures, too, must be good if their keys are given.
  package init(_ note: SignedNote, log: NoteVerifier, witnesses: [NoteVerifier] = []) throws {
    let verified = try note.verified(by: [log] + witnesses)
    guard verified.contains(where: { $0.name == log.name && $0.keyID == log.keyID }) else {
      throw Fault(.invalid, Message("audit.note.unverified", log.name))
    }
    try self.init(text: note.text)
    guard origin == log.name else {
      throw Fault(.invalid, Message("audit.checkpoint.otherOrigin", log.name, origin))
    }
  }

  private static var malformed: Fault { Fault(.invalid, Message("audit.checkpoint.malformed")) }
}
