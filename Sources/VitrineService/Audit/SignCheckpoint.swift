import VitrineCore
import VitrineStorage

/// Signs the log as it is now: a short text that can be printed, mailed and kept by outsiders.
///
/// Signing is itself an action: its record is written first, so that the checkpoint covers it, and
/// names the checkpoint before, so that one that vanishes later is missed.
package struct SignCheckpoint: Sendable {
  /// Makes the use case.
  package init() {}

  /// Records, signs and keeps the checkpoint.
  package func run(_ door: Door, as credential: Secret) async throws -> SignedNote {
    try await LogSignature(door).make { origin in
      _ = try await door.perform(RecordCheckpoint(origin: origin), as: credential)
    }
  }
}

/// The signature under the log, for whoever got the record of it past the door.
struct LogSignature: Sendable {
  private let door: Door

  init(_ door: Door) { self.door = door }

  /// Has the record written under the name of the log, then signs and keeps the checkpoint.
  func make(_ record: (String) async throws -> Void) async throws -> SignedNote {
    guard let signer = door.desk.signer else {
      throw Fault(.configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
    }
    // One at a time: a signer that knows more than the tree that was read would cry fork.
    guard let turn = try await door.desk.database.holdLease("checkpoint") else {
      throw Fault(.locked, Message("audit.signing"))
    }
    do {
      let last = try signer.lastSigned()
      try await record(signer.origin)
      let note = try await sign(signer, after: last)
      await turn.release()
      return note
    } catch {
      await turn.release()
      throw error
    }
  }

  private func sign(
    _ signer: any CheckpointSigner, after last: Checkpoint?
  ) async throws -> SignedNote {
    if let last { try await keep(last, signer) }
    let tree = try await door.desk.database.read {
      try SignedTree(of: $0, since: last?.size ?? 0)
    }
    let checkpoint = try Checkpoint(
      origin: signer.origin, size: tree.frontier.size, root: tree.frontier.root)
    let note = try signer.sign(checkpoint, consistency: tree.growth)
    try await insert(checkpoint, note)
    return note
  }

  /// Keeps the last signature where a crash came between signing and keeping: the same key over the
  /// same text gives the same note.
  private func keep(_ last: Checkpoint, _ signer: any CheckpointSigner) async throws {
    let kept = try await door.desk.database.read { try $0.checkpointNote(size: last.size) }
    guard kept == nil else { return }
    try await insert(last, try signer.sign(last, consistency: []))
  }

  private func insert(_ checkpoint: Checkpoint, _ note: SignedNote) async throws {
    let now = door.desk.time.now()
    try await door.desk.database.write {
      try $0.insertCheckpoint(
        checkpoint, note: String(decoding: note.bytes, as: UTF8.self), at: now)
    }
  }
}

/// Says in the log that it is about to be signed.
struct RecordCheckpoint: UseCase {
  static let action = Action.auditVerify
  /// The name of the log.
  let origin: String

  /// The records that the checkpoint will at least cover.
  struct Output: Codable, Sendable {
    let size: Int
  }

  func run(_ prepared: Void, in context: Context) throws -> Output {
    let size = try context.transaction.auditHead().size + 1
    var detail: [String: JSON] = ["size": .integer(Int64(size))]
    if let previous = try context.transaction.lastCheckpointSize() {
      detail["previous"] = .integer(Int64(previous))
    }
    context.record(
      .auditVerify, object: AuditRecord.Object(type: "checkpoint", id: origin), detail: detail)
    return Output(size: size)
  }
}

/// The tree as it stands, and the proof that it grew out of an older one.
struct SignedTree: Sendable {
  /// Its size and root.
  let frontier: Frontier
  /// Empty when the older tree is empty, as large, or larger, which no proof can mend.
  let growth: [Hash]

  /// Reads as many hashes as the tree is high.
  ///
  /// Throws `corrupt` when the head is not the root of the stored tree: then nobody must sign it.
  init(of transaction: any Transaction, since: Int) throws {
    let frontier = try transaction.auditHead()
    let root = try MerkleTree.root(of: frontier.size) {
      try transaction.treeHash(level: $0, index: $1)
    }
    guard root == frontier.root else {
      throw Fault(
        .corrupt, Message("audit.found.head", frontier.size),
        hint: Message("storage.auditNode.hint"), subject: "audit_head")
    }
    self.frontier = frontier
    growth =
      since > frontier.size
      ? []
      : try MerkleTree.consistencyProof(from: since, to: frontier.size) {
        try transaction.treeHash(level: $0, index: $1)
      }
  }
}
