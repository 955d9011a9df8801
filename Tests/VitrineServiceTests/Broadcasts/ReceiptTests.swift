import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What a receipt says besides its pages, and who could bring a broadcast out at all.
@Suite(.temporaryFolder)
struct ReceiptTests {
  /// The same desk with other numbers in `vitrine.yaml`.
  private func door(_ desk: BroadcastDesk, approvals: Int) -> Door {
    let old = desk.desk.desk
    var rules = old.rules
    rules.approvals = approvals
    return Door(
      Desk(
        database: old.database, time: old.time, random: old.random, vault: old.vault,
        signer: old.signer, networks: old.networks, rules: rules))
  }

  @Test func `a number that was lowered for one broadcast stands on its receipt`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.draft()
    let low = door(desk, approvals: 1)
    _ = try await low.perform(SubmitBroadcast(id: id), as: desk.editor.token)
    let approved = try await low.perform(
      ApproveBroadcast(id: id, digest: nil), as: desk.approvers[0].token)
    #expect(approved.state == .approved)
    let receipt = try await desk.door.ask(ReadReceipt(id: id), as: desk.editor.token)
    let finding = receipt.findings.first { $0.rule == "receipt.lowered" }
    #expect(finding?.message.arguments == ["1", "2"])
    let honest = try await desk.approved()
    let clean = try await desk.door.ask(ReadReceipt(id: honest), as: desk.editor.token)
    #expect(!clean.findings.contains { $0.rule == "receipt.lowered" })
  }

  @Test func `fewer than the desk asked before is lowered too`() async throws {
    let desk = try await BroadcastDesk.make()
    let strict = door(desk, approvals: 3)
    let first = try await desk.draft()
    _ = try await strict.perform(SubmitBroadcast(id: first), as: desk.editor.token)
    desk.desk.clock.advance(seconds: 60)
    let second = try await desk.approved()
    let receipt = try await desk.door.ask(ReadReceipt(id: second), as: desk.editor.token)
    #expect(
      receipt.findings.first { $0.rule == "receipt.lowered" }?.message.arguments == ["2", "3"])
  }

  @Test func `an approver whom one person made within a day is a finding`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    let receipt = try await desk.door.ask(ReadReceipt(id: id), as: desk.editor.token)
    let named = receipt.findings.filter { $0.rule == "receipt.oneMaker" }
    #expect(named.compactMap(\.message.arguments.first).sorted() == ["Ana", "Bob"])
  }

  @Test func `an approver granted the week after is none`() async throws {
    let desk = try await BroadcastDesk.make()
    let late = try await desk.desk.person("Dora", .storeContributor)
    desk.desk.clock.advance(seconds: 7 * 86_400)
    _ = try await desk.door.perform(
      CreateGrant(user: late.id, role: .approver, scope: .all, until: nil, reason: "new"),
      as: desk.desk.adminToken)
    let id = try await desk.draft()
    try await desk.submit(id)
    _ = try await desk.door.perform(ApproveBroadcast(id: id, digest: nil), as: late.token)
    let receipt = try await desk.door.ask(ReadReceipt(id: id), as: desk.editor.token)
    #expect(receipt.approvals.map(\.name) == ["Dora"] && receipt.findings.isEmpty)
  }

  @Test func `a plan names who could approve and launch it, and says when nobody could`()
    async throws
  {
    let desk = try await BroadcastDesk.make()
    func plan() async throws -> BroadcastPeople {
      try await PlanBroadcast(
        source: BroadcastDesk.message(), targets: try BroadcastDesk.targets("all"), networks: [],
        at: nil
      ).run(desk.door, as: desk.editor.token).people
    }
    let all = try await plan()
    #expect(all.isEnough && all.approvers.map(\.name) == ["Ana", "Bob", "Cleo"])
    #expect(all.launchers.map(\.name) == ["Lou"] && all.barred.isEmpty)
    // The author is an approver too: no help for their own message.
    _ = try await desk.door.perform(
      CreateGrant(user: desk.editor.id, role: .approver, scope: .all, until: nil, reason: "x"),
      as: desk.desk.adminToken)
    let own = try await plan()
    #expect(own.barred.map(\.name) == ["Eve"] && own.approvers.count == 3)
    let grants = try await desk.door.ask(
      ListGrants(user: desk.broadcaster.id), as: desk.desk.adminToken)
    for grant in grants {
      _ = try await desk.door.perform(
        RevokeGrant(id: grant.id, reason: "test"), as: desk.desk.adminToken)
    }
    #expect(try await !plan().isEnough)
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.editor.token)
    #expect(checks.first { $0.name == "launchers" }?.status == .failed)
  }

  @Test func `a cancel is finished when nothing of it is left, and its record counts the pages`()
    async throws
  {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    let size = try await desk.desk.logSize()
    _ = try await desk.door.perform(
      CancelBroadcast(id: id, reason: "a wrong date"), as: desk.broadcaster.token)
    #expect(try await desk.status(id).broadcast.finished != nil)
    let record = try await desk.desk.desk.database.read { try $0.record(at: size) }
    let text = record.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    #expect(text.contains(#""pages":{"cancelled":6,"ready":-6}"#), "\(text)")
  }

  @Test func `every submission and launch carries the numbers in force`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.draft()
    let start = try await desk.desk.logSize()
    try await desk.submit(id)
    for number in 0..<2 { try await desk.approve(id, number) }
    _ = try await desk.launch(id)
    let end = try await desk.desk.logSize()
    #expect(end == start + 4)
    for position in start..<end {
      let record = try await desk.desk.desk.database.read { try $0.record(at: position) }
      let text = record.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
      #expect(text.contains(#""approvalsInForce":{"broadcast":2,"urgent":1}"#), "\(text)")
    }
  }
}
