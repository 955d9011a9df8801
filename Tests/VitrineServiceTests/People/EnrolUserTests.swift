import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A new code for somebody who is there already: who may make it, and what it does.
@Suite(.temporaryFolder)
struct EnrolUserTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a new code ends the old session and is told to the person`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (id, old) = try await desk.person("Ana", .approver)
    desk.clock.advance(seconds: 60)
    let made = try await desk.door.perform(EnrolUser(user: id.rawValue), as: desk.adminToken)
    let record = try #require(try await desk.lastRecord())
    #expect(record.action == "user.enrol")
    #expect(record.target?.id == id.rawValue)
    let before = try await WhoAmI().run(desk.desk, as: old)
    #expect(before.renewals.map(\.by) == [desk.admin])
    #expect(before.renewals.first?.used == nil)

    desk.clock.advance(seconds: 60)
    let login = try await Enrol(code: Secret(made.enrolment)).run(desk.desk)
    #expect(login.user == id)
    let refused = await faultThrown { try await WhoAmI().run(desk.desk, as: old) }
    #expect(refused?.code == .unauthenticated)
    let after = try await WhoAmI().run(desk.desk, as: login.token)
    #expect(after.person.grants.map(\.role) == [.approver])
    #expect(after.renewals.first?.used != nil)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `open approvals are void, and those of what is launched stay`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (editor, _) = try await desk.person("Eve", .nationalEditor)
    let (ana, _) = try await desk.person("Ana", .approver)
    let (bob, _) = try await desk.person("Bob", .approver)
    let approved = try await desk.storeBroadcast(by: editor, .approved, approvedBy: [ana, bob])
    let waiting = try await desk.storeBroadcast(by: editor, .submitted, approvedBy: [ana])
    let launched = try await desk.storeBroadcast(by: editor, .staging, approvedBy: [ana, bob])
    let made = try await desk.door.perform(EnrolUser(user: ana.rawValue), as: desk.adminToken)
    #expect(Set(made.voided) == [approved, waiting])
    #expect(try await desk.standing(of: approved) == TestDesk.Standing(.submitted, [bob]))
    #expect(try await desk.standing(of: waiting) == TestDesk.Standing(.submitted, []))
    #expect(try await desk.standing(of: launched) == TestDesk.Standing(.staging, [ana, bob]))
  }

  @Test func `only the last code that was made works`() async throws {
    let desk = try await TestDesk.make()
    let (id, _) = try await desk.person("Ana", .approver)
    let first = try await desk.door.perform(EnrolUser(user: id.rawValue), as: desk.adminToken)
    _ = try await desk.door.perform(EnrolUser(user: id.rawValue), as: desk.adminToken)
    let refused = await faultThrown {
      try await Enrol(code: Secret(first.enrolment)).run(desk.desk)
    }
    #expect(refused?.code == .unauthenticated)
  }

  @Test func `a manager enrols people of the own scope, and nobody who holds more`() async throws {
    let desk = try await TestDesk.make()
    try await desk.importStores()
    let bretagne = Scope.region("Bretagne")
    let (_, manager) = try await desk.person("Rémi", .regionManager, scope: bretagne)
    let (own, _) = try await desk.person("Ida", .storeManager, scope: .store(StoreCode("FR-0001")))
    let (other, _) = try await desk.person(
      "Jo", .storeManager, scope: .store(StoreCode("FR-0003")))
    _ = try await desk.door.perform(EnrolUser(user: own.rawValue), as: manager)
    for user in [other, desk.admin] {
      let fault = await faultThrown {
        try await desk.door.perform(EnrolUser(user: user.rawValue), as: manager)
      }
      #expect(fault?.code == .denied)
    }
    // A code for a store manager who is an approver, too, would be a code for an approver.
    _ = try await desk.door.perform(
      CreateGrant(user: own, role: .approver, scope: .all, until: nil, reason: "both"),
      as: desk.adminToken)
    let fault = await faultThrown {
      try await desk.door.perform(EnrolUser(user: own.rawValue), as: manager)
    }
    #expect(fault?.code == .denied)
    let last = try #require(try await desk.lastRecord())
    #expect(last.result == .denied)
    #expect(last.reasonCode == "F6")
  }

  @Test func `whoever invited somebody without a grant may enrol them, nobody else may`()
    async throws
  {
    let desk = try await TestDesk.make()
    try await desk.importStores()
    let store = Scope.store(StoreCode("FR-0001"))
    let (_, manager) = try await desk.person("Ida", .storeManager, scope: store)
    let (_, other) = try await desk.person("Jo", .storeManager, scope: store)
    let invited = try await desk.door.perform(CreateUser(name: "Lou", email: nil), as: manager)
    _ = try await desk.door.perform(EnrolUser(user: invited.id.rawValue), as: manager)
    let fault = await faultThrown {
      try await desk.door.perform(EnrolUser(user: invited.id.rawValue), as: other)
    }
    #expect(fault?.code == .denied)
  }

  @Test func `a personal token makes no code for its own person`() async throws {
    let desk = try await TestDesk.make()
    let personal = try await desk.door.perform(CreateToken(days: 30), as: desk.adminToken)
    let fault = await faultThrown {
      try await desk.door.perform(
        EnrolUser(user: desk.admin.rawValue), as: Secret(personal.token))
    }
    #expect(fault?.code == .denied)
    _ = try await desk.door.perform(EnrolUser(user: desk.admin.rawValue), as: desk.adminToken)
  }

  @Test func `a person is named by id or address`() async throws {
    let desk = try await TestDesk.make()
    let (id, _) = try await desk.stranger("Zoé", email: "Zoe@example.org")
    let made = try await desk.door.perform(EnrolUser(user: "zoe@example.org"), as: desk.adminToken)
    #expect(made.id == id)
    let fault = await faultThrown {
      try await desk.door.perform(EnrolUser(user: "nobody@example.org"), as: desk.adminToken)
    }
    #expect(fault?.code == .notFound)
    let taken = await faultThrown {
      try await desk.door.perform(
        CreateUser(name: "Another", email: "zoe@EXAMPLE.org"), as: desk.adminToken)
    }
    #expect(taken?.message.code == "people.emailTaken")
  }
}
