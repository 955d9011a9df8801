import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Around a mandatory message a page hears nothing else.
@Suite(.temporaryFolder)
struct QuietTimeTests {
  /// The hours of posts, in minutes after the desk was made.
  private func minutes(_ desk: PressureDesk, _ posts: [PostID]) async throws -> [Int64] {
    var found: [Int64] = []
    for id in posts {
      let at = try await desk.pages.delivery(id).releaseAt
      found.append(at.milliseconds(since: PressureDesk.at(0)) / 60_000)
    }
    return found
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a launch moves what would crowd the message behind it, in its order and a minute apart`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(2, driver, quiet: 120)
    var posts: [PostID] = []
    for minute: Int64 in [419, 180, 181, 300, 420, 60] {
      posts.append(try await desk.post("Post \(minute)", in: minute * 60).id)
    }
    let elsewhere = try await desk.post("Ailleurs", on: 2, in: 500 * 60).id
    let launch = try await desk.pages.launched("Rappel", at: .instant(PressureDesk.at(300)))
    // Exactly two hours before and after belong to the store.
    #expect(try await minutes(desk, posts) == [423, 180, 421, 422, 420, 60])
    #expect(try await minutes(desk, [elsewhere]) == [500])
    let moved = try #require(try await desk.show(posts[2]))
    #expect(moved.state == .scheduled && moved.at == PressureDesk.at(421))
    #expect(moved.movedFrom == PressureDesk.at(181))
    #expect(moved.movedBecause == Message("posts.moved.quiet", PressureDesk.at(420)))
    #expect(try await desk.show(posts[1])?.movedFrom == nil)
    let record = try #require(try await desk.records(posts[2]).last)
    #expect(record.action == "post.schedule" && record.actor.type == .system)
    #expect(record.target?.id == "S-1" && record.onBehalfOf != nil)
    #expect(record.detail["movedFrom"] == .string(PressureDesk.at(181).description))
    #expect(record.detail["broadcast"] == .string(launch.rawValue))
    let launched = try await desk.records(PostID(launch.rawValue)).first {
      $0.action == "broadcast.launch"
    }
    #expect(launched?.detail["postsMoved"] == .integer(3))
    try await desk.deliver(after: 300 * 60)
    #expect(Set(desk.pages.network.visible(1).map(\.text)) == ["Post 60", "Post 180", "Rappel"])
    try await desk.deliver(after: 121 * 60)
    #expect(desk.pages.network.visible(1).count == 5)
    try await desk.deliver(after: 600)
    #expect(desk.pages.network.visible(1).count == 7)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `each page keeps quiet around its own hour`(_ driver: DriverUnderTest) async throws {
    let desk = try await PressureDesk.make(
      2, driver, quiet: 60, zones: ["Europe/Paris", "Indian/Reunion"])
    let paris = try await desk.post("Paris", on: 1, in: 300 * 60).id
    let reunion = try await desk.post("Réunion", on: 2, in: 300 * 60).id
    let local = try #require(LocalTime("2027-01-15T14:00"))
    _ = try await desk.pages.launched("Rappel", at: .local(local))
    // Two in the afternoon in Réunion is three hours earlier.
    #expect(try await minutes(desk, [paris, reunion]) == [360, 300])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a message that goes now moves what was due, and what is late`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(1, driver, quiet: 120)
    let late = try await desk.post("En retard", in: 60).id
    let soon = try await desk.post("Bientôt", in: 1_800).id
    desk.clock.advance(seconds: 600)
    _ = try await desk.pages.launched("Rappel")
    #expect(try await minutes(desk, [late, soon]) == [130, 131])
    #expect(try await desk.show(late)?.movedFrom == PressureDesk.at(1))
    try await desk.deliver()
    #expect(desk.pages.network.visible(1).map(\.text) == ["Rappel"])
    try await desk.deliver(after: 7_300)
    #expect(desk.pages.network.visible(1).count == 3)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what would come to its end behind the message is held`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PressureDesk.make(1, driver, quiet: 120)
    let ends = try await desk.pages.post("À midi", on: 1, in: 200 * 60, until: 420 * 60)
    let fits = try await desk.pages.post("Ce soir", on: 1, in: 201 * 60, until: 421 * 60)
    _ = try await desk.pages.launched("Rappel", at: .instant(PressureDesk.at(300)))
    let held = try await desk.pages.delivery(ends)
    #expect(held.state == .held && held.trouble?.reason.code == "trouble.crowded")
    #expect(held.releaseAt == PressureDesk.at(200) && held.movedFrom == nil)
    #expect(try await desk.records(ends).last?.reasonCode == "trouble.crowded")
    #expect(try await minutes(desk, [fits]) == [420])
    try await desk.deliver(after: 300 * 60)
    try await desk.deliver(after: 120 * 60)
    #expect(try await desk.pages.delivery(ends).state == .missed)
    #expect(Set(desk.pages.network.visible(1).map(\.text)) == ["Rappel", "Ce soir"])
  }

