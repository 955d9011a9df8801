import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Thousands of queued posts of stores cost a broadcast nothing: few questions, each by its index.
@Suite(.temporaryFolder)
struct RoutineCostTests {
  private func statements(_ desk: PageDesk, isBeat: Bool = false) async throws -> [String] {
    let step = ExchangeStep(
      desk: desk.desk, worker: WorkerID("w_test"), focus: .everything,
      now: desk.clock.source.now(), settled: [], capacity: 0, uploadRoom: 0, isBusy: false,
      signOn: isBeat ? ExchangeStep.SignOn(host: "test", pid: 1) : nil,
      limits: ExchangeLimits(nil))
    return try await desk.desk.database.write { transaction in
      let counting = CountingTransaction(transaction)
      _ = try step.run(counting)
      return counting.statements
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `the number of questions does not grow with the posts`(_ driver: DriverUnderTest)
    async throws
  {
    let desk = try await PageDesk.make(20, driver)
    // The first exchange of a worker signs it on.
    _ = try await statements(desk, isBeat: true)
    let none = try await statements(desk, isBeat: true).count
    _ = try await desk.posts((0..<500).map { "Post \($0)" }, on: { $0 % 20 + 1 }, in: 86_400)
    #expect(try await statements(desk, isBeat: true).count == none)
    _ = try await desk.posts((0..<5).map { "Dû \($0)" }, on: { $0 + 1 })
    let five = try await statements(desk).count
    _ = try await desk.posts((0..<500).map { "Due \($0)" }, on: { $0 % 20 + 1 })
    #expect(try await statements(desk).count == five)
    #expect(five <= 20)
  }

  /// The plan of each kind of work, with thousands of posts beside it.
  @Test(arguments: [
    ExchangeStep.Lane.reconcile, .release, .confirm, .recover, .stage, .discard,
  ])
  func `each kind of work reads the posts that it is about`(_ lane: ExchangeStep.Lane) async throws
  {
    let desk = try await PageDesk.make(2)
    let plan = try await plan(desk, lane)
    #expect(plan.contains("USING INDEX delivery_routine (state=? AND release_at<?)"), "\(plan)")
    #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
  }

  @Test(arguments: [
    (ExchangeStep.Lane.sweep, "delivery_doubtful"), (.remove, "delivery_removing"),
  ])
  func `what is seldom has an index of its own`(
    _ lane: ExchangeStep.Lane, _ index: String
  ) async throws {
    let desk = try await PageDesk.make(2)
    let plan = try await plan(desk, lane)
    #expect(plan.contains("USING INDEX \(index)"), "\(plan)")
  }

  @Test func `what is due is counted by the index alone`() async throws {
    let desk = try await PageDesk.make(2)
    _ = try await desk.post("Dû", on: 1)
    let all = try await statements(desk, isBeat: true)
    for statement in all where statement.contains("broadcast_id IS NULL") {
      let plan = try await explain(desk, statement)
      #expect(!plan.contains("SCAN d"), "\(statement)\n\(plan)")
      #expect(!plan.contains("SCAN delivery"), "\(statement)\n\(plan)")
      #expect(!plan.contains("(broadcast_id=?)"), "\(statement)\n\(plan)")
    }
    #expect(all.count { $0.contains("broadcast_id IS NULL") } >= 4)
  }

  private func plan(_ desk: PageDesk, _ lane: ExchangeStep.Lane) async throws -> String {
    try await explain(desk, lane.routineSQL(posts: ""))
  }

  private func explain(_ desk: PageDesk, _ sql: String) async throws -> String {
    let count = (1...9).last { sql.contains("?\($0)") } ?? 0
    return try await desk.desk.database.write { transaction in
      try transaction.rows(
        "EXPLAIN QUERY PLAN " + sql, Array(repeating: .integer(1), count: count)
      ).map { try $0.text("detail") }.joined(separator: "\n")
    }
  }

  @Test func `a broadcast goes first, and its releases count in the pace of the desk`() async throws
  {
    let desk = try await PageDesk.make(4)
    var rules = desk.desk.rules
    rules.milliPostsPerSecond = 1_000
    let paced = Desk(
      database: desk.desk.database, time: desk.desk.time, random: desk.desk.random,
      vault: desk.desk.vault, signer: nil, networks: desk.desk.networks, rules: rules)
    let id = try await desk.launched("Rappel")
    let own = try await desk.posts((1...4).map { "Post \($0)" }, on: { $0 + 1 })
    let office = try await DeliveryOffice.open(
      paced, focus: .everything, review: PageDesk.letGo, host: "test", pid: 1)
    let runner = Runner(
      ledger: office, networks: paced.networks, time: paced.time, random: paced.random,
      policy: .loopback(application: "ours"), concurrency: 1, batchSize: 50)
    let start = desk.clock.source.now()
    #expect(try await runner.run(patience: 60_000) == .done)
    await office.close()
    let seconds = desk.clock.source.now().milliseconds(since: start) / 1_000
    #expect(try await desk.status(id).counts[.published] == 4)
    for post in own { #expect(try await desk.delivery(post).state == .confirmed) }
    // Eight releases at one a second, the first at once.
    #expect((6...10).contains(seconds), "\(seconds) s")
    let texts = desk.network.calls.compactMap { step -> String? in
      if case .release(let id) = step { id.rawValue } else { nil }
    }
    #expect(texts.count == 8)
    let broadcasts = Set(try await desk.status(id).pages.compactMap(\.remoteID?.rawValue))
    #expect(Set(texts.prefix(4)) == broadcasts)
  }
}
