import Foundation
import Synchronization
import VitrineCore
import VitrineService
import VitrineStorage

/// A desk with people, stores and connected pages, made once and copied for each night.
struct NightTemplate: Sendable {
  /// Who does what in a night, by their tokens.
  struct People: Sendable {
    let admin: Secret
    let editor: Secret
    let approvers: [Secret]
    let broadcaster: Secret
  }

  let file: URL
  let people: People
  /// The pages by the network's ids, with their tokens.
  let pages: [RemoteID: String]

  static let rules = DeskRules(
    approvals: 2, urgentApprovals: 1, milliPostsPerSecond: nil, canary: 0,
    leaseMilliseconds: 6_000, stageLeadMilliseconds: 3_000, quarantineMilliseconds: 60_000,
    limits: NetworkLimits([:]))

  static let vault = Vault(keys: [1: [UInt8](repeating: 7, count: 32)])

  /// Makes a desk of so many stores; one in ten, if there are so many, has no page.
  static func make(stores count: Int, in folder: URL, uniqueKeys: Bool = true) async throws
    -> NightTemplate
  {
    let file = folder.appending(path: "template-\(count)-\(uniqueKeys).db")
    let database = try await Databases.open(file.path, base: folder)
    try await database.migrate(uniqueKeys ? Schema.migrations : Self.withoutUniqueKeys)
    let world = World(seed: UInt64(count), keepsLines: false)
    let codes = (1...count).map { 1_000 + $0 }
    let pages = codes.filter { count < 10 || $0 % 10 != 0 }
    let truth = RemoteTruth(
      pages: Dictionary(
        uniqueKeysWithValues: pages.map { (RemoteID("\($0)"), "token-\($0)") }),
      world: world, weather: Weather())
    let node = Node("init", world: world, isWorker: false)
    let connector = SimulatedConnector(
      truth: truth, node: node, auditor: Auditor(world, truth), mutant: nil)
    let desk = Desk(
      database: database,
      time: TimeSource(now: { world.wall }, monotonic: { 0 }, sleep: { _ in }),
      random: world.random, vault: vault, signer: nil,
      networks: [.facebook: TruthfulConnector(connector: connector)], rules: rules)
    let people = try await hire(desk)
    let door = Door(desk)
    let stores = codes.map { code in
      Store(
        code: StoreCode("S-\(code)"), name: "Store \(code)", format: .supermarket, city: "Lyon",
        region: "Bretagne")
    }
    _ = try await door.perform(
      ImportStores(stores: stores, allowedRemovals: 0, onlyCheck: false), as: people.admin)
    let connected = try await door.perform(
      ConnectPages(network: .facebook, token: Secret("user"), map: [:]), as: people.admin)
    precondition(connected.connected == pages.count)
    // Everything into the one file that is copied.
    try await database.wipeFreedSpace(of: [])
    await database.close()
    return NightTemplate(
      file: file, people: people, pages: truth.state.withLock { $0.pages.mapValues(\.token) })
  }

  private static func hire(_ desk: Desk) async throws -> People {
    let admin = try await Initialise(name: "Admin").run(desk).token
    let door = Door(desk)
    func person(_ name: String, _ role: Role) async throws -> Secret {
      let invited = try await door.perform(CreateUser(name: name, email: nil), as: admin)
      let token = try await Enrol(code: Secret(invited.enrolment)).run(desk).token
      _ = try await door.perform(
        CreateGrant(user: invited.id, role: role, scope: .all, until: nil, reason: "simulation"),
        as: admin)
      return token
    }
    return People(
      admin: admin, editor: try await person("Editor", .nationalEditor),
      approvers: [
        try await person("First", .approver), try await person("Second", .approver),
      ], broadcaster: try await person("Broadcaster", .nationalBroadcaster))
  }

  /// The schema without the keys that keep a broadcast from having a page twice.
  private static var withoutUniqueKeys: [Migration] {
    Schema.migrations.map { migration in
      Migration(migration.number) { dialect in
        migration.statements(dialect).map { statement in
          var lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
          guard statement.contains("CREATE TABLE delivery") else { return statement }
          lines.removeAll { $0.contains("UNIQUE (broadcast_id") }
          return lines.joined(separator: "\n")
            .replacing(
              "updated_at \(dialect.integerType) NOT NULL,",
              with: "updated_at \(dialect.integerType) NOT NULL")
        }
      }
    }
  }
}

/// The pages of the truth, outside of any world's time.
private struct TruthfulConnector: NetworkConnector {
  let connector: SimulatedConnector

  var network: Network { connector.network }
  var abilities: NetworkAbilities { connector.abilities }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] { [] }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    connector.truth.remotePages
  }
}
