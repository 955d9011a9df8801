import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What a review finds, what it leaves alone, and how a finding is answered.
@Suite(.temporaryFolder)
struct AccessReviewTests {
  private func review(
    _ desk: TestDesk, staff: String? = nil, as token: Secret? = nil
  ) async throws -> [ReviewFinding] {
    let list = staff.map { StaffFile.parse(Array($0.utf8), file: "hr.csv") }
    return try await desk.door.ask(AccessReview(staff: list), as: token ?? desk.adminToken)
  }

  private func kinds(_ findings: [ReviewFinding], of user: UserID) -> Set<ReviewFinding.Kind> {
    Set(findings.filter { $0.user == user }.map(\.kind))
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `each kind of finding is found, and nothing is said about what is well`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    try await desk.importStores()
    let store = Scope.store(StoreCode("FR-0003"))
    let (ida, _) = try await desk.person("Ida", .storeManager, scope: store)
    let (ana, _) = try await desk.person("Ana", .approver)
    let (second, secondToken) = try await desk.secondAdmin()
    let (bob, _) = try await desk.stranger("Bob")
    let (lou, _) = try await desk.stranger("Lou")
    let (eve, _) = try await desk.person("Eve", .nationalEditor)
    let until = desk.desk.time.now().advanced(bySeconds: 86_400 * 365)
    desk.clock.advance(seconds: 3 * 86_400)
    for user in [bob, lou] {
      _ = try await desk.door.perform(
        CreateGrant(user: user, role: .approver, scope: .all, until: until, reason: "well"),
        as: user == lou ? secondToken : desk.adminToken)
    }
    _ = try await desk.door.perform(
      RevokeEverything(user: second.rawValue, reason: "left"), as: desk.adminToken)
    _ = try await desk.door.perform(
      SuspendUser(user: eve.rawValue, reason: "on leave"), as: desk.adminToken)
    try await desk.desk.database.write { transaction in
      try transaction.removeStore(StoreCode("FR-0003"), at: desk.desk.time.now())
      // As a rule that came later, or a hand in the database, would leave it.
      try transaction.execute(
        """
        INSERT INTO access_grant (id, account_id, role, scope, valid_from, granted_by, reason,
          created_at) VALUES ('g_odd', ?1, 'auditor', 'all', ?2, ?3, 'odd', ?2)
        """, [SQLValue(ana), SQLValue(desk.desk.time.now()), SQLValue(desk.admin)])
    }
    let findings = try await review(desk)
    #expect(kinds(findings, of: ida) == [.noExpiry, .closedStore])
    #expect(kinds(findings, of: ana) == [.noExpiry, .oneHand, .exclusion])
    #expect(kinds(findings, of: bob) == [])
    #expect(kinds(findings, of: lou) == [.granterGone])
    #expect(kinds(findings, of: eve) == [.noExpiry, .inactivePerson])
    #expect(kinds(findings, of: second) == [])
    #expect(kinds(findings, of: desk.admin) == [.noExpiry])
    #expect(findings.first { $0.kind == .closedStore }?.store == StoreCode("FR-0003"))
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a grant is unused when nothing was done with it for ninety days`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (idle, _) = try await desk.person("Idle", .nationalAdmin)
    let (busy, busyToken) = try await desk.person("Busy", .nationalAdmin)
    desk.clock.advance(seconds: 89 * 86_400)
    _ = try await desk.door.perform(CreateUser(name: "New", email: nil), as: busyToken)
    #expect(!kinds(try await review(desk), of: idle).contains(.unused))
    let code = try await desk.door.perform(
      EnrolUser(user: desk.admin.rawValue), as: desk.adminToken)
    let admin = try await Enrol(code: Secret(code.enrolment)).run(desk.desk).token
    desk.clock.advance(seconds: 2 * 86_400)
    let findings = try await review(desk, as: admin)
    #expect(kinds(findings, of: idle).contains(.unused))
    #expect(!kinds(findings, of: busy).contains(.unused))
    #expect(!kinds(findings, of: desk.admin).contains(.unused))
  }

  @Test func `a grant that somebody keeps is quiet for ninety days`() async throws {
    let desk = try await TestDesk.make()
    let (ana, _) = try await desk.person("Ana", .approver)
    let (_, auditor) = try await desk.person("Aude", .auditor)
    let finding = try #require(
      try await review(desk).first { $0.user == ana && $0.kind == .noExpiry })
    let grant = try #require(finding.grant)
    let refused = await faultThrown {
      try await desk.door.perform(KeepGrant(id: grant, reason: "looks fine"), as: auditor)
    }
    #expect(refused?.code == .denied)
    _ = try await desk.door.perform(KeepGrant(id: grant, reason: "permanent"), as: desk.adminToken)
    let record = try #require(try await desk.lastRecord())
    #expect(record.state == "kept")
    #expect(kinds(try await review(desk, as: auditor), of: ana) == [])
    desk.clock.advance(seconds: 89 * 86_400)
    #expect(!kinds(try await review(desk, as: auditor), of: ana).contains(.noExpiry))
    let code = try await desk.door.perform(
      EnrolUser(user: desk.admin.rawValue), as: desk.adminToken)
    let admin = try await Enrol(code: Secret(code.enrolment)).run(desk.desk).token
    desk.clock.advance(seconds: 2 * 86_400)
    #expect(kinds(try await review(desk, as: admin), of: ana).contains(.noExpiry))
  }

  @Test func `the list of staff says who has left and who was never there`() async throws {
    let desk = try await TestDesk.make()
    let (ana, _) = try await desk.stranger("Ana Blanc", email: "ana@example.org")
    let (bob, _) = try await desk.stranger("Bob Petit", email: "bob@example.org")
    let (zoe, _) = try await desk.stranger("Zoé Morel", email: "zoe@example.org")
    let (gone, _) = try await desk.stranger("Léo", email: "leo@example.org")
    _ = try await desk.door.perform(
      SuspendUser(user: gone.rawValue, reason: "left"), as: desk.adminToken)
    let findings = try await review(
      desk,
      staff: """
        name,email,left
        Admin,,
        Ana Blanc,ANA@example.org,
        Bob Petit,bob@example.org,2027-01-01

        """)
    #expect(kinds(findings, of: desk.admin) == [.noExpiry])
    #expect(kinds(findings, of: ana) == [])
    #expect(kinds(findings, of: bob) == [.leftStaff])
    #expect(kinds(findings, of: zoe) == [.notOnStaffList])
    #expect(kinds(findings, of: gone) == [])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a personal account on a page is a finding, and so is a page that does not answer`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    func person(_ id: String, _ kind: PagePerson.Kind) -> PagePerson {
      PagePerson(id: RemoteID(id), name: "Account \(id)", tasks: ["MANAGE"], kind: kind)
    }
    desk.network.change(1) {
      $0.roles = [person("7", .personal), person("8", .system), person("9", .business)]
    }
    desk.network.change(2) { $0.failure = NetworkFailure(kind: .token, detail: "190") }
    let rights = try await AccessReview.askPages(desk.door, as: desk.auditor)
    let findings = try await desk.door.ask(
      AccessReview(staff: nil, pages: rights), as: desk.auditor
    ).filter { $0.page != nil }
    #expect(findings.map(\.kind) == [.personalAccount, .pageNotAsked])
    #expect(findings.map(\.store) == [StoreCode("S-1"), StoreCode("S-2")])
    #expect(findings.first?.detail.text(in: .en).contains("Account 7") == true)
    let asked = desk.network.calls.count
    let refused = await faultThrown {
      try await AccessReview.askPages(desk.door, as: desk.editor)
    }
    #expect(refused?.code == .denied)
    #expect(desk.network.calls.count == asked)
  }

  @Test func `a manager of stores does not review the country`() async throws {
    let desk = try await TestDesk.make()
    try await desk.importStores()
    let (_, manager) = try await desk.person(
      "Ida", .storeManager, scope: .store(StoreCode("FR-0001")))
    #expect(await faultThrown { try await review(desk, as: manager) }?.code == .denied)
  }
}
