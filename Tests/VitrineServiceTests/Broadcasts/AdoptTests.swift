import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A post that somebody made by hand, taken for the one of a broadcast.
@Suite(.temporaryFolder)
struct AdoptTests {
  /// Three pages: the second is held back by the network, the others have their drafts.
  private func staged(_ driver: DriverUnderTest = .sqlite) async throws -> (PageDesk, BroadcastID) {
    let desk = try await PageDesk.make(3, driver)
    let id = try await blocked(desk)
    return (desk, id)
  }

  private func blocked(_ desk: PageDesk) async throws -> BroadcastID {
    desk.network.change(2) { $0.failure = NetworkFailure(kind: .blocked, detail: "too fast") }
    let id = try await desk.launched("Rappel du lot 7")
    try await desk.deliver(id)
    desk.network.change(2) { $0.failure = nil }
    #expect(try await desk.status(id).broadcast.state == .awaitingExceptions)
    return id
  }

  private func adopt(
    _ desk: PageDesk, _ id: BroadcastID, _ page: String, _ post: String, altered: Bool = false
  ) async throws -> AdoptPost.Output {
    try await desk.door.perform(
      AdoptPost(id: id, page: page, post: post, acceptsOtherText: altered),
      as: desk.broadcaster)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a held page counts as published and gets no second post`(_ driver: DriverUnderTest)
    async throws
  {
    let (desk, id) = try await staged(driver)
    let byHand = desk.network.post("Rappel  du lot 7\n", on: 2)
    // The comparison of the pages takes it for a stranger's.
    #expect(
      try await Reconciler(desk.desk, onBehalfOf: nil).run().findings(.unrecorded).count == 1)
    let output = try await adopt(desk, id, "S-2", "https://f.example/\(byHand)?ref=x")
    #expect(output.remoteID == byHand)
    #expect(output.permalink == "https://f.example/\(byHand)")
    #expect(!output.isAltered && !output.leavesDraft)
    let post = try await desk.status(id).pages[1].post
    let row = try await desk.delivery(post)
    #expect(row.state == .confirmed)
    #expect(row.trouble == nil)
    let record = try #require(try await desk.lastRecord(post))
    #expect(record.action == "broadcast.adopt")
    #expect(record.remote?.postID == byHand.rawValue)
    #expect(record.previousState == "held")
    #expect(record.target?.store == "S-2")

    // Nothing is held any more, so the rest goes out.
    #expect(try await desk.deliver(id) == .done)
    let status = try await desk.status(id)
    #expect(status.broadcast.state == .finished)
    #expect(status.counts[.published] == 3)
    for page in 1...3 { #expect(desk.network.visible(page).count == 1) }
    #expect(try await Reconciler(desk.desk, onBehalfOf: nil).run().isGood)
    let origin = try await desk.door.ask(WhoPosted(.remoteID(byHand)), as: desk.auditor)
    #expect(origin.delivery.post == post)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a draft of ours on the page is never released, and is deleted`(_ driver: DriverUnderTest)
    async throws
  {
    let (desk, id) = try await staged(driver)
    let post = try await desk.status(id).pages[0].post
    let draft = try #require(try await desk.delivery(post).remoteID)
    let byHand = desk.network.post("Rappel du lot 7", on: 1)
    #expect(try await adopt(desk, id, "1", byHand.rawValue).leavesDraft)
    let row = try await desk.delivery(post)
    #expect(row.remoteID == byHand)
    #expect(row.orphan == draft)
    #expect(try await desk.status(id).pages[0].mayHaveOrphan)
    _ = try await desk.door.perform(
      LaunchBroadcast(id: id, canary: nil, acceptHeld: true), as: desk.broadcaster)
    try await desk.deliver(id)
    desk.clock.advance(seconds: 700)
    try await desk.deliver()
    #expect(desk.network.drafts(1) == 0)
    #expect(desk.network.visible(1).map(\.id) == [byHand])
    #expect(!desk.network.calls.contains(.release(draft: draft)))
    #expect(try await !desk.status(id).pages[0].mayHaveOrphan)
  }

  @Test func `a post that says something else is refused with the difference, or taken as such`()
    async throws
  {
    let (desk, id) = try await staged()
    let byHand = desk.network.post("Rappel du lot 8", on: 2)
    let before = try await desk.status(id).pages[1].post
    let other = await fault { try await adopt(desk, id, "S-2", byHand.rawValue) }
    #expect(other?.code == .conflict)
    #expect(other?.message.code == "adopt.otherText")
    #expect(other?.message.arguments.last?.hasSuffix("lot 8") == true)
    #expect(try await desk.delivery(before).state == .held)
    let output = try await adopt(desk, id, "S-2", byHand.rawValue, altered: true)
    #expect(output.isAltered)
    let page = try await desk.status(id).pages[1]
    #expect(page.state == .published)
    #expect(page.trouble?.reason.code == "trouble.otherText")
    let record = try #require(try await desk.lastRecord(page.post))
    #expect(record.detail["altered"] == .bool(true))
    #expect(
      record.detail["textSHA256"] == .string(Hash(of: Array("Rappel du lot 8".utf8)).hex))
    let verified = try await desk.door.perform(VerifyBroadcast(id: id), as: desk.broadcaster)
    #expect(verified.altered.map(\.store.rawValue) == ["S-2"])
  }

