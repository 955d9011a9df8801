import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A list of people comes in whole or not at all, and every grant of it passes the door.
@Suite(.temporaryFolder)
struct ImportPeopleTests {
  private func rows(_ lines: String...) throws -> [PeopleFile.Row] {
    let text = "name,email,role,scope,until\n" + lines.map { $0 + "\n" }.joined()
    let file = PeopleFile.parse(Array(text.utf8), file: "people.csv") { _ in .latest }
    try #require(!file.findings.hasErrors, "\(file.findings.all)")
    return file.rows
  }

  private func bring(
    _ rows: [PeopleFile.Row], codes: Bool = true, check: Bool = false
  ) -> ImportPeople {
    ImportPeople(rows: rows, file: "people.csv", makesCodes: codes, onlyCheck: check)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `people come in with their grants and codes, and a second time nothing changes`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    try await desk.importStores()
    let list = try rows(
      "Ida,ida@example.org,store_manager,store:FR-0001,",
      "Ida,ida@example.org,store_manager,store:FR-0002,",
      "Rémi,remi@example.org,region_manager,region:Bretagne,", "Zoé,zoe@example.org,,,")
    let checked = try await desk.door.perform(bring(list, check: true), as: desk.adminToken)
    #expect(checked.created == 3)
    #expect(checked.granted == 3)
    #expect(checked.codes.isEmpty)
    #expect(try await desk.door.ask(ListUsers(), as: desk.adminToken).count == 1)

    let made = try await desk.door.perform(bring(list), as: desk.adminToken)
    #expect(made.created == 3)
    #expect(made.codes.map(\.name) == ["Ida", "Rémi", "Zoé"])
    let code = try #require(made.codes.first)
    let login = try await Enrol(code: Secret(code.enrolment)).run(desk.desk)
    #expect(login.user == code.id)
    #expect(try await WhoAmI().run(desk.desk, as: login.token).person.grants.count == 2)

    let again = try await desk.door.perform(bring(list), as: desk.adminToken)
    #expect(again.created == 0)
    #expect(again.unchanged == 3)
    #expect(again.granted == 0)
    #expect(again.codes.isEmpty)
    let more = try await desk.door.perform(
      bring(try rows("Zoé,ZOE@example.org,approver,all,")), as: desk.adminToken)
    #expect(more.updated == 1)
    #expect(more.unchanged == 0)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `one row that is refused keeps everybody out, and every finding is there`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    try await desk.importStores()
    _ = try await desk.stranger("Zoé", email: "zoe@example.org")
    let (gone, _) = try await desk.stranger("Léo", email: "leo@example.org")
    _ = try await desk.door.perform(
      SuspendUser(user: gone.rawValue, reason: "left"), as: desk.adminToken)
    let list = try rows(
      "Ida,ida@example.org,store_manager,store:FR-0001,",
      "Zora,zoe@example.org,approver,all,", "Léo,leo@example.org,approver,all,",
      "Max,max@example.org,store_manager,store:FR-0009,",
      "Mia,mia@example.org,region_manager,region:Bretange,",
      "Nil,nil@example.org,breakglass,all,",
      "Ona,ona@example.org,approver,all,2020-01-01T00:00:00Z",
      "Pia,pia@example.org,auditor,all,", "Pia,pia@example.org,approver,all,")
    let before = try await desk.logSize()
    let fault = await faultThrown {
      try await desk.door.perform(bring(list), as: desk.adminToken)
    }
    #expect(
      fault?.findings.map(\.rule) == [
        "people.file.otherName", "people.isSuspended", "stores.unknown", "people.scope",
        "people.file.breakglass", "people.untilPast", "access.denied.F7",
      ])
    #expect(fault?.findings.map(\.line) == [3, 4, 5, 6, 7, 8, 10])
    #expect(fault?.code == .denied)
    #expect(try await desk.logSize() == before + 1)
    #expect(try await desk.lastRecord()?.reasonCode == "F7")
    #expect(try await desk.door.ask(ListUsers(), as: desk.adminToken).count == 3)
  }

  @Test func `a manager brings in people of the own scope only`() async throws {
    let desk = try await TestDesk.make()
    try await desk.importStores()
    let (id, manager) = try await desk.person("Rémi", .regionManager, scope: .region("Bretagne"))
    let fine = try rows("Ida,ida@example.org,store_manager,store:FR-0001,")
    #expect(try await desk.door.perform(bring(fine), as: manager).created == 1)
    for (row, rule) in [
      ("Jo,jo@example.org,store_manager,store:FR-0003,", "access.denied.F6"),
      ("Jo,jo@example.org,approver,all,", "access.denied.F6"),
      ("Jo,jo@example.org,region_manager,region:Bretagne,", "access.denied.F6"),
    ] {
      let list = try rows(row)
      let fault = await faultThrown { try await desk.door.perform(bring(list), as: manager) }
      #expect(fault?.findings.map(\.rule) == [rule], "\(row)")
    }
    // Nobody grants to themselves, by a file either.
    try await desk.desk.database.write {
      try $0.execute(
        "UPDATE identity SET email = 'remi@example.org' WHERE account_id = ?1", [SQLValue(id)])
    }
    let own = try rows("Rémi,remi@example.org,store_manager,store:FR-0001,")
    let fault = await faultThrown { try await desk.door.perform(bring(own), as: manager) }
    #expect(fault?.findings.map(\.rule) == ["access.denied.F6"])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `two thousand and four hundred people come in at once`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    try await desk.importStores()
    let many = try rows(
      (0..<2_400).map { "Personne \($0),p\($0)@example.org,store_manager,store:FR-0001," }
        .joined(separator: "\n"))
    let before = try await desk.logSize()
    let clock = ContinuousClock()
    let start = clock.now
    let made = try await desk.door.perform(bring(many), as: desk.adminToken)
    let seconds = (clock.now - start) / .seconds(1)
    #expect(made.created == 2_400)
    #expect(made.codes.count == 2_400)
    #expect(try await desk.logSize() == before + 4_801)
    // A debug build takes about two seconds; this catches a query a row on a slow disk.
    #expect(seconds < 60, "\(seconds) s")
  }
}
