import VitrineCore
import VitrineStorage

/// Says under which key tokens are sealed from now on; the first step of a rotation.
///
/// The key is a file that is there already. From this commit on nothing is stored under an older key:
/// whoever stores a token reads the version in the same transaction.
package struct BeginKeyRotation: UseCase {
  package static let action = Action.keyRotate
  /// The version of the new key.
  package let version: Int

  /// Makes the use case.
  package init(version: Int) { self.version = version }

  /// What is to be done.
  package struct Output: Codable, Sendable {
    /// Tokens of pages under an older key.
    package let pages: Int
    /// Tokens of connections under an older key.
    package let connections: Int
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let transaction = context.transaction
    guard context.desk.vault.holds(version) else {
      throw Fault(
        .configuration, Message("access.noKey"), hint: Message("access.noKey.hint"),
        subject: "kek-\(version)")
    }
    let before = try transaction.sealingVersion()
    guard version > before else {
      throw Fault(.conflict, Message("keys.notNewer", version, before), subject: "kek-\(version)")
    }
    try transaction.setSealingVersion(version)
    let left = try transaction.countSealed(before: version)
    context.record(
      .keyRotate, object: AuditRecord.Object(type: "key", id: "kek-\(version)"),
      previousState: "kek-\(before)", state: "begun",
      detail: [
        "pages": .integer(Int64(left.pages)), "connections": .integer(Int64(left.connections)),
      ])
    return Output(pages: left.pages, connections: left.connections)
  }
}

/// Puts some tokens from older keys under the present one; to be repeated until none is left.
///
/// The version is authenticated with the token, so that the token is sealed anew, under a new data key,
/// and not its data key alone. Each step is one small transaction: killed at any moment, it is repeated
/// from where it was. A token that cannot be opened is left as it is, and named.
package struct ResealTokens: UseCase {
  package static let action = Action.keyRotate
  /// Behind which page to go on, among those that could not be opened.
  package let after: PageID?
  /// The same among connections.
  package let afterConnection: String?
  /// How many at most.
  package let limit: Int

  /// Makes the use case.
  package init(after: PageID? = nil, afterConnection: String? = nil, limit: Int = 100) {
    self.after = after
    self.afterConnection = afterConnection
    self.limit = limit
  }

  /// A token that cannot be opened.
  package struct Unreadable: Codable, Hashable, Sendable {
    /// The page or the connection.
    package let id: String
    /// The page's store; a connection has none.
    package let store: StoreCode?
  }

  /// What was done.
  package struct Output: Codable, Sendable {
    /// Tokens of pages put under the present key.
    package let pages: Int
    /// Tokens of connections put under the present key.
    package let connections: Int
    /// Tokens that cannot be opened.
    package let unreadable: [Unreadable]
    /// Behind which page to go on.
    package let after: PageID?
    /// Behind which connection to go on.
    package let afterConnection: String?
    /// Whether this was the end of the list.
    package let isDone: Bool
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let (transaction, vault) = (context.transaction, context.desk.vault)
    let version = try transaction.sealingVersion()
    var unreadable: [Unreadable] = []
    let pages = try transaction.pagesSealed(before: version, after: after, limit: limit)
    for (page, network, store, sealed) in pages {
      guard let token = vault.open(sealed, page: page, network: network) else {
        unreadable.append(Unreadable(id: page.rawValue, store: store))
        continue
      }
      try transaction.reseal(
        page, try vault.seal(token, page: page, network: network, version: version))
    }
    let unreadablePages = unreadable.count
    let connections = try transaction.connectionsSealed(
      before: version, after: afterConnection, limit: limit)
    for (id, sealed) in connections {
      guard let token = vault.open(sealed, connection: id) else {
        unreadable.append(Unreadable(id: id, store: nil))
        continue
      }
      try transaction.reseal(
        connection: id, try vault.seal(token, connection: id, version: version))
    }
    let output = Output(
      pages: pages.count - unreadablePages,
      connections: connections.count - (unreadable.count - unreadablePages),
      unreadable: unreadable, after: pages.last?.page ?? after,
      afterConnection: connections.last?.id ?? afterConnection,
      isDone: pages.count < limit && connections.count < limit)
    context.record(
      .keyRotate, object: AuditRecord.Object(type: "key", id: "kek-\(version)"), state: "resealed",
      detail: [
        "pages": .integer(Int64(output.pages)), "connections": .integer(Int64(output.connections)),
        "unreadable": .integer(Int64(unreadable.count)),
      ])
    return output
  }
}

/// Ends a rotation when no token is under an older key any more; then those keys can go.
package struct FinishKeyRotation: UseCase {
  package static let action = Action.keyRotate

  /// Makes the use case.
  package init() {}

  /// How it stands.
  package struct Output: Codable, Sendable {
    /// The key under which tokens are sealed.
    package let version: Int
    /// Tokens that are still under an older key, because they cannot be opened.
    package let left: Int
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let version = try context.transaction.sealingVersion()
    let left = try context.transaction.countSealed(before: version)
    context.record(
      .keyRotate, object: AuditRecord.Object(type: "key", id: "kek-\(version)"),
      state: left.pages + left.connections == 0 ? "finished" : "unfinished",
      detail: [
        "pages": .integer(Int64(left.pages)), "connections": .integer(Int64(left.connections)),
      ])
    return Output(version: version, left: left.pages + left.connections)
  }
}
