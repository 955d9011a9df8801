import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A desk with stores, connected pages and people who can launch, on a network in memory.
struct PageDesk {
  let test: TestDesk
  let network: FakeNetwork
  let editor: Secret
  let approvers: [Secret]
  let broadcaster: Secret
  let auditor: Secret

  var door: Door { test.door }
  var desk: Desk { test.desk }
  var admin: Secret { test.adminToken }
  var clock: HandClock { test.clock }

  /// Makes a desk of stores `S-1` to `S-count`, in time zones that take turns.
  static func make(
    _ count: Int, _ driver: DriverUnderTest = .sqlite, zones: [String] = ["Europe/Paris"],
    canary: Int = 0, batchSize: Int = 50, served: String? = nil, quietMinutes: Int = 0,
    postsPerDay: Int = 0, content: ContentPort = .none, mode: DeliveryMode = .drafts,
    canEdit: Bool = true, canPin: Bool = true, timer: NativeTimer? = nil,
    vault: Vault = Vault(keys: [1: [UInt8](repeating: 9, count: 32)])
  ) async throws -> PageDesk {
    let clock = HandClock()
    let network = FakeNetwork(
      clock: clock, batchSize: batchSize, served: served, mode: mode, canEdit: canEdit,
      canPin: canPin, timer: timer)
    network.addPages(1...count)
    let test = try await TestDesk.make(
      driver, networks: [.facebook: network], canary: canary, quietMinutes: quietMinutes,
      postsPerDay: postsPerDay, clock: clock, vault: vault, content: content)
    let made = PageDesk(
      test: test, network: network, editor: try await test.person("E", .nationalEditor).token,
      approvers: [
        try await test.person("A", .approver).token, try await test.person("B", .approver).token,
      ], broadcaster: try await test.person("L", .nationalBroadcaster).token,
      auditor: try await test.person("U", .auditor).token)
    _ = try await made.door.perform(
      ImportStores(
        stores: Self.stores(count, zones: zones), allowedRemovals: 0, onlyCheck: false),
      as: made.admin)
    try await made.connect()
    return made
  }

  static func stores(_ count: Int, zones: [String] = ["Europe/Paris"]) -> [Store] {
    (1...count).map { number in
      Store(
        code: StoreCode("S-\(number)"), name: "Store \(number)", format: .supermarket,
        city: "Lyon", region: "Bretagne", timeZone: zones[(number - 1) % zones.count])
    }
  }

  /// Connects all pages that the network shows.
  @discardableResult
  func connect() async throws -> ConnectPages.Output {
    try await door.perform(
      ConnectPages(network: .facebook, token: Secret("user"), map: [:]), as: admin)
  }

  /// A broadcast that was approved and launched; its deliveries are still to be made.
  func launched(
    _ text: String, at time: ReleaseTime? = nil, until: Timestamp? = nil, acceptHeld: Bool = false,
    pinUntil: Timestamp? = nil
  ) async throws -> BroadcastID {
    let source = MessageSource(title: "T", body: SourceText(text, line: 1))
    let targets = BroadcastTargets(selector: try Selector.parse("all"), description: "all")
    let made = try await door.perform(
      CreateBroadcast(
        source: source, targets: targets, networks: [], at: time, from: nil, until: until,
        pinUntil: pinUntil, plannedDigest: nil), as: editor)
    _ = try await door.perform(SubmitBroadcast(id: made.id), as: editor)
    for approver in approvers {
      _ = try await door.perform(ApproveBroadcast(id: made.id, digest: nil), as: approver)
    }
    _ = try await door.perform(
      LaunchBroadcast(id: made.id, canary: nil, acceptHeld: acceptHeld), as: broadcaster)
    return made.id
  }

  /// Performs what is due now, of one broadcast or of all.
  @discardableResult
  func deliver(
    _ only: BroadcastID? = nil, focus: DeliveryFocus? = nil, patience: Int64 = 2_000,
    review: RoutineReview? = Self.letGo
  ) async throws -> Runner.End {
    let office = try await DeliveryOffice.open(
      desk, focus: focus ?? only.map(DeliveryFocus.broadcast) ?? .everything, review: review,
      host: "test", pid: 1)
    let runner = Runner(
      ledger: office, networks: desk.networks, time: desk.time, random: desk.random,
      policy: .loopback(application: "ours"), concurrency: 1, batchSize: 50)
    let end = try await runner.run(patience: patience)
    await office.close()
    return end
  }

  /// A review that lets everything go that is due.
  static let letGo: RoutineReview = { desk in
    let now = desk.time.now()
    let horizon = now.advanced(byMilliseconds: desk.rules.stageLeadMilliseconds)
    try await desk.database.write { transaction in
      let due = try transaction.deliveriesToReview(before: horizon, limit: 1_000)
      try transaction.noteReviewed(due, at: now)
    }
  }

  /// How a broadcast stands.
  func status(_ id: BroadcastID) async throws -> BroadcastStatus.Output {
    try await door.ask(BroadcastStatus(id: id, withPages: true), as: editor)
  }

  /// The records of an action, oldest first.
  func records(_ action: Action) async throws -> [AuditColumns] {
    var filter = RecordFilter()
    filter.action = action.rawValue
    let found = filter
    return try await desk.database.read {
      try $0.records(found, below: nil, limit: 10_000).reversed().map(\.columns)
    }
  }
}
