import VitrineCore
import VitrineStorage

/// Computes the whole log anew from its bytes, and compares it with everything that was promised.
package struct VerifyAudit: Query {
  package static let action = Action.auditVerify
  /// A checkpoint that somebody kept outside, as a signed note.
  package let kept: [UInt8]?

  /// Makes the query.
  package init(kept: [UInt8]?) { self.kept = kept }

  package func run(in context: ReadContext) throws -> AuditVerdict {
    let transaction = context.transaction
    let log = try context.desk.signer?.verifier()
    var notes = try transaction.checkpointNotes().map { Array($0.utf8) }
    if let kept { notes.append(kept) }
    var checkpoints: [Checkpoint] = []
    for bytes in notes {
      let note = try SignedNote(bytes: bytes)
      checkpoints.append(
        try log.map { try Checkpoint(note, log: $0) } ?? Checkpoint(text: note.text))
    }
    var nodes: Set<MerkleTree.Node> = []
    try transaction.forEachNode { nodes.insert($0) }
    var verifier = AuditVerifier(checkpoints: checkpoints)
    try transaction.forEachRecord { record in
      verifier.append(
        index: record.index, record: record.bytes, storedLeaf: Hash(bytes: record.leafHash),
        storedColumns: record.columns, isStored: { nodes.remove($0) != nil })
    }
    return verifier.finish(head: try transaction.auditHead())
  }
}