  @Test func `what is not public, not there or not on that page is not taken`() async throws {
    let (desk, id) = try await staged()
    let byHand = desk.network.post("Rappel du lot 7", on: 2)
    let elsewhere = desk.network.post("Rappel du lot 7", on: 3)
    func code(_ page: String, _ post: String) async -> String? {
      await fault { try await adopt(desk, id, page, post) }?.message.code
    }
    #expect(await code("S-2", elsewhere.rawValue) == "adopt.otherPage")
    #expect(await code("S-2", "2_4711") == "adopt.gone")
    #expect(await code("S-2", "https://f.example/oyonnax") == "adopt.noID")
    #expect(await code("S-9", byHand.rawValue) == "adopt.noPage")
    desk.network.change(2) { page in
      page.posts = page.posts.map { RemotePost(id: $0.id, text: $0.text, isPublished: false) }
    }
    #expect(await code("S-2", byHand.rawValue) == "adopt.hidden")
    desk.network.change(2) { $0.token = "another" }
    #expect(await code("S-2", byHand.rawValue) == "trouble.token")
    #expect(try await desk.status(id).counts[.held] == 1)
  }

  @Test func `one post stands for one delivery only`() async throws {
    let (desk, id) = try await staged()
    let other = try await blocked(desk)
    let byHand = desk.network.post("Rappel du lot 7", on: 2)
    _ = try await adopt(desk, id, "S-2", byHand.rawValue)
    let again = await fault { try await adopt(desk, id, "S-2", byHand.rawValue) }
    #expect(again?.message.code == "adopt.stands")
    let twice = await fault { try await adopt(desk, other, "S-2", byHand.rawValue) }
    #expect(twice?.message.code == "adopt.taken")
  }

  @Test(arguments: [true, false])
  func `an unclear release is waited for, and read before a post by hand is taken`(
    _ wasDone: Bool
  ) async throws {
    let (desk, id) = try await staged()
    let post = try await desk.status(id).pages[0].post
    let draft = try #require(try await desk.delivery(post).remoteID)
    let now = desk.clock.source.now()
    if wasDone {
      desk.network.change(1) { page in
        page.posts = page.posts.map { $0.id == draft ? $0.published(at: now) : $0 }
      }
    }
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE delivery SET state = 'releasing', unknown_since = ?2 WHERE post_id = ?1",
        [SQLValue(post), SQLValue(now)])
    }
    let byHand = desk.network.post("Rappel du lot 7", on: 1)
    let early = await fault { try await adopt(desk, id, "S-1", byHand.rawValue) }
    #expect(early?.code == .locked)
    desk.clock.advance(seconds: 601)
    let late = await fault { try await adopt(desk, id, "S-1", byHand.rawValue) }
    #expect(late?.message.code == (wasDone ? "adopt.ourOwn" : nil))
    #expect(try await desk.delivery(post).state == (wasDone ? .releasing : .confirmed))
  }

  @Test func `a worker that has the page in hand is left alone, and its late answer is not taken`()
    async throws
  {
    let (desk, id) = try await staged()
    let post = try await desk.status(id).pages[1].post
    let byHand = desk.network.post("Rappel du lot 7", on: 2)
    let now = desk.clock.source.now()
    try await desk.desk.database.write {
      try $0.insertWorker(WorkerID("w_1"), host: "test", pid: 1, at: now)
      _ = try $0.execute(
        """
        UPDATE delivery SET state = 'ready', trouble = NULL, worker_id = 'w_1', lease_until = ?2
        WHERE post_id = ?1
        """, [SQLValue(post), SQLValue(now.advanced(bySeconds: 30))])
    }
    let busy = await fault { try await adopt(desk, id, "S-2", byHand.rawValue) }
    #expect(busy?.message.code == "adopt.busy")
    desk.clock.advance(seconds: 31)
    let stored = try await desk.delivery(post)
    _ = try await adopt(desk, id, "S-2", byHand.rawValue)
    let moment = desk.clock.source.now()
    let isTaken = try await desk.desk.database.write {
      try $0.settleClaim(stored, at: moment)
    }
    #expect(!isTaken)
    #expect(try await desk.delivery(post).state == .confirmed)
  }

  @Test func `nothing is taken before a broadcast is staged or after it was cancelled`()
    async throws
  {
    let (desk, id) = try await staged()
    let byHand = desk.network.post("Rappel du lot 7", on: 2)
    _ = try await desk.door.perform(CancelBroadcast(id: id), as: desk.broadcaster)
    let cancelled = await fault { try await adopt(desk, id, "S-2", byHand.rawValue) }
    #expect(cancelled?.message.code == "broadcast.notRunning")
    let later = desk.clock.source.now().advanced(bySeconds: 86_400)
    let armed = try await desk.launched("Rappel du lot 7", at: .instant(later))
    let early = await fault { try await adopt(desk, armed, "S-2", byHand.rawValue) }
    #expect(early?.message.code == "broadcast.notRunning")
  }
}
