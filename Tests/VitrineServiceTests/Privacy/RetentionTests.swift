import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Names go when they are due: all of them, and no other.
@Suite(.temporaryFolder)
struct RetentionTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `over five years exactly the names that are due are erased`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let second = try await desk.secondAdmin()
    var random = SeededGenerator(seed: 11)
    /// In which month each person's last day was; `nil` for those who stay.
    var left: [UserID: Timestamp] = [:]
    var people: [UserID] = []
    var erased: Set<UserID> = []
    var token = desk.adminToken
    for month in 0..<60 {
      let (id, _) = try await Self.newcomer(desk, month, token)
      people.append(id)
      if Int.random(in: 0..<3, using: &random) > 0,
        let going = people.randomElement(using: &random),
        left[going] == nil
      {
        _ = try await desk.door.perform(
          RevokeEverything(user: going.rawValue, reason: "last day"), as: token)
        left[going] = desk.desk.time.now()
      }
      // Who stays signs in again, twice a year.
      for (number, user) in ([second.id] + people).enumerated()
      where left[user] == nil && (month + number) % 6 == 0 {
        try await Self.renew(user, desk, token)
      }
      token = try await Self.renew(desk.admin, desk, token)
      desk.clock.advance(seconds: 30 * 86_400 + Int64.random(in: 0..<86_400, using: &random))
      token = try await Self.renew(desk.admin, desk, token)
      let now = desk.desk.time.now()
      let due = Set(left.filter { $0.value.advanced(byMonths: 12) <= now }.keys)
        .subtracting(erased)
      #expect(Set(try await Retention(months: 12).run(desk.desk)) == due)
      erased.formUnion(due)
      let named = try await desk.door.ask(ListUsers(), as: token)
        .filter { $0.account.name != $0.account.id.rawValue }.map(\.account.id)
      #expect(Set(named) == Set(people + [desk.admin, second.id]).subtracting(erased))
    }
    #expect(erased.count > 10)
    #expect(try await desk.door.ask(VerifyAudit(), as: token).verdict.findings.isEmpty)
  }

  private static func newcomer(
    _ desk: TestDesk, _ month: Int, _ admin: Secret
  ) async throws -> (UserID, Secret) {
    let made = try await desk.door.perform(
      CreateUser(name: "Personne \(month)", email: nil), as: admin)
    let login = try await Enrol(code: Secret(made.enrolment)).run(desk.desk)
    return (made.id, login.token)
  }

  @discardableResult
  private static func renew(_ user: UserID, _ desk: TestDesk, _ admin: Secret) async throws
    -> Secret
  {
    let code = try await desk.door.perform(EnrolUser(user: user.rawValue), as: admin)
    return try await Enrol(code: Secret(code.enrolment)).run(desk.desk).token
  }

  @Test func `who only stopped signing in is due, too, but never the last administrator`()
    async throws
  {
    let desk = try await TestDesk.make()
    let (ana, _) = try await desk.person("Ana", .approver)
    let invited = try await desk.door.perform(
      CreateUser(name: "Lou", email: nil), as: desk.adminToken)
    desk.clock.advance(seconds: 380 * 86_400)
    #expect(try await Retention(months: 12).run(desk.desk) == [invited.id])
    desk.clock.advance(seconds: 80 * 86_400)
    #expect(try await Retention(months: 12).run(desk.desk) == [ana])
    let before = try await desk.logSize()
    desk.clock.advance(seconds: 2_000 * 86_400)
    #expect(try await Retention(months: 12).run(desk.desk).isEmpty)
    #expect(try await desk.logSize() == before)
    let held = try await desk.desk.database.read { try $0.grants(of: ana) }
    #expect(held.isEmpty)
  }

  @Test func `a person asks what is due before it is erased, and zero keeps names for ever`()
    async throws
  {
    let desk = try await TestDesk.make()
    let (ana, _) = try await desk.person("Ana", .approver)
    _ = try await desk.door.perform(
      RevokeEverything(user: ana.rawValue, reason: "left"), as: desk.adminToken)
    desk.clock.advance(seconds: 58 * 86_400)
    let admin = try await Self.renew(desk.admin, desk, desk.adminToken)
    #expect(try await desk.door.ask(ListRetention(months: 2), as: admin).isEmpty)
    desk.clock.advance(seconds: 5 * 86_400)
    let due = try await desk.door.ask(ListRetention(months: 2), as: admin)
    #expect(due.map(\.account.id) == [ana])
    #expect(try await desk.door.retain(RetainNames(months: 2), as: admin).erased == [ana])
    let record = try #require(try await desk.lastRecord())
    #expect(record.action == "user.erase")
    #expect(record.detail["cause"] == "retention")
    #expect(try await desk.door.retain(RetainNames(months: 2), as: admin).erased.isEmpty)
    #expect(try await Retention(months: 0).run(desk.desk).isEmpty)
  }
}
