import Synchronization
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Notices leave the desk at least once, as one message a bundle, and never by two senders at a time.
@Suite(.temporaryFolder)
struct NoticeSenderTests {
  /// A way out of the desk that keeps what it was given, and fails as often as it is told to.
  private final class Kept: NoticeChannel {
    let name: String
    private let state = Mutex((failures: 0, messages: [NoticeMessage]()))

    init(_ name: String = "kept", failures: Int = 0) {
      self.name = name
      state.withLock { $0.failures = failures }
    }

    var messages: [NoticeMessage] { state.withLock { $0.messages } }

    func send(_ message: NoticeMessage) async throws {
      try state.withLock { state in
        guard state.failures == 0 else {
          state.failures -= 1
          throw Fault(.unavailable, Message("notice.webhook.status", 503))
        }
        state.messages.append(message)
      }
    }
  }

  private func notice(_ number: Int, to person: UserID, at time: Timestamp) -> Notice {
    let trouble = Trouble("token", "190", "expired")
    return Notice(
      to: person, .held, key: "delivery:p_\(number)",
      about: Notice.Subject(type: "post", id: "p_\(number)"), broadcast: BroadcastID("b_1"),
      store: StoreCode("S-\(number)"), Message("notice.held", "Rappel", "S-\(number)", "facebook"),
      reason: trouble.reason, fix: trouble.fix, at: time)
  }

  /// Tells a person of so many held pages of one broadcast.
  private func tell(_ desk: TestDesk, _ person: UserID, _ numbers: ClosedRange<Int>) async throws {
    let now = desk.clock.source.now()
    let notices = numbers.map { notice($0, to: person, at: now) }
    try await desk.desk.database.write { try $0.insertNotices(notices, replacing: true) }
  }

  private func sender(_ desk: TestDesk, _ channel: Kept) -> NoticeSender {
    NoticeSender(desk.desk, channels: [channel], language: .en)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `many pages of one cause are one message, in the person's language`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await TestDesk.make(driver)
    let ana = try await desk.stranger("Ana", email: "ana@example.org")
    _ = try await desk.door.perform(ChooseLanguage(language: .fr), as: ana.token)
    try await tell(desk, ana.id, 1...37)
    let channel = Kept()
    #expect(try await sender(desk, channel).run() == 0)
    desk.clock.advance(seconds: 11)
    #expect(try await sender(desk, channel).run() == 1)
    #expect(try await sender(desk, channel).run() == 0)
    let message = try #require(channel.messages.first)
    let document = try JSON(bytes: message.body)
    guard case .object(let members) = document, case .array(let items)? = members["items"],
      case .string(let text)? = members["text"], case .object(let person)? = members["person"]
    else { throw Fault(.internal, Message("x")) }
    #expect(members["id"] == .string(message.id) && members["count"] == 37)
    #expect(person["email"] == "ana@example.org" && items.count == 37)
    #expect(text.hasPrefix("«\u{A0}Rappel\u{A0}» est en attente sur 37 pages"))
  }

  @Test func `what joins a bundle late waits, and leaves in a message of its own`() async throws {
    let desk = try await TestDesk.make()
    let ana = try await desk.stranger("Ana")
    let channel = Kept()
    try await tell(desk, ana.id, 1...2)
    desk.clock.advance(seconds: 11)
    #expect(try await sender(desk, channel).run() == 1)
    try await tell(desk, ana.id, 3...4)
    desk.clock.advance(seconds: 60)
    #expect(try await sender(desk, channel).run() == 0)
    desk.clock.advance(seconds: 900)
    #expect(try await sender(desk, channel).run() == 1)
    #expect(Set(channel.messages.map(\.id)).count == 2)
  }

  @Test func `a message that failed is sent again under its id, and a day later given up`()
    async throws
  {
    let desk = try await TestDesk.make()
    let ana = try await desk.stranger("Ana")
    try await tell(desk, ana.id, 1...1)
    desk.clock.advance(seconds: 11)
    let once = Kept("once", failures: 1)
    let never = Kept("never", failures: .max)
    let both = NoticeSender(desk.desk, channels: [once, never], language: .en)
    #expect(try await both.run() == 0)
    #expect(try await both.run() == 0)
    let waiting = try await desk.desk.database.read {
      try $0.sendingState(since: Timestamp(clamping: 0))
    }
    #expect(waiting.waiting == 2 && waiting.failing == 2)
    #expect(waiting.failure?.code == "notice.webhook.status")
    desk.clock.advance(seconds: 40)
    #expect(try await both.run() == 1)
    #expect(once.messages.count == 1)
    for _ in 1...60 {
      desk.clock.advance(seconds: 3_600)
      _ = try await both.run()
    }
    let over = try await desk.desk.database.read {
      try $0.sendingState(since: Timestamp(clamping: 0))
    }
    #expect(over.waiting == 0 && over.givenUp == 1)
    #expect(once.messages.count == 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `two senders at once send each message once`(_ driver: DriverUnderTest) async throws {
    let desk = try await TestDesk.make(driver)
    for number in 1...6 {
      let person = try await desk.stranger("P\(number)")
      try await tell(desk, person.id, (number * 10)...(number * 10 + 2))
    }
    desk.clock.advance(seconds: 11)
    let channel = Kept()
    let sender = sender(desk, channel)
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 1...4 { group.addTask { try await sender.run() } }
      for try await _ in group {}
    }
    #expect(channel.messages.count == 6)
    #expect(Set(channel.messages.map(\.id)).count == 6)
  }

  @Test func `what was read, or is older than a day, does not leave`() async throws {
    let desk = try await TestDesk.make()
    let ana = try await desk.stranger("Ana")
    let channel = Kept()
    try await tell(desk, ana.id, 1...2)
    _ = try await desk.door.perform(MarkNotices(name: nil), as: ana.token)
    desk.clock.advance(seconds: 60)
    #expect(try await sender(desk, channel).run() == 0)
    try await tell(desk, ana.id, 3...3)
    desk.clock.advance(seconds: 90_000)
    #expect(try await sender(desk, channel).run() == 0)
  }

  @Test func `a notice that was replaced takes what was sent of it along`() async throws {
    let desk = try await TestDesk.make()
    let ana = try await desk.stranger("Ana")
    let channel = Kept()
    try await tell(desk, ana.id, 1...1)
    desk.clock.advance(seconds: 11)
    #expect(try await sender(desk, channel).run() == 1)
    desk.clock.advance(seconds: 1_000)
    try await tell(desk, ana.id, 1...1)
    desk.clock.advance(seconds: 11)
    #expect(try await sender(desk, channel).run() == 1)
    #expect(Set(channel.messages.map(\.id)).count == 2)
  }

  @Test func `erasing a person takes their notices, and their words out of those of others`()
    async throws
  {
    let desk = try await TestDesk.make()
    let ana = try await desk.stranger("Ana")
    let eve = try await desk.stranger("Eve")
    let now = desk.clock.source.now()
    let words = Notice(
      to: eve.id, .rejected, key: "rejected:b_1",
      about: Notice.Subject(type: "broadcast", id: "b_1"), Message("notice.rejected", "Rappel"),
      words: Notice.Words(author: ana.id, body: "non"), at: now)
    try await tell(desk, ana.id, 1...2)
    try await desk.desk.database.write { try $0.insertNotices([words], replacing: true) }
    _ = try await desk.desk.database.write { try $0.erase(ana.id) }
    #expect(try await desk.noticeCounts().isEmpty)
  }
}
