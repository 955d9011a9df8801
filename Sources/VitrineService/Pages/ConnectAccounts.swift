import VitrineCore
import VitrineStorage

/// Takes over accounts on a network whose every page has a server and a token of its own.
///
/// Each account is asked who it is before anything is stored. One that does not answer, or whose token
/// is refused, is listed with the reason; the others are connected.
package struct ConnectAccounts: UseCase {
  package static let action = Action.pageConnect
  /// Which network.
  package let network: Network
  /// The accounts, a store once.
  package let accounts: [Account]

  /// An account to connect.
  package struct Account: Sendable {
    /// Whose it is.
    let store: StoreCode
    /// Where it is, and its token.
    let secret: AccountSecret
    /// Where it is.
    package var server: ServiceURL { secret.server }
    /// Where it stands in the person's list.
    let position: SourcePosition?

    /// Makes an account.
    package init(store: StoreCode, secret: AccountSecret, position: SourcePosition? = nil) {
      self.store = store
      self.secret = secret
      self.position = position
    }
  }

  /// Makes the use case.
  package init(network: Network, accounts: [Account]) {
    self.network = network
    self.accounts = accounts
  }

  /// What the servers said, an entry an account.
  package struct Prepared: Sendable {
    fileprivate let answers: [(account: Account, result: Result<RemotePage, Fault>)]
  }

  /// Every store that is named; stores that are not there are all said at once.
  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    let places = Dictionary(
      try transaction.stores().map { ($0.code, $0.place(at: now)) },
      uniquingKeysWith: { first, _ in first })
    var findings = FindingList()
    var found: [AccessTarget.Place] = []
    for account in accounts {
      if let place = places[account.store] {
        found.append(place)
      } else {
        findings.add(
          Message("stores.unknown", TerminalText.excerpt(account.store.rawValue)),
          at: account.position)
      }
    }
    guard !findings.hasErrors else {
      throw Fault(.invalid, Message("accounts.bad"), findings: findings.all)
    }
    guard !found.isEmpty else { throw Fault(.invalid, Message("accounts.none")) }
    return SubjectMatter(AccessTarget(places: found))
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    guard let connector = desk.networks[network] else {
      throw Fault(.usage, Message("pages.network", network), subject: network.rawValue)
    }
    guard connector.hasAccountTokens else {
      throw Fault(
        .usage, Message("accounts.oneForAll", network),
        hint: Message("accounts.oneForAll.hint", network), subject: network.rawValue)
    }
    return await withTaskGroup(of: (Int, Result<RemotePage, Fault>).self) { group in
      var results: [Result<RemotePage, Fault>?] = accounts.map { _ in nil }
      // No more than the connector lets through: what waits behind a server that hangs would fail for it.
      let atOnce = max(1, connector.abilities.batchSize)
      for (place, account) in accounts.enumerated() {
        if place >= atOnce, let (done, result) = await group.next() { results[done] = result }
        group.addTask { (place, await Self.ask(account, connector)) }
      }
      for await (done, result) in group { results[done] = result }
      return Prepared(
        answers: zip(accounts, results).compactMap { account, result in
          result.map { (account, $0) }
        })
    }
  }

  private static func ask(
    _ account: Account, _ connector: any NetworkConnector
  ) async -> Result<RemotePage, Fault> {
    do {
      if let page = try await connector.pages(visibleTo: account.secret.stored).first {
        return .success(page)
      }
      return .failure(Fault(.unavailable, Message("pages.noRight")))
    } catch let fault as Fault {
      return .failure(fault)
    } catch {
      return .failure(Fault(.unavailable, Message("pages.noRight")))
    }
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> ConnectPages.Output {
    var map: [RemoteID: StoreCode] = [:]
    var pages: [RemotePage] = []
    var failed: [ConnectPages.Leftover] = []
    for (account, result) in prepared.answers {
      switch result {
      case .failure(let fault):
        failed.append(
          ConnectPages.Leftover(
            remoteID: RemoteID(account.secret.server.authority), name: account.store.rawValue,
            reason: fault.message))
      case .success(let page):
        if let other = map[page.id] {
          failed.append(
            ConnectPages.Leftover(
              remoteID: page.id, name: account.store.rawValue,
              reason: Message("accounts.same", other)))
        } else {
          map[page.id] = account.store
          pages.append(page)
        }
      }
    }
    let takeover = PageTakeover(network: network, token: .absent, map: map)
    return try takeover.run(pages, failed: failed, in: context)
  }
}
