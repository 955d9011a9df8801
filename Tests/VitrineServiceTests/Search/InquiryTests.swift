import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Who asks about people leaves a trace, and sees no more than their right.
@Suite(.temporaryFolder)
struct InquiryTests {
  private func about(_ person: UserID) -> ListRecords {
    var filter = RecordFilter()
    filter.person = person
    return ListRecords(filter: filter, below: nil, limit: 10)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a question about a person is a record, once a minute`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (ana, _) = try await desk.person("Ana", .approver)
    let (aude, token) = try await desk.person("Aude", .auditor)
    let before = try await desk.logSize()
    _ = try await desk.door.ask(about(ana), as: token)
    _ = try await desk.door.ask(about(ana), as: token)
    #expect(try await desk.logSize() == before + 1)
    let last = try await desk.desk.database.read { try $0.record(at: before) }
    let record = try AuditRecord(bytes: try #require(last).bytes)
    #expect(record.action == "audit.read" && record.actor.id == aude)
    #expect(record.target == AuditRecord.Target(type: "user", id: ana.rawValue))
    desk.clock.advance(seconds: 61)
    _ = try await desk.door.ask(about(ana), as: token)
    #expect(try await desk.logSize() == before + 2)
  }

  @Test func `a question about oneself, a worker or a store is no inquiry`() async throws {
    let desk = try await TestDesk.make()
    let (aude, token) = try await desk.person("Aude", .auditor)
    let before = try await desk.logSize()
    _ = try await desk.door.ask(about(aude), as: token)
    _ = try await desk.door.ask(about(UserID("w_1")), as: token)
    var filter = RecordFilter()
    filter.stores = [StoreCode("FR-0001")]
    _ = try await desk.door.ask(ListRecords(filter: filter, below: nil, limit: 10), as: token)
    #expect(try await desk.logSize() == before)
  }

  @Test(arguments: [Role.nationalAdmin, .storeManager, .approver, .nationalEditor])
  func `the whole log is for auditors`(_ role: Role) async throws {
    let desk = try await TestDesk.make()
    let (_, token) = try await desk.person("Max", role)
    let before = try await desk.logSize()
    do {
      _ = try await desk.door.ask(
        ListRecords(filter: RecordFilter(), below: nil, limit: 10), as: token)
      Issue.record("\(role) read the log")
    } catch let fault as Fault {
      #expect(fault.code == .denied)
    }
    #expect(try await desk.logSize() == before + 1, "the refusal is a record")
  }
}
