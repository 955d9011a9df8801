import VitrineCore
import VitrineStorage

/// Signs the log as it is now: a short text that can be printed, mailed and kept by outsiders.
package struct SignCheckpoint: Sendable {
  /// Makes the use case.
  package init() {}

  /// Signs and keeps the checkpoint; the same size is signed once.
  package func run(_ door: Door, as credential: Secret) async throws -> SignedNote {
    guard let signer = door.desk.signer else {
      throw Fault(.configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
    }
    // One at a time: a signer that knows more than the tree that was read would cry fork.
    guard let turn = try await door.desk.database.holdLease("checkpoint") else {
      throw Fault(.locked, Message("audit.signing"))
    }
    do {
      let note = try await sign(signer, door, credential)
      await turn.release()
      return note
    } catch {
      await turn.release()
      throw error
    }
  }

  private func sign(
    _ signer: any CheckpointSigner, _ door: Door, _ credential: Secret
  ) async throws -> SignedNote {
    let log = try await door.ask(ReadTree(), as: credential)
    let checkpoint = try Checkpoint(
      origin: signer.origin, size: log.frontier.size, root: log.frontier.root)
    let leaves = log.leaves
    let note = try signer.sign(checkpoint) { size, root in
      size <= leaves.count && MerkleTree.root(of: leaves.prefix(size)) == root
    }
    let now = door.desk.time.now()
    try await door.desk.database.write {
      try $0.insertCheckpoint(
        checkpoint, note: String(decoding: note.bytes, as: UTF8.self), at: now)
    }
    return note
  }
}

/// The tree as it stands: its edge, and the hash of each leaf.
struct ReadTree: Query {
  static let action = Action.auditVerify

  struct Output: Sendable {
    let frontier: Frontier
    let leaves: [Hash]
  }

  func run(in context: ReadContext) throws -> Output {
    var leaves: [Hash] = []
    try context.transaction.forEachRow(
      "SELECT leaf_hash FROM audit_leaf ORDER BY position", []
    ) {
      guard let hash = Hash(bytes: try $0.blob("leaf_hash")) else {
        throw Fault(.corrupt, Message("storage.column.kind", "leaf_hash"), subject: "audit_leaf")
      }
      leaves.append(hash)
    }
    return Output(frontier: try context.transaction.auditHead(), leaves: leaves)
  }
}
