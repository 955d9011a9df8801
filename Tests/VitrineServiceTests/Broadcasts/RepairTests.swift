import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A message that is not on its pages any more as it was left there comes back.
@Suite(.temporaryFolder)
struct RepairTests {
  private func repair(_ id: BroadcastID, on desk: PageDesk) async throws -> RepairBroadcast.Output {
    try await desk.door.perform(RepairBroadcast(id: id), as: desk.broadcaster)
  }

  private func released(_ desk: PageDesk) async throws -> BroadcastID {
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    #expect(try await desk.status(id).broadcast.state == .finished)
    return id
  }

  private func state(_ id: BroadcastID, on desk: PageDesk) async throws -> BroadcastState {
    try await desk.status(id).broadcast.state
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what somebody changed says our text again, under its id`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    let id = try await released(desk)
    let before = desk.network.visible(2).map(\.id)
    desk.network.change(2) { $0.posts = $0.posts.map { $0.saying("Soldes") } }
    desk.clock.advance(seconds: 60)
    let done = try await repair(id, on: desk)
    #expect(done.found.altered.map(\.store.rawValue) == ["S-2"])
    #expect(done.repaired.map(\.store.rawValue) == ["S-2"])
    #expect(try await state(id, on: desk) == .releasing)
    let post = try await desk.status(id).pages[1].post
    let record = try #require(try await desk.lastRecord(post))
    #expect(record.action == "broadcast.retry")
    #expect(record.reasonCode == "verify.altered")
    #expect(record.target?.type == "page")
    try await desk.deliver(id)
    #expect(desk.network.visible(2).map(\.text) == ["Rappel"])
    #expect(desk.network.visible(2).map(\.id) == before)
    #expect(try await state(id, on: desk) == .finished)
    #expect(try await desk.status(id).counts[.published] == 3)
    #expect(try await repair(id, on: desk).repaired.isEmpty)
  }

  @Test func `where posts cannot be changed it is taken down and posted again`() async throws {
    let desk = try await PageDesk.make(1, canEdit: false)
    let id = try await released(desk)
    desk.network.change(1) { $0.posts = $0.posts.map { $0.saying("Soldes") } }
    desk.clock.advance(seconds: 60)
    #expect(try await repair(id, on: desk).repaired.count == 1)
    try await desk.deliver(id)
    #expect(desk.network.visible(1).map(\.text) == ["Rappel"])
    #expect(try await state(id, on: desk) == .finished)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what is gone is there once again, and the time that it was there is kept`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    let id = try await released(desk)
    let old = desk.network.take(1).map(\.id)
    desk.clock.advance(seconds: 60)
    let done = try await repair(id, on: desk)
    #expect(done.repaired.map(\.cause) == ["missing"])
    try await desk.deliver(id)
    #expect(desk.network.visible(1).map(\.text) == ["Rappel"])
    #expect(Set(desk.network.visible(1).map(\.id)).isDisjoint(with: old))
    #expect(desk.network.visible(2).count == 1)
    #expect(try await state(id, on: desk) == .finished)
    #expect(try await desk.status(id).counts[.published] == 2)
    let showings = try await desk.desk.database.read { try $0.showings(of: id) }
    #expect(showings.values.flatMap { $0 }.count == 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what is there and not public is released again`(_ driver: DriverUnderTest) async throws {
    let desk = try await PageDesk.make(2, driver)
    let id = try await released(desk)
    let before = desk.network.visible(1).map(\.id)
    desk.network.change(1) {
      $0.posts = $0.posts.map {
        RemotePost(
          id: $0.id, text: $0.text, isPublished: false, created: $0.created, application: "ours")
      }
    }
    desk.clock.advance(seconds: 60)
    #expect(try await repair(id, on: desk).repaired.map(\.cause) == ["hidden"])
    try await desk.deliver(id)
    #expect(desk.network.visible(1).map(\.id) == before)
    #expect(desk.network.drafts(1) == 0)
    #expect(try await state(id, on: desk) == .finished)
  }

  @Test func `a page that gives no answer is left alone`() async throws {
    let desk = try await PageDesk.make(2)
    let id = try await released(desk)
    desk.network.change(1) { $0.failure = NetworkFailure(kind: .temporary, detail: "html") }
    let done = try await repair(id, on: desk)
    #expect(done.found.unclear.map(\.store.rawValue) == ["S-1"])
    #expect(done.repaired.isEmpty)
    #expect(try await state(id, on: desk) == .finished)
    desk.network.change(1) { $0.failure = nil }
    try await desk.deliver()
    #expect(desk.network.visible(1).count == 1)
  }

