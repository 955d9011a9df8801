import Crypto
import Foundation
import VitrineCore
import VitrineStorage

/// Seals tokens for the database, which holds ciphertext only.
///
/// Envelope encryption: each token has a data key of its own, which a key-encryption key from outside
/// the database wraps. The place of a token (page, network, key version) is authenticated with it,
/// so that rows cannot be swapped. AES-256-GCM with random nonces; a data key is used once.
package struct Vault: Sendable {
  private let keys: [Int: SymmetricKey]
  private let present: Int

  /// Takes the key-encryption keys by version; the highest one wraps what is sealed from now on.
  package init(keys: [Int: [UInt8]]) {
    self.keys = keys.mapValues { SymmetricKey(data: $0) }
    present = keys.keys.max() ?? 0
  }

  /// Seals a page's token.
  package func seal(_ token: Secret, page: PageID, network: Network) throws -> SealedToken {
    try seal(token, place: "page|\(page)|\(network)")
  }

  /// Opens a page's token; nil when it was damaged, swapped, or its key is not here.
  package func open(_ sealed: SealedToken, page: PageID, network: Network) -> Secret? {
    open(sealed, place: "page|\(page)|\(network)")
  }

  /// Seals the user's token of a connection, kept for reconnecting.
  package func seal(_ token: Secret, connection: String) throws -> SealedToken {
    try seal(token, place: "connection|\(connection)")
  }

  private func seal(_ token: Secret, place: String) throws -> SealedToken {
    guard let key = keys[present] else {
      throw Fault(.configuration, Message("access.noKey"), hint: Message("access.noKey.hint"))
    }
    let dataKey = SymmetricKey(size: .bits256)
    let context = context(place, present)
    let wrapped = try AES.GCM.seal(
      dataKey.withUnsafeBytes { Data($0) }, using: key, authenticating: context)
    let sealed = try AES.GCM.seal(
      Data(token.exposed.utf8), using: dataKey, authenticating: context)
    guard let wrappedKey = wrapped.combined, let ciphertext = sealed.combined else {
      throw Fault(.internal, Message("fault.internal"))
    }
    return SealedToken(
      wrappedKey: Array(wrappedKey), token: Array(ciphertext), keyVersion: present)
  }

  private func open(_ sealed: SealedToken, place: String) -> Secret? {
    let context = context(place, sealed.keyVersion)
    guard let key = keys[sealed.keyVersion],
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
