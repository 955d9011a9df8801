import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Rows that a person may not see are not there.
@Suite(.temporaryFolder)
struct VisibilityTests {
  private static let corse = Scope.store(StoreCode("FR-0003"))

  @Test(arguments: DriverUnderTest.allCases)
  func `a store manager sees their own store, and the pages of a broadcast there`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await AccessDesk.make(driver)
    let (_, token) = try await desk.person("Manager", [(.storeManager, Self.corse)])
    let stores = try await desk.door.ask(ListStores(selector: nil), as: token)
    #expect(stores.map(\.store.code.rawValue) == ["FR-0003"])
    let status = try await desk.door.ask(
      BroadcastStatus(id: try desk.broadcast(.releasing), withPages: true), as: token)
    #expect(status.pages.map(\.store.rawValue) == ["FR-0003"])
    #expect(status.targeted == 1)
    let states = try await desk.door.ask(ListBroadcasts(limit: 50), as: token).map(\.state)
    #expect(
      Set(states) == [
        .approved, .scheduled, .staging, .awaitingExceptions, .releasing, .paused, .finished,
      ])
    let draft = BroadcastStatus(id: try desk.broadcast(.draft), withPages: true)
    await #expect(throws: Fault.self) { try await desk.door.ask(draft, as: token) }
  }

  @Test func `a broadcast that goes elsewhere is not there`() async throws {
    let desk = try await AccessDesk.make()
    let (_, token) = try await desk.person(
      "Manager", [(.storeManager, .store(StoreCode("FR-0002")))])
    #expect(try await desk.door.ask(ListBroadcasts(limit: 50), as: token).isEmpty)
    let status = BroadcastStatus(id: try desk.broadcast(.releasing), withPages: false)
    do {
      _ = try await desk.door.ask(status, as: token)
      Issue.record("the status of a foreign broadcast was shown")
    } catch let fault as Fault {
      #expect(fault.code == .notFound)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `managers see the people and grants inside their scope, and whom they invited`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await AccessDesk.make(driver)
    let (me, token) = try await desk.person("Regional", [(.regionManager, .region("Corse"))])
    let (inside, _) = try await desk.person("Inside", [(.storeManager, Self.corse)])
    let (same, _) = try await desk.person("Same", [(.approver, .region("Corse"))])
    _ = try await desk.person("Outside", [(.storeManager, .region("Bretagne"))])
    let invited = try await desk.door.perform(CreateUser(name: "New", email: nil), as: token)
    let people = try await desk.door.ask(ListUsers(), as: token)
    #expect(Set(people.map(\.account.id)) == [me, inside, same, invited.id])
    let grants = try await desk.door.ask(ListGrants(user: nil), as: token)
    #expect(Set(grants.map(\.grant.user)) == [me, inside, same])
    #expect(try await desk.door.ask(ListGrants(user: desk.victim), as: token).isEmpty)
  }

  @Test func `everybody sees their own grants`() async throws {
    let desk = try await AccessDesk.make()
    let (id, token) = try await desk.person("Editor", [(.nationalEditor, .all)])
    #expect(try await desk.door.ask(ListGrants(user: id), as: token).count == 1)
    let other = await desk.refusal {
      _ = try await desk.door.ask(ListGrants(user: desk.victim), as: token)
    }
    #expect(other == .noGrant)
  }

  @Test func `what was true on a day is answered as of that day`() async throws {
    let desk = try await AccessDesk.make()
    let store = StoreCode("FR-0002")
    let (id, _) = try await desk.person("Ana", [(.storeManager, .store(store))])
    let first = desk.now
    desk.base.clock.advance(seconds: 86_400)
    let grants = try await desk.door.ask(ListGrants(user: id), as: desk.base.adminToken)
    _ = try await desk.door.perform(
      RevokeGrant(id: try #require(grants.first).id, reason: "test"), as: desk.base.adminToken)
    desk.base.clock.advance(seconds: 86_400)
    func rule(_ at: Timestamp?) async throws -> AccessRule? {
      var question = AccessQuestion(user: id, action: "post.publish")
      question.stores = [store]
      question.at = at
      return try await desk.door.ask(CheckAccess(question), as: desk.base.adminToken)
        .decision.rule
    }
    #expect(try await rule(nil) == .noGrant)
    #expect(try await rule(first) == nil)
    #expect(
      try await rule(first.advanced(bySeconds: 86_400)) == .noGrant, "revoked at this instant")
    #expect(try await rule(first.advanced(bySeconds: 86_399)) == nil)
    #expect(try await rule(first.advanced(bySeconds: -86_400)) == .inactive, "not there yet")
    let suspended = desk.now
    try await desk.desk.database.write { try $0.setAccountState(id, .suspended, at: suspended) }
    #expect(try await rule(nil) == .inactive)
    #expect(try await rule(first) == nil, "was active then")
  }

  @Test func `one asks about oneself; about others, who reviews access`() async throws {
    let desk = try await AccessDesk.make()
    let (id, token) = try await desk.person("Editor", [(.nationalEditor, .all)])
    let own = CheckAccess(AccessQuestion(user: id, action: "broadcast.draft"))
    #expect(try await desk.door.ask(own, as: token).decision.rule == nil)
    let other = CheckAccess(AccessQuestion(user: desk.victim, action: "post.publish"))
    #expect(await desk.refusal { _ = try await desk.door.ask(other, as: token) } == .noGrant)
    let (_, auditor) = try await desk.person("Aude", [(.auditor, .all)])
    #expect(try await desk.door.ask(other, as: auditor).decision.rule == nil)
  }

  @Test(
    arguments: [
      ("u_nobody", "post.publish", "FR-0001", nil), ("", "post.fly", "FR-0001", nil),
      ("", "post.publish", "FR-7777", nil), ("", "broadcast.launch", "", "b_nothing"),
      ("", "grant.revoke", "", "g_nothing"), ("", "post.publish", "", "whatever"),
    ] as [(String, String, String, String?)])
  func `a name that nobody knows is refused by F11, and named`(
    _ user: String, _ action: String, _ store: String, _ object: String?
  ) async throws {
    let desk = try await AccessDesk.make()
    var question = AccessQuestion(
      user: user.isEmpty ? desk.victim : UserID(user), action: action)
    question.stores = store.isEmpty ? [] : [StoreCode(store)]
    question.object = object
    let answer = try await desk.door.ask(CheckAccess(question), as: desk.base.adminToken)
    #expect(answer.decision.rule == .unknownName)
    #expect(answer.unknownNames.count == 1)
  }

  @Test func `a broadcast stays a national matter when a store is named`() async throws {
    let desk = try await AccessDesk.make()
    let (id, _) = try await desk.person("Regional", [(.approver, .region("Bretagne"))])
    func rule(_ action: Action) async throws -> AccessRule? {
      var question = AccessQuestion(user: id, action: action.rawValue)
      question.stores = [StoreCode("FR-0001")]
      return try await desk.door.ask(CheckAccess(question), as: desk.base.adminToken)
        .decision.rule
    }
    #expect(try await rule(.broadcastApprove) == .outsideScope)
    #expect(try await rule(.postApprove) == nil)
  }

  @Test func `a store that has left the register is known, and closed`() async throws {
    let desk = try await AccessDesk.make()
    let (id, _) = try await desk.person("Regional", [(.regionManager, .region("Bretagne"))])
    func rule(_ action: Action) async throws -> AccessRule? {
      var question = AccessQuestion(user: id, action: action.rawValue)
      question.stores = [StoreCode("FR-0009")]
      return try await desk.door.ask(CheckAccess(question), as: desk.base.adminToken)
        .decision.rule
    }
    #expect(try await rule(.postDraft) == .closedStore)
    #expect(try await rule(.pageConnect) == .closedStore)
    #expect(try await rule(.postTakedown) == nil)
    #expect(try await rule(.postRead) == nil)
  }
}