  @Test func `a page that says the text in another post gets no second one`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await released(desk)
    _ = desk.network.take(1)
    desk.network.post("Rappel", on: 1)
    let done = try await repair(id, on: desk)
    #expect(done.found.unclear.count == 1)
    #expect(done.repaired.isEmpty)
    try await desk.deliver()
    #expect(desk.network.visible(1).count == 1)
  }

  @Test func `what a person took down stays down`() async throws {
    let desk = try await PageDesk.make(2)
    let id = try await released(desk)
    let post = try await desk.status(id).pages[0].post
    try await desk.takeDown(post)
    try await desk.deliver(focus: .posts([post]))
    let done = try await repair(id, on: desk)
    #expect(done.found.published == 1 && done.repaired.isEmpty)
    try await desk.deliver()
    #expect(desk.network.visible(1).isEmpty)
    #expect(try await desk.delivery(post).state == .takenDown)
  }

  @Test func `what was taken down since the page was asked is not sent again`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await released(desk)
    let post = try await desk.status(id).pages[0].post
    let seen = try await desk.delivery(post)
    try await desk.takeDown(post)
    let now = desk.clock.source.now()
    let isMoved = try await desk.desk.database.write {
      try $0.repair(seen, .remake, at: now)
    }
    #expect(!isMoved)
    #expect(try await desk.delivery(post).state == .removing)
  }

  @Test func `nothing is repaired after the end of validity, or while a correction waits`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let end = desk.clock.source.now().advanced(bySeconds: 3_600)
    let id = try await desk.launched("Rappel", until: end)
    try await desk.deliver(id)
    _ = desk.network.take(1)
    desk.clock.advance(seconds: 3_700)
    let late = await fault { try await repair(id, on: desk) }
    #expect(late?.message.code == "repair.ended")
    try await desk.deliver()
    #expect(desk.network.visible(1).isEmpty)

    let other = try await PageDesk.make(1)
    let corrected = try await released(other)
    _ = try await other.door.perform(
      AmendBroadcast(
        id: corrected, source: MessageSource(title: "T", body: SourceText("Autre", line: 1)),
        reason: "wrong"), as: other.editor)
    let early = await fault { try await repair(corrected, on: other) }
    #expect(early?.message.code == "repair.state")
  }

  @Test func `who may not launch may not repair`() async throws {
    let desk = try await PageDesk.make(1)
    let id = try await released(desk)
    let refused = await fault {
      try await desk.door.perform(RepairBroadcast(id: id), as: desk.editor)
    }
    #expect(refused?.code == .denied)
  }
}

/// Messages that went out are looked at once a day.
@Suite(.temporaryFolder)
struct WatchBroadcastsTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a broadcast is looked at after an hour, then daily, and what is wrong is told once`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    let watch = WatchBroadcasts(desk.desk)
    #expect(try await watch.run() == nil, "it was finished a moment ago")
    #expect(try await desk.status(id).verified == nil)
    desk.clock.advance(seconds: 3_600)
    #expect(try await watch.run()?.same == 2)
    #expect(try await watch.run() == nil, "not twice a day")

    desk.network.change(1) { $0.posts = $0.posts.map { $0.saying("Soldes") } }
    _ = desk.network.take(2)
    desk.clock.advance(seconds: 86_400)
    let found = try #require(try await watch.run())
    #expect(found.altered == 1 && found.missing == 1 && found.same == 0)
    #expect(try await desk.status(id).verified == found)
    #expect(desk.network.visible(2).isEmpty, "nobody asked for a repair")
    let told = try await desk.test.inbox(desk.broadcaster).filter { $0.event == .altered }
    #expect(told.count == 1)
    #expect(try await desk.test.noticeCounts()["altered"] == 1)
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.editor)
    #expect(checks.contains { $0.name == "verified" && $0.status == .warning })
    // Without an end, two days are enough.
    desk.clock.advance(seconds: 86_400)
    #expect(try await watch.run() == nil)
  }

  @Test func `what is still valid is looked at until its end`() async throws {
    let desk = try await PageDesk.make(1)
    let end = desk.clock.source.now().advanced(bySeconds: 5 * 86_400)
    let id = try await desk.launched("Rappel", until: end)
    try await desk.deliver(id)
    let watch = WatchBroadcasts(desk.desk)
    var looks = 0
    for _ in 1...10 {
      desk.clock.advance(seconds: 86_400)
      if try await watch.run() != nil { looks += 1 }
    }
    #expect(looks == 4)
    #expect(try await desk.status(id).verified?.same == 1)
  }

  @Test func `only one worker looks, and the same damage is told once`() async throws {
    let desk = try await PageDesk.make(1)
    let end = desk.clock.source.now().advanced(bySeconds: 5 * 86_400)
    let id = try await desk.launched("Rappel", until: end)
    try await desk.deliver(id)
    _ = desk.network.take(1)
    desk.clock.advance(seconds: 86_400)
    let lease = try await desk.desk.database.holdLease(WatchBroadcasts.chore)
    #expect(try await WatchBroadcasts(desk.desk).run() == nil)
    await lease?.release()
    #expect(try await WatchBroadcasts(desk.desk).run()?.missing == 1)
    desk.clock.advance(seconds: 86_400 + 60)
    #expect(try await WatchBroadcasts(desk.desk).run()?.missing == 1)
    #expect(try await desk.test.noticeCounts()["altered"] == 1)
  }
}
