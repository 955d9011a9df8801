import VitrineCore
import VitrineStorage

@testable import VitrineService

/// The posts of stores in a night, beside the broadcast: written, looked at, stopped, taken down.
struct OwnPosts: Sendable {
  let night: Night

  private var world: World { night.world }

  static let pictures = (1...3).map { number in
    StoredPicture(
      type: .png, width: 1, height: 1, bytes: [UInt8](repeating: UInt8(number), count: 40))
  }

  /// Writes a few posts for some of the pages; in some nights none, and in some the broadcast has pictures.
  func write(_ door: Door) async throws {
    let hasPosts = world.chance(650)
    let hasPictures = world.chance(150)
    let start = world.wall
    let draws = (0..<400).map { _ in
      (world.draw(0...999), world.draw(Int64(0)...20_000), world.draw(0...7))
    }
    let random = world.random
    let isIllustrated = world.chance(400)
    try await door.desk.database.write { transaction in
      for picture in Self.pictures { try transaction.insertPicture(picture, at: start) }
      if hasPictures {
        let media = Self.pictures.prefix(2).map { PostPicture(digest: $0.digest, type: $0.type) }
        try transaction.execute("UPDATE delivery SET media = ?1", [try .json(Array(media))])
      }
      guard hasPosts else { return }
      let pages = try transaction.rows("SELECT id, store_code FROM page ORDER BY id")
      var posts: [StoredDelivery] = []
      for (number, draw) in draws.enumerated() where draw.0 < 300 && posts.count < 12 {
        let page = pages[number % pages.count]
        let store = StoreCode(try page.text("store_code"))
        let shown = isIllustrated ? Self.pictures.prefix(draw.2 % 4) : []
        var post = StoredDelivery(
          post: random.identifier("p"), broadcast: nil, store: store, network: .facebook,
          page: PageID(try page.text("id")), position: 0,
          content: PostContent(
            text: "Offre \(number) de \(store)",
            media: shown.map { PostPicture(digest: $0.digest, type: $0.type, alt: "Une image") }),
          digest: Hash(of: Array("\(number)".utf8)).hex, state: .ready)
        post.releaseAt = start.advanced(byMilliseconds: draw.1)
        if draw.0 < 90 {
          post.validUntil = post.releaseAt.advanced(byMilliseconds: draw.1 / 2 + 500)
        }
        post.launchedBy = UserID("u_store")
        post.credit = PostCredit(author: UserID("u_store"))
        posts.append(post)
      }
      try transaction.insertDeliveries(posts, at: start)
    }
  }

  /// The rules look at what is due, mostly at once, and do not let everything go.
  @Sendable func review(_ desk: Desk) async throws {
    guard !world.chance(200) || night.isClosing else { return }
    let now = desk.time.now()
    let horizon = now.advanced(byMilliseconds: desk.rules.stageLeadMilliseconds)
    let due = try await desk.database.read {
      try $0.deliveriesToReview(before: horizon, limit: 50)
    }
    guard !due.isEmpty else { return }
    let bad = due.filter { _ in world.chance(30) }
    try await desk.database.write { transaction in
      for post in bad {
        try transaction.holdRoutineDelivery(post, Trouble("content", 1, "rule"), at: now)
      }
      try transaction.noteReviewed(due.filter { !bad.contains($0) }, at: now)
      try transaction.append([], tellingAt: now)
    }
  }

  /// A person stops some posts of stores, takes some down, or lets those go that wait.
  func act(_ door: Door) async throws {
    let rows = night.auditor.rows
    guard !rows.isEmpty else { return }
    let some = rows.filter { _ in world.chance(150) }.prefix(8).map(\.post)
    let now = world.wall
    switch world.draw(0...3) {
    case 0:
      let own = some.filter { post in rows.contains { $0.post == post && $0.isRoutine } }
      try await door.desk.database.write { _ = try $0.cancelRoutineDeliveries(own, at: now) }
      world.note("people: stop \(own)")
    case 1: try await resume(door)
    default:
      // What has ended without being public is nothing to take down, and may be let go again.
      let open = rows.filter { row in
        some.contains(row.post)
          && ![.failed, .refused, .missed, .cancelled, .takenDown].contains(row.state)
      }.map(\.post)
      night.noteTakedown(open)
      try await door.desk.database.write { _ = try $0.takeDownDeliveries(open, at: now) }
      world.note("people: take down \(some)")
    }
  }

  /// Lets everything go that waits for a person.
  func resume(_ door: Door) async throws {
    let held = night.auditor.rows.filter { row in
      row.isRoutine && [.held, .failed].contains(row.state)
    }.map(\.post)
    guard !held.isEmpty else { return }
    let now = world.wall
    let end = now.advanced(byMilliseconds: NightTemplate.rules.quarantineMilliseconds)
    try await door.desk.database.write {
      _ = try $0.resumeHeldDeliveries(held, doubtUntil: end, at: now)
    }
    world.note("people: let go \(held.count)")
  }
}
