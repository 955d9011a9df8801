import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Who goes first, and who is not forgotten.
@Suite(.temporaryFolder)
struct FairnessTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a page with hundreds of queued posts delays nobody`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(10, driver)
    _ = try await desk.posts((0..<500).map { "File \($0)" }, on: { _ in 1 }, in: -120)
    _ = try await desk.posts((0..<9).map { "Seul \($0)" }, on: { $0 + 2 }, in: -60)
    let claimed = try await desk.claims(10)
    #expect(Set(claimed.map(\.page)) == Set((1...10).map(String.init)))
    #expect(claimed.count == 10)
  }

  @Test func `a page has one call at a time`() async throws {
    let desk = try await PageDesk.make(2)
    _ = try await desk.posts((0..<4).map { "Post \($0)" }, on: { $0 % 2 + 1 })
    #expect(try await desk.claims(10).map(\.page).sorted() == ["1", "2"])
    // Both are in somebody's hands until the lease ends.
    #expect(try await desk.claims(10).isEmpty)
    desk.clock.advance(seconds: 31)
    #expect(try await desk.claims(10).map(\.page).sorted() == ["1", "2"])
  }

  @Test func `posts of one page leave one after the other, all of them`() async throws {
    let desk = try await PageDesk.make(1)
    let posts = try await desk.posts((0..<12).map { "Post \($0)" }, on: { _ in 1 })
    #expect(try await desk.deliver() == .done)
    for post in posts { #expect(try await desk.delivery(post).state == .confirmed) }
    #expect(desk.network.sizes.allSatisfy { $0 == 1 })
  }

  @Test func `a post that waits for the rules or a retry lets the next of its page pass`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    let posts = try await desk.posts(["Un", "Deux"], on: { _ in 1 }, in: -60)
    try await PageDesk.letGo(desk.desk)
    let first = try #require(posts.min())
    let later = desk.clock.source.now().advanced(bySeconds: 600)
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE delivery SET not_before = ?2 WHERE post_id = ?1",
        [SQLValue(first), SQLValue(later)])
    }
    try await desk.deliver(patience: 1_000)
    #expect(try await desk.delivery(first).state == .ready)
    for post in posts where post != first {
      #expect(try await desk.delivery(post).state == .confirmed)
    }
  }

  @Test(arguments: [(-60, 0), (-899, 0), (-901, 2)])
  func `mandatory messages take all the room, but for a tenth once posts are late`(
    _ seconds: Int64, _ routine: Int
  ) async throws {
    let desk = try await PageDesk.make(40)
    _ = try await desk.launched("Rappel")
    _ = try await desk.posts((0..<40).map { "Post \($0)" }, on: { $0 + 1 }, in: seconds)
    let claimed = try await desk.claims(20)
    #expect(claimed.count == 20)
    let own = claimed.filter { !$0.isMandatory }
    #expect(own.count == routine)
    // Nobody waits behind the routine: the first calls are mandatory.
    #expect(claimed.prefix(18).count(where: \.isMandatory) == 18)
  }

  @Test func `a broadcast goes before hundreds of queued posts`() async throws {
    let desk = try await PageDesk.make(50)
    _ = try await desk.posts((0..<500).map { "Post \($0)" }, on: { $0 % 50 + 1 }, in: -120)
    let id = try await desk.launched("Rappel")
    let before = desk.network.calls.count
    try await desk.deliver()
    let calls = desk.network.calls.dropFirst(before)
    let texts = calls.prefix(50).compactMap { step -> String? in
      if case .stage(let content, _) = step { content.text } else { nil }
    }
    #expect(texts == Array(repeating: "Rappel", count: 50))
    #expect(try await desk.status(id).counts[.published] == 50)
    #expect((1...50).allSatisfy { desk.network.visible($0).count == 11 })
  }

  @Test func `late posts have a tenth of the pace, and the broadcast the rest`() async throws {
    let desk = try await PageDesk.make(60)
    var rules = desk.desk.rules
    rules.milliPostsPerSecond = 1_000
    let paced = desk.desk.with(nil, rules)
    let id = try await desk.launched("Rappel")
    let late = try await desk.posts((0..<30).map { "Post \($0)" }, on: { $0 + 1 }, in: -1_000)
    let office = try await DeliveryOffice.open(
      paced, focus: .everything, review: PageDesk.letGo, host: "test", pid: 1)
    let runner = Runner(
      ledger: office, networks: paced.networks, time: paced.time, random: paced.random,
      policy: .loopback(application: "ours"), concurrency: 1, batchSize: 50)
    let start = desk.clock.source.now()
    #expect(try await runner.run(patience: 60_000) == .done)
    await office.close()
    let drafts = Dictionary(
      uniqueKeysWithValues: try await desk.status(id).pages.compactMap { page in
        page.remoteID.map { ($0, true) }
      })
    let releases = desk.network.calls.compactMap { step -> Bool? in
      if case .release(let draft) = step { drafts[draft] ?? false } else { nil }
    }
    #expect(releases.count == 90)
    // Sixty of the broadcast with a tenth for the others among them, then the rest.
    let last = try #require(releases.lastIndex(of: true))
    #expect((63...70).contains(last + 1), "\(last + 1)")
    let seconds = desk.clock.source.now().milliseconds(since: start) / 1_000
    #expect((85...110).contains(seconds), "\(seconds) s")
    for post in late { #expect(try await desk.delivery(post).state == .confirmed) }
  }

  @Test func `questions give way to mandatory messages for a moment, while somebody sends them`()
    async throws
  {
    let desk = try await PageDesk.make(1)
    _ = try await desk.launched("Rappel")
    let pages = try await desk.door.ask(ListPages(selector: nil), as: desk.editor)
    let tokens = try await desk.desk.database.read { try $0.sealedTokens() }
    let questions = pages.map {
      PageInquiry.Question(page: $0, sealed: tokens[$0.id], step: .checkToken)
    }
    func waited() async throws -> Int64 {
      let start = desk.clock.source.now()
      _ = try await PageInquiry(desk: desk.desk, network: .facebook).ask(questions)
      return desk.clock.source.now().milliseconds(since: start)
    }
    // Nobody is at work: there is nothing to give way to.
    #expect(try await waited() == 0)
    let office = try await DeliveryOffice.open(
      desk.desk, focus: .everything, review: PageDesk.letGo, host: "test", pid: 1)
    let patience = try await waited()
    #expect((14_000...30_000).contains(patience), "\(patience)")
    await office.close()
    try await desk.deliver()
    #expect(try await waited() == 0)
  }
}
