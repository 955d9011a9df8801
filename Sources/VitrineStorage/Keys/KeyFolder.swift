import Foundation
import VitrineCore

/// The folder with the keys that must not be in the database: 0700, each file 0600.
///
/// `kek-1`, `kek-2`, … wrap the data keys of tokens; `audit-key` signs checkpoints;
/// `audit-signed` remembers the last size and root that were signed.
package struct KeyFolder: Sendable {
  /// The folder.
  package let url: URL

  /// Names a folder; nothing is read yet.
  package init(_ url: URL) { self.url = url }

  /// Makes the keys that are not there yet.
  package func create(origin: String, random: RandomSource) throws {
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try SecretFile.create(file("kek-1"), contents: Base64.text(random.bytes(32)) + "\n")
    let signer = try NoteSigner(name: origin, random: random)
    try SecretFile.create(file("audit-key"), contents: signer.skey.exposed + "\n")
  }

  /// The key-encryption keys by version.
  package func keyEncryptionKeys() throws -> [Int: [UInt8]] {
    var keys: [Int: [UInt8]] = [:]
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    for name in names where name.hasPrefix("kek-") {
      guard let version = Int(name.dropFirst(4)) else { continue }
      let text = try SecretFile.read(file(name)).exposed
      guard let key = Base64.bytes(text), key.count == 32 else {
        throw Fault(.configuration, Message("keys.malformed", name), subject: file(name).path)
      }
      keys[version] = key
    }
    return keys
  }

  /// The signer of checkpoints; nil when its key is not on this machine.
  package func signer() throws -> FileCheckpointSigner? {
    guard FileManager.default.fileExists(atPath: file("audit-key").path) else { return nil }
    let signer = try NoteSigner(skey: try SecretFile.read(file("audit-key")))
    return FileCheckpointSigner(signer: signer, memory: file("audit-signed"))
  }

  private func file(_ name: String) -> URL { url.appendingPathComponent(name) }
}
