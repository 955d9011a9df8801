import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Why somebody did something: kept beside the log, bound by it, and erasable.
@Suite(.temporaryFolder)
struct ReasonTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a reason is read with its record, and the record holds no word of it`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    _ = try await desk.person("Ana", .approver)
    let (_, auditor) = try await desk.person("Aude", .auditor)
    var filter = RecordFilter()
    filter.action = Action.grantCreate.rawValue
    let list = try await desk.door.ask(
      ListRecords(filter: filter, below: nil, limit: 10), as: auditor)
    let grant = try #require(list.items.first)
    #expect(grant.reason == "test")
    #expect(!String(decoding: grant.stored.bytes, as: UTF8.self).contains("\"test\""))
    let texts = try await desk.desk.database.read {
      try $0.privateTexts(at: [grant.stored.index])
    }
    let text = try #require(texts[grant.stored.index])
    #expect(grant.record.detail["reason"] == .string(text.commitment))
    let shown = try await desk.door.ask(ShowRecord(index: grant.stored.index), as: auditor)
    #expect(shown.items.first?.reason == "test")
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `erasing a person's reasons leaves root and records as they are`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let (_, auditor) = try await desk.person("Aude", .auditor)
    let before = try await desk.desk.database.read { try $0.auditHead() }
    let admin = desk.admin
    let erased = try await desk.desk.database.write { try $0.erasePrivate(by: admin) }
    #expect(erased == 1)
    #expect(try await desk.desk.database.read { try $0.auditHead() } == before)
    var filter = RecordFilter()
    filter.action = Action.grantCreate.rawValue
    let list = try await desk.door.ask(
      ListRecords(filter: filter, below: nil, limit: 1), as: auditor)
    #expect(list.items.first?.reason == nil)
    #expect(list.items.first?.record.detail["reason"] != nil)
  }
}
