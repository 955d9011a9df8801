/// Signs checkpoints with a key that is not in the database, and refuses a fork.
package protocol CheckpointSigner: Sendable {
  /// The name of the log, which is also the name of the key.
  var origin: String { get }

  /// The key by which outsiders verify.
  func verifier() throws -> NoteVerifier

  /// What it signed last; `nil` before the first time.
  func lastSigned() throws -> Checkpoint?

  /// Signs a checkpoint, unless it contradicts what was signed before, and remembers it.
  ///
  /// It believes nothing that the database says: like a witness it checks a proof, which takes
  /// as many hashes as the tree is high.
  ///
  /// - Parameters:
  ///   - checkpoint: the size and root to sign.
  ///   - consistency: the hashes of RFC 6962 section 2.1.2 from the size of `lastSigned` to this.
  /// - Returns: the signed note.
  /// - Throws: `corrupt` when the log does not continue what was signed before.
  func sign(_ checkpoint: Checkpoint, consistency: [Hash]) throws -> SignedNote
}
