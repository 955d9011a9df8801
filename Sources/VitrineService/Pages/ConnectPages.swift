import VitrineCore
import VitrineStorage

/// Takes over every page that a token can publish on, and matches each with its store.
///
/// A page is matched by the map that the person gave, else by the retailer's own store code on the
/// page, else by its exact name. A page that matches nothing, or whose store has a page already, is
/// listed and left alone.
package struct ConnectPages: UseCase {
  package static let action = Action.pageConnect
  /// Which network.
  package let network: Network
  /// The user's token.
  package let token: Secret
  /// Stores by the network's id of the page, where the person knows better.
  package let map: [RemoteID: StoreCode]

  /// Makes the use case.
  package init(network: Network, token: Secret, map: [RemoteID: StoreCode]) {
    self.network = network
    self.token = token
    self.map = map
  }

  /// What became of the pages; `connected` is a count.
  package struct Output: Codable, Sendable {
    /// How many pages are connected now.
    package let connected: Int
    /// Pages that match no store.
    package let unmatched: [Leftover]
    /// Pages that cannot be used.
    package let failed: [Leftover]
  }

  /// A page that was not connected, and why.
  package struct Leftover: Codable, Sendable {
    /// The network's id.
    package let remoteID: RemoteID
    /// The page's name.
    package let name: String
    /// Why.
    package let reason: Message
  }

  /// What the network showed, sealed.
  package struct Prepared: Sendable {
    let pages: [(page: RemotePage, id: PageID, token: SealedToken?)]
    let connection: String
    let connectionToken: SealedToken
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    guard let connector = desk.networks[network] else {
      throw Fault(.usage, Message("pages.network", network), subject: network.rawValue)
    }
    let found = try await connector.pages(visibleTo: token)
    let known = try await desk.database.read { try $0.pages() }
    let ids = Dictionary(
      known.filter { $0.network == network }.map { ($0.remoteID, $0.id) },
      uniquingKeysWith: { first, _ in first })
    let connection: Identifier<Self> = desk.random.identifier("c")
    return Prepared(
      pages: try found.map { page in
        let id: PageID = ids[page.id] ?? desk.random.identifier("pg")
        return (
          page, id, try page.token.map { try desk.vault.seal($0, page: id, network: network) }
        )
      },
      connection: connection.rawValue,
      connectionToken: try desk.vault.seal(token, connection: connection.rawValue))
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> Output {
    let transaction = context.transaction
    let stores = try transaction.stores()
    var matcher = PageMatcher(
      stores: stores, known: try transaction.pages(), network: network, map: map)
    var connected: [(StoredPage, SealedToken)] = []
    var unmatched: [Leftover] = []
    var failed: [Leftover] = []
    let ranked = (0...2).flatMap { rank in prepared.pages.filter { matcher.rank($0.page) == rank } }
    for (page, id, token) in ranked {
      func leftover(_ reason: Message) -> Leftover {
        Leftover(remoteID: page.id, name: page.name, reason: reason)
      }
      guard let token, page.mayPublish else {
        failed.append(leftover(Message("pages.noRight")))
        continue
      }
      switch matcher.match(page) {
      case .failure(let reason): unmatched.append(leftover(reason.message))
      case .success(let store):
        connected.append(
          (
            StoredPage(
              id: id, store: store, network: network, remoteID: page.id, name: page.name,
              state: .connected, trouble: nil, connection: prepared.connection), token
          ))
      }
    }
    try transaction.insertConnection(
      prepared.connection, network: network, token: prepared.connectionToken, at: context.now,
      by: context.session.user)
    try transaction.upsertPages(connected, at: context.now)
    context.record(
      .pageConnect, object: AuditRecord.Object(type: "connection", id: prepared.connection),
      detail: [
        "network": .string(network.rawValue), "connected": .integer(Int64(connected.count)),
        "unmatched": .integer(Int64(unmatched.count)), "failed": .integer(Int64(failed.count)),
      ])
    for (page, _) in connected {
      context.record(
        .pageConnect,
        target: AuditRecord.Target(
          type: "page", id: page.id.rawValue, store: page.store.rawValue),
        object: AuditRecord.Object(type: "connection", id: prepared.connection),
        detail: ["remoteID": .string(page.remoteID.rawValue)])
    }
    return Output(connected: connected.count, unmatched: unmatched, failed: failed)
  }
}
