import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A register that changes after an approval: which pages ask again, and which keep their yes.
@Suite(.temporaryFolder)
struct DeltaApprovalTests {
  private static let later = ReleaseTime.instant(Timestamp(clamping: 1_800_900_000_000))

  @Test(arguments: DriverUnderTest.allCases)
  func `only the pages that changed ask again, and the others keep their approvals`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await BroadcastDesk.make(driver)
    let id = try await desk.approved()
    var stores = (1...7).map { BroadcastDesk.store($0) }
    stores[1] = BroadcastDesk.store(2, name: "Autre nom")
    let changes = try await desk.importStores(stores)
    #expect(changes == [RefreshBroadcasts.Change(id: id, changed: 1, added: 1, left: 0)])
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .approved && status.pagesAsking == 2)
    #expect(
      try await desk.reasons(id) == [
        "FR-0002": "trouble.unapproved", "FR-0007": "trouble.noPage",
      ])
    let diff = try await desk.door.ask(DiffBroadcast(id: id, from: nil), as: desk.editor.token)
    #expect(diff.asking.map(\.store.rawValue) == ["FR-0002", "FR-0007"])
    #expect(diff.asking.first?.content.text == "Bonjour Autre nom")

    // One of the first two again, and one who had nothing to do with it before.
    let first = try await desk.approve(id, 0)
    #expect(first.pagesAsking == 2 && first.state == .approved)
    let second = try await desk.approve(id, 2)
    #expect(second.pagesAsking == 0 && second.approvers.count == 3)
    #expect(try await desk.reasons(id) == ["FR-0007": "trouble.noPage"])
    #expect(await fault { try await desk.launch(id, as: desk.approvers[1].token) }?.code == .denied)
    #expect(try await desk.launch(id).state == .staging)
  }

  @Test func `a register that changes nothing of the text asks nobody`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved(to: "region:Bretagne")
    var stores = (1...6).map { BroadcastDesk.store($0) }
    stores.append(BroadcastDesk.store(7, region: "Occitanie"))
    #expect(try await desk.importStores(stores).isEmpty)
    let status = try await desk.status(id)
    #expect(status.pagesAsking == 0 && status.pages.count == 6)
    #expect(try await desk.launch(id).state == .staging)
  }

  @Test func `a store that leaves the selection is held and not dropped`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved(to: "region:Bretagne")
    var stores = (1...6).map { BroadcastDesk.store($0) }
    stores[0] = BroadcastDesk.store(1, region: "Occitanie")
    let changes = try await desk.importStores(stores)
    #expect(changes == [RefreshBroadcasts.Change(id: id, changed: 0, added: 0, left: 1)])
    #expect(try await desk.reasons(id)["FR-0001"] == "trouble.notPicked")
    let status = try await desk.status(id)
    #expect(status.targeted == 6 && status.pagesAsking == 0)
    // And it is back with its approval when the register says so again.
    #expect(
      try await desk.importStores((1...6).map { BroadcastDesk.store($0) }).isEmpty == true)
    #expect(try await desk.reasons(id).isEmpty)
  }

  @Test func `when every page changed it needs its approvals from the start`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    _ = try await desk.importStores((1...6).map { BroadcastDesk.store($0, name: "Neuf \($0)") })
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .submitted)
    #expect(await fault { try await desk.launch(id) }?.code == .denied)
    for number in 0..<2 { try await desk.approve(id, number) }
    #expect(try await desk.status(id).broadcast.state == .approved)
    #expect(try await desk.launch(id).state == .staging)
  }

  @Test func `a yes to the old text does not count for a page that changed before the second yes`()
    async throws
  {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.draft()
    try await desk.submit(id)
    try await desk.approve(id, 0)
    var stores = (1...6).map { BroadcastDesk.store($0) }
    stores[2] = BroadcastDesk.store(3, name: "Autre nom")
    _ = try await desk.importStores(stores)
    let second = try await desk.approve(id, 1)
    #expect(second.state == .approved && second.pagesAsking == 1)
    #expect(try await desk.approve(id, 0).pagesAsking == 0)
  }

  @Test func `an armed broadcast follows the register until its hour`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved(at: Self.later)
    #expect(try await desk.launch(id).state == .scheduled)
    var stores = (1...6).map { BroadcastDesk.store($0) }
    stores[3] = BroadcastDesk.store(4, name: "Autre nom")
    _ = try await desk.importStores(stores)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .scheduled && status.pagesAsking == 1)
    for number in 0..<2 { try await desk.approve(id, number) }
    #expect(try await desk.status(id).pagesAsking == 0)
  }

  @Test func `a launch renders again what an import left behind`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    var stores = (1...6).map { BroadcastDesk.store($0) }
    stores[0] = BroadcastDesk.store(1, name: "Autre nom")
    // Without what the command does after an import, as when it was killed in between.
    _ = try await desk.door.perform(
      ImportStores(stores: stores, allowedRemovals: 0, onlyCheck: false),
      as: desk.desk.adminToken)
    let launched = try await desk.launch(id)
    #expect(launched.pagesAsking == 1)
    #expect(try await desk.reasons(id)["FR-0001"] == "trouble.unapproved")
  }

  @Test func `what the register did is recorded as the system's own doing`() async throws {
    let desk = try await BroadcastDesk.make()
    let id = try await desk.approved()
    let size = try await desk.desk.logSize()
    _ = try await desk.importStores((1...7).map { BroadcastDesk.store($0) })
    let record = try await desk.desk.desk.database.read { try $0.record(at: size + 1) }
    #expect(record?.columns.action == "broadcast.edit")
    #expect(record?.columns.actorID == "register")
    #expect(record?.columns.objectID == id.rawValue)
  }
}
