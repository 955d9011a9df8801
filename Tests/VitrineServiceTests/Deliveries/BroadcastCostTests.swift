import Testing
import VitrineCore
import VitrinePublishing
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// What an exchange costs must not grow with the pages of a broadcast.
@Suite(.temporaryFolder)
struct BroadcastCostTests {
  private func step(
    _ desk: PageDesk, capacity: Int, recent: [BroadcastID: DeliveryProgress] = [:]
  ) -> ExchangeStep {
    ExchangeStep(
      desk: desk.desk, worker: WorkerID("w_test"), focus: .everything,
      now: desk.clock.source.now(), settled: [], capacity: capacity, uploadRoom: 0, isBusy: false,
      signOn: ExchangeStep.SignOn(host: "test", pid: 1), recent: recent,
      limits: ExchangeLimits(nil))
  }

  /// Every statement of an exchange that reads or changes deliveries in bulk, with its plan.
  private func plans(_ desk: PageDesk) async throws -> [(sql: String, plan: String)] {
    let step = step(desk, capacity: 2)
    return try await desk.desk.database.write { transaction in
      let counting = CountingTransaction(transaction)
      let result = try step.run(counting)
      #expect(!result.claimed.isEmpty)
      return try counting.statements.filter {
        $0.contains("delivery") && !$0.hasPrefix("INSERT")
      }.map { sql in
        let count = (1...20).last { sql.contains("?\($0)") } ?? 0
        let plan = try transaction.rows(
          "EXPLAIN QUERY PLAN " + sql, Array(repeating: .integer(1), count: count)
        ).map { try $0.text("detail") }.joined(separator: "\n")
        return (sql, plan)
      }
    }
  }

  @Test(arguments: [BroadcastState.staging, .releasing])
  func `an exchange reads what is in hand, and of the others no more than an index`(
    _ state: BroadcastState
  ) async throws {
    let desk = try await PageDesk.make(4)
    let id = try await desk.launched("Rappel")
    try await desk.desk.database.write {
      _ = try $0.execute(
        "UPDATE broadcast SET state = ?2 WHERE id = ?1", [SQLValue(id), .text(state.rawValue)])
    }
    let plans = try await plans(desk)
    for (sql, plan) in plans {
      #expect(!plan.contains("SCAN d"), "\(sql)\n\(plan)")
      // Only a count may go through the whole broadcast, in the index alone and not at each exchange.
      if !sql.contains("COUNT(*)") {
        #expect(!plan.contains("(broadcast_id=?)"), "\(sql)\n\(plan)")
      }
    }
    let lease = try #require(plans.first { $0.sql.contains("broadcast_id || '' = ?1") })
    #expect(lease.plan.contains("delivery_lease"), "\(lease.plan)")
    let broken = try #require(plans.first { $0.sql.contains("SET state = 'held'") })
    #expect(broken.plan.contains("page_id=?"), "\(broken.plan)")
    let doubtful = try #require(plans.first { $0.sql.contains("SELECT DISTINCT broadcast_id") })
    #expect(doubtful.plan.contains("delivery_doubtful"), "\(doubtful.plan)")
  }

  @Test func `the last look at doubtful pages has an index of its own`() async throws {
    let desk = try await PageDesk.make(2)
    let sql = ExchangeStep.Lane.sweep.sql()
    let plan = try await desk.desk.database.read { transaction in
      try transaction.rows(
        "EXPLAIN QUERY PLAN " + sql, Array(repeating: .integer(1), count: 4)
      ).map { try $0.text("detail") }.joined(separator: "\n")
    }
    #expect(plan.contains("USING INDEX delivery_doubtful"), "\(plan)")
  }

  @Test(arguments: ["delivery_pin", "delivery_unpin"])
  func `pins have an index of their own`(_ index: String) async throws {
    let desk = try await PageDesk.make(2)
    let sql = (index == "delivery_pin" ? ExchangeStep.Lane.pin : .unpin).sql()
    let plan = try await desk.desk.database.read { transaction in
      try transaction.rows(
        "EXPLAIN QUERY PLAN " + sql, Array(repeating: .integer(1), count: 4)
      ).map { try $0.text("detail") }.joined(separator: "\n")
    }
    #expect(plan.contains("USING INDEX \(index) "), "\(plan)")
  }

  @Test func `what was counted a moment ago is said again while there is something to do`()
    async throws
  {
    let desk = try await PageDesk.make(4)
    let id = try await desk.launched("Rappel")
    let stale = DeliveryProgress(broadcast: id, state: .staging, counts: [.ready: 9_999])
    let (first, idle) = try await desk.desk.database.write { transaction in
      try (
        step(desk, capacity: 2, recent: [id: stale]).run(transaction),
        step(desk, capacity: 0, recent: [id: stale]).run(transaction)
      )
    }
    #expect(first.progress == [stale])
    #expect(!first.isDone)
    // Nothing was claimed: whether it is over must be known exactly.
    #expect(idle.progress.map(\.total) == [4])
  }

  @Test func `only large broadcasts are remembered, and not for long`() {
    let small = DeliveryProgress(
      broadcast: BroadcastID("b_1"), state: .staging, counts: [.ready: ProgressMemory.exact])
    let large = DeliveryProgress(
      broadcast: BroadcastID("b_2"), state: .staging, counts: [.ready: ProgressMemory.exact + 1])
    var memory = ProgressMemory()
    memory.note([small, large], at: 1_000)
    #expect(memory.recent(at: 1_000 + ProgressMemory.lifetime - 1).values.map(\.self) == [large])
    // Said again, it does not become younger.
    memory.note([large], at: 1_000 + ProgressMemory.lifetime - 1)
    #expect(memory.recent(at: 1_000 + ProgressMemory.lifetime).isEmpty)
    memory.note([large], at: 1_000 + ProgressMemory.lifetime)
    #expect(memory.recent(at: 1_000 + ProgressMemory.lifetime).count == 1)
    memory.note([], at: 2_000 + ProgressMemory.lifetime)
    #expect(memory.recent(at: 2_000 + ProgressMemory.lifetime).isEmpty)
  }
}
