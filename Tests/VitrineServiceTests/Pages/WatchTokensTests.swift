import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// A token that dies is found before the message that needs it.
@Suite(.temporaryFolder)
struct WatchTokensTests {
  private func pages(_ desk: PageDesk) async throws -> [StoredPage] {
    try await desk.desk.database.read { try $0.pages() }
  }

  private func checks(_ desk: PageDesk) -> Int { desk.network.calls.count { $0 == .checkToken } }

  private func names(_ desk: PageDesk) async throws -> [String] {
    try await desk.door.ask(ExamineDesk(), as: desk.editor)
      .filter { $0.status == .warning }.map(\.name)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a check keeps when a token ends, until the page has another one`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(2, driver)
    let end = desk.clock.source.now().advanced(bySeconds: 86_400)
    desk.network.change(1) { $0.expires = end }
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    #expect(try await pages(desk).map(\.tokenExpires) == [end, nil])
    // No clear answer takes nothing away.
    desk.network.change(1) { $0.failure = NetworkFailure(kind: .temporary, detail: "html") }
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    #expect(try await pages(desk).map(\.tokenExpires) == [end, nil])
    desk.network.change(1) { $0.failure = nil }
    desk.clock.advance(seconds: 1)
    try await desk.connect()
    #expect(try await pages(desk).map(\.tokenExpires) == [nil, nil])
  }

  @Test func `each page is asked about once a day`() async throws {
    let desk = try await PageDesk.make(3)
    let watch = WatchTokens(desk.desk)
    #expect(try await watch.run() == nil, "they were connected a moment ago")
    desk.clock.advance(seconds: 3_600)
    #expect(try await watch.run()?.checked == 3)
    for _ in 1...90 {
      desk.clock.advance(seconds: 900)
      #expect(try await watch.run() == nil)
    }
    #expect(checks(desk) == 3)
    desk.clock.advance(seconds: 86_400)
    #expect(try await watch.run() != nil)
  }

  @Test func `pages that were asked about together are spread over the next day`() async throws {
    let desk = try await PageDesk.make(200, batchSize: 10)
    desk.clock.advance(seconds: 3_600)
    let watch = WatchTokens(desk.desk)
    // Those that nobody knows anything about come a request's worth at a time.
    #expect(try await watch.run()?.checked == 10)
    #expect(try await watch.run() == nil, "not twice in a quarter of an hour")
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    desk.clock.advance(seconds: 86_400)
    var rounds: [Int] = []
    for _ in 1...96 {
      rounds.append(try await watch.run()?.checked ?? 0)
      desk.clock.advance(seconds: 900)
    }
    #expect(rounds.allSatisfy { $0 <= 3 })
    #expect(rounds.reduce(0, +) == 200)
  }

  @Test func `only one worker asks`() async throws {
    let desk = try await PageDesk.make(1)
    desk.clock.advance(seconds: 3_600)
    let lease = try await desk.desk.database.holdLease(WatchTokens.chore)
    #expect(try await WatchTokens(desk.desk).run() == nil)
    await lease?.release()
    #expect(try await WatchTokens(desk.desk).run()?.checked == 1)
  }

  @Test func `a token that died is one record, and calm is none`() async throws {
    let desk = try await PageDesk.make(3)
    let before = try await desk.test.logSize()
    desk.clock.advance(seconds: 3_600)
    desk.network.change(2) { $0.token = "another" }
    let output = try #require(try await WatchTokens(desk.desk).run())
    #expect(output.connected == 2 && output.needsAttention == 1)
    #expect(try await pages(desk).map(\.state) == [.connected, .needsAttention, .connected])
    #expect(try await desk.test.logSize() == before + 1)
    let record = try #require(try await desk.test.lastRecord())
    #expect(record.action == "page.connect")
    #expect(record.actor.type == .system)
    #expect(record.target?.store == "S-2")
    #expect(record.reasonCode == "trouble.token")
    desk.clock.advance(seconds: 90_000)
    _ = try await WatchTokens(desk.desk).run()
    #expect(try await desk.test.logSize() == before + 1)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `doctor says which tokens end, and which message would be missed`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await PageDesk.make(3, driver)
    #expect(try await Set(names(desk)).isDisjoint(with: ["tokens", "mandatory"]))
    let now = desk.clock.source.now()
    desk.network.change(1) { $0.expires = now.advanced(bySeconds: 86_400) }
    desk.network.change(2) { $0.expires = now.advanced(bySeconds: 30 * 86_400) }
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    #expect(try await names(desk).contains("tokens"))
    #expect(try await !names(desk).contains("mandatory"))
    // Before its end, page 1 gets the message; in two days it would not.
    _ = try await desk.launched("Demain matin", at: .instant(now.advanced(bySeconds: 3_600)))
    #expect(try await !names(desk).contains("mandatory"))
    let id = try await desk.launched("Vendredi", at: .instant(now.advanced(bySeconds: 172_800)))
    let check = try #require(
      try await desk.door.ask(ExamineDesk(), as: desk.editor).first { $0.name == "mandatory" })
    #expect(check.detail.arguments.first == "1")
    #expect(check.detail.arguments.contains(id.rawValue))
    _ = try await desk.door.perform(CancelBroadcast(id: id), as: desk.broadcaster)
    #expect(try await !names(desk).contains("mandatory"))
  }

  @Test func `a plan lists the pages whose token ends before their hour`() async throws {
    let desk = try await PageDesk.make(3)
    let now = desk.clock.source.now()
    desk.network.change(1) { $0.expires = now.advanced(bySeconds: 3_600) }
    desk.network.change(2) { $0.expires = now.advanced(bySeconds: 86_400) }
    _ = try await desk.door.perform(CheckPages(selector: nil), as: desk.admin)
    func risky(_ at: ReleaseTime?) async throws -> [String] {
      try await PlanBroadcast(
        source: MessageSource(title: "T", body: SourceText("Rappel", line: 1)),
        targets: BroadcastTargets(selector: try Selector.parse("all"), description: "all"),
        networks: [], at: at
      ).run(desk.door, as: desk.editor).atRisk.map(\.store.rawValue)
    }
    #expect(try await risky(nil).isEmpty)
    #expect(try await risky(.instant(now.advanced(bySeconds: 7_200))) == ["S-1"])
    #expect(try await risky(.instant(now.advanced(bySeconds: 90_000))) == ["S-1", "S-2"])
  }
}

/// When a broadcast is through.
struct PlanEndTests {
  private static let start = Timestamp(clamping: 1_800_000_000_000)

  private func seconds(
    _ counts: [Int64: Int], pace: Int? = 2_000, canary: Int = 10
  ) -> Int64? {
    let rules = DeskRules(
      approvals: 2, urgentApprovals: 1, milliPostsPerSecond: pace, canary: canary,
      limits: NetworkLimits([:]))
    let end = rules.end(
      ofReleasing: Dictionary(
        uniqueKeysWithValues: counts.map { (Self.start.advanced(bySeconds: $0.key), $0.value) }))
    return end.map { $0.milliseconds(since: Self.start) / 1000 }
  }

  @Test func `the pace and the first pages decide`() {
    #expect(seconds([0: 1_212]) == 611)
    #expect(seconds([0: 1_212], canary: 0) == 606)
    #expect(seconds([0: 10]) == 5)
    #expect(seconds([0: 1_212], pace: nil) == nil)
    #expect(seconds([:]) == nil)
    #expect(seconds([0: 0]) == nil)
    #expect(seconds([0: .max]) == nil)
  }

  @Test func `each release time begins at its hour, or when the one before is through`() {
    // Réunion first, Paris three hours later: the end is Paris's, not that of both in one go.
    #expect(seconds([0: 50, 10_800: 1_160], canary: 0) == 11_380)
    #expect(seconds([0: 1_212, 60: 10], canary: 0) == 611)
    #expect(seconds([0: 1_212, 60: 20]) == 626)
  }
}
