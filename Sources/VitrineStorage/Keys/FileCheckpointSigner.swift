import Foundation
import VitrineCore

/// Signs with a key from a file, and remembers beside it what it signed last.
///
/// The memory is what refuses a fork: a log that was cut back or rewritten no longer contains the
/// tree that was signed, whoever owns the database.
package struct FileCheckpointSigner: CheckpointSigner {
  let signer: NoteSigner
  let memory: URL

  package var origin: String { signer.name }

  package func verifier() throws -> NoteVerifier { try signer.verifier() }

  package func lastSigned() throws -> Checkpoint? {
    guard FileManager.default.fileExists(atPath: memory.path) else { return nil }
    let parts = try SecretFile.read(memory).exposed.split(separator: " ")
    guard parts.count == 2, let size = Int(parts[0]), size >= 0,
      let root = Hash(base64: String(parts[1]))
    else {
      throw Fault(
        .configuration, Message("keys.malformed", memory.lastPathComponent), subject: memory.path)
    }
    return try Checkpoint(origin: origin, size: size, root: root)
  }

  package func sign(_ checkpoint: Checkpoint, consistency: [Hash]) throws -> SignedNote {
    if let last = try lastSigned() {
      guard
        MerkleTree.verifyConsistency(
          from: last.size, root: last.root, to: checkpoint.size, root: checkpoint.root,
          proof: consistency)
      else {
        throw Fault(
          .corrupt, Message("keys.fork", last.size, checkpoint.size),
          hint: Message("keys.fork.hint"), subject: origin)
      }
    }
    let note = try checkpoint.signed(by: signer)
    // Before the note leaves: what was signed and forgotten could be contradicted later.
    try SecretFile.replace(
      memory, contents: "\(checkpoint.size) \(checkpoint.root.base64)\n")
    return note
  }
}
