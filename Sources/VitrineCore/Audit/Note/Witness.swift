/// A second party that signs a log's checkpoints, having seen nothing but the last one.
///
/// The rules of C2SP tlog-witness, without its server: a checkpoint is cosigned when it is the log's,
/// when it is no smaller than the last one seen, and when a proof shows that the log grew out of it.
/// The time in the cosignature says until when nothing can have been rewritten.
package struct Witness: Sendable {
  /// The witness's own key.
  let signer: NoteSigner
  /// The key of the log that it watches.
  let log: NoteVerifier

  /// Makes a witness of one log.
  package init(signer: NoteSigner, log: NoteVerifier) {
    self.signer = signer
    self.log = log
  }

  /// Adds the witness's line to a note.
  ///
  /// - Parameters:
  ///   - note: the new checkpoint, signed by the log.
  ///   - seen: the last checkpoint that this witness saw; `nil` the first time, when it has nothing
  ///     to compare with and takes what it is shown.
  ///   - proof: the consistency from `seen` to the new one; not needed when the size is the same.
  ///   - time: when it is seen.
  /// - Returns: the note with the new line, and what to remember.
  /// - Throws: `invalid` for another log's note, a bad signature, a missing or unfitting proof;
  ///   `corrupt` for a log that shrank or was rewritten, which is what a witness is there to say.
  package func cosign(
    _ note: SignedNote, seen: Checkpoint?, proof: ConsistencyProof?, at time: Timestamp
  ) throws -> (note: SignedNote, checkpoint: Checkpoint) {
    let new = try Checkpoint(note, log: log)
    if let seen { try check(seen, new, proof) }
    return (try note.adding(signer.cosign(note.text, at: time)), new)
  }

  private func check(_ seen: Checkpoint, _ new: Checkpoint, _ proof: ConsistencyProof?) throws {
    guard seen.origin == new.origin else {
      throw Fault(.invalid, Message("audit.checkpoint.otherOrigin", seen.origin, new.origin))
    }
    guard seen.size <= new.size else {
      throw Fault(
        .corrupt, Message("audit.witness.shrunk", new.origin, seen.size, new.size),
        hint: Message("audit.witness.alarm"), subject: new.origin)
    }
    let fork = Fault(
      .corrupt, Message("audit.witness.fork", new.origin, seen.size, new.size),
      hint: Message("audit.witness.alarm"), subject: new.origin)
    if seen.size == new.size {
      guard seen.root == new.root else { throw fork }
      return
    }
    guard seen.size > 0 else { return }
    guard let proof, proof.oldSize == seen.size,
      try Checkpoint(text: proof.checkpoint.text) == new
    else {
      throw Fault(
        .invalid, Message("audit.witness.needsProof", seen.size, new.size),
        hint: Message("audit.witness.needsProof.hint", seen.size), subject: new.origin)
    }
    guard
      MerkleTree.verifyConsistency(
        from: seen.size, root: seen.root, to: new.size, root: new.root, proof: proof.hashes)
    else { throw fork }
  }
}
