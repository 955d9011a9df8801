import VitrineCore
import VitrineStorage

/// Takes over pages that a network has shown: matches each with its store, seals its token, records it.
struct PageTakeover {
  /// Which network.
  let network: Network
  /// The token of the person behind the pages; `Secret.absent` where every page has only its own.
  let token: Secret
  /// Stores by the network's id of the page, where the person knows better.
  let map: [RemoteID: StoreCode]

  /// Seals here and not before: under the log's lock nobody else connects, so that a page keeps the id
  /// that its token is bound to, and no token is stored under a key that a rotation has replaced.
  ///
  /// `failed` are those that could not even be shown.
  func run(
    _ prepared: [RemotePage], failed unseen: [ConnectPages.Leftover] = [], in context: Context
  ) throws -> ConnectPages.Output {
    let (transaction, desk) = (context.transaction, context.desk)
    let known = try transaction.pages()
    let ids = Dictionary(
      known.filter { $0.network == network }.map { ($0.remoteID, $0.id) },
      uniquingKeysWith: { first, _ in first })
    let made: Identifier<ConnectPages> = desk.random.identifier("c")
    let connection = made.rawValue
    let version = try transaction.sealingVersion()
    var matcher = PageMatcher(
      stores: try transaction.stores(), known: known, network: network, map: map)
    var connected: [(StoredPage, SealedToken)] = []
    var unmatched: [ConnectPages.Leftover] = []
    var failed = unseen
    let ranked = (0...2).flatMap { rank in prepared.filter { matcher.rank($0) == rank } }
    for page in ranked {
      func leftover(_ reason: Message) -> ConnectPages.Leftover {
        ConnectPages.Leftover(remoteID: page.id, name: page.name, reason: reason)
      }
      guard let token = page.token, page.mayPublish else {
        failed.append(leftover(Message("pages.noRight")))
        continue
      }
      switch matcher.match(page) {
      case .failure(let reason): unmatched.append(leftover(reason.message))
      case .success(let store):
        if let rule = try context.refusal(of: ConnectPages.action, at: store) {
          failed.append(
            leftover(Message("access.denied.\(rule.rawValue)", ConnectPages.action.rawValue)))
          continue
        }
        let id: PageID = ids[page.id] ?? desk.random.identifier("pg")
        let sealed = try desk.vault.seal(token, page: id, network: network, version: version)
        connected.append(
          (
            StoredPage(
              id: id, store: store, network: network, remoteID: page.id, name: page.name,
              state: .connected, trouble: nil, connection: connection,
              textLimit: page.textLimit), sealed
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
    return ConnectPages.Output(connected: connected.count, unmatched: unmatched, failed: failed)
  }
}
