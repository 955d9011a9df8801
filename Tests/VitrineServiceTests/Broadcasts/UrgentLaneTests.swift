import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// The urgent lane: who it is open to, and what it still owes after the launch.
@Suite(.temporaryFolder)
struct UrgentLaneTests {
  private static let fields = [
    MessageField(name: "produit", kind: .text, maximum: "40"),
    MessageField(name: "danger", kind: .choice, choices: ["verre", "bactérie"]),
  ]
  private static let recall = BroadcastDesk.message(
    "Rappel : {{produit}}. Risque : {{danger}}. {{store.name}}", title: "Rappel",
    fields: fields, isUrgent: true)
  private static let values = ["produit": "Beurre doux", "danger": "verre"]

  private func makeDesk(_ driver: DriverUnderTest = .sqlite) async throws -> BroadcastDesk {
    try await BroadcastDesk.make(driver, urgentMessages: [Self.recall.digest])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a recall needs two people awake and not four`(_ driver: DriverUnderTest) async throws {
    let desk = try await makeDesk(driver)
    _ = try await desk.door.perform(
      CreateGrant(
        user: desk.editor.id, role: .nationalBroadcaster, scope: .all, until: nil,
        reason: "nights"), as: desk.desk.adminToken)
    let id = try await desk.draft(Self.recall, values: Self.values)
    try await desk.submit(id)
    #expect(try await desk.approve(id, 0).state == .approved)
    #expect(
      try await desk.status(id).pages.first?.content.text
        == "Rappel : Beurre doux. Risque : verre. Magasin 1")
    let launched = try await desk.launch(id, as: desk.editor.token)
    #expect(launched.state == .staging && launched.approvalsOwed == 1)
    #expect(try await desk.status(id).second == .open)
    // The launcher, who is the author, cannot be the second; another approver can.
    let own = await fault {
      try await desk.door.perform(
        ApproveBroadcast(id: id, digest: nil), as: desk.editor.token)
    }
    #expect(own?.code == .denied)
    #expect(try await desk.approve(id, 1).approvalsOwed == 0)
    #expect(try await desk.status(id).second == .given)
    // Nothing more is asked for.
    #expect(await fault { try await desk.approve(id, 2) }?.code == .denied)
  }

  @Test func `a second approval that does not come in a day is late for good`() async throws {
    let desk = try await makeDesk()
    let id = try await desk.draft(Self.recall, values: Self.values)
    try await desk.submit(id)
    try await desk.approve(id, 0)
    _ = try await desk.launch(id)
    desk.desk.clock.advance(seconds: 86_400)
    #expect(try await desk.status(id).second == .open)
    desk.desk.clock.advance(seconds: 1)
    #expect(try await desk.status(id).second == .late)
    let receipt = try await desk.door.ask(ReadReceipt(id: id), as: desk.editor.token)
    #expect(receipt.findings.contains { $0.rule == "receipt.secondLate" })
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.editor.token)
    #expect(checks.first { $0.name == "waiting" }?.status == .warning)
    try await desk.approve(id, 1)
    #expect(try await desk.status(id).second == .late)
  }

  @Test func `what is owed is in the list of every approver and of nobody else`() async throws {
    let desk = try await makeDesk()
    let id = try await desk.draft(Self.recall, values: Self.values)
    try await desk.submit(id)
    try await desk.approve(id, 0)
    _ = try await desk.launch(id)
    for number in 1...2 {
      let mine = try await desk.door.ask(MyBroadcasts(), as: desk.approvers[number].token)
      #expect(mine.map(\.broadcast.id) == [id] && mine.first?.second == .open)
    }
    for person in [desk.approvers[0].token, desk.editor.token, desk.broadcaster.token] {
      #expect(try await desk.door.ask(MyBroadcasts(), as: person).isEmpty)
    }
  }

  @Test func `a text that is not the library's own does not take the lane`() async throws {
    let desk = try await makeDesk()
    let bent = BroadcastDesk.message(
      "Rappel : {{produit}}. Risque : {{danger}}. {{store.name}} !", title: "Rappel",
      fields: Self.fields, isUrgent: true)
    let refused = await fault { try await desk.draft(bent, values: Self.values) }
    #expect(refused?.code == .invalid && refused?.message.code == "broadcast.urgent")
  }

  @Test(arguments: [
    [], [MessageField(name: "produit", kind: .text)],
    [MessageField(name: "produit", kind: .image)],
  ])
  func `a library text that is not locked does not take the lane`(
    _ fields: [MessageField]
  ) async throws {
    let source = BroadcastDesk.message("Rappel", fields: fields, isUrgent: true)
    let desk = try await BroadcastDesk.make(urgentMessages: [source.digest])
    let refused = await fault { try await desk.draft(source) }
    #expect(refused?.message.code == "broadcast.urgentOpen")
  }

  @Test(
    arguments: [
      ([:], ["values.missing", "values.missing"]),
      (["produit": "Beurre", "danger": "feu"], ["values.unfit"]),
      (["produit": String(repeating: "x", count: 41), "danger": "verre"], ["values.unfit"]),
      (["produit": "a\nb", "danger": "verre"], ["values.control"]),
      (["produit": "a", "danger": "verre", "lot": "7"], ["values.unknown"]),
    ] as [([String: String], [String])])
  func `fields take what their types allow`(
    _ values: [String: String], _ rules: [String]
  ) async throws {
    let desk = try await makeDesk()
    let refused = await fault { try await desk.draft(Self.recall, values: values) }
    #expect(refused?.code == .invalid)
    #expect(refused?.findings.map(\.rule) == rules)
  }

  @Test func `what is typed into a field is never read as a template`() async throws {
    let desk = try await makeDesk()
    let id = try await desk.draft(
      Self.recall, values: ["produit": "{{store.phone}}", "danger": "verre"])
    #expect(
      try await desk.status(id).pages.first?.content.text
        == "Rappel : {{store.phone}}. Risque : verre. Magasin 1")
  }
}
