import Foundation
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A desk with a small library, three stores with pages, and the people of one of them.
struct PostDesk {
  typealias Somebody = (id: UserID, token: Secret)

  let desk: TestDesk
  /// Writes drafts at FR-0001.
  let contributor: Somebody
  /// Runs FR-0001.
  let manager: Somebody
  /// Runs FR-0002.
  let neighbour: Somebody
  /// Runs the region of FR-0001 and FR-0002.
  let region: Somebody
  /// Says yes or no everywhere, and writes nothing.
  let approver: Somebody

  var door: Door { desk.door }
  static let store = StoreCode("FR-0001")

  static func make(
    _ driver: DriverUnderTest = .sqlite, templates: [String: MessageSource] = library,
    shelf: TemplateShelf? = nil, rules: @escaping @Sendable () -> RuleBook = { .empty },
    calendars: CalendarPort = .none, postsPerDay: Int = 0
  ) async throws -> PostDesk {
    let content = ContentPort(
      template: { shelf?[$0] ?? templates[$0] },
      templateIDs: { templates.keys.sorted() + (shelf?.ids ?? []) },
      ruleBook: {
        try await shelf?.interrupt()
        return rules()
      }, picture: { _ in nil })
    let desk = try await TestDesk.make(
      driver, postsPerDay: postsPerDay, content: content, calendars: calendars)
    try await desk.importStores()
    let own = Scope.store(store)
    let made = PostDesk(
      desk: desk, contributor: try await desk.person("Chloé", .storeContributor, scope: own),
      manager: try await desk.person("Marc", .storeManager, scope: own),
      neighbour: try await desk.person(
        "Nina", .storeManager, scope: .store(StoreCode("FR-0002"))),
      region: try await desk.person("Rémi", .regionManager, scope: .region("Bretagne")),
      approver: try await desk.person("Ana", .approver))
    try await made.connect([("FR-0001", .facebook), ("FR-0002", .facebook)])
    return made
  }

  /// A template with two fields, for any network.
  static let library: [String: MessageSource] = [
    "produit": MessageSource(
      title: "Le produit du jour",
      body: SourceText("{{produit}} à {{prix}} chez {{store.name}}.", line: 1),
      fields: [
        MessageField(name: "produit", kind: .text, maximum: "40"),
        MessageField(name: "prix", kind: .text, maximum: "10"),
      ]),
    "offre": MessageSource(
      title: "L'offre de la semaine",
      body: SourceText("{{produit}} : {{prix}} jusqu'au {{fin}}.", line: 1),
      fields: [
        MessageField(name: "produit", kind: .text, maximum: "40"),
        MessageField(name: "prix", kind: .price), MessageField(name: "fin", kind: .date),
      ], offer: OfferSource([.product: "{{produit}}", .price: "{{prix}}", .until: "{{fin}}"])),
    "grands": MessageSource(
      title: "Pour les hypermarchés", body: SourceText("Bonjour", line: 1),
      formats: [.hypermarket]),
    "fini": MessageSource(
      title: "Une fête passée", body: SourceText("Bonne fête !", line: 1),
      validity: MessageValidity(until: MessageValidity.Moment("2027-01-01"))),
    "pas-encore": MessageSource(
      title: "Une fête à venir", body: SourceText("Bonne fête !", line: 1),
      validity: MessageValidity(from: MessageValidity.Moment("2027-06-01"))),
    "facebook": MessageSource(
      title: "Un seul réseau", networks: [.facebook], body: SourceText("Bonjour", line: 1)),
  ]

  /// Gives stores a page whose token is good.
  func connect(_ pages: [(store: String, network: Network)]) async throws {
    let vault = desk.desk.vault
    let now = desk.desk.time.now()
    let random = desk.desk.random
    try await desk.desk.database.write { transaction in
      let connection = "c_\(pages.map(\.store).joined())\(pages.map(\.network.rawValue).joined())"
      try transaction.insertConnection(
        connection, network: .facebook,
        token: try vault.seal(
          Secret("token"), page: PageID("pg_connection"), network: .facebook), at: now,
        by: manager.id)
      try transaction.upsertPages(
        try pages.map { store, network in
          let id: PageID = random.identifier("pg")
          return (
            StoredPage(
              id: id, store: StoreCode(store), network: network,
              remoteID: RemoteID("r_\(store)_\(network)"), name: store, state: .connected,
              trouble: nil, connection: connection),
            try vault.seal(Secret("token"), page: id, network: network)
          )
        }, at: now)
    }
  }

  static let values = ["produit": "Reblochon", "prix": "4 euros"]

  /// A new adaptation at FR-0001.
  @discardableResult
  func adapt(
    as person: Somebody, _ template: String = "produit", values: [String: String] = values,
    at: ReleaseTime? = nil, targets: PostTargets = .store(store), entry: String? = nil,
    networks: [Network] = []
  ) async throws -> [PostOutput] {
    try await door.perform(
      AdaptTemplate(
        template: template, targets: targets, networks: networks, values: values, at: at,
        entry: entry), as: person.token
    ).posts.items
  }

  /// Takes a step.
  @discardableResult
  func take<Step: PostStep>(_ step: Step, as person: Somebody) async throws -> [PostOutput]
  where Step.Output == PostsOutput {
    try await door.perform(step, as: person.token).items
  }

  /// Where a post stands, as the manager of FR-0001 reads it.
  func show(_ id: PostID) async throws -> PostOutput? {
    try await door.ask(ShowPost(id: id.rawValue), as: manager.token).posts.items.first
  }

  /// The row of a post's delivery.
  func delivery(_ id: PostID) async throws -> StoredDelivery? {
    try await desk.desk.database.read { try $0.delivery(of: id) }
  }

  /// Puts the delivery of a post into a state, as a worker would.
  func deliver(_ id: PostID, _ state: DeliveryState) async throws {
    let now = desk.desk.time.now()
    try await desk.desk.database.write { transaction in
      try transaction.execute(
        """
        UPDATE delivery SET state = ?2, remote_id = ?3, published_at = ?4 WHERE post_id = ?1
        """,
        [
          SQLValue(id), .text(state.rawValue), .text("r_\(id)"),
          [.published, .confirmed].contains(state) ? SQLValue(now) : .null,
        ])
    }
  }

  /// The records about a post, oldest first.
  func records(_ id: PostID) async throws -> [AuditRecord] {
    try await desk.desk.database.read { transaction in
      var filter = RecordFilter()
      filter.object = id.rawValue
      return try transaction.records(filter, below: nil, limit: 100).reversed()
        .map { try AuditRecord(bytes: $0.bytes) }
    }
  }

  /// The rule by which the door says no; nil when it lets the person in.
  func refusal(_ body: () async throws -> Void) async -> AccessRule? {
    guard let fault = await fault(body), fault.code == .denied else { return nil }
    return AccessRule(rawValue: fault.message.code.replacing("access.denied.", with: ""))
  }
}
