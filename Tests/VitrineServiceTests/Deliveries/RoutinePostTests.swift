import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A store's own posts, which go the way of broadcasts without being one.
@Suite(.temporaryFolder)
struct RoutinePostTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a store's post is staged a quarter of an hour early, and public at its time`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    let post = try await desk.post("Pain chaud", on: 1, in: 3_600)
    try await desk.deliver()
    #expect(desk.network.drafts(1) == 0)
    desk.clock.advance(seconds: 3_600 - 800)
    try await desk.deliver()
    #expect(desk.network.drafts(1) == 1)
    #expect(desk.network.visible(1).isEmpty)
    desk.clock.advance(seconds: 800)
    #expect(try await desk.deliver() == .done)
    #expect(desk.network.visible(1).map(\.text) == ["Pain chaud"])
    let stored = try await desk.delivery(post)
    #expect(stored.state == .confirmed)
    #expect(stored.permalink != nil)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `its record names who wrote, changed, approved and let it go, and no broadcast`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(1, driver)
    let picture = PageDesk.picture(1)
    let post = try await desk.post("Pain chaud", on: 1, pictures: [picture])
    try await desk.deliver()
    let record = try #require(try await desk.lastRecord(post))
    #expect(record.action == "post.publish")
    #expect(record.result == .success)
    #expect(record.onBehalfOf == UserID("u_manager"))
    #expect(record.authors == [UserID("u_author")])
    #expect(record.editors == [UserID("u_editor")])
    #expect(record.approvals == ["u_approver@sha256:00"])
    #expect(record.broadcastID == nil)
    let texts = try await desk.desk.database.read { try $0.publishedTexts(of: post) }
    #expect(texts.map(\.body) == ["Pain chaud"])
    #expect(texts.map(\.media) == ["[\"\(picture.digest)\"]"])
    let origin = try await desk.door.ask(WhoPosted(.post(post)), as: desk.auditor)
    #expect(origin.author?.person == UserID("u_author"))
    #expect(origin.launcher?.person == UserID("u_manager"))
    #expect(origin.broadcast == nil)
    let link = try #require(origin.delivery.permalink)
    #expect(
      try await desk.door.ask(WhoPosted(.link(link)), as: desk.auditor).delivery.post == post)
  }

  @Test func `pages are compared with stores' posts as with those of broadcasts`() async throws {
    let desk = try await PageDesk.make(2)
    let post = try await desk.post("Pain chaud", on: 1)
    try await desk.deliver()
    desk.clock.advance(seconds: 600)
    let reconciler = Reconciler(desk.desk, onBehalfOf: nil)
    #expect(try await reconciler.run(nil, since: nil).isGood)
    desk.network.change(1) { $0.posts.removeAll() }
    let missing = try await reconciler.run(nil, since: nil).findings(.missing)
    #expect(missing.map(\.post) == [post])
    #expect(missing.map(\.broadcast) == [nil])
  }

  @Test func `a draft of an earlier text is deleted before the new one is public`() async throws {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Ancien texte", on: 1, in: 600)
    try await desk.deliver(focus: .everything)
    var row = try await desk.delivery(post)
    #expect(row.state == .staged)
    #expect(desk.network.drafts(1) == 1)
    let now = desk.clock.source.now()
    row.content.text = "Nouveau texte"
    row.digest = PlannedPost.digest(of: row.content)
    row.state = .ready
    row.releaseAt = now
    row.reviewed = now
    let changed = row
    #expect(try await desk.desk.database.write { try $0.handOver(changed, at: now) })
    try await desk.deliver()
    #expect(desk.network.visible(1).map(\.text) == ["Nouveau texte"])
    #expect(desk.network.drafts(1) == 0)
  }

  @Test func `nothing leaves before the rules have looked`() async throws {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Vin à volonté", on: 1)
    #expect(try await desk.deliver(review: nil) == .done)
    #expect(desk.network.calls.allSatisfy { !$0.isStage })
    #expect(try await desk.delivery(post).state == .ready)
    try await desk.deliver { desk in
      try await desk.database.write { transaction in
        for due in try transaction.deliveriesToReview(before: desk.time.now(), limit: 9) {
          try transaction.holdRoutineDelivery(
            due, Trouble("content", "–", "alcool"), at: desk.time.now())
        }
      }
    }
    #expect(try await desk.delivery(post).state == .held)
    #expect(desk.network.visible(1).isEmpty)
    // Whoever lets it go again has the rules look again.
    let now = desk.clock.source.now()
    try await desk.desk.database.write {
      _ = try $0.resumeHeldDeliveries([post], doubtUntil: now, at: now)
    }
    try await desk.deliver(review: nil)
    #expect(desk.network.visible(1).isEmpty)
    try await desk.deliver()
    #expect(desk.network.visible(1).count == 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post that comes to its end is missed, and its draft is deleted`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    let staged = try await desk.post("Ce matin", on: 1, in: 600, until: 1_200)
    let unseen = try await desk.post("Ce matin", on: 2, in: 600, until: 1_200)
    try await desk.stop(unseen)
    let late = try await desk.post("Demain", on: 2, in: 600)
    try await desk.deliver(patience: 60_000)
    #expect(desk.network.drafts(1) == 1)
    desk.clock.advance(seconds: 1_300)
    try await desk.deliver()
    #expect(try await desk.delivery(staged).state == .missed)
    #expect(try await desk.delivery(staged).trouble?.reason.code == "trouble.missed")
    #expect(desk.network.drafts(1) == 0)
    #expect(desk.network.visible(1).isEmpty)
    #expect(try await desk.lastRecord(staged)?.state == "missed")
    #expect(try await desk.delivery(unseen).state == .cancelled)
    // Without an end of its own it may be late, for a day.
    #expect(try await desk.delivery(late).state == .confirmed)
    let old = try await desk.post("Hier", on: 1, in: -86_500)
    try await desk.deliver()
    #expect(try await desk.delivery(old).state == .missed)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a page that needs attention holds its posts, and takes them in again when it is mended`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    desk.network.change(1) { $0.token = "other" }
    let first = try await desk.post("Un", on: 1)
    let second = try await desk.post("Deux", on: 1)
    let other = try await desk.post("Trois", on: 2)
    #expect(try await desk.deliver() == .done)
    for post in [first, second] {
      #expect(try await desk.delivery(post).state == .held)
      #expect(try await desk.delivery(post).trouble?.reason.code == "trouble.token")
    }
    #expect(try await desk.delivery(other).state == .confirmed)
    desk.clock.advance(seconds: 60)
    try await desk.connect()
    #expect(try await desk.deliver() == .done)
    #expect(desk.network.visible(1).count == 2)
  }

  @Test func `a text that the network calls a repetition waits for a person`() async throws {
    let desk = try await PageDesk.make(1)
    desk.network.change(1) {
      $0.failure = NetworkFailure(kind: .duplicate, code: 506, detail: "duplicate")
    }
    let post = try await desk.post("Encore", on: 1)
    try await desk.deliver()
    #expect(try await desk.delivery(post).state == .held)
    #expect(try await desk.delivery(post).trouble?.reason.code == "trouble.duplicate")
  }

  @Test func `a person who waits for some posts waits for no others`() async throws {
    let desk = try await PageDesk.make(3)
    let broadcast = try await desk.launched("Rappel")
    let mine = try await desk.post("Un", on: 1)
    let later = try await desk.post("Demain", on: 2, in: 86_400)
    let other = try await desk.post("Deux", on: 3)
    #expect(try await desk.deliver(focus: .posts([mine, later])) == .done)
    #expect(try await desk.delivery(mine).state == .confirmed)
    #expect(try await desk.delivery(later).state == .ready)
    #expect(try await desk.delivery(other).state == .ready)
    #expect(try await desk.status(broadcast).counts[.published] == 0)
    try await desk.deliver(broadcast)
    #expect(try await desk.status(broadcast).counts[.published] == 3)
    #expect(try await desk.delivery(other).state == .ready)
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(other).state == .confirmed)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a cancelled post is never public, and leaves no draft`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(2, driver)
    let unborn = try await desk.post("Un", on: 1, in: 86_400)
    let staged = try await desk.post("Deux", on: 2, in: 600)
    try await desk.deliver()
    #expect(desk.network.drafts(2) == 1)
    try await desk.stop(unborn)
    try await desk.stop(staged)
    #expect(try await desk.delivery(unborn).state == .cancelled)
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(staged).state == .cancelled)
    #expect(try await desk.lastRecord(staged)?.action == "post.cancel")
    #expect(desk.network.drafts(2) == 0)
    desk.clock.advance(seconds: 90_000)
    try await desk.deliver()
    #expect((1...2).allSatisfy { desk.network.visible($0).isEmpty })
  }

  @Test func `what is held lets itself be sent again, with the rules' look and a new time`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let post = try await desk.post("Trop tard", on: 1, in: -90_000)
    try await desk.deliver()
    #expect(try await desk.delivery(post).state == .missed)
    let now = desk.clock.source.now()
    let count = try await desk.desk.database.write {
      try $0.resumeHeldDeliveries([post], doubtUntil: now, at: now)
    }
    #expect(count == 1)
    #expect(try await desk.delivery(post).reviewed == nil)
    try await desk.deliver()
    #expect(desk.network.visible(1).count == 1)
  }
}

extension NetworkCall.Step {
  /// Whether a draft is made.
  var isStage: Bool { if case .stage = self { true } else { false } }
}
