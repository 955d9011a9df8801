/// A file that proves that a log only grew since an older checkpoint.
///
/// The form is the body of `add-checkpoint` in C2SP tlog-witness, so that the same bytes can be sent
/// to a witness: `old <size>`, the hashes, an empty line, the new signed checkpoint.
package struct ConsistencyProof: Hashable, Sendable {
  /// The size of the older tree.
  package let oldSize: Int
  /// The hashes of RFC 6962 section 2.1.2.
  package let hashes: [Hash]
  /// The signed checkpoint of the newer tree.
  package let checkpoint: SignedNote

  /// Puts a proof together; `MerkleTree.consistencyProof` gives the hashes.
  package init(oldSize: Int, hashes: [Hash], checkpoint: SignedNote) {
    self.oldSize = oldSize
    self.hashes = hashes
    self.checkpoint = checkpoint
  }

  /// Reads the file without checking what it says; throws `invalid` when it has another form.
  package init(bytes: [UInt8]) throws {
    let malformed = Fault(.invalid, Message("audit.proof.malformed"))
    var lines = TextLines(bytes)
    guard let oldSize = lines.value(after: "old").flatMap({ TextLines.number($0) }),
      let hashes = lines.hashes()
    else { throw malformed }
    let note = try SignedNote(bytes: lines.remaining)
    guard oldSize <= (try Checkpoint(text: note.text).size) else { throw malformed }
    self.init(oldSize: oldSize, hashes: hashes, checkpoint: note)
  }

  /// The file.
  package var bytes: [UInt8] {
    let lines = hashes.map { "\($0.base64)\n" }.joined()
    return Array("old \(oldSize)\n\(lines)\n".utf8) + checkpoint.bytes
  }

  /// Checks that the log grew from an older checkpoint without changing it, and returns the new one.
  ///
  /// Throws `invalid` when a signature is wrong, the checkpoints are of two logs, the older one has
  /// another size than the file says, or the hashes do not join the two roots.
  @discardableResult
  package func verify(
    from old: Checkpoint, log: NoteVerifier, witnesses: [NoteVerifier] = []
  ) throws -> Checkpoint {
    let new = try Checkpoint(checkpoint, log: log, witnesses: witnesses)
    guard old.origin == new.origin, old.size == oldSize,
      MerkleTree.verifyConsistency(
        from: old.size, root: old.root, to: new.size, root: new.root, proof: hashes)
    else { throw Fault(.invalid, Message("audit.proof.notConsistent", old.size, new.size)) }
    return new
  }
}
