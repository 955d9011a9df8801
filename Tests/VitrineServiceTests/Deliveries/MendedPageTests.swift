import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Pages that are connected or mended while a broadcast is under way, or lose what was made on them.
@Suite(.temporaryFolder)
struct MendedPageTests {
  /// A desk with a store that has no page yet.
  private func desk(_ driver: DriverUnderTest = .sqlite) async throws -> PageDesk {
    let desk = try await PageDesk.make(3, driver)
    _ = try await desk.door.perform(
      ImportStores(stores: PageDesk.stores(4), allowedRemovals: 0, onlyCheck: false),
      as: desk.admin)
    return desk
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a page that is connected while a broadcast runs gets the message from the next worker`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await desk(driver)
    let id = try await desk.launched("Rappel")
    try await desk.deliver()
    #expect(try await desk.status(id).broadcast.state == .awaitingExceptions)
    desk.network.addPages(4...4)
    try await desk.connect()
    try await desk.deliver()
    #expect(try await desk.status(id).counts[.published] == 4)
    #expect(try await desk.status(id).broadcast.state == .finished)
  }

  @Test(arguments: [true, false])
  func `after its end a broadcast takes in a new page only while it says that it is valid`(
    _ hasEnd: Bool
  ) async throws {
    let desk = try await desk()
    let until = hasEnd ? desk.clock.source.now().advanced(bySeconds: 86_400) : nil
    let id = try await desk.launched("Rappel", until: until)
    try await desk.deliver()
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: true), as: desk.broadcaster)
    try await desk.deliver()
    #expect(try await desk.status(id).broadcast.state == .finished)
    desk.network.addPages(4...4)
    try await desk.connect()
    try await desk.deliver()
    #expect(try await desk.status(id).counts[.published] == (hasEnd ? 4 : 3))
    #expect(desk.network.visible(4).count == (hasEnd ? 1 : 0))
    #expect(try await desk.status(id).broadcast.state == .finished)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a draft that somebody deleted is made again by a retry`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(3, driver)
    let start = desk.clock.source.now().advanced(bySeconds: 1_200)
    let id = try await desk.launched("Rappel", at: .instant(start))
    desk.clock.advance(seconds: 400)
    try await desk.deliver(id, patience: 60_000)
    #expect((1...3).allSatisfy { desk.network.drafts($0) == 1 })
    desk.network.change(2) { $0.posts.removeAll() }
    desk.clock.advance(seconds: 900)
    try await desk.deliver(id, patience: 60_000)
    let held = try await desk.status(id)
    #expect(held.counts[.published] == 2)
    #expect(held.pages.compactMap { $0.trouble?.reason.code } == ["trouble.missing"])
    // Launching again is not enough: somebody has to look at the page first.
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: false), as: desk.broadcaster)
    try await desk.deliver(id, patience: 60_000)
    #expect(desk.network.visible(2).isEmpty)
    _ = try await desk.door.perform(RetryBroadcast(id: id), as: desk.broadcaster)
    try await desk.deliver(id, patience: 60_000)
    #expect(try await desk.status(id).counts[.published] == 3)
    #expect((1...3).allSatisfy { desk.network.visible($0).count == 1 })
    #expect((1...3).allSatisfy { desk.network.drafts($0) == 0 })
  }

  @Test func `a draft that was lost and turns up again is deleted before the new one is released`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let start = desk.clock.source.now().advanced(bySeconds: 1_200)
    let id = try await desk.launched("Rappel", at: .instant(start))
    desk.clock.advance(seconds: 400)
    try await desk.deliver(id, patience: 60_000)
    let lost = desk.network.take(1)
    desk.clock.advance(seconds: 900)
    try await desk.deliver(id, patience: 60_000)
    desk.network.change(1) { $0.posts = lost }
    _ = try await desk.door.perform(RetryBroadcast(id: id), as: desk.broadcaster)
    try await desk.deliver(id, patience: 60_000)
    #expect(desk.network.visible(1).count == 1)
    #expect(desk.network.drafts(1) == 0)
  }

  @Test func `what a lost call leaves on a page is swept when its quarantine is over`() async throws
  {
    let desk = try await PageDesk.make(2)
    let id = try await desk.launched("Rappel")
    // The page was doubtful when it was released, and a late call makes a draft afterwards.
    try await desk.deliver(id)
    let end = desk.clock.source.now().advanced(bySeconds: 600)
    try await desk.desk.database.write { transaction in
      try transaction.execute(
        "UPDATE delivery SET is_doubtful = 1, doubt_until = ?1 WHERE position = 0",
        [SQLValue(end)])
    }
    let late = RemotePost(
      id: RemoteID("1_77"), text: "Rappel", isPublished: false,
      created: desk.clock.source.now(), application: "ours")
    desk.network.change(1) { $0.posts.append(late) }
    try await desk.deliver()
    #expect(desk.network.drafts(1) == 1)
    #expect(try await desk.status(id).pages.first?.mayHaveOrphan == true)
    desk.clock.advance(seconds: 700)
    try await desk.deliver()
    #expect(desk.network.drafts(1) == 0)
    #expect(desk.network.visible(1).count == 1)
    #expect(try await desk.status(id).pages.first?.mayHaveOrphan == false)
    #expect(try await desk.status(id).counts[.published] == 2)
  }
}
