import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// While the network wants no calls there are none, whatever they would be for.
@Suite(.temporaryFolder)
struct ThrottleTests {
  /// A desk with something to do in many lanes: drafts to make, to release, to delete, posts to take down.
  private func busyDesk(_ driver: DriverUnderTest = .sqlite) async throws -> PageDesk {
    let desk = try await PageDesk.make(4, driver)
    let old = try await desk.post("Hier", on: 1)
    let staged = try await desk.post("Bientôt", on: 2, in: 600)
    try await desk.deliver()
    try await desk.takeDown(old)
    try await desk.stop(staged)
    _ = try await desk.post("Maintenant", on: 3)
    _ = try await desk.launched("Rappel")
    return desk
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an app that is throttled is called by nobody, and all goes on at the end`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await busyDesk(driver)
    try await desk.throttle("", seconds: 1_200)
    let before = desk.network.calls.count
    #expect(try await desk.claims(100).isEmpty)
    #expect(try await desk.deliver(patience: 60_000) == .stuck)
    let inquiry = PageInquiry(desk: desk.desk, network: .facebook, patience: 0)
    let page = try #require(
      try await desk.door.ask(ListPages(selector: nil), as: desk.editor).first)
    let answers = try await inquiry.ask([
      PageInquiry.Question(page: page, sealed: nil, step: .checkToken)
    ])
    #expect(answers.allSatisfy { $0.failure?.kind == .throttled })
    await #expect(throws: Fault.self) { try await desk.connect() }
    #expect(desk.network.calls.count == before)
    desk.clock.advance(seconds: 1_200)
    #expect(try await desk.deliver() == .done)
    #expect(desk.network.visible(3).count == 2)
    #expect(desk.network.visible(1).map(\.text) == ["Rappel"])
    #expect(desk.network.drafts(2) == 0)
  }

  @Test func `a page that is throttled is left alone, and the others are not`() async throws {
    let desk = try await busyDesk()
    for page in ["1", "2"] { try await desk.throttle(page, seconds: 1_200) }
    let pages = Set(try await desk.claims(100).map(\.page))
    #expect(pages == ["3", "4"])
  }

  @Test func `what one answer says stops the next call of every post and broadcast`() async throws {
    let desk = try await PageDesk.make(60)
    _ = try await desk.launched("Un")
    _ = try await desk.launched("Deux")
    _ = try await desk.post("Trois", on: 1)
    desk.network.report([NetworkUsage(scope: .app, percent: 97, regainSeconds: 0)])
    #expect(try await desk.deliver(patience: 20_000) == .stuck)
    // The first request of fifty calls told of it.
    #expect(desk.network.sizes == [50])
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `from 80 percent on routine and questions wait, and from an hour later no more`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    desk.network.report([NetworkUsage(scope: .app, percent: 85, regainSeconds: 0)])
    let id = try await desk.launched("Rappel")
    #expect(try await desk.deliver(id) == .done)
    #expect(try await desk.status(id).counts[.published] == 3)
    let post = try await desk.post("Pain chaud", on: 1)
    #expect(try await desk.deliver(patience: 20_000) == .stuck)
    #expect(try await desk.delivery(post).state == .ready)
    let checks = try await desk.door.ask(ExamineDesk(), as: desk.editor)
    #expect(checks.contains { $0.name == "budget" && $0.status == .warning })
    let before = desk.network.calls.count
    let inquiry = PageInquiry(desk: desk.desk, network: .facebook, patience: 1_000)
    let pages = try await desk.door.ask(ListPages(selector: nil), as: desk.editor)
    let answers = try await inquiry.ask(
      pages.map { PageInquiry.Question(page: $0, sealed: nil, step: .checkToken) })
    #expect(answers.allSatisfy { $0.failure?.kind == .throttled })
    #expect(desk.network.calls.count == before)
    desk.network.report([])
    desk.clock.advance(seconds: 3_601)
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(post).state == .confirmed)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a page that is short of budget waits with its own posts and stops no other`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    desk.network.report([NetworkUsage(scope: .page(RemoteID("1")), percent: 90, regainSeconds: 0)])
    let first = try await desk.post("Un", on: 2)
    try await desk.deliver()
    let short = try await desk.post("Deux", on: 1)
    let other = try await desk.post("Trois", on: 2)
    #expect(try await desk.deliver(patience: 20_000) == .stuck)
    #expect(try await desk.delivery(first).state == .confirmed)
    #expect(try await desk.delivery(other).state == .confirmed)
    #expect(try await desk.delivery(short).state == .ready)
    // A lower report takes it back at once.
    desk.network.report([NetworkUsage(scope: .page(RemoteID("1")), percent: 40, regainSeconds: 0)])
    _ = try await desk.post("Quatre", on: 2)
    #expect(try await desk.deliver() == .done)
    #expect(try await desk.delivery(short).state == .confirmed)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an empty bucket is filled by time, for all workers alike`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(30, driver)
    _ = try await desk.posts((1...30).map { "Post \($0)" }, on: { $0 + 1 })
    let rates = CallRates(
      page: TokenBucket.Rate(interval: 1_000, burst: 1),
      app: TokenBucket.Rate(interval: 1_000, burst: 10),
      host: TokenBucket.Rate(interval: 100, burst: 100))
    #expect(try await desk.claims(100, rates: rates).count == 10)
    #expect(try await desk.claims(100, rates: rates).isEmpty)
    desk.clock.advance(seconds: 3)
    #expect(try await desk.claims(100, rates: rates).count == 3)
  }
}
