import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Lists: every post in exactly one state, pages that go on, and nobody else's posts.
@Suite(.temporaryFolder)
struct PostListTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `each state lists the posts that show it, and no post is lost between them`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    var ids: [PostID] = []
    for state in EditorialState.allCases where state != .handedOver {
      let post = try #require(try await desk.adapt(as: desk.manager).first)
      try await desk.set(post.id, "state", .text(state.rawValue), in: "post", key: "id")
      ids.append(post.id)
    }
    let now = desk.desk.desk.time.now()
    for state in DeliveryState.allCases {
      for later in [false, true] {
        let post = try #require(try await desk.adapt(as: desk.manager).first)
        try await desk.take(PublishPost(id: post.id.rawValue), as: desk.manager)
        try await desk.deliver(post.id, state)
        let time = later ? now.advanced(bySeconds: 3_600) : Timestamp(clamping: 0)
        try await desk.set(post.id, "release_at", SQLValue(time))
        if later { try await desk.set(post.id, "published_at", SQLValue(now)) }
        if later { try await desk.set(post.id, "unknown_since", .integer(1)) }
        ids.append(post.id)
      }
    }
    var listed: [PostID] = []
    for state in PostState.allCases {
      var filter = PostFilter()
      filter.state = state
      let items = try await desk.door.ask(
        ListPosts(filter: filter, limit: 100), as: desk.manager.token
      ).items
      for item in items { #expect(item.state == state, "\(item.id)") }
      listed += items.map(\.id)
    }
    #expect(listed.sorted() == ids.sorted())
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `pages of a list go on where the last one ended`(_ driver: DriverUnderTest) async throws {
    let desk = try await PostDesk.make(driver)
    var made: [PostID] = []
    for round in 0..<7 {
      if round % 3 == 0 { desk.desk.clock.advance(seconds: 1) }
      made.append(try #require(try await desk.adapt(as: desk.manager).first).id)
    }
    var cursor: PostCursor?
    var seen: [PostID] = []
    repeat {
      let page = try await desk.door.ask(
        ListPosts(cursor: cursor.flatMap { PostCursor($0.description) }, limit: 3),
        as: desk.manager.token)
      seen += page.items.map(\.id)
      cursor = page.next
    } while cursor != nil
    #expect(seen.count == 7)
    #expect(Set(seen) == Set(made))
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a neighbour sees none of it, and mine is what I wrote or changed`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let theirs = try #require(try await desk.adapt(as: desk.contributor).first)
    let own = try #require(try await desk.adapt(as: desk.manager).first)
    #expect(try await desk.door.ask(ListPosts(), as: desk.neighbour.token).items.isEmpty)
    let unseen = await fault {
      try await desk.door.ask(ShowPost(id: own.id.rawValue), as: desk.neighbour.token)
    }
    #expect(unseen?.code == .notFound)
    func mine() async throws -> Set<PostID> {
      Set(
        try await desk.door.ask(ListPosts(mine: true), as: desk.manager.token).items.map(\.id))
    }
    #expect(try await mine() == [own.id])
    var changes = PostChanges()
    changes.values = ["prix": "1 euro"]
    try await desk.take(EditPost(id: theirs.id.rawValue, changes: changes), as: desk.manager)
    #expect(try await mine() == [own.id, theirs.id])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what waits for somebody is what they can do next`(_ driver: DriverUnderTest) async throws {
    let desk = try await PostDesk.make(driver)
    let draft = try #require(try await desk.adapt(as: desk.contributor).first)
    func waiting(_ person: PostDesk.Somebody) async throws -> [MyPosts.Need] {
      try await desk.door.ask(MyPosts(), as: person.token).map(\.need)
    }
    #expect(try await waiting(desk.contributor) == [.correct])
    #expect(try await waiting(desk.manager) == [])
    try await desk.take(SubmitPost(id: draft.id.rawValue), as: desk.contributor)
    #expect(try await waiting(desk.contributor) == [])
    #expect(try await waiting(desk.manager) == [.approve])
    #expect(try await waiting(desk.neighbour) == [])
    try await desk.take(
      RejectPost(id: draft.id.rawValue, reason: "too dear"), as: desk.manager)
    #expect(try await waiting(desk.contributor) == [.correct])
    try await desk.take(SubmitPost(id: draft.id.rawValue), as: desk.contributor)
    try await desk.take(ApprovePost(id: draft.id.rawValue, digest: nil), as: desk.manager)
    #expect(try await waiting(desk.manager) == [.publish])
    #expect(try await waiting(desk.contributor) == [])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a public post whose offer is over is listed, from the midnight that ends it`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let post = try #require(try await desk.adapt(as: desk.manager).first)
    try await desk.take(PublishPost(id: post.id.rawValue), as: desk.manager)
    try await desk.deliver(post.id, .confirmed)
    let now = desk.desk.desk.time.now()
    let today = CivilDate(at: now, zone: "Europe/Paris")
    let end = try today.end(in: "Europe/Paris")
    try await desk.set(
      post.id, "offer", try .json(Offer(until: today)), in: "post", key: "id")
    try await desk.set(post.id, "valid_until", SQLValue(end), in: "post", key: "id")
    func expired() async throws -> [PostID] {
      try await desk.door.ask(ExpiredPosts(), as: desk.manager.token).map(\.id)
    }
    #expect(try await expired() == [])
    desk.desk.clock.advance(seconds: end.milliseconds(since: now) / 1000 + 1)
    #expect(try await expired() == [post.id])
    #expect(try await desk.door.ask(ExpiredPosts(), as: desk.neighbour.token).isEmpty)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `the rules look once more at what leaves soon, and not yet at what leaves later`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PostDesk.make(driver)
    let now = desk.desk.desk.time.now()
    let lead = desk.desk.desk.rules.stageLeadMilliseconds
    var posts: [PostID] = []
    for wait in [lead - 1_000, lead + 60_000] {
      let at = ReleaseTime.instant(now.advanced(byMilliseconds: wait))
      let post = try #require(try await desk.adapt(as: desk.manager, at: at).first)
      try await desk.take(PublishPost(id: post.id.rawValue), as: desk.manager)
      posts.append(post.id)
    }
    #expect(try await ReviewDuePosts(by: WorkerID("w_1")).run(desk.desk.desk) == 0)
    #expect(try await desk.delivery(posts[0])?.reviewed == now)
    #expect(try await desk.delivery(posts[1])?.reviewed == nil)
  }
}

extension PostDesk {
  /// Writes one column of a row, as no use case would.
  func set(
    _ id: PostID, _ column: String, _ value: SQLValue, in table: String = "delivery",
    key: String = "post_id"
  ) async throws {
    try await desk.desk.database.write { transaction in
      try transaction.execute(
        "UPDATE \(table) SET \(column) = ?2 WHERE \(key) = ?1", [SQLValue(id), value])
    }
  }
}
