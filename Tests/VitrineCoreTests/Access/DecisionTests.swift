import Testing
import VitrineCore

/// Rights are decided in one place; this table is what a reader may rely on.
struct DecisionTests {
  private static let now = Timestamp(clamping: 1_000_000)
  private static let place = AccessTarget.Place(
    code: StoreCode("FR-0001"), region: "Bretagne", format: "hypermarket")

  private static func subject(_ grants: [(Role, Scope)], isActive: Bool = true) -> Subject {
    Subject(
      id: UserID("u_me"), isActive: isActive,
      grants: grants.enumerated().map { index, grant in
        Grant(
          id: GrantID("g_\(index)"), user: UserID("u_me"), role: grant.0, scope: grant.1,
          from: Timestamp(clamping: 0), until: nil, grantedBy: UserID("u_admin"))
      })
  }

  private static func decide(
    _ grants: [(Role, Scope)], _ action: Action, _ target: AccessTarget = .national,
    broadcast: BroadcastFacts? = nil, delegation: Delegation? = nil, isActive: Bool = true
  ) -> AccessRule? {
    Decision(
      AccessRequest(
        subject: subject(grants, isActive: isActive), action: action, target: target,
        broadcast: broadcast, delegation: delegation, now: now)
    ).rule
  }

  @Test(arguments: Action.allCases)
  func `nobody without a grant may do anything`(_ action: Action) {
    #expect(Self.decide([], action) != nil)
  }

  @Test(arguments: Array(Action.heldByNobody))
  func `what nobody holds is refused to all nine roles at once`(_ action: Action) {
    let everything = Role.allCases.map { ($0, Scope.all) }
    #expect(Self.decide(everything, action) == .heldByNobody)
  }

  @Test(arguments: [
    (Role.nationalAdmin, Action.broadcastLaunch), (.nationalAdmin, .broadcastApprove),
    (.nationalAdmin, .postPublish), (.nationalEditor, .broadcastLaunch),
    (.nationalEditor, .broadcastApprove), (.approver, .broadcastDraft),
    (.approver, .broadcastLaunch), (.nationalBroadcaster, .broadcastApprove),
    (.nationalBroadcaster, .broadcastDraft), (.auditor, .broadcastPause),
    (.auditor, .tokenCreateSelf), (.storeManager, .broadcastCancel),
    (.regionManager, .broadcastTakedown), (.storeContributor, .postPublish),
    (.breakglass, .postPublish), (.breakglass, .grantCreate),
  ])
  func `duties stay apart`(_ role: Role, _ action: Action) {
    #expect(Self.decide([(role, .all)], action) == .noGrant)
  }

  @Test(arguments: [
    (Scope.all, true), (.region("Bretagne"), true), (.region("Corse"), false),
    (.format("hypermarket"), true), (.format("supermarket"), false),
    (.store(StoreCode("FR-0001")), true), (.store(StoreCode("FR-0002")), false),
  ])
  func `a scope covers its own stores and no others`(_ scope: Scope, _ isCovered: Bool) {
    let target = AccessTarget(places: [Self.place])
    let rule = Self.decide([(.storeManager, scope)], .postPublish, target)
    #expect(rule == (isCovered ? nil : .outsideScope))
  }

