import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: somebody stops a message, or whoever launched it, while its posts become public.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct RaceTests {
  @Test(arguments: KillTests.seeds.prefix(max(3, KillTests.seeds.count / 5)))
  func `a cancel in the middle of the releases leaves each page public or cancelled`(
    _ seed: UInt64
  ) async throws {
    try await Self.cancel(.sqlite, seed)
  }

  @Test(
    .enabled(if: !PostgreSQLServer.isSkipped, "VITRINE_SKIP_POSTGRESQL is set"),
    arguments: KillTests.seeds.prefix(max(1, KillTests.seeds.count / 20)))
  func `a cancel over PostgreSQL in the middle of the releases does so too`(
    _ seed: UInt64
  ) async throws {
    try await Self.cancel(.postgresql, seed)
  }

  @Test(arguments: KillTests.seeds.prefix(max(2, KillTests.seeds.count / 10)))
  func
    `a launcher who loses the grant in the middle of the releases stops, and the message goes on`(
      _ seed: UInt64
    ) async throws
  {
    try await Self.revoke(.sqlite, seed)
  }

  @Test(
    .enabled(if: !PostgreSQLServer.isSkipped, "VITRINE_SKIP_POSTGRESQL is set"),
    arguments: KillTests.seeds.prefix(max(1, KillTests.seeds.count / 20)))
  func `a launcher over PostgreSQL who loses the grant stops, and the message goes on`(
    _ seed: UInt64
  ) async throws {
    try await Self.revoke(.postgresql, seed)
  }

  /// Cancels while a launch releases; one launch in three is killed at that moment besides.
  private static func cancel(_ driver: DriverUnderTest, _ seed: UInt64) async throws {
    try await withStage(60, driver) { stage in
      var random = SeededGenerator(seed: seed &+ 11_000_000)
      let launch = try await startSlowly(stage, &random)
      if seed % 3 == 2 { launch.child.send(SIGKILL) }
      let cancel = try await stage.desk.run(
        ["broadcast", "cancel", stage.broadcast, "--json"], as: .broadcaster)
      let released = try await stage.sandbox.calls("release")
      let outcome = try await launch.outcome()
      let accounts = try await stage.audit()
      if cancel.exitCode == Fault.Code.conflict.exitCode {
        // It came too late.
        #expect(outcome.exitCode == 0, "\(outcome.all)")
        return try await stage.expectComplete()
      }
      #expect(cancel.exitCode == 0, "\(cancel.all)")
      #expect(accounts.state == "cancelled")
      #expect(
        accounts.count("published") + accounts.count("cancelled") == stage.pages,
        "\(accounts.counts)")
      #expect(accounts.visible.count == accounts.count("published"), "\(accounts.counts)")
      // The cancel ends when what was on its way is clear: nothing is released behind its back.
      #expect(try await stage.sandbox.calls("release") == released)
      let drafts = try await stage.sandbox.posts(all: true).filter { $0.state == "draft" }
      #expect(drafts.isEmpty, "\(drafts.count) drafts left")
      #expect(try await stage.launch().exitCode != 0, "a cancelled message was launched")
      #expect(try await stage.sandbox.posts().count == accounts.count("published"))
      try await stage.expectGoodLog()
    }
  }

  /// Takes the launcher's grant away while the launch releases; a worker goes on, or comes after.
  private static func revoke(_ driver: DriverUnderTest, _ seed: UInt64) async throws {
    try await withStage(60, driver) { stage in
      var random = SeededGenerator(seed: seed &+ 12_000_000)
      let desk = stage.desk
      let launcher = try #require(desk.people[.broadcaster])
      let grants = try await desk.succeed(["grant", "list", "--user", launcher], as: .admin)
      let grant = try #require(grants["items"]?.items.first?["id"]?.text)
      let launch = try await startSlowly(stage, &random)
      let beside = seed % 2 == 1 ? try desk.start(["worker", "--once"], as: nil) : nil
      try await desk.succeed(
        ["grant", "revoke", grant, "--reason", "has left the company"], as: .admin)
      let outcome = try await launch.outcome()
      // Or it was through before it looked.
      #expect([0, Fault.Code.denied.exitCode].contains(outcome.exitCode), "\(outcome.all)")
      try await stage.auditAfterKill()
      if let beside {
        let ended = try await beside.outcome()
        #expect(ended.exitCode == 0, "\(ended.all)")
      }
      let again = try await stage.launch()
      #expect(again.exitCode == Fault.Code.denied.exitCode, "\(again.all)")
      let worker = try await desk.run(["worker", "--once"], as: nil)
      #expect(worker.exitCode == 0, "\(worker.all)")
      try await stage.expectComplete()
    }
  }

  /// A launch in small rounds, when some of its posts are public.
  private static func startSlowly(
    _ stage: Stage, _ random: inout SeededGenerator
  ) async throws -> Program.Run {
    for (name, value) in [("pacing.batchSize", "4"), ("pacing.concurrency", "3")] {
      try await stage.desk.succeed(["config", "set", name, value], as: .admin)
    }
    try await stage.sandbox.arm(["slow,op=release,delay=300"])
    let run = try stage.startLaunch()
    try await stage.waitFor(Int.random(in: 1...36, using: &random), "release")
    return run
  }
}
