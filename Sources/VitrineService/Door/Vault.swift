import Crypto
import Foundation
import Synchronization
import VitrineCore
import VitrineStorage

/// Seals tokens for the database, which holds ciphertext only.
///
/// Envelope encryption: each token has a data key of its own, which a key-encryption key from outside
/// the database wraps. The place of a token (page, network, key version) is authenticated with it,
/// so that rows cannot be swapped. AES-256-GCM with random nonces; a data key is used once.
///
/// Keys can come and go while a program runs: a version that is not known is looked for again where
/// the keys come from, so that a worker goes on through a rotation.
package struct Vault: Sendable {
  private let ring: KeyRing

  /// Takes the key-encryption keys by version, and where to look for more.
  package init(
    keys: [Int: [UInt8]], source: (@Sendable () throws -> [Int: [UInt8]])? = nil
  ) {
    ring = KeyRing(keys, source)
  }

  /// Whether the key of that version is here.
  package func holds(_ version: Int) -> Bool { ring.key(version) != nil }

  /// Seals a page's token under the key of that version, or the newest.
  ///
  /// Throws `configuration` when the key is not here.
  package func seal(
    _ token: Secret, page: PageID, network: Network, version: Int? = nil
  ) throws -> SealedToken {
    try seal(token, place: Self.place(page, network), version)
  }

  /// Opens a page's token; nil when it was damaged, swapped, or its key is not here.
  package func open(_ sealed: SealedToken, page: PageID, network: Network) -> Secret? {
    open(sealed, place: Self.place(page, network))
  }

  /// Seals the user's token of a connection, kept for reconnecting.
  package func seal(
    _ token: Secret, connection: String, version: Int? = nil
  ) throws -> SealedToken {
    try seal(token, place: Self.place(connection), version)
  }

  /// Opens the user's token of a connection; nil when it was damaged, swapped, or its key is not here.
  package func open(_ sealed: SealedToken, connection: String) -> Secret? {
    open(sealed, place: Self.place(connection))
  }

  private static func place(_ page: PageID, _ network: Network) -> String {
    "page|\(page)|\(network)"
  }

  private static func place(_ connection: String) -> String { "connection|\(connection)" }

  private func seal(_ token: Secret, place: String, _ asked: Int?) throws -> SealedToken {
    let version = asked ?? ring.newest
    guard let key = ring.key(version) else {
      throw Fault(
        .configuration, Message("access.noKey"), hint: Message("access.noKey.hint"),
        subject: "kek-\(version)")
    }
    let dataKey = SymmetricKey(size: .bits256)
    let context = context(place, version)
    let wrapped = try AES.GCM.seal(
      dataKey.withUnsafeBytes { Data($0) }, using: key, authenticating: context)
    let sealed = try AES.GCM.seal(
      Data(token.exposed.utf8), using: dataKey, authenticating: context)
    guard let wrappedKey = wrapped.combined, let ciphertext = sealed.combined else {
      throw Fault(.internal, Message("fault.internal"))
    }
    return SealedToken(
      wrappedKey: Array(wrappedKey), token: Array(ciphertext), keyVersion: version)
  }

  private func open(_ sealed: SealedToken, place: String) -> Secret? {
    let context = context(place, sealed.keyVersion)
    guard let key = ring.key(sealed.keyVersion),
      let wrapped = try? AES.GCM.SealedBox(combined: Data(sealed.wrappedKey)),
      let dataKey = try? AES.GCM.open(wrapped, using: key, authenticating: context),
      let box = try? AES.GCM.SealedBox(combined: Data(sealed.token)),
      let token = try? AES.GCM.open(
        box, using: SymmetricKey(data: dataKey), authenticating: context)
    else { return nil }
    return Secret(String(decoding: token, as: UTF8.self))
  }

  private func context(_ place: String, _ version: Int) -> Data {
    Data("v1|\(place)|\(version)".utf8)
  }
}

/// The key-encryption keys of one program.
private final class KeyRing: Sendable {
  private let keys: Mutex<[Int: SymmetricKey]>
  private let source: (@Sendable () throws -> [Int: [UInt8]])?

  init(_ keys: [Int: [UInt8]], _ source: (@Sendable () throws -> [Int: [UInt8]])?) {
    self.keys = Mutex(keys.mapValues { SymmetricKey(data: $0) })
    self.source = source
  }

  var newest: Int { keys.withLock { $0.keys.max() ?? 0 } }

  /// A key, looked for once more when it is not known; one that was known stays.
  func key(_ version: Int) -> SymmetricKey? {
    if let known = keys.withLock({ $0[version] }) { return known }
    guard let found = try? source?() else { return nil }
    return keys.withLock { keys in
      for (version, bytes) in found where keys[version] == nil {
        keys[version] = SymmetricKey(data: bytes)
      }
      return keys[version]
    }
  }
}
