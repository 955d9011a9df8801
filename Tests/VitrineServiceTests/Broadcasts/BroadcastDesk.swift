import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A desk with the people of a broadcast and some stores, without a network.
struct BroadcastDesk {
  let desk: TestDesk
  let editor: (id: UserID, token: Secret)
  let second: (id: UserID, token: Secret)
  let approvers: [(id: UserID, token: Secret)]
  let broadcaster: (id: UserID, token: Secret)

  var door: Door { desk.door }

  static func make(
    _ driver: DriverUnderTest = .sqlite, stores: Int = 6,
    urgentMessages: Set<String> = []
  ) async throws -> BroadcastDesk {
    let desk = try await TestDesk.make(driver, urgentMessages: urgentMessages)
    let made = BroadcastDesk(
      desk: desk, editor: try await desk.person("Eve", .nationalEditor),
      second: try await desk.person("Zoé", .nationalEditor),
      approvers: [
        try await desk.person("Ana", .approver), try await desk.person("Bob", .approver),
        try await desk.person("Cleo", .approver),
      ], broadcaster: try await desk.person("Lou", .nationalBroadcaster))
    try await made.importStores((1...stores).map { Self.store($0) })
    try await made.connectPages((1...stores).map { Self.store($0).code })
    return made
  }

  /// A store of the register; the name is what messages show.
  static func store(
    _ number: Int, name: String? = nil, region: String = "Bretagne"
  ) -> Store {
    Store(
      code: StoreCode("FR-000\(number)"), name: name ?? "Magasin \(number)",
      format: .supermarket, address: "1 rue du Port", postcode: "29000", city: "Quimper",
      department: "29", region: region, country: "FR", latitude: nil, longitude: nil,
      timeZone: "Europe/Paris")
  }

  /// Brings the register up to these stores, as a person with a file does.
  @discardableResult
  func importStores(_ stores: [Store], removals: Int = 0) async throws
    -> [RefreshBroadcasts.Change]
  {
    _ = try await door.perform(
      ImportStores(stores: stores, allowedRemovals: removals, onlyCheck: false),
      as: desk.adminToken)
    return try await RefreshBroadcasts().run(desk.desk)
  }

  /// Gives stores a page whose token is good.
  func connectPages(_ stores: [StoreCode]) async throws {
    let vault = desk.desk.vault
    try await desk.desk.database.write { transaction in
      let now = desk.desk.time.now()
      let page = PageID("pg_connection")
      try transaction.insertConnection(
        "c_1", network: .facebook,
        token: try vault.seal(Secret("token"), page: page, network: .facebook), at: now,
        by: editor.id)
      try transaction.upsertPages(
        try stores.map { store in
          let id = PageID("pg_\(store)")
          return (
            StoredPage(
              id: id, store: store, network: .facebook, remoteID: RemoteID("r_\(store)"),
              name: store.rawValue, state: .connected, trouble: nil, connection: "c_1"),
            try vault.seal(Secret("token"), page: id, network: .facebook)
          )
        }, at: now)
    }
  }

  /// A message as a file would say it.
  static func message(
    _ text: String = "Bonjour {{store.name}}", title: String = "Message", link: String? = nil,
    fields: [MessageField] = [], isUrgent: Bool = false
  ) -> MessageSource {
    MessageSource(
      title: title, link: link, networks: [.facebook], body: SourceText(text, line: 1),
      isUrgent: isUrgent, fields: fields)
  }

  static func targets(_ text: String) throws -> BroadcastTargets {
    BroadcastTargets(selector: try Selector.parse(text), description: text)
  }

  /// A draft of the editor.
  func draft(
    _ source: MessageSource = message(), to selector: String = "all", at: ReleaseTime? = nil,
    values: [String: String] = [:]
  ) async throws -> BroadcastID {
    try await door.perform(
      CreateBroadcast(
        source: source, targets: try Self.targets(selector), networks: [], at: at, from: nil,
        until: nil, values: values, plannedDigest: nil), as: editor.token
    ).id
  }

  func submit(_ id: BroadcastID) async throws {
    _ = try await door.perform(SubmitBroadcast(id: id), as: editor.token)
  }

  @discardableResult
  func approve(_ id: BroadcastID, _ number: Int) async throws -> BroadcastStepOutput {
    try await door.perform(
      ApproveBroadcast(id: id, digest: nil), as: approvers[number].token)
  }

  /// A broadcast with the two approvals that it needs.
  func approved(
    _ source: MessageSource = message(), to selector: String = "all", at: ReleaseTime? = nil
  ) async throws -> BroadcastID {
    let id = try await draft(source, to: selector, at: at)
    try await submit(id)
    for number in 0..<2 { try await approve(id, number) }
    return id
  }

  func launch(_ id: BroadcastID, as person: Secret? = nil) async throws -> BroadcastStepOutput {
    try await door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: false), as: person ?? broadcaster.token)
  }

  func status(_ id: BroadcastID) async throws -> BroadcastStatus.Output {
    try await door.ask(BroadcastStatus(id: id, withPages: true), as: editor.token)
  }

  /// The codes for which pages wait, by store.
  func reasons(_ id: BroadcastID) async throws -> [String: String] {
    try await status(id).pages.reduce(into: [:]) {
      $0[$1.store.rawValue] = $1.trouble?.reason.code
    }
  }
}

/// The fault that a body throws, if it throws one.
func fault<T>(_ body: () async throws -> T) async -> Fault? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? Fault
  }
}
