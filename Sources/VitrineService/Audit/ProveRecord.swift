import VitrineCore
import VitrineStorage

/// Proves that one record is in the log, in a file that needs nothing else but the record and the key.
package struct ProveRecord: Sendable {
  /// The record's index, from 0.
  package let index: Int

  /// Makes the use case.
  package init(index: Int) { self.index = index }

  /// The proof, and the record that it is about.
  package struct Output: Sendable {
    /// The proof with its checkpoint.
    package let proof: TLogProof
    /// The exact bytes of the record.
    package let record: [UInt8]
  }

  /// Uses the oldest kept checkpoint that covers the record, or signs one where none does.
  package func run(_ door: Door, as credential: Secret) async throws -> Output {
    guard let signer = door.desk.signer else {
      throw Fault(.configuration, Message("audit.noSigner"), hint: Message("audit.noSigner.hint"))
    }
    let key = try signer.verifier()
    let kept = try await door.ask(FindCheckpoint(.covering(index)), as: credential)
    let note: SignedNote
    if let kept {
      note = try SignedNote(bytes: kept)
    } else {
      note = try await SignCheckpoint().run(door, as: credential)
    }
    let promise = try Checkpoint(note, log: key)
    let leaf = try await door.ask(
      InclusionPath(index: index, size: promise.size), as: credential)
    return Output(proof: try leaf.proof(note, log: key), record: leaf.record)
  }
}

/// A record, and the hashes from it up to the root of a tree.
struct ProvenLeaf: Sendable {
  let index: Int
  let record: [UInt8]
  private let hashes: [Hash]

  init(at index: Int, in size: Int, _ transaction: any Transaction) throws {
    guard let record = try transaction.record(at: index) else {
      throw Fault(.notFound, Message("audit.noRecord", index), subject: String(index))
    }
    self.index = index
    self.record = record.bytes
    hashes = try MerkleTree.inclusionProof(of: index, in: size) {
      try transaction.treeHash(level: $0, index: $1)
    }
  }

  /// The proof under a checkpoint of that tree.
  ///
  /// One that does not hold is never handed out (`corrupt`): it would be taken for a forgery of ours.
  func proof(_ note: SignedNote, log key: NoteVerifier) throws -> TLogProof {
    let proof = TLogProof(index: index, hashes: hashes, checkpoint: note)
    do {
      try proof.verify(record: record, log: key)
    } catch let fault as Fault {
      throw Fault(
        .corrupt, fault.message, hint: Message("storage.auditNode.hint"), subject: String(index))
    }
    return proof
  }
}

/// Finds a kept checkpoint, as the bytes of its note.
struct FindCheckpoint: Query {
  enum Wanted: Sendable {
    /// The smallest that covers the record with that index.
    case covering(Int)
    /// The one of exactly that size.
    case size(Int)
    /// The largest.
    case last
  }

  static let action = Action.auditVerify
  static let isNational = true
  let wanted: Wanted

  init(_ wanted: Wanted) { self.wanted = wanted }

  func run(in context: ReadContext) throws -> [UInt8]? {
    let transaction = context.transaction
    switch wanted {
    case .covering(let index):
      guard index >= 0, index < (try transaction.auditHead().size) else {
        throw Fault(.notFound, Message("audit.noRecord", index), subject: String(index))
      }
      return try transaction.checkpoint(covering: index + 1).map { Array($0.utf8) }
    case .size(let size):
      return try transaction.checkpointNote(size: size).map { Array($0.utf8) }
    case .last:
      guard let size = try transaction.lastCheckpointSize() else { return nil }
      return try transaction.checkpointNote(size: size).map { Array($0.utf8) }
    }
  }
}

/// The hashes from a record up to the root of a tree, and the record.
struct InclusionPath: Query {
  static let action = Action.auditVerify
  static let isNational = true
  let index: Int
  let size: Int

  func run(in context: ReadContext) throws -> ProvenLeaf {
    try ProvenLeaf(at: index, in: size, context.transaction)
  }
}

/// Finds the record that says that a post was published; else the newest one about it.
package struct FindPublication: Query {
  package static let action = Action.auditVerify
  package static let isNational = true
  /// The post, by our own id.
  package let post: String

  /// Makes the query.
  package init(post: String) { self.post = post }

  package func run(in context: ReadContext) throws -> Int {
    let found = try context.transaction.row(
      """
      SELECT position FROM audit_leaf WHERE object = ?1
      ORDER BY CASE WHEN action = ?2 AND result = ?3 THEN 0 ELSE 1 END, position DESC LIMIT 1
      """,
      [
        .text(post), .text(Action.postPublish.rawValue),
        .text(AuditRecord.Outcome.success.rawValue),
      ])
    guard let found else {
      throw Fault(.notFound, Message("audit.noPost", TerminalText.excerpt(post)), subject: post)
    }
    return try found.int("position")
  }
}
