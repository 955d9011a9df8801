import Foundation
import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Random nights on one desk: posts of stores, mandatory messages, freezes, and a worker that is there whenever
/// something is due.
struct PressureNight {
  let desk: PressureDesk
  let stores: Int
  let quiet: Int64
  private var generator: SeededGenerator
  /// Every post of a store so far, by its page's number.
  private(set) var posts: [PostID: Int] = [:]
  private var frozen: Set<Int> = []
  private var seen: Set<PostID> = []
  private var armed: [BroadcastID] = []
  private var count = 0
  /// How many posts were held at the end of a freeze.
  private(set) var heldByFreeze = 0
  /// The posts that made room.
  private(set) var moved: Set<PostID> = []

  init(_ desk: PressureDesk, stores: Int, quietMinutes: Int, seed: UInt64) {
    self.desk = desk
    self.stores = stores
    quiet = Int64(quietMinutes) * 60_000
    generator = SeededGenerator(seed: seed)
  }

  private mutating func draw(_ range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &generator)
  }

  private mutating func store() -> Int { Int(draw(1...Int64(stores))) }

  /// A day and a night: something happens now and then, and what is due is delivered in between.
  mutating func run() async throws {
    let end = desk.now.advanced(bySeconds: 36 * 3_600)
    for _ in 0..<8 {
      let next = desk.now.advanced(bySeconds: draw(60...4 * 3_600))
      try await pass(to: next)
      try await happen()
      try await work()
    }
    try await pass(to: end)
    if !frozen.isEmpty { try await lift() }
    try await work()
  }

  /// Lets time go by; the worker is there whenever a post or a message is due.
  private mutating func pass(to end: Timestamp) async throws {
    while let due = try await nextDue(), due < end {
      desk.clock.advance(seconds: max(1, (due.milliseconds(since: desk.now) + 999) / 1_000))
      try await work()
    }
    let rest = end.milliseconds(since: desk.now)
    if rest > 0 { desk.clock.advance(seconds: rest / 1_000 + 1) }
    try await work()
  }

  /// The next hour of anything that waits for its hour.
  private func nextDue() async throws -> Timestamp? {
    let now = desk.now
    return try await desk.pages.desk.database.read {
      try $0.row(
        """
        SELECT MIN(release_at) AS due FROM delivery
        WHERE state IN ('ready', 'staged') AND release_at > ?1
        """, [SQLValue(now)])?.optionalTimestamp("due")
    }
  }

  private mutating func happen() async throws {
    count += 1
    switch draw(0...11) {
    case 0...4: try await write()
    case 5: try await offer()
    case 6:
      let number = store()
      if try await desk.freeze("store:S-\(number)").frozen == 1 { frozen.insert(number) }
    case 7: try await lift()
    case 8: _ = try await desk.pages.launched("Message \(count)")
    case 9:
      let minutes = draw(20...600)
      armed.append(
        try await desk.pages.launched(
          "Message \(count)", at: .instant(desk.now.advanced(bySeconds: minutes * 60))))
    case 10:
      guard let id = armed.popLast() else { return }
      _ = await faultThrown {
        try await desk.door.perform(CancelBroadcast(id: id), as: desk.pages.broadcaster)
      }
    default: try await decide()
    }
  }

  /// A store writes a post for now or later, and hands it over.
  private mutating func write() async throws {
    let number = store()
    let minutes = draw(-200...900)
    let time = minutes > 0 ? ReleaseTime.instant(desk.now.advanced(bySeconds: minutes * 60)) : nil
    let id = try await desk.draft("Post \(count)", on: number, at: time)
    posts[id] = number
    let refused = await faultThrown { try await desk.publish(id) }
    #expect(refused == nil || time == nil && frozen.contains(number), "\(refused as Any)")
  }

  /// A store announces an offer of that day, after which nothing of it is sent.
  private mutating func offer() async throws {
    let number = store()
    let due = desk.now.advanced(bySeconds: draw(1...900) * 60)
    let day = LocalMoment(due, in: "Europe/Paris").date
    let made = try await desk.door.perform(
      AdaptTemplate(
        template: "offre", targets: .store(StoreCode("S-\(number)")),
        values: ["produit": "Offre \(count)", "prix": "4", "fin": "\(day)"],
        at: .instant(due)), as: desk.manager.token)
    let id = made.posts.items[0].id
    posts[id] = number
    try await desk.publish(id)
  }

  /// A person looks after something that is held or scheduled.
  private mutating func decide() async throws {
    let ids = posts.keys.sorted()
    guard !ids.isEmpty else { return }
    let id = ids[Int(draw(0...Int64(ids.count - 1)))]
    let isStopped = draw(0...1) == 0
    // Not everything can be published or cancelled; a refusal changes nothing.
    _ = await faultThrown {
      if isStopped {
        _ = try await desk.door.perform(CancelPost(id: id.rawValue), as: desk.manager.token)
      } else {
        try await desk.publish(id, isNow: true)
      }
    }
  }

  private mutating func lift() async throws {
    guard !frozen.isEmpty else { return }
    let selector = frozen.map { "store:S-\($0)" }.joined(separator: " | ")
    let lifted = try await desk.unfreeze(selector)
    #expect(lifted.unfrozen == frozen.count)
    for post in lifted.held { #expect(posts[post.id] != nil) }
    heldByFreeze += lifted.held.count
    frozen = []
  }

  /// The worker does what is due, and what became public by that is looked at.
  private mutating func work() async throws {
    try await desk.pages.deliver()
    let rows = try await desk.pages.desk.database.read {
      try $0.rows(
        """
        SELECT post_id, page_id, broadcast_id, store_code, published_at FROM delivery
        WHERE published_at IS NOT NULL
        """)
    }
    var messages: [String: [Timestamp]] = [:]
    for row in rows where try row.optionalText("broadcast_id") != nil {
      messages[try row.text("page_id"), default: []].append(try row.timestamp("published_at"))
    }
    for row in rows where try row.optionalText("broadcast_id") == nil {
      let id = PostID(try row.text("post_id"))
      guard seen.insert(id).inserted else { continue }
      let number = try #require(posts[id])
      #expect(!frozen.contains(number), "\(id) left a frozen store")
      let at = try row.timestamp("published_at")
      for message in messages[try row.text("page_id")] ?? [] {
        // A message and its answer take a moment on their way.
        #expect(
          abs(at.milliseconds(since: message)) >= quiet - 60_000,
          "\(id) at \(at) beside a message at \(message)")
      }
    }
  }

  /// No post is lost: each stands somewhere, and what is scheduled is still to come.
  mutating func check() async throws {
    let now = desk.now
    for (id, number) in posts {
      let delivery = try await desk.pages.desk.database.read { try $0.delivery(of: id) }
      // What was refused at a frozen store is a draft still.
      guard let delivery else { continue }
      let state = PostState(delivery.state)
      #expect(
        [.published, .held, .missed, .withdrawn, .scheduled].contains(state), "\(id) \(state)")
      if state == .scheduled { #expect(delivery.releaseAt > now, "\(id) of \(number)") }
      #expect((delivery.movedFrom == nil) == (delivery.movedBecause == nil))
      if let from = delivery.movedFrom {
        #expect(from < delivery.releaseAt)
        moved.insert(id)
      }
    }
    for number in 1...stores {
      let visible = desk.pages.network.visible(number).map(\.text)
      #expect(Set(visible).count == visible.count)
    }
  }
}

/// Eighty nights, twenty on each of four desks; in a campaign fifty on each.
@Suite(.temporaryFolder)
struct PressureNightTests {
  @Test(arguments: [0, 1, 2, 3])
  func
    `in a row of nights no post of a store is lost, and none leaves while frozen or in quiet time`(
      _ seed: UInt64
    ) async throws
  {
    let quiet = [120, 30, 240, 0][Int(seed)]
    let desk = try await PressureDesk.make(3, quiet: quiet, perDay: [3, 1, 0, 2][Int(seed)])
    var night = PressureNight(desk, stores: 3, quietMinutes: quiet, seed: seed)
    let isCampaign = ProcessInfo.processInfo.environment["VITRINE_SCHEDULES"] != nil
    let nights = isCampaign ? 50 : 20
    for _ in 0..<nights {
      try await night.run()
      try await night.check()
    }
    #expect(night.posts.count > nights * 2)
    #expect(night.moved.count > nights / 10 && night.heldByFreeze > nights / 10)
  }
}
