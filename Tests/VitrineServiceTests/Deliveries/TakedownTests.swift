import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A person takes a post down; a worker deletes it and says so.
@Suite(.temporaryFolder)
struct TakedownTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a public post that is taken down is deleted and recorded`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(2, driver)
    let post = try await desk.post("Promo", on: 1)
    let other = try await desk.post("Reste", on: 1)
    try await desk.deliver()
    try await desk.takeDown(post)
    #expect(try await desk.delivery(post).state == .removing)
    #expect(try await desk.deliver(focus: .posts([post])) == .done)
    #expect(try await desk.delivery(post).state == .takenDown)
    #expect(desk.network.visible(1).map(\.text) == ["Reste"])
    #expect(try await desk.delivery(other).state == .confirmed)
    let record = try #require(try await desk.lastRecord(post))
    #expect(record.action == "post.takedown")
    #expect(record.result == .success)
    let origin = try await desk.door.ask(WhoPosted(.post(post)), as: desk.auditor)
    #expect(origin.takedown != nil)
    // Taking it down again changes nothing.
    try await desk.takeDown(post)
    #expect(try await desk.delivery(post).state == .takenDown)
  }

  @Test func `one page of a finished broadcast can be taken down, and the numbers add up`()
    async throws
  {
    let desk = try await PageDesk.make(3)
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    let page = try await desk.status(id).pages[1]
    try await desk.takeDown(page.post)
    #expect(try await desk.status(id).counts[.published] == 3)
    #expect(try await desk.deliver(focus: .posts([page.post])) == .done)
    let status = try await desk.status(id)
    #expect(status.counts[.published] == 2)
    #expect(status.counts[.takenDown] == 1)
    #expect(status.targeted == 3)
    #expect(status.broadcast.state == .finished)
    #expect(desk.network.visible(2).isEmpty)
  }

  @Test func `what is gone from the page already counts as taken down`() async throws {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Promo", on: 1)
    try await desk.deliver()
    desk.network.change(1) { $0.posts.removeAll() }
    try await desk.takeDown(post)
    try await desk.deliver()
    #expect(try await desk.delivery(post).state == .takenDown)
  }

  @Test(arguments: [true, false])
  func `a release of which nobody knows is read first, then deleted`(_ wasDone: Bool) async throws {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Promo", on: 1, in: 600)
    try await desk.deliver()
    let draft = try #require(try await desk.delivery(post).remoteID)
    let now = desk.clock.source.now()
    // The release went out, and its worker died before the answer.
    if wasDone { desk.network.change(1) { $0.posts = $0.posts.map { $0.published(at: now) } } }
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE delivery SET state = 'releasing', release_at = ?2 WHERE post_id = ?1",
        [SQLValue(post), SQLValue(now)])
    }
    try await desk.takeDown(post)
    #expect(try await desk.delivery(post).wish == .takedown)
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(post).state == (wasDone ? .takenDown : .cancelled))
    #expect(try await desk.delivery(post).wish == nil)
    #expect(desk.network.visible(1).isEmpty)
    #expect(desk.network.drafts(1) == 0)
    let steps = desk.network.calls.suffix(2)
    #expect(Array(steps) == [.read(draft), .delete(draft)])
  }

  @Test func `a post that was not public yet is stopped and not sent`() async throws {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Promo", on: 1, in: 86_400)
    try await desk.takeDown(post)
    #expect(try await desk.delivery(post).state == .cancelled)
  }

  @Test func `a draft that is being made anew was never public, and is called cancelled`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Promo", on: 1, in: 600)
    try await desk.deliver()
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE delivery SET state = 'replacing' WHERE post_id = ?1", [SQLValue(post)])
    }
    desk.network.change(1) { $0.token = "other" }
    try await desk.takeDown(post)
    #expect(try await desk.delivery(post).state.publicName == .cancelled)
    try await desk.deliver()
    desk.clock.advance(seconds: 60)
    try await desk.connect()
    try await desk.deliver()
    #expect(try await desk.delivery(post).state == .cancelled)
    #expect(desk.network.drafts(1) == 0)
  }

  /// The only page of a broadcast that is going out, held behind everybody's back.
  private func held(
    _ trouble: Trouble, _ change: String
  ) async throws -> (PageDesk, BroadcastID, PostID) {
    let desk = try await PageDesk.make(1)
    let id = try await desk.launched("Rappel")
    try await desk.deliver(id)
    let post = try await desk.status(id).pages[0].post
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE delivery SET state = 'held', trouble = ?2, \(change) WHERE post_id = ?1",
        [SQLValue(post), .text(trouble.stored)])
      _ = try $0.execute("UPDATE broadcast SET state = 'releasing'", [])
    }
    return (desk, id, post)
  }

  @Test func `what may have been public is unknown until it is gone`() async throws {
    // Its release went unanswered, was read as a draft, and then its page broke.
    let (desk, id, post) = try await held(
      Trouble("token", 190, "expired"), "published_at = NULL, may_be_public = 1")
    try await desk.takeDown(post)
    #expect(try await desk.delivery(post).state == .removing)
    let page = try await desk.status(id).pages[0]
    #expect(page.state == .unknown)
    #expect(page.trouble?.reason.code == "trouble.token")
    let counts = try await desk.status(id).counts
    #expect(counts[.unknown] == 1)
    #expect(counts[.published] == 0)
    #expect(try await desk.deliver(focus: .posts([post])) == .done)
    #expect(try await desk.status(id).counts[.takenDown] == 1)
    #expect(desk.network.visible(1).isEmpty)
  }

  @Test(arguments: [true, false])
  func `what may be public under an id that nobody knows stays held for a person`(
    _ isTakedown: Bool
  ) async throws {
    let (desk, id, post) = try await held(
      Trouble("unclear"), "remote_id = NULL, published_at = NULL, may_be_public = 1")
    if isTakedown {
      try await desk.takeDown(post)
    } else {
      _ = try await desk.door.perform(CancelBroadcast(id: id), as: desk.broadcaster)
    }
    let stored = try await desk.delivery(post)
    #expect(stored.state == .held)
    #expect(stored.wish == nil)
    #expect(stored.trouble == Trouble("unclear"))
  }

  @Test func `a cancel leaves what was public, also where it is held`() async throws {
    let (desk, id, post) = try await held(Trouble("vanished"), "permalink = NULL")
    _ = try await desk.door.perform(CancelBroadcast(id: id), as: desk.broadcaster)
    try await desk.deliver(id)
    #expect(try await desk.delivery(post).state == .held)
    #expect(desk.network.visible(1).count == 1)
  }

  @Test func `on a page that needs attention a takedown waits until the page is mended`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Promo", on: 1)
    try await desk.deliver()
    desk.network.change(1) { $0.token = "other" }
    try await desk.takeDown(post)
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(post).state == .removing)
    #expect(try await desk.delivery(post).trouble?.reason.code == "trouble.token")
    desk.clock.advance(seconds: 60)
    try await desk.connect()
    try await desk.deliver()
    #expect(try await desk.delivery(post).state == .takenDown)
    #expect(desk.network.visible(1).isEmpty)
  }

  @Test func `a network that will not delete leaves the post public, and the record says so`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Promo", on: 1)
    try await desk.deliver()
    desk.network.change(1) {
      $0.failure = NetworkFailure(kind: .request, code: 100, detail: "not yours")
    }
    try await desk.takeDown(post)
    try await desk.deliver(patience: 120_000)
    let stored = try await desk.delivery(post)
    #expect(stored.state == .confirmed)
    #expect(stored.trouble?.reason.code == "trouble.notRemoved")
    let record = try #require(try await desk.lastRecord(post))
    #expect(record.action == "post.takedown")
    #expect(record.result == .failure)
    // Once the network lets us, asking again is enough.
    desk.network.change(1) { $0.failure = nil }
    try await desk.takeDown(post)
    try await desk.deliver()
    #expect(try await desk.delivery(post).state == .takenDown)
  }
}
