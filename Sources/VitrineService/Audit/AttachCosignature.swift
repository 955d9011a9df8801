import VitrineCore
import VitrineStorage

/// Takes back a checkpoint that witnesses have signed, and keeps their signatures.
package struct AttachCosignature: UseCase {
  package static let action = Action.auditCosign
  /// The note with more signatures than ours.
  package let note: SignedNote
  /// The witnesses that this desk knows.
  package let witnesses: [NoteVerifier]

  /// Makes the use case.
  package init(note: SignedNote, witnesses: [NoteVerifier]) {
    self.note = note
    self.witnesses = witnesses
  }

  /// What was kept.
  package struct Output: Codable, Sendable {
    /// The size of the checkpoint.
    package let size: Int
    /// The names of the witnesses whose signatures are kept now.
    package let witnesses: [String]
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    guard let signer = context.desk.signer else {
      throw Fault(.configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
    }
    let key = try signer.verifier()
    let promise = try Checkpoint(note, log: key, witnesses: witnesses)
    let lines = try note.verified(by: [key] + witnesses)
    let added = lines.filter { $0.name != key.name || $0.keyID != key.keyID }
    guard !added.isEmpty else {
      throw Fault(
        .invalid, Message("audit.cosign.nobody"), hint: Message("audit.cosign.nobody.hint"))
    }
    let transaction = context.transaction
    guard promise.size <= (try transaction.auditHead().size),
      try MerkleTree.root(of: promise.size, node: transaction.treeHash) == promise.root
    else {
      throw Fault(
        .corrupt, Message("audit.found.checkpoint", promise.origin, promise.size, 0),
        hint: Message("storage.auditNode.hint"))
    }
    let own = try SignedNote(text: note.text, signatures: lines)
    if let kept = try transaction.checkpointNote(size: promise.size) {
      let whole = try SignedNote(bytes: Array(kept.utf8)).adding(signaturesOf: own)
      try transaction.updateCheckpoint(
        size: promise.size, note: String(decoding: whole.bytes, as: UTF8.self))
    } else {
      try transaction.insertCheckpoint(
        promise, note: String(decoding: own.bytes, as: UTF8.self), at: context.now)
    }
    context.record(
      .auditCosign, object: AuditRecord.Object(type: "checkpoint", id: promise.origin),
      detail: [
        "size": .integer(Int64(promise.size)),
        "witnesses": .array(added.map { .string($0.name) }),
      ])
    return Output(size: promise.size, witnesses: added.map(\.name))
  }
}
