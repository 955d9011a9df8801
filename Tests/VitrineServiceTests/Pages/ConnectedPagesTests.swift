import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

@Suite(.temporaryFolder)
struct ConnectedPagesTests {
  private func page(_ desk: PageDesk, _ number: Int) async throws -> StoredPage {
    let pages = try await desk.desk.database.read { try $0.pages() }
    return try #require(pages.first { $0.remoteID == RemoteID("\(number)") })
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `two people connect the same pages at once, and each page is there once`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(20, driver)
    desk.network.addPages(21...40)
    _ = try await desk.door.perform(
      ImportStores(stores: PageDesk.stores(40), allowedRemovals: 0, onlyCheck: false),
      as: desk.admin)
    try await withThrowingTaskGroup { group in
      for _ in 1...4 { group.addTask { _ = try await desk.connect() } }
      try await group.waitForAll()
    }
    let pages = try await desk.desk.database.read { try $0.pages() }
    #expect(pages.count == 40)
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    #expect(try await desk.status(id).counts[.published] == 40)
  }

  @Test func `a check clears what it has asked about, and nothing else`() async throws {
    let desk = try await PageDesk.make(3)
    let troubles: [NetworkFailure.Kind] = [.token, .permission, .person]
    for (number, kind) in zip(1...3, troubles) {
      let page = try await page(desk, number)
      let trouble = Trouble(NetworkFailure(kind: kind, detail: "x"))
      try await desk.desk.database.write { transaction in
        _ = try transaction.setPage(
          page.id, connected: page.connected, .needsAttention, trouble,
          at: Timestamp(clamping: 0))
      }
    }
    let output = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    #expect(output.connected == 1)
    #expect(output.needsAttention == 2)
    #expect(try await page(desk, 1).state == .connected)
    #expect(try await page(desk, 2).trouble?.reason.code == "trouble.permission")
    #expect(try await page(desk, 3).trouble?.reason.code == "trouble.person")
    // Connecting again asks for the right to publish.
    try await desk.connect()
    #expect(try await page(desk, 2).state == .connected)
  }

  @Test func `a late answer about an old token leaves a page alone that was connected meanwhile`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let before = try await page(desk, 1)
    desk.clock.advance(seconds: 1)
    try await desk.connect()
    let trouble = Trouble(NetworkFailure(kind: .token, detail: "expired"))
    let isChanged = try await desk.desk.database.write { transaction in
      try transaction.setPage(
        before.id, connected: before.connected, .needsAttention, trouble,
        at: Timestamp(clamping: 0))
    }
    #expect(!isChanged)
    #expect(try await page(desk, 1).state == .connected)
  }

  @Test func `a removed store's page is taken out of use, and comes back by connecting`()
    async throws
  {
    let desk = try await PageDesk.make(3)
    _ = try await desk.door.perform(
      ImportStores(stores: PageDesk.stores(2), allowedRemovals: 1, onlyCheck: false),
      as: desk.admin)
    #expect(try await page(desk, 3).state == .disconnected)
    #expect(try await page(desk, 2).state == .connected)
    #expect(try await desk.records(.pageDisconnect).map(\.store) == ["S-3"])
    // A check of tokens does not bring it back.
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    #expect(try await page(desk, 3).state == .disconnected)
    _ = try await desk.door.perform(
      ImportStores(stores: PageDesk.stores(3), allowedRemovals: 0, onlyCheck: false),
      as: desk.admin)
    #expect(try await page(desk, 3).state == .disconnected)
    try await desk.connect()
    #expect(try await page(desk, 3).state == .connected)
  }

  @Test func `the register keeps the order of the last file, with what it leaves out behind`()
    async throws
  {
    let desk = try await PageDesk.make(4)
    let stores = PageDesk.stores(6)
    func order() async throws -> [String] {
      try await desk.desk.database.read { try $0.stores().map(\.code.rawValue) }
    }
    for (picked, expected) in [
      ([5, 4, 3, 2, 1], ["S-6", "S-5", "S-4", "S-3", "S-2", "S-1"]),
      ([2, 0], ["S-3", "S-1", "S-6", "S-5", "S-4", "S-2"]), ([1], ["S-2", "S-3", "S-1"]),
    ] {
      _ = try await desk.door.perform(
        ImportStores(
          stores: picked.map { stores[$0] } + (picked.count == 5 ? [stores[0]] : []),
          allowedRemovals: 0, onlyCheck: false), as: desk.admin)
      #expect(try await order().prefix(expected.count) == expected[...])
    }
    let positions = try await desk.desk.database.read { transaction in
      try transaction.rows("SELECT position FROM store ORDER BY position", []).map {
        try $0.int("position")
      }
    }
    #expect(Set(positions).count == positions.count)
  }

  @Test func `doctor warns when a network answers with another version`() async throws {
    let desk = try await PageDesk.make(1, served: "v27.0")
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.admin)
    let check = try #require(checks.first { $0.name == "version" })
    #expect(check.status == .warning)
    #expect(check.detail.arguments == ["facebook", "v26.0", "v27.0"])
    let same = try await PageDesk.make(1, served: "v26.0")
    let others = try await same.door.ask(ExamineDesk(), as: same.admin)
    #expect(others.first { $0.name == "version" }?.status == .ok)
  }
}
