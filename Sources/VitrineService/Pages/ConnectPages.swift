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

  /// Which stores it touches, only the network knows; each is decided when its page is found.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere)
  }

  package func prepare(_ desk: Desk) async throws -> [RemotePage] {
    guard let connector = desk.networks[network] else {
      throw Fault(.usage, Message("pages.network", network), subject: network.rawValue)
    }
    return try await connector.pages(visibleTo: token)
  }

  /// Seals here and not before: under the log's lock nobody else connects, so that a page keeps the id
  /// that its token is bound to, and no token is stored under a key that a rotation has replaced.
  package func run(_ prepared: [RemotePage], in context: Context) throws -> Output {
    let (transaction, desk) = (context.transaction, context.desk)
    let known = try transaction.pages()
    let ids = Dictionary(
      known.filter { $0.network == network }.map { ($0.remoteID, $0.id) },
      uniquingKeysWith: { first, _ in first })
    let made: Identifier<Self> = desk.random.identifier("c")
    let connection = made.rawValue
    let version = try transaction.sealingVersion()
    var matcher = PageMatcher(
      stores: try transaction.stores(), known: known, network: network, map: map)
    var connected: [(StoredPage, SealedToken)] = []
    var unmatched: [Leftover] = []
    var failed: [Leftover] = []
    let ranked = (0...2).flatMap { rank in prepared.filter { matcher.rank($0) == rank } }
    for page in ranked {
      func leftover(_ reason: Message) -> Leftover {
        Leftover(remoteID: page.id, name: page.name, reason: reason)
      }
      guard let token = page.token, page.mayPublish else {
        failed.append(leftover(Message("pages.noRight")))
        continue
      }
      switch matcher.match(page) {
      case .failure(let reason): unmatched.append(leftover(reason.message))
      case .success(let store):
        if let rule = try context.refusal(of: Self.action, at: store) {
          failed.append(leftover(Message("access.denied.\(rule.rawValue)", Self.action.rawValue)))
          continue
        }
        let id: PageID = ids[page.id] ?? desk.random.identifier("pg")
        let sealed = try desk.vault.seal(token, page: id, network: network, version: version)
        connected.append(
          (
            StoredPage(
              id: id, store: store, network: network, remoteID: page.id, name: page.name,
              state: .connected, trouble: nil, connection: connection), sealed
          ))
      }
    }
    try transaction.insertConnection(
      connection, network: network,
      token: try desk.vault.seal(token, connection: connection, version: version),
      at: context.now, by: context.session.user)
    try transaction.upsertPages(connected, at: context.now)
    try desk.noteServedVersions(transaction, at: context.now)
    context.record(
      .pageConnect, object: AuditRecord.Object(type: "connection", id: connection),
      detail: [
        "network": .string(network.rawValue), "connected": .integer(Int64(connected.count)),
        "unmatched": .integer(Int64(unmatched.count)), "failed": .integer(Int64(failed.count)),
      ])
    for (page, _) in connected {
      context.record(
        .pageConnect,
        target: AuditRecord.Target(
          type: "page", id: page.id.rawValue, store: page.store.rawValue),
        object: AuditRecord.Object(type: "connection", id: connection),
        detail: ["remoteID": .string(page.remoteID.rawValue)])
    }
    return Output(connected: connected.count, unmatched: unmatched, failed: failed)
  }
}
