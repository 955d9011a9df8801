import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What a refusal leaves behind, and what changes it: a ticket, a sign-in, a token.
@Suite(.temporaryFolder)
struct RefusalTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `equal refusals within a minute are one record and a count`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await AccessDesk.make(driver)
    let (id, token) = try await desk.person("Ana", [(.approver, .all)])
    let before = try await desk.base.logSize()
    for _ in 0..<50 {
      #expect(await desk.refusal { try await invite("Eve", desk, token) } == .noGrant)
    }
    #expect(try await desk.base.logSize() == before + 1)
    #expect(await desk.refusal { _ = try await desk.door.ask(ListUsers(), as: token) } == .noGrant)
    #expect(try await desk.base.logSize() == before + 2, "another action is another record")
    desk.base.clock.advance(seconds: 61)
    try await invite("Eve", desk, desk.base.adminToken)
    let record = try await record(before + 2, desk)
    #expect(record["result"] == "denied" && record["action"] == "user.invite")
    #expect(record["actor"]?["id"] == .string(id.rawValue))
    #expect(record["detail"]?["count"] == 49)
    #expect(try await desk.base.logSize() == before + 4, "the count, and the invitation itself")
    #expect(await desk.refusal { try await invite("Eve", desk, token) } == .noGrant)
    #expect(try await desk.base.logSize() == before + 5, "a new minute begins with a record")
  }

  @Test func `a refusal at another object is a record of its own`() async throws {
    let desk = try await AccessDesk.make()
    let (_, token) = try await desk.person("Ana", [(.approver, .region("Corse"))])
    let before = try await desk.base.logSize()
    for state in [BroadcastState.submitted, .approved, .submitted] {
      let step = ApproveBroadcast(id: try desk.broadcast(state), digest: nil)
      #expect(
        await desk.refusal { _ = try await desk.door.perform(step, as: token) } == .outsideScope)
    }
    #expect(try await desk.base.logSize() == before + 2)
  }

  @Test func `break-glass works with a ticket only, and the record names it`() async throws {
    let desk = try await AccessDesk.make()
    let (_, token) = try await desk.person("Zoé", [(.breakglass, .all)])
    let pause = PauseBroadcast(id: try desk.broadcast(.releasing), reason: "wrong price")
    #expect(
      await desk.refusal { _ = try await desk.base.door.perform(pause, as: token) } == .ticket)
    let before = try await desk.base.logSize()
    _ = try await desk.door.perform(pause, as: token)
    #expect(try await record(before, desk)["detail"]?["ticket"] == "INC-42")
    desk.base.clock.advance(seconds: 3_600)
    #expect(await desk.refusal { _ = try await desk.door.perform(pause, as: token) } == .noGrant)
  }

  @Test func `a launch asks for a recent sign-in, finishing one does not`() async throws {
    let desk = try await AccessDesk.make(stepUpMinutes: 15)
    let (_, token) = try await desk.person("Lou", [(.nationalBroadcaster, .all)])
    desk.base.clock.advance(seconds: 15 * 60)
    func launch(_ state: BroadcastState) async throws -> AccessRule? {
      let step = LaunchBroadcast(id: try desk.broadcast(state), canary: nil, acceptHeld: false)
      return await desk.refusal { _ = try await desk.door.perform(step, as: token) }
    }
    #expect(try await launch(.approved) == .stepUp)
    #expect(try await launch(.releasing) == nil)
    let step = ResumeBroadcast(id: try desk.broadcast(.paused))
    #expect(await desk.refusal { _ = try await desk.door.perform(step, as: token) } == nil)
  }

  @Test func `a token with a list of actions does nothing else`() async throws {
    let desk = try await AccessDesk.make()
    let made = try await desk.door.perform(
      CreateToken(days: 7, scopes: [.userInvite, .storeRead]), as: desk.base.adminToken)
    let token = Secret(made.token)
    try await invite("Ida", desk, token)
    #expect(try await desk.door.ask(ListStores(selector: nil), as: token).count == 3)
    #expect(
      await desk.refusal { _ = try await desk.door.ask(ListUsers(), as: token) } == .tokenNarrows)
    let tokens = try await desk.door.ask(ListTokens(), as: desk.base.adminToken)
    #expect(tokens.first { $0.id == made.id }?.scopes == [.userInvite, .storeRead])
  }

  @Test func `an auditor makes no token, and may list and end their own`() async throws {
    let desk = try await AccessDesk.make()
    let (_, token) = try await desk.person("Aude", [(.auditor, .all)])
    #expect(
      await desk.refusal { _ = try await desk.door.perform(CreateToken(days: 1), as: token) }
        == .noGrant)
    let own = try await desk.door.ask(ListTokens(), as: token)
    #expect(own.count == 1)
    _ = try await desk.door.perform(RevokeToken(id: own[0].id), as: token)
    await #expect(throws: Fault.self) { try await desk.door.ask(ListTokens(), as: token) }
  }

  @Test func `nobody ends a token of somebody else as if it were their own`() async throws {
    let desk = try await AccessDesk.make()
    let (_, token) = try await desk.person("Aude", [])
    let tokens = try await desk.door.ask(ListTokens(), as: desk.base.adminToken)
    await #expect(throws: Fault.self) {
      try await desk.door.perform(RevokeToken(id: tokens[0].id), as: token)
    }
    #expect(try await desk.door.ask(ListTokens(), as: desk.base.adminToken) == tokens)
  }

  @Test func `the last administrator stays`() async throws {
    let desk = try await AccessDesk.make()
    let grants = try await desk.door.ask(
      ListGrants(user: desk.base.admin), as: desk.base.adminToken)
    let last = try #require(grants.first)
    func revoke() async -> AccessRule? {
      await desk.refusal {
        _ = try await desk.door.perform(
          RevokeGrant(id: last.id, reason: "test"), as: desk.base.adminToken)
      }
    }
    #expect(await revoke() == .lastAdministrator)
    let (id, _) = try await desk.person("Second", [(.nationalAdmin, .all)])
    try await desk.desk.database.write { [now = desk.now] in
      try $0.setAccountState(id, .suspended, at: now)
    }
    #expect(await revoke() == .lastAdministrator, "a suspended one does not count")
    _ = try await desk.person("Third", [(.nationalAdmin, .all)])
    #expect(await revoke() == nil)
  }

  private func invite(_ name: String, _ desk: AccessDesk, _ token: Secret) async throws {
    _ = try await desk.door.perform(CreateUser(name: name, email: nil), as: token)
  }

  private func record(_ index: Int, _ desk: AccessDesk) async throws -> JSON {
    let stored = try await desk.desk.database.read { try $0.record(at: index) }
    return try JSON(bytes: try #require(stored).bytes)
  }
}

extension JSON {
  /// A member of an object.
  fileprivate subscript(name: String) -> JSON? {
    if case .object(let members) = self { members[name] } else { nil }
  }
}
