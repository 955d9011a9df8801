/// Signs checkpoints with a key that is not in the database, and refuses a fork.
package protocol CheckpointSigner: Sendable {
  /// The name of the log, which is also the name of the key.
  var origin: String { get }

  /// The key by which outsiders verify.
  func verifier() throws -> NoteVerifier

  /// Signs a checkpoint, unless it contradicts what was signed before.
  ///
  /// - Parameters:
  ///   - checkpoint: the size and root to sign.
  ///   - isConsistent: whether the log of that size really starts with one of an earlier size and
  ///     root; the signer asks it about the last one that it signed.
  /// - Returns: the signed note.
  /// - Throws: `corrupt` when the log contradicts what was signed before.
  func sign(
    _ checkpoint: Checkpoint, isConsistent: @Sendable (_ size: Int, _ root: Hash) throws -> Bool
  ) throws -> SignedNote
}
