import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// The one door: who comes in, what is refused, and what the log says of both.
@Suite(.temporaryFolder)
struct DoorTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a change and its record are there together`(_ driver: DriverUnderTest) async throws {
    let desk = try await TestDesk.make(driver)
    let before = try await desk.logSize()
    let made = try await desk.door.perform(
      CreateUser(name: "Zoé", email: "zoe@example.org"), as: desk.adminToken)
    let last = try await desk.desk.database.read { try $0.record(at: before) }
    #expect(last?.columns.objectID == made.id.rawValue)
    #expect(last?.columns.action == "user.invite")
    #expect(try await desk.logSize() == before + 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a refusal changes nothing and is recorded with its rule`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (_, token) = try await desk.person("Ana", .approver)
    let people = try await desk.door.ask(ListUsers(), as: desk.adminToken).count
    let before = try await desk.logSize()
    let fault = await thrownFault {
      try await desk.door.perform(CreateUser(name: "Eve", email: nil), as: token)
    }
    #expect(fault?.code == .denied)
    let last = try await desk.desk.database.read { try $0.record(at: before) }
    #expect(last?.columns.result == "denied")
    #expect(try await desk.door.ask(ListUsers(), as: desk.adminToken).count == people)
  }

  @Test func `a use case that records nothing is not committed`() async throws {
    let desk = try await TestDesk.make()
    let fault = await thrownFault { try await desk.door.perform(Silent(), as: desk.adminToken) }
    #expect(fault?.code == .internal)
    #expect(try await desk.desk.database.read { try $0.registerVersion() } == 0)
  }

  private struct Silent: UseCase {
    static let action = Action.storeImport
    func run(_ prepared: Void, in context: Context) throws -> Int {
      try context.transaction.advanceRegister()
      return 1
    }
  }

  @Test func `an enrolment code works once, and not after a week`() async throws {
    let desk = try await TestDesk.make()
    let made = try await desk.door.perform(
      CreateUser(name: "Ida", email: nil), as: desk.adminToken)
    _ = try await Enrol(code: Secret(made.enrolment)).run(desk.desk)
    let again = await thrownFault { try await Enrol(code: Secret(made.enrolment)).run(desk.desk) }
    #expect(again?.code == .unauthenticated)
    let late = try await desk.door.perform(
      CreateUser(name: "Jo", email: nil), as: desk.adminToken)
    desk.clock.advance(seconds: 8 * 86_400)
    let expired = await thrownFault {
      try await Enrol(code: Secret(late.enrolment)).run(desk.desk)
    }
    #expect(expired?.code == .unauthenticated)
  }

  @Test func `a token ends, and a changed character is refused without the database`()
    async throws
  {
    let desk = try await TestDesk.make()
    let made = try await desk.door.perform(CreateToken(days: 30), as: desk.adminToken)
    let token = Secret(made.token)
    #expect(try await desk.door.ask(ListTokens(), as: token).count == 2)
    let last = made.token.last == "a" ? "b" : "a"
    let bent = Secret(made.token.dropLast() + last)
    #expect(TokenText.hash(of: bent) == nil)
    #expect(
      await thrownFault { try await desk.door.ask(ListTokens(), as: bent) }?.code
        == .unauthenticated)
    desk.clock.advance(seconds: 31 * 86_400)
    #expect(
      await thrownFault { try await desk.door.ask(ListTokens(), as: token) }?.code
        == .unauthenticated)
  }

  @Test func `a personal token makes no tokens`() async throws {
    let desk = try await TestDesk.make()
    let made = try await desk.door.perform(CreateToken(days: 30), as: desk.adminToken)
    let fault = await thrownFault {
      try await desk.door.perform(CreateToken(days: 30), as: Secret(made.token))
    }
    #expect(fault?.code == .denied)
  }

  @Test func `revoking a grant works on the very next request`() async throws {
    let desk = try await TestDesk.make()
    let (id, token) = try await desk.person("Ana", .auditor)
    _ = try await desk.door.ask(ListUsers(), as: token)
    let grants = try await desk.door.ask(ListGrants(user: id), as: desk.adminToken)
    let grant = try #require(grants.first)
    _ = try await desk.door.perform(
      RevokeGrant(id: grant.grant.id, reason: "moved"), as: desk.adminToken)
    #expect(await thrownFault { try await desk.door.ask(ListUsers(), as: token) }?.code == .denied)
  }

  @Test func `a sealed token opens for its own page only`() throws {
    let vault = Vault(keys: [1: [UInt8](repeating: 1, count: 32)])
    let sealed = try vault.seal(Secret("EAAcanary"), page: PageID("pg_1"), network: .facebook)
    #expect(vault.open(sealed, page: PageID("pg_1"), network: .facebook)?.exposed == "EAAcanary")
    #expect(vault.open(sealed, page: PageID("pg_2"), network: .facebook) == nil)
    #expect(!sealed.token.starts(with: Array("EAA".utf8)))
    let other = Vault(keys: [1: [UInt8](repeating: 2, count: 32)])
    #expect(other.open(sealed, page: PageID("pg_1"), network: .facebook) == nil)
  }

  /// The fault that a body throws, if it throws one.
  private func thrownFault<T>(_ body: () async throws -> T) async -> Fault? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error as? Fault
    }
  }
}
