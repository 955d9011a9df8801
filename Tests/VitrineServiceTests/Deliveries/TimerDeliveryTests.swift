import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Broadcasts that are handed to a network with their hour, which makes them public by itself.
@Suite(.temporaryFolder)
struct TimerDeliveryTests {
  /// Nine o'clock in Paris.
  private static let hour = "2027-01-16T08:00:00Z"

  private struct Handed {
    let desk: PageDesk
    let id: BroadcastID
    let hour: Timestamp

    /// Goes to so many seconds from the hour.
    func go(_ seconds: Int64) {
      let wanted = hour.advanced(bySeconds: seconds)
      desk.clock.advance(seconds: wanted.milliseconds(since: desk.clock.source.now()) / 1000)
    }

    var waiting: Int { (1...4).map { desk.network.drafts($0) }.reduce(0, +) }
    var visible: Int { (1...4).map { desk.network.visible($0).count }.reduce(0, +) }

    func handedOver() -> Int {
      desk.network.calls.count { if case .schedule = $0 { true } else { false } }
    }
  }

  /// A broadcast that is with the network fifty minutes before its hour.
  private func handedOver(_ mode: DeliveryMode = .drafts) async throws -> Handed {
    let desk = try await PageDesk.make(
      4, mode: mode, timer: mode == .direct ? .mastodon : .facebook)
    let time = try #require(ReleaseTime("local:2027-01-16T09:00"))
    let handed = Handed(
      desk: desk, id: try await desk.launched("Bonjour", at: time),
      hour: try #require(Timestamp(Self.hour)))
    handed.go(-3_700)
    try await desk.deliver(handed.id)
    #expect(handed.waiting == 0, "handed over too early")
    handed.go(-3_000)
    // Whoever hands it over does not wait for the hour.
    #expect(try await desk.deliver(handed.id) == .done)
    #expect(handed.waiting == 4)
    #expect(handed.handedOver() == 4)
    return handed
  }

  @Test(arguments: [DeliveryMode.drafts, .direct])
  func `it leaves at its hour though no machine of ours runs then`(_ mode: DeliveryMode)
    async throws
  {
    let handed = try await handedOver(mode)
    let before = try await handed.desk.status(handed.id)
    #expect(before.counts[.pending] == 4)
    #expect(before.pages.allSatisfy { $0.trouble == nil })
    handed.go(-30)
    #expect(handed.visible == 0)
    handed.go(3_600)
    #expect(handed.visible == 4)
    try await handed.desk.deliver(handed.id)
    let status = try await handed.desk.status(handed.id)
    #expect(status.broadcast.state == .finished)
    #expect(status.counts[.published] == 4)
    #expect(try await handed.desk.records(.postPublish).count == 4)
    let own = handed.desk.network.calls.contains { step in
      switch step {
      case .release, .publish, .stage: true
      default: false
      }
    }
    #expect(!own, "it was sent by us as well")
    let rows = try await handed.desk.desk.database.read { try $0.deliveries(of: handed.id) }
    #expect(rows.allSatisfy { $0.published == handed.hour && $0.timer == nil })
  }

  @Test(arguments: [DeliveryMode.drafts, .direct])
  func `a pause takes it back, and what goes on is handed over again`(_ mode: DeliveryMode)
    async throws
  {
    let handed = try await handedOver(mode)
    _ = try await handed.desk.door.perform(
      PauseBroadcast(id: handed.id, reason: "a look"), as: handed.desk.broadcaster)
    handed.go(-2_400)
    try await handed.desk.deliver(handed.id)
    #expect(handed.waiting == 0)
    _ = try await handed.desk.door.perform(
      ResumeBroadcast(id: handed.id), as: handed.desk.broadcaster)
    try await handed.desk.deliver(handed.id)
    #expect(handed.waiting == 4)
    #expect(handed.handedOver() == 8)
    handed.go(5)
    #expect(handed.visible == 4)
  }

  @Test(arguments: [DeliveryMode.drafts, .direct])
  func `a cancel takes it back, and nothing is ever public`(_ mode: DeliveryMode) async throws {
    let handed = try await handedOver(mode)
    _ = try await handed.desk.door.perform(
      CancelBroadcast(id: handed.id), as: handed.desk.broadcaster)
    handed.go(-2_400)
    try await handed.desk.deliver(handed.id)
    #expect(handed.waiting == 0)
    #expect(try await handed.desk.status(handed.id).counts[.cancelled] == 4)
    #expect(try await handed.desk.status(handed.id).broadcast.finished != nil)
    handed.go(3_600)
    #expect(handed.visible == 0)
  }

  @Test func `a cancel right before the hour comes too late, and says so`() async throws {
    let handed = try await handedOver()
    handed.go(-60)
    _ = try await handed.desk.door.perform(
      CancelBroadcast(id: handed.id), as: handed.desk.broadcaster)
    try await handed.desk.deliver(handed.id)
    #expect(handed.waiting == 4)
    handed.go(10)
    try await handed.desk.deliver(handed.id)
    #expect(handed.visible == 4)
    #expect(try await handed.desk.status(handed.id).counts[.published] == 4)
  }

  @Test func `one page is taken down before its hour, the others go`() async throws {
    let handed = try await handedOver()
    let selector = try Selector.parse("store:S-2")
    _ = try await handed.desk.door.perform(
      TakeDownBroadcast(id: handed.id, selector: selector, reason: "closed"),
      as: handed.desk.broadcaster)
    handed.go(-2_400)
    // By the command itself, which looks after no broadcast.
    let post = try await handed.desk.status(handed.id).pages[1].post
    try await handed.desk.deliver(focus: .posts([post]))
    #expect(handed.desk.network.drafts(2) == 0)
    #expect(handed.waiting == 3)
    handed.go(5)
    try await handed.desk.deliver()
    #expect(handed.visible == 3)
    #expect(handed.desk.network.visible(2).isEmpty)
    #expect(try await handed.desk.status(handed.id).counts[.published] == 3)
  }

  @Test func `a page that breaks meanwhile gets its message, and is unknown until it is mended`()
    async throws
  {
    let handed = try await handedOver()
    handed.desk.network.change(3) { $0.token = "another" }
    _ = try await handed.desk.door.perform(CheckPages(selector: nil), as: handed.desk.admin)
    try await handed.desk.deliver(handed.id)
    #expect(try await handed.desk.status(handed.id).counts[.pending] == 4)
    handed.go(30)
    try await handed.desk.deliver(handed.id)
    #expect(handed.visible == 4)
    #expect(try await handed.desk.status(handed.id).counts[.unknown] == 1)
    try await handed.desk.connect()
    try await handed.desk.deliver(handed.id)
    #expect(try await handed.desk.status(handed.id).counts[.published] == 4)
  }

  @Test func `without an hour it goes the ordinary way at once`() async throws {
    let desk = try await PageDesk.make(4, timer: .facebook)
    let id = try await desk.launched("Bonjour")
    try await desk.deliver(id)
    #expect(try await desk.status(id).counts[.published] == 4)
    let isHandedOver = desk.network.calls.contains {
      if case .schedule = $0 { true } else { false }
    }
    #expect(!isHandedOver)
  }
}
