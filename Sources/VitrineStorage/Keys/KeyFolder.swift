import Foundation
import VitrineCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  /// The versions of the key-encryption keys that are here.
  package func versions() throws -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter { $0.hasPrefix("kek-") }.compactMap { Int($0.dropFirst(4)) }.sorted()
  }

  /// The key-encryption keys by version.
  package func keyEncryptionKeys() throws -> [Int: [UInt8]] {
    var keys: [Int: [UInt8]] = [:]
    for version in try versions() {
      let (name, file) = ("kek-\(version)", file("kek-\(version)"))
      let text: String
      do {
        text = try SecretFile.read(file).exposed
      } catch {
        // Removed by a rotation that has just ended: nothing needs it any more.
        guard FileManager.default.fileExists(atPath: file.path) else { continue }
        throw error
      }
      guard let key = Base64.bytes(text), key.count == 32 else {
        throw Fault(.configuration, Message("keys.malformed", name), subject: file.path)
      }
      keys[version] = key
    }
    return keys
  }

  /// Makes a key-encryption key, whole or not at all; one of that version that is there stays.
  package func createKey(_ version: Int, random: RandomSource) throws {
    try SecretFile.createWhole(
      file("kek-\(version)"), contents: Base64.text(random.bytes(32)) + "\n")
  }

  /// Removes a key-encryption key that nothing is sealed under any more.
  package func removeKey(_ version: Int) throws {
    let file = file("kek-\(version)")
    guard unlink(file.path) == 0 || errno == ENOENT else {
      throw Fault(.io, Message("keys.remove", file.lastPathComponent), subject: file.path)
    }
  }

  /// The signer of checkpoints; nil when its key is not on this machine.
  package func signer() throws -> FileCheckpointSigner? {
    guard FileManager.default.fileExists(atPath: file("audit-key").path) else { return nil }
    let signer = try NoteSigner(skey: try SecretFile.read(file("audit-key")))
    return FileCheckpointSigner(signer: signer, memory: file("audit-signed"))
  }

  private func file(_ name: String) -> URL { url.appendingPathComponent(name) }
}
