import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: many workers and two launchers on one broadcast, all at once.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct CrowdTests {
  @Test(arguments: DriverUnderTest.allCases, [2, 8])
  func `two launches and a crowd of workers make one set of posts`(
    _ driver: DriverUnderTest, _ workers: Int
  ) async throws {
    try await withStage(100, driver) { stage in
      #expect(try await stage.launch("--detach").exitCode == 0)
      // Small rounds, so that there is something for everybody.
      try await stage.desk.succeed(["config", "set", "pacing.concurrency", "1"], as: .admin)
      let launches = try (0..<2).map { _ in try stage.startLaunch() }
      let others = try (0..<workers).map { _ in
        try stage.desk.start(["worker", "--once", "--json"], as: .broadcaster)
      }
      var done = 0
      for run in launches + others {
        let outcome = try await run.outcome()
        if outcome.exitCode == 0 {
          done += 1
        } else {
          // On a busy machine somebody may find the database held for longer than a command waits.
          #expect(outcome.exitCode == Fault.Code.locked.exitCode, "\(outcome.all)")
          #expect(outcome.error?["code"]?.text == "locked", "\(outcome.all)")
        }
      }
      #expect(done > 0)
      let last = try await stage.launch()
      #expect(last.exitCode == 0, "\(last.all)")
      try await stage.expectComplete()
      if done == launches.count + others.count {
        #expect(try await stage.sandbox.calls("stage") == 100)
        #expect(try await stage.sandbox.calls("release") == 100)
      }
    }
  }
}
