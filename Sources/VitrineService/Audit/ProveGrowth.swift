import VitrineCore
import VitrineStorage

/// Proves that the log only grew since an older size: what a witness asks for.
package struct ProveGrowth: Sendable {
  /// The size that the other side knows.
  package let from: Int
  /// The size of a kept checkpoint; `nil` for the newest.
  package let to: Int?

  /// Makes the use case.
  package init(from: Int, to: Int?) {
    self.from = from
    self.to = to
  }

  /// Makes the proof; signs a checkpoint where none is kept that is larger than `from`.
  package func run(_ door: Door, as credential: Secret) async throws -> ConsistencyProof {
    let note = try await checkpoint(door, credential)
    let promise = try Checkpoint(text: note.text)
    guard (0...promise.size).contains(from) else {
      throw Fault(.invalid, Message("audit.proof.range", from, promise.size), subject: "--from")
    }
    let hashes = try await door.ask(
      GrowthPath(from: from, size: promise.size, root: promise.root), as: credential)
    return ConsistencyProof(oldSize: from, hashes: hashes, checkpoint: note)
  }

  private func checkpoint(_ door: Door, _ credential: Secret) async throws -> SignedNote {
    if let to {
      guard let kept = try await door.ask(FindCheckpoint(.size(to)), as: credential) else {
        throw Fault(
          .notFound, Message("audit.noCheckpoint", to), hint: Message("audit.noCheckpoint.hint"),
          subject: "--to")
      }
      return try SignedNote(bytes: kept)
    }
    if let kept = try await door.ask(FindCheckpoint(.last), as: credential) {
      let note = try SignedNote(bytes: kept)
      if try Checkpoint(text: note.text).size > from { return note }
    }
    return try await SignCheckpoint().run(door, as: credential)
  }
}

/// The hashes that join two trees.
struct GrowthPath: Query {
  static let action = Action.auditVerify
  static let isNational = true
  let from: Int
  let size: Int
  let root: Hash

  /// Throws `corrupt` when the stored tree does not have the root that was signed: a proof from it
  /// would not hold.
  func run(in context: ReadContext) throws -> [Hash] {
    let transaction = context.transaction
    func node(_ level: Int, _ index: Int) throws -> Hash {
      try transaction.treeHash(level: level, index: index)
    }
    let old = try MerkleTree.root(of: from, node: node)
    let hashes = try MerkleTree.consistencyProof(from: from, to: size, node: node)
    guard
      MerkleTree.verifyConsistency(from: from, root: old, to: size, root: root, proof: hashes)
    else {
      throw Fault(
        .corrupt, Message("audit.proof.notConsistent", from, size),
        hint: Message("storage.auditNode.hint"))
    }
    return hashes
  }
}
