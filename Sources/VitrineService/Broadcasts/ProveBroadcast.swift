import VitrineCore
import VitrineStorage

/// Proves to outsiders that what a receipt rests on is in the log: every record of a broadcast and of its
/// posts, under one signed checkpoint.
package struct ProveBroadcast: Sendable {
  /// Which broadcast.
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  /// The proofs, and what they are checked with.
  package struct Output: Sendable {
    /// The signed checkpoint that covers them all.
    package let checkpoint: SignedNote
    /// The key of the log, as outsiders keep it.
    package let key: NoteVerifier
    /// The records with their proofs, oldest first.
    package let records: [Item]
  }

  /// A record and its proof.
  package struct Item: Sendable {
    /// The proof.
    package let proof: TLogProof
    /// The exact bytes of the record.
    package let record: [UInt8]
  }

  /// Uses the oldest kept checkpoint that covers them, or signs one; nil on a desk that does not sign.
  package func run(_ door: Door, as credential: Secret) async throws -> Output? {
    guard let signer = door.desk.signer else { return nil }
    let key = try signer.verifier()
    let last = try await door.ask(LastBroadcastRecord(id: id), as: credential)
    let kept = try await door.desk.database.read { try $0.checkpoint(covering: last + 1) }
    let note: SignedNote
    if let kept {
      note = try SignedNote(bytes: Array(kept.utf8))
    } else {
      note = try await LogSignature(door).make { _ in
        _ = try await door.perform(RecordReceipt(id: id), as: credential)
      }
    }
    let size = try Checkpoint(note, log: key).size
    let found = try await door.ask(BroadcastProofs(id: id, size: size), as: credential)
    let items = try found.map { Item(proof: try $0.proof(note, log: key), record: $0.record) }
    return Output(checkpoint: note, key: key, records: items)
  }
}

/// The newest record of a broadcast and its posts.
struct LastBroadcastRecord: Query {
  static let action = Action.broadcastRead
  static let isNational = true
  let id: BroadcastID

  func run(in context: ReadContext) throws -> Int {
    _ = try context.transaction.existingBroadcast(id)
    let row = try context.transaction.row(
      "SELECT MAX(position) AS last FROM (\(BroadcastProofs.places)) AS places",
      [.text(id.rawValue)])
    return try row?.optionalInteger("last").map(Int.init) ?? 0
  }
}

/// The records of a broadcast and its posts, each with the hashes up to the root of a tree.
struct BroadcastProofs: Query {
  static let action = Action.broadcastRead
  static let isNational = true
  let id: BroadcastID
  /// The size of the tree.
  let size: Int

  /// Where the records stand: by their object, of which there is an index.
  static let places = """
    SELECT position FROM audit_leaf WHERE object = ?1
    UNION ALL
    SELECT l.position FROM delivery d JOIN audit_leaf l ON l.object = d.post_id
    WHERE d.broadcast_id = ?1
    """

  func run(in context: ReadContext) throws -> [ProvenLeaf] {
    let transaction = context.transaction
    return try transaction.rows(
      "SELECT position FROM (\(Self.places)) AS places WHERE position < ?2 ORDER BY position",
      [.text(id.rawValue), SQLValue(size)]
    ).map { try ProvenLeaf(at: $0.int("position"), in: size, transaction) }
  }
}

/// Says in the log that it is about to be signed for the receipt of a broadcast.
///
/// Whoever may read a broadcast may have its receipt, and with it a checkpoint: signing the log as it is
/// gives nobody a right.
struct RecordReceipt: UseCase {
  static let action = Action.broadcastRead
  let id: BroadcastID

  func subjectMatter(in transaction: any Transaction, at now: Timestamp) throws -> SubjectMatter {
    SubjectMatter(.national, object: try transaction.existingBroadcast(id).object)
  }

  func run(_ prepared: Void, in context: Context) throws -> RecordCheckpoint.Output {
    let broadcast = try context.transaction.existingBroadcast(id)
    let size = try context.transaction.auditHead().size + 1
    context.record(
      Self.action, object: broadcast.object,
      detail: ["receipt": true, "size": .integer(Int64(size))])
    return RecordCheckpoint.Output(size: size)
  }
}
