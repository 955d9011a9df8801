import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: a process that is stopped (SIGSTOP, a suspended machine) for longer than its lease, and goes on.
///
/// Not in a lane: it mostly waits for the half minute of the lease, which its owner still holds.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct StopTests {
  @Test(arguments: KillTests.seeds.prefix(max(2, KillTests.seeds.count / 20)))
  func `a launch that is stopped longer than its lease does no harm when it goes on`(
    _ seed: UInt64
  ) async throws {
    try await Self.stop(.sqlite, seed)
  }

  @Test(
    .enabled(if: !PostgreSQLServer.isSkipped, "VITRINE_SKIP_POSTGRESQL is set"),
    arguments: KillTests.seeds.prefix(max(1, KillTests.seeds.count / 40)))
  func `a launch over PostgreSQL that is stopped longer than its lease does no harm either`(
    _ seed: UInt64
  ) async throws {
    try await Self.stop(.postgresql, seed &+ 1)
  }

  /// Stops a launch in the middle of its drafts or releases, lets another process do what it can,
  /// and lets the first one go on.
  private static func stop(_ driver: DriverUnderTest, _ seed: UInt64) async throws {
    try await withStage(60, driver) { stage in
      var random = SeededGenerator(seed: seed &+ 10_000_000)
      let kind = seed % 3 == 0 ? "stage" : "release"
      try await stage.desk.succeed(["config", "set", "pacing.concurrency", "3"], as: .admin)
      try await stage.sandbox.arm(["slow,op=\(kind),delay=700"])
      let first = try stage.startLaunch()
      // Whatever fails below, nothing stopped stays behind.
      defer { first.child.send(SIGKILL) }
      try await stage.waitFor(Int.random(in: 1...40, using: &random), kind)
      first.child.send(SIGSTOP)
      try await stage.sandbox.clearFaults()

      let isWorker = seed % 2 == 1
      let second = try await stage.desk.run(
        isWorker
          ? ["worker", "--once", "--json"] : ["broadcast", "launch", stage.broadcast, "--json"],
        as: .broadcaster)
      if second.exitCode == 0 {
        try await stage.expectComplete()
      } else {
        // Stopped inside a transaction: everybody else waits for its lock, and says so.
        #expect(second.exitCode == Fault.Code.locked.exitCode, "\(second.all)")
        #expect(second.error?["code"]?.text == "locked", "\(second.all)")
        try await stage.auditAfterKill()
      }
      first.child.send(SIGCONT)
      let outcome = try await first.outcome()
      #expect([0, 1].contains(outcome.exitCode), "\(outcome.all)")
      let last = try await stage.launch()
      #expect(last.exitCode == 0, "\(last.all)")
      try await stage.expectComplete()
    }
  }
}
