import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A desk on which stores and head office publish beside each other, on a network in memory.
///
/// It is nine in the morning in Paris on 15 January 2027.
struct PressureDesk {
  typealias Somebody = (id: UserID, token: Secret)

  let pages: PageDesk
  /// Runs every store.
  let manager: Somebody
  /// Runs the region of all of them.
  let region: Somebody

  var door: Door { pages.door }
  var clock: HandClock { pages.clock }
  var now: Timestamp { clock.source.now() }

  static func make(
    _ count: Int = 2, _ driver: DriverUnderTest = .sqlite, quiet: Int = 0, perDay: Int = 0,
    zones: [String] = ["Europe/Paris"]
  ) async throws -> PressureDesk {
    let content = ContentPort(
      template: { PostDesk.library[$0] }, templateIDs: { PostDesk.library.keys.sorted() },
      ruleBook: { .empty }, picture: { _ in nil })
    let pages = try await PageDesk.make(
      count, driver, zones: zones, quietMinutes: quiet, postsPerDay: perDay, content: content)
    return PressureDesk(
      pages: pages, manager: try await pages.test.person("Marc", .storeManager),
      region: try await pages.test.person("Rémi", .regionManager, scope: .region("Bretagne")))
  }

  /// A post of a store, written and not handed over.
  func draft(
    _ text: String, on number: Int = 1, at time: ReleaseTime? = nil
  ) async throws -> PostID {
    let made = try await door.perform(
      CreatePost(text: text, targets: .store(StoreCode("S-\(number)")), at: time),
      as: manager.token)
    guard let post = made.posts.items.first else { throw Fault(.notFound, Message("x")) }
    return post.id
  }

  /// A post of a store that is handed over for a time in so many seconds, or for now.
  @discardableResult
  func post(_ text: String, on number: Int = 1, in seconds: Int64? = nil) async throws
    -> PostOutput
  {
    let time = seconds.map { ReleaseTime.instant(now.advanced(bySeconds: $0)) }
    return try await publish(try await draft(text, on: number, at: time))
  }

  /// Hands a post over, at its time or now.
  @discardableResult
  func publish(_ id: PostID, isNow: Bool = false) async throws -> PostOutput {
    let output = try await door.perform(
      PublishPost(id: id.rawValue, isNow: isNow), as: manager.token)
    guard let post = output.items.first else { throw Fault(.notFound, Message("x")) }
    return post
  }

  func freeze(_ selector: String = "all") async throws -> FreezeStores.Output {
    try await door.perform(
      FreezeStores(selector: try Selector.parse(selector), reason: "accident"),
      as: pages.broadcaster)
  }

  func unfreeze(_ selector: String = "all") async throws -> UnfreezeStores.Output {
    try await door.perform(
      UnfreezeStores(selector: try Selector.parse(selector), reason: "over"),
      as: pages.broadcaster)
  }

  /// A post as its store reads it.
  func show(_ id: PostID) async throws -> PostOutput? {
    try await door.ask(ShowPost(id: id.rawValue), as: manager.token).posts.items.first
  }

  /// Performs what is due after so many seconds.
  func deliver(after seconds: Int64 = 0) async throws {
    clock.advance(seconds: seconds)
    try await pages.deliver()
  }

  /// The records about a post, oldest first.
  func records(_ id: PostID) async throws -> [AuditRecord] {
    var filter = RecordFilter()
    filter.object = id.rawValue
    let found = filter
    return try await pages.desk.database.read { transaction in
      try transaction.records(found, below: nil, limit: 100).reversed()
        .map { try AuditRecord(bytes: $0.bytes) }
    }
  }

  /// An instant so many minutes after the desk was made, whatever the clock says by now.
  static func at(_ minutes: Int64) -> Timestamp {
    HandClock().source.now().advanced(bySeconds: minutes * 60)
  }
}
