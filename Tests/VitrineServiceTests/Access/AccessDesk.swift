import Foundation
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A desk with four stores, one of them closed, and broadcasts in every state.
///
/// FR-0001 and FR-0002 are in Bretagne, FR-0003 is in Corse, FR-0009 (Bretagne) has left the register.
struct AccessDesk {
  let base: TestDesk
  /// A broadcast to FR-0001 and FR-0003 for each state.
  let broadcasts: [BroadcastState: BroadcastID]
  /// A person with a grant at FR-0001, and that grant.
  let victim: UserID
  let victimGrant: GrantID

  var desk: Desk { base.desk }
  /// A door through which people come with a ticket, so that break-glass works.
  var door: Door { Door(desk, ticket: Ticket("INC-42")) }
  var now: Timestamp { desk.time.now() }

  static let codes = ["FR-0001", "FR-0002", "FR-0003"].map { StoreCode($0) }

  static func make(
    _ driver: DriverUnderTest = .sqlite, stepUpMinutes: Int = 0
  ) async throws -> AccessDesk {
    let base = try await TestDesk.make(driver, stepUpMinutes: stepUpMinutes)
    let stores = [
      ("FR-0001", "Bretagne"), ("FR-0002", "Bretagne"), ("FR-0003", "Corse"),
      ("FR-0009", "Bretagne"),
    ].map { code, region in
      Store(
        code: StoreCode(code), name: "Store \(code)", format: .supermarket, city: "Ville",
        region: region)
    }
    _ = try await base.door.perform(
      ImportStores(stores: stores, allowedRemovals: 0, onlyCheck: false), as: base.adminToken)
    _ = try await base.door.perform(
      ImportStores(stores: Array(stores.dropLast()), allowedRemovals: 1, onlyCheck: false),
      as: base.adminToken)
    let (victim, _) = try await base.person(
      "Victim", .storeManager, scope: .store(StoreCode("FR-0001")))
    let grants = try await base.door.ask(ListGrants(user: victim), as: base.adminToken)
    let now = base.desk.time.now()
    let broadcasts = try await base.desk.database.write { transaction in
      var made: [BroadcastState: BroadcastID] = [:]
      for state in BroadcastState.allCases {
        let id = BroadcastID("b_\(state.rawValue)")
        try transaction.insert(state, id, author: base.admin, at: now)
        made[state] = id
      }
      for state in EditorialState.allCases {
        try transaction.insert(state, author: base.admin, at: now)
      }
      try transaction.insertPlan(author: base.admin, at: now)
      return made
    }
    return AccessDesk(
      base: base, broadcasts: broadcasts, victim: victim,
      victimGrant: grants.first?.id ?? GrantID(""))
  }

  /// A plan of the calendar with the post of FR-0001 that waits for an approval.
  static let plan = CalendarPlanID("c_product")

  /// The post of FR-0001 in a state; what was handed over is public.
  static func post(_ state: EditorialState) -> String { "p_own_\(state.rawValue)" }

  /// Somebody signed in, with grants that are put into the database as they are.
  func person(_ name: String, _ grants: [(Role, Scope)]) async throws -> (
    id: UserID, token: Secret
  ) {
    let made = try await base.door.perform(
      CreateUser(name: name, email: nil), as: base.adminToken)
    let token = try await Enrol(code: Secret(made.enrolment)).run(desk).token
    let now = now
    let random = desk.random
    try await desk.database.write { transaction in
      for (role, scope) in grants {
        let grant = Grant(
          id: random.identifier("g"), user: made.id, role: role, scope: scope, from: now,
          until: role == .breakglass ? now.advanced(bySeconds: 3_600) : nil,
          grantedBy: UserID("u_other"))
        try transaction.insertGrant(grant, reason: "test", at: now)
      }
    }
    return (made.id, token)
  }

  /// The rule by which the door says no to a body; nil when it lets the person in.
  func refusal(_ body: () async throws -> Void) async -> AccessRule? {
    do {
      try await body()
      return nil
    } catch let fault as Fault where fault.code == .denied {
      return AccessRule(
        rawValue: fault.message.code.replacing("access.denied.", with: ""))
    } catch {
      return nil
    }
  }
}

extension Transaction {
  /// A broadcast that is in a state without having lived through the others.
  fileprivate func insert(
    _ state: BroadcastState, _ id: BroadcastID, author: UserID, at now: Timestamp
  ) throws {
    var broadcast = StoredBroadcast(
      id: id, title: state.rawValue, digest: "d", source: "{}", sourceDigest: "s",
      selector: "all", author: author, isUrgent: false, approvalsNeeded: 0, created: now,
      releaseAt: nil, validUntil: nil)
    broadcast.state = state
    try insertBroadcast(broadcast)
    if state.isUnderWay { broadcast.launched = now }
    if state == .paused { broadcast.pausedFrom = .releasing }
    try updateBroadcast(broadcast)
    let codes = ["FR-0001", "FR-0003"]
    try insertDeliveries(
      codes.enumerated().map { index, code in
        StoredDelivery(
          post: PostID("p_\(state.rawValue)_\(code)"), broadcast: id, store: StoreCode(code),
          network: .facebook, page: nil, position: index,
          content: PostContent(text: "Bonjour", link: nil), digest: "d", state: .ready)
      }, at: now)
  }

  /// A plan that waits for its approval.
  fileprivate func insertPlan(author: UserID, at now: Timestamp) throws {
    try insertCalendarPlan(
      StoredCalendarPlan(
        id: AccessDesk.plan, author: author, digest: "d", posts: 1, approvalsNeeded: 1,
        from: .first, through: .last, created: now))
    try cover([PostID(AccessDesk.post(.submitted))], by: AccessDesk.plan)
  }

  /// A post of FR-0001 that is in a state without having lived through the others.
  fileprivate func insert(_ state: EditorialState, author: UserID, at now: Timestamp) throws {
    let store = StoreCode("FR-0001")
    let submission = StoredSubmission(
      id: SubmissionID("s_own_\(state.rawValue)"), author: author, template: nil,
      templateDigest: nil, entry: nil, selector: "store:FR-0001", stores: 1, created: now)
    var post = StoredPost(
      id: PostID(AccessDesk.post(state)), of: submission, store: store, network: .facebook,
      position: 0, content: PostContent(text: "Bonjour"), digest: state.rawValue,
      input: PostInput(text: "Bonjour"), approvalsNeeded: 0)
    post.state = state
    try insertPosts([post], of: submission)
    guard state == .handedOver else { return }
    var delivery = StoredDelivery(
      post: post.id, broadcast: nil, store: store, network: .facebook, page: nil, position: 0,
      content: post.content, digest: "d", state: .confirmed)
    delivery.launchedBy = author
    try insertDeliveries([delivery], at: now)
    try execute(
      "UPDATE delivery SET remote_id = 'r_1', published_at = ?2 WHERE post_id = ?1",
      [SQLValue(post.id), SQLValue(now)])
  }
}
