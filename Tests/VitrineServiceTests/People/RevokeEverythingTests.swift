import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Somebody leaves, or is stopped: what ends, what goes on, and who must stay.
@Suite(.temporaryFolder)
struct RevokeEverythingTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `everything ends in one transaction with one record of the counts`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (eve, session) = try await desk.person("Eve", .nationalEditor)
    _ = try await desk.door.perform(
      CreateGrant(user: eve, role: .approver, scope: .all, until: nil, reason: "both"),
      as: desk.adminToken)
    let personal = try await desk.door.perform(CreateToken(days: 30), as: session)
    let open = try await desk.door.perform(EnrolUser(user: eve.rawValue), as: desk.adminToken)
    let (ana, _) = try await desk.person("Ana", .approver)
    let own = try await desk.storeBroadcast(by: eve, .submitted, approvedBy: [ana])
    let done = try await desk.storeBroadcast(by: eve, .approved, approvedBy: [ana])
    let other = try await desk.storeBroadcast(by: ana, .submitted, approvedBy: [eve])
    let running = try await desk.storeBroadcast(by: ana, .approved, approvedBy: [eve])
    let before = try await desk.logSize()

    let output = try await desk.door.perform(
      RevokeEverything(user: eve.rawValue, reason: "has left"), as: desk.adminToken)
    #expect(output.grants == 2)
    #expect(output.tokens == 2)
    #expect(output.enrolments == 1)
    #expect(output.returned == [own])
    #expect(output.voided == [other])
    #expect(try await desk.logSize() == before + 1)
    let record = try #require(try await desk.lastRecord())
    #expect(record.action == "user.revoke_all")
    #expect(record.detail["grants"] == .integer(2))
    #expect(record.detail["tokens"] == .integer(2))

    for token in [session, Secret(personal.token)] {
      #expect(
        await faultThrown { try await WhoAmI().run(desk.desk, as: token) }?.code
          == .unauthenticated)
    }
    let refused = await faultThrown { try await Enrol(code: Secret(open.enrolment)).run(desk.desk) }
    #expect(refused?.code == .unauthenticated)
    #expect(try await desk.standing(of: own) == TestDesk.Standing(.draft, []))
    #expect(try await desk.standing(of: done) == TestDesk.Standing(.approved, [ana]))
    #expect(try await desk.standing(of: other) == TestDesk.Standing(.submitted, []))
    #expect(try await desk.standing(of: running) == TestDesk.Standing(.approved, [eve]))
    let ended = try await desk.door.ask(
      ListGrants(user: eve, includesEnded: true), as: desk.adminToken)
    #expect(ended.allSatisfy { $0.ending(at: desk.desk.time.now()) == .offboarded })
    #expect(ended.allSatisfy { $0.revokeReason == "has left" })
  }

  @Test func `a suspended person acts again as they were, a revoked one with nothing`()
    async throws
  {
    let desk = try await TestDesk.make()
    let (ana, token) = try await desk.person("Ana", .approver)
    _ = try await desk.door.perform(
      SuspendUser(user: ana.rawValue, reason: "on leave"), as: desk.adminToken)
    let denied = await faultThrown { try await desk.door.ask(ListStores(selector: nil), as: token) }
    #expect(denied?.code == .denied)
    _ = try await desk.door.perform(
      ResumeUser(user: ana.rawValue, reason: "back"), as: desk.adminToken)
    _ = try await desk.door.ask(ListStores(selector: nil), as: token)
    _ = try await desk.door.perform(
      RevokeEverything(user: ana.rawValue, reason: "has left"), as: desk.adminToken)
    _ = try await desk.door.perform(
      ResumeUser(user: ana.rawValue, reason: "back"), as: desk.adminToken)
    #expect(
      await faultThrown { try await WhoAmI().run(desk.desk, as: token) }?.code == .unauthenticated)
    let code = try await desk.door.perform(EnrolUser(user: ana.rawValue), as: desk.adminToken)
    let login = try await Enrol(code: Secret(code.enrolment)).run(desk.desk)
    #expect(try await WhoAmI().run(desk.desk, as: login.token).person.grants.isEmpty)
  }

  @Test func `the last administrator can be neither suspended nor revoked nor stripped`()
    async throws
  {
    let desk = try await TestDesk.make()
    let me = desk.admin.rawValue
    func rules() async throws -> [String?] {
      let grants = try await desk.door.ask(ListGrants(user: desk.admin), as: desk.adminToken)
      let grant = try #require(grants.first).grant.id
      var rules: [String?] = []
      for attempt in 0..<3 {
        let before = try await desk.logSize()
        let fault = await faultThrown {
          switch attempt {
          case 0:
            _ = try await desk.door.perform(
              SuspendUser(user: me, reason: "try"), as: desk.adminToken)
          case 1:
            _ = try await desk.door.perform(
              RevokeEverything(user: me, reason: "try"), as: desk.adminToken)
          default:
            _ = try await desk.door.perform(
              RevokeGrant(id: grant, reason: "try"), as: desk.adminToken)
          }
        }
        #expect(fault?.code == .denied)
        #expect(try await desk.logSize() == before + 1)
        rules.append(try await desk.lastRecord()?.reasonCode)
      }
      return rules
    }
    #expect(try await rules() == ["F10", "F10", "F10"])
    // A suspended colleague is nobody to fall back on.
    let (second, _) = try await desk.secondAdmin()
    _ = try await desk.door.perform(
      SuspendUser(user: second.rawValue, reason: "on leave"), as: desk.adminToken)
    desk.clock.advance(seconds: 120)
    #expect(
      await faultThrown {
        try await desk.door.perform(SuspendUser(user: me, reason: "try"), as: desk.adminToken)
      }?.code == .denied)
    _ = try await desk.door.perform(
      ResumeUser(user: second.rawValue, reason: "back"), as: desk.adminToken)
    _ = try await desk.door.perform(
      RevokeEverything(user: me, reason: "has left"), as: desk.adminToken)
  }

  @Test func `somebody without a name any more is revoked by id`() async throws {
    let desk = try await TestDesk.make()
    let (ana, _) = try await desk.person("Ana", .approver)
    try await desk.desk.database.write {
      try $0.execute("DELETE FROM identity WHERE account_id = ?1", [SQLValue(ana)])
    }
    let output = try await desk.door.perform(
      RevokeEverything(user: ana.rawValue, reason: "unknown to the directory"),
      as: desk.adminToken)
    #expect(output.grants == 1)
  }

  @Test func `who resumes is head office`() async throws {
    let desk = try await TestDesk.make()
    try await desk.importStores()
    let store = Scope.store(StoreCode("FR-0001"))
    let (_, manager) = try await desk.person("Ida", .storeManager, scope: store)
    let (lou, _) = try await desk.person("Lou", .storeContributor, scope: store)
    _ = try await desk.door.perform(
      SuspendUser(user: lou.rawValue, reason: "misuse"), as: desk.adminToken)
    let fault = await faultThrown {
      try await desk.door.perform(ResumeUser(user: lou.rawValue, reason: "nice"), as: manager)
    }
    #expect(fault?.code == .denied)
  }

  @Test func `a grant begins when it says, and break-glass lasts an hour from there`()
    async throws
  {
    let desk = try await TestDesk.make()
    let (ana, token) = try await desk.stranger("Ana")
    let now = desk.desk.time.now()
    let start = now.advanced(bySeconds: 3_600)
    _ = try await desk.door.perform(
      CreateGrant(
        user: ana, role: .approver, scope: .all, from: start, until: nil, reason: "on Monday"),
      as: desk.adminToken)
    #expect(
      await faultThrown { try await desk.door.ask(ListStores(selector: nil), as: token) }?.code
        == .denied)
    desk.clock.advance(seconds: 3_600)
    _ = try await desk.door.ask(ListStores(selector: nil), as: token)

    let (bob, _) = try await desk.stranger("Bob")
    let later = desk.desk.time.now().advanced(bySeconds: 600)
    for (until, isFine) in [(3_600, true), (3_601, false)] {
      let fault = await faultThrown {
        try await desk.door.perform(
          CreateGrant(
            user: bob, role: .breakglass, scope: .all, from: later,
            until: later.advanced(bySeconds: Int64(until)), reason: "fire"), as: desk.adminToken)
      }
      #expect((fault == nil) == isFine)
    }
    let past = await faultThrown {
      try await desk.door.perform(
        CreateGrant(
          user: bob, role: .approver, scope: .all, from: start.advanced(bySeconds: -1), until: nil,
          reason: "back then"),
        as: desk.adminToken)
    }
    #expect(past?.message.code == "people.fromPast")
  }

  @Test func `managers see the people and grants of their own scope`() async throws {
    let desk = try await TestDesk.make()
    try await desk.importStores()
    let (_, manager) = try await desk.person(
      "Rémi", .regionManager, scope: .region("Bretagne"))
    let (own, _) = try await desk.person("Ida", .storeManager, scope: .store(StoreCode("FR-0001")))
    let (other, _) = try await desk.person("Jo", .storeManager, scope: .store(StoreCode("FR-0003")))
    let people = try await desk.door.ask(ListUsers(), as: manager).map(\.account.name)
    #expect(people == ["Ida", "Rémi"])
    let grants = try await desk.door.ask(ListGrants(), as: manager).map(\.grant.user)
    #expect(grants.contains(own))
    #expect(!grants.contains(other))
    #expect(try await desk.door.ask(ShowUser(user: own), as: manager).tokens.isEmpty)
    let hidden = await faultThrown {
      try await desk.door.ask(ShowUser(user: other), as: manager)
    }
    #expect(hidden?.code == .notFound)
    let all = try await desk.door.ask(
      ListGrants(store: StoreCode("FR-0001"), role: .storeManager), as: desk.adminToken)
    #expect(all.map(\.grant.user) == [own])
  }
}