  @Test func `what a worker has in hand is left to it`() async throws {
    let desk = try await PressureDesk.make(1, quiet: 120)
    let id = try await desk.post("Pain", in: 60).id
    let lease = desk.now.advanced(bySeconds: 600)
    try await desk.pages.desk.database.write { transaction in
      try transaction.execute(
        """
        UPDATE delivery SET state = 'staging', worker_id = 'w_other', lease_until = ?2
        WHERE post_id = ?1
        """, [SQLValue(id), SQLValue(lease)])
    }
    _ = try await desk.pages.launched("Rappel")
    let delivery = try await desk.pages.delivery(id)
    #expect(delivery.releaseAt == PressureDesk.at(1) && delivery.movedFrom == nil)
  }

  @Test func `a cancelled message moves nothing back`() async throws {
    let desk = try await PressureDesk.make(1, quiet: 120)
    let id = try await desk.post("Pain", in: 200 * 60).id
    let launch = try await desk.pages.launched("Rappel", at: .instant(PressureDesk.at(300)))
    _ = try await desk.door.perform(CancelBroadcast(id: launch), as: desk.pages.broadcaster)
    #expect(try await minutes(desk, [id]) == [420])
    // Nothing is quiet any more for what comes now.
    #expect(try await desk.post("Fromage", in: 210 * 60).movedFrom == nil)
  }

