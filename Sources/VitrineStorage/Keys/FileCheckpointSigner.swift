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

  package func sign(
    _ checkpoint: Checkpoint, isConsistent: @Sendable (_ size: Int, _ root: Hash) throws -> Bool
  ) throws -> SignedNote {
    if FileManager.default.fileExists(atPath: memory.path) {
      let parts = try SecretFile.read(memory).exposed.split(separator: " ")
      guard parts.count == 2, let size = Int(parts[0]), let root = Hash(base64: String(parts[1]))
      else {
        throw Fault(.configuration, Message("keys.malformed", memory.lastPathComponent))
      }
      guard try size <= checkpoint.size && isConsistent(size, root) else {
        throw Fault(
          .corrupt, Message("keys.fork", size, checkpoint.size),
          hint: Message("keys.fork.hint"), subject: origin)
      }
    }
    let note = try checkpoint.signed(by: signer)
    try SecretFile.replace(
      memory, contents: "\(checkpoint.size) \(checkpoint.root.base64)\n")
    return note
  }
}
