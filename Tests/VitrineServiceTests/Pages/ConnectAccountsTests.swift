import Synchronization
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Accounts that every store has on a server of its own are connected from a list.
@Suite(.temporaryFolder)
struct ConnectAccountsTests {
  /// A network on which a token names its account, and "dead" none.
  private final class Accounts: NetworkConnector {
    private let asked = Mutex(0)

    var network: Network { .mastodon }
    var abilities: NetworkAbilities { NetworkAbilities(.direct, batchSize: 4) }
    var hasAccountTokens: Bool { true }
    var count: Int { asked.withLock { $0 } }

    func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
      calls.map { _ in NetworkAnswer(.tokenGood(expires: nil)) }
    }

    func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
      asked.withLock { $0 += 1 }
      let secret = try #require(AccountSecret(userToken))
      guard secret.token != Secret("dead") else {
        throw Fault(.unauthenticated, Message("mastodon.token", secret.server.authority, "no"))
      }
      let id = RemoteID("\(secret.token.exposed)@\(secret.server.authority)")
      return [
        RemotePage(
          id: id, name: "Account \(id)", token: userToken, storeCode: nil, mayPublish: true,
          textLimit: secret.token == Secret("small") ? 10 : nil)
      ]
    }
  }

  private func desk(_ stores: Int, _ network: Accounts) async throws -> TestDesk {
    let desk = try await TestDesk.make(networks: [.mastodon: network])
    _ = try await desk.door.perform(
      ImportStores(stores: PageDesk.stores(stores), allowedRemovals: 0, onlyCheck: false),
      as: desk.adminToken)
    return desk
  }

  private func account(_ store: Int, _ token: String) throws -> ConnectAccounts.Account {
    ConnectAccounts.Account(
      store: StoreCode("S-\(store)"),
      secret: try #require(AccountSecret(server: "https://m.example", token: Secret(token))),
      position: SourcePosition(line: store + 1, column: 1))
  }

  @Test func `each account becomes its store's page, with its own token sealed`() async throws {
    let network = Accounts()
    let desk = try await desk(60, network)
    let accounts = try (1...60).map { try account($0, "a\($0)") }
    let connect = ConnectAccounts(network: .mastodon, accounts: accounts)
    for _ in 1...2 {
      let output = try await desk.door.perform(connect, as: desk.adminToken)
      #expect(output.connected == 60)
      #expect(output.unmatched.isEmpty && output.failed.isEmpty)
    }
    let (pages, tokens) = try await desk.desk.database.read {
      (try $0.pages(), try $0.sealedTokens())
    }
    #expect(pages.count == 60)
    let page = try #require(pages.first { $0.store == StoreCode("S-7") })
    #expect(page.remoteID == RemoteID("a7@m.example"))
    #expect(page.network == .mastodon)
    let sealed = try #require(tokens[page.id])
    #expect(
      desk.desk.vault.open(sealed, page: page.id, network: .mastodon)
        == Secret("https://m.example\na7"))
  }

  @Test func `what cannot be connected is listed, and the rest is connected`() async throws {
    let network = Accounts()
    let desk = try await desk(4, network)
    let first = ConnectAccounts(network: .mastodon, accounts: [try account(1, "a1")])
    _ = try await desk.door.perform(first, as: desk.adminToken)
    let output = try await desk.door.perform(
      ConnectAccounts(
        network: .mastodon,
        accounts: [
          try account(1, "other"), try account(2, "dead"), try account(3, "a3"),
          try account(4, "a3"),
        ]), as: desk.adminToken)
    #expect(output.connected == 1)
    #expect(output.unmatched.map(\.reason.code) == ["pages.taken"])
    #expect(output.failed.map(\.name) == ["S-2", "S-4"])
    #expect(output.failed.map(\.reason.code) == ["mastodon.token", "accounts.same"])
  }

  @Test func `a text that is too long for one page's server is refused there and nowhere else`()
    async throws
  {
    let desk = try await desk(2, Accounts())
    let accounts = [try account(1, "a1"), try account(2, "small")]
    _ = try await desk.door.perform(
      ConnectAccounts(network: .mastodon, accounts: accounts), as: desk.adminToken)
    let (stores, pages) = try await desk.desk.database.read { transaction in
      let register = try Register(in: transaction)
      return (register.stores, register.pages)
    }
    var planner = try BroadcastPlanner(
      source: MessageSource(
        title: "T", link: "https://a.example", body: SourceText("Rappel", line: 1)),
      networks: [.mastodon], limits: NetworkLimits([:]), day: CivilDate(daysSince1970: 20_000))
    let posts = planner.plan(stores, pages: pages)
    #expect(posts.map(\.content.text) == Array(repeating: "Rappel\n\nhttps://a.example", count: 2))
    #expect(posts.map(\.content.link) == [nil, nil])
    #expect(posts.first { $0.store == StoreCode("S-1") }?.verdict == .ready)
    #expect(
      posts.first { $0.store == StoreCode("S-2") }?.verdict
        == .refused(Message("limits.server", "Account small@m.example", 25, 10)))
  }

  @Test func `stores that are not there are all said at once, before any server is asked`()
    async throws
  {
    let network = Accounts()
    let desk = try await desk(1, network)
    do {
      _ = try await desk.door.perform(
        ConnectAccounts(
          network: .mastodon,
          accounts: [try account(1, "a1"), try account(8, "a8"), try account(9, "a9")]),
        as: desk.adminToken)
      Issue.record("no fault")
    } catch let fault as Fault {
      #expect(fault.code == .invalid)
      #expect(fault.findings.map(\.line) == [9, 10])
    }
    #expect(network.count == 0)
  }

  @Test func `a list is for networks with a token an account, and one token for the others`()
    async throws
  {
    let fake = try await PageDesk.make(1)
    await #expect(throws: Fault.self) {
      try await fake.door.perform(
        ConnectAccounts(network: .facebook, accounts: [try account(1, "a1")]), as: fake.admin)
    }
    let network = Accounts()
    let desk = try await desk(1, network)
    await #expect(throws: Fault.self) {
      try await desk.door.perform(
        ConnectPages(network: .mastodon, token: Secret("a1"), map: [:]), as: desk.adminToken)
    }
    #expect(network.count == 0)
  }
}