  @Test func `two messages make one quiet time, and the first hour stays on record`() async throws {
    let desk = try await PressureDesk.make(1, quiet: 120)
    let id = try await desk.post("Pain", in: 200 * 60).id
    _ = try await desk.pages.launched("Un", at: .instant(PressureDesk.at(300)))
    #expect(try await minutes(desk, [id]) == [420])
    _ = try await desk.pages.launched("Deux", at: .instant(PressureDesk.at(480)))
    #expect(try await minutes(desk, [id]) == [600])
    #expect(try await desk.show(id)?.movedFrom == PressureDesk.at(200))
    let third = try await desk.post("Fromage", in: 250 * 60)
    #expect(third.at == PressureDesk.at(601))
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a post that is handed over into a quiet time goes behind it, and says so`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(2, driver, quiet: 120)
    _ = try await desk.pages.launched("Rappel", at: .instant(PressureDesk.at(300)))
    let first = try await desk.post("Pain", in: 200 * 60)
    #expect(first.state == .scheduled && first.at == PressureDesk.at(420))
    #expect(first.movedFrom == PressureDesk.at(200))
    #expect(first.movedBecause?.code == "posts.moved.quiet")
    #expect(try await desk.post("Fromage", in: 190 * 60).at == PressureDesk.at(421))
    #expect(try await desk.post("Poisson", on: 2, in: 180 * 60).movedFrom == nil)
    let record = try #require(try await desk.records(first.id).last)
    #expect(record.detail["at"] == .string(PressureDesk.at(420).description))
    #expect(record.detail["movedBecause"] == "posts.moved.quiet")
    // The rules look at it for its new hour.
    #expect(try await desk.pages.delivery(first.id).reviewed == nil)
    // Handed over again for another time, it has nothing that it was moved from.
    let again = try await desk.door.perform(
      SchedulePost(id: first.id.rawValue, at: .instant(PressureDesk.at(90))),
      as: desk.manager.token)
    #expect(again.items.first?.at == PressureDesk.at(90))
    #expect(again.items.first?.movedFrom == nil)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `now is at the end of the quiet time of what has just been published`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PressureDesk.make(1, driver, quiet: 120)
    let launch = try await desk.pages.launched("Rappel")
    // It is not public yet, and may be at any moment.
    #expect(try await desk.post("Pain").at == PressureDesk.at(120))
    try await desk.deliver()
    let published = try #require(
      try await desk.pages.desk.database.read {
        try $0.deliveries(of: launch).first?.published
      })
    desk.clock.advance(seconds: 1_800)
    let wish = desk.now
    let late = try await desk.post("Fromage")
    #expect(late.state == .scheduled)
    #expect(late.movedFrom == wish)
    let end = published.advanced(bySeconds: 7_200)
    let at = try #require(late.at)
    #expect(at >= end && at <= end.advanced(bySeconds: 120), "\(at) \(end)")
    desk.clock.advance(seconds: 7_200)
    #expect(try await desk.post("Vin").movedFrom == nil)
  }

  @Test func `a time that others approved stays approved when the post makes room`() async throws {
    let desk = try await PressureDesk.make(1, quiet: 120)
    let chloe = try await desk.pages.test.person("Chloé", .storeContributor)
    let made = try await desk.door.perform(
      CreatePost(
        text: "Pain", targets: .store(StoreCode("S-1")), at: .instant(PressureDesk.at(200))),
      as: chloe.token)
    let id = made.posts.items[0].id.rawValue
    _ = try await desk.door.perform(SubmitPost(id: id), as: chloe.token)
    _ = try await desk.door.perform(ApprovePost(id: id, digest: nil), as: desk.manager.token)
    _ = try await desk.door.perform(PublishPost(id: id), as: desk.manager.token)
    _ = try await desk.pages.launched("Rappel", at: .instant(PressureDesk.at(300)))
    let post = try #require(try await desk.show(PostID(id)))
    #expect(post.at == PressureDesk.at(420) && post.approvers == [desk.manager.id])
    #expect(post.schedule == "instant:\(PressureDesk.at(200))")
    #expect(post.digest == made.posts.items[0].digest)
    // Handed over again at the hour that was approved, it makes room again.
    let again = try await desk.door.perform(PublishPost(id: id), as: desk.manager.token)
    #expect(again.items.first?.at == PressureDesk.at(420))
    try await desk.deliver(after: 421 * 60)
    #expect(try await desk.show(PostID(id))?.state == .published)
  }

  @Test func `a trial page alone makes others wait for nothing`() async throws {
    let desk = try await PressureDesk.make(2, quiet: 120)
    let posts = [
      try await desk.post("Un", on: 1, in: 60 * 60).id,
      try await desk.post("Deux", on: 2, in: 60 * 60).id,
    ]
    let source = MessageSource(title: "T", body: SourceText("Rappel", line: 1))
    let made = try await desk.door.perform(
      CreateBroadcast(
        source: source, targets: BroadcastTargets(selector: .all, description: "all"),
        networks: [], at: nil, from: nil, until: nil, plannedDigest: nil), as: desk.pages.editor)
    _ = try await desk.door.perform(SubmitBroadcast(id: made.id), as: desk.pages.editor)
    for approver in desk.pages.approvers {
      _ = try await desk.door.perform(ApproveBroadcast(id: made.id, digest: nil), as: approver)
    }
    let page = try #require(try await desk.pages.delivery(posts[0]).page)
    _ = try await desk.door.perform(
      LaunchBroadcast(id: made.id, canary: nil, acceptHeld: false, only: page),
      as: desk.pages.broadcaster)
    #expect(try await minutes(desk, posts) == [120, 60])
    try await desk.pages.deliver(made.id)
    _ = try await desk.door.perform(
      LaunchBroadcast(id: made.id, canary: nil, acceptHeld: false), as: desk.pages.broadcaster)
    #expect(try await minutes(desk, posts)[1] >= 120)
  }
}