  @Test func `every target must be covered, or none is`() {
    let other = AccessTarget.Place(
      code: StoreCode("FR-0002"), region: "Corse", format: "hypermarket")
    let both = AccessTarget(places: [Self.place, other])
    #expect(
      Self.decide([(.storeManager, .region("Bretagne"))], .postPublish, both) == .outsideScope)
    let two: [(Role, Scope)] = [
      (.storeManager, .region("Bretagne")), (.storeManager, .region("Corse")),
    ]
    #expect(Self.decide(two, .postPublish, both) == nil)
  }

  @Test func `a national matter needs a national grant`() {
    #expect(
      Self.decide([(.nationalBroadcaster, .region("Bretagne"))], .broadcastLaunch)
        == .outsideScope)
  }

  @Test func `a suspended person may do nothing`() {
    #expect(Self.decide([(.nationalAdmin, .all)], .userRead, isActive: false) == .inactive)
  }

  @Test func `a grant holds from its first instant until just before its last`() {
    let grant = Grant(
      id: GrantID("g"), user: UserID("u"), role: .auditor, scope: .all,
      from: Timestamp(clamping: 10), until: Timestamp(clamping: 20), grantedBy: UserID("a"))
    #expect(
      [9, 10, 19, 20].map { grant.holds(at: Timestamp(clamping: $0)) }
        == [false, true, true, false])
  }

  private static func facts(
    _ state: BroadcastState, author: String = "u_author", approvers: [String] = ["u_1", "u_2"],
    urgent: Bool = false
  ) -> BroadcastFacts {
    BroadcastFacts(
      state: state, authors: [UserID(author)], approvers: Set(approvers.map(UserID.init(_:))),
      approvalsNeeded: urgent ? 1 : 2, isUrgent: urgent)
  }

  @Test(
    arguments: [
      (facts(.approved), nil), (facts(.approved, author: "u_me"), AccessRule.fourEyes),
      (facts(.approved, approvers: ["u_1", "u_me"]), .fourEyes),
      (facts(.approved, approvers: ["u_1"]), .state), (facts(.submitted), .state),
      (facts(.draft), .state), (facts(.rejected), .state), (facts(.cancelled), .state),
      (facts(.releasing), nil),
      (facts(.approved, author: "u_me", approvers: ["u_1"], urgent: true), nil),
      (facts(.approved, approvers: ["u_me"], urgent: true), .fourEyes),
    ] as [(BroadcastFacts, AccessRule?)])
  func `launching takes approvals of others, by a third person`(
    _ facts: BroadcastFacts, _ rule: AccessRule?
  ) {
    #expect(
      Self.decide([(.nationalBroadcaster, .all)], .broadcastLaunch, broadcast: facts) == rule)
  }

  @Test func `nobody approves what they wrote`() {
    let mine = Self.facts(.submitted, author: "u_me", approvers: [])
    #expect(Self.decide([(.approver, .all)], .broadcastApprove, broadcast: mine) == .fourEyes)
  }

  @Test(
    arguments: [
      (Role.nationalAdmin, Scope.all, Role.auditor, Scope.all, nil),
      (.nationalAdmin, .all, .storeManager, .store(StoreCode("FR-0001")), nil),
      (.regionManager, .region("Bretagne"), .storeManager, .store(StoreCode("FR-0001")), nil),
      (.regionManager, .region("Corse"), .storeManager, .store(StoreCode("FR-0001")), .delegation),
      (.regionManager, .region("Bretagne"), .regionManager, .region("Bretagne"), .delegation),
      (
        .storeManager, .store(StoreCode("FR-0001")), .storeContributor,
        .store(StoreCode("FR-0001")), nil
      ),
      (.storeManager, .store(StoreCode("FR-0001")), .storeContributor, .all, .delegation),
    ] as [(Role, Scope, Role, Scope, AccessRule?)])
  func `people hand out less than they hold, inside their own scope`(
    _ giver: Role, _ where: Scope, _ role: Role, _ scope: Scope, _ rule: AccessRule?
  ) {
    let delegation = Delegation(
      receiver: UserID("u_other"), role: role, scope: scope, place: Self.place, held: [])
    #expect(
      Self.decide([(giver, `where`)], .grantCreate, .anywhere, delegation: delegation) == rule)
  }

  @Test func `nobody grants to themselves`() {
    let delegation = Delegation(
      receiver: UserID("u_me"), role: .auditor, scope: .all, place: nil, held: [])
    #expect(
      Self.decide([(.nationalAdmin, .all)], .grantCreate, .anywhere, delegation: delegation)
        == .delegation)
  }

  @Test(arguments: Role.allCases)
  func `an auditor holds no other role`(_ role: Role) {
    let delegation = Delegation(
      receiver: UserID("u_other"), role: role, scope: .all, place: nil, held: [.auditor])
    let rule = Self.decide(
      [(.nationalAdmin, .all)], .grantCreate, .anywhere, delegation: delegation)
    #expect(rule == (role == .auditor ? nil : .exclusion))
  }

  @Test(arguments: Role.allCases, Role.allCases)
  func `exclusion is mutual`(_ one: Role, _ other: Role) {
    #expect(one.excluded.contains(other) == other.excluded.contains(one))
  }

  @Test(arguments: ["all", "region:Pays de la Loire", "format:hypermarket", "store:FR-0001"])
  func `a scope reads back as it is written`(_ text: String) {
    #expect(Scope(text)?.description == text)
  }

  @Test(arguments: ["", "ALL", "region:", "region", "shop:1", "store:"])
  func `a scope that names nothing is refused`(_ text: String) {
    #expect(Scope(text) == nil)
  }
}
