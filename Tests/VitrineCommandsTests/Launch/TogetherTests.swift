import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Several processes on one broadcast, and the signals that a process gets.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct TogetherTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `two launches at once make one set of posts`(_ driver: DriverUnderTest) async throws {
    try await withStage(100, driver) { stage in
      let runs = try (0..<2).map { _ in try stage.startLaunch() }
      for run in runs {
        let outcome = try await run.outcome()
        #expect(outcome.exitCode == 0, "\(outcome.all)")
      }
      try await stage.expectComplete()
      #expect(try await stage.sandbox.calls("stage") == 100)
      #expect(try await stage.sandbox.calls("release") == 100)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `several workers share a detached launch`(_ driver: DriverUnderTest) async throws {
    try await withStage(100, driver) { stage in
      let launch = try await stage.launch("--detach")
      #expect(launch.exitCode == 0, "\(launch.all)")
      #expect(try JSON(parsing: launch.output)["state"]?.text == "staging")
      #expect(try await stage.sandbox.calls("stage") == 0)
      let runs = try (0..<3).map { _ in
        try stage.desk.start(["worker", "--once"], as: .broadcaster)
      }
      for run in runs {
        let outcome = try await run.outcome()
        #expect(outcome.exitCode == 0, "\(outcome.all)")
      }
      try await stage.expectComplete()
      #expect(try await stage.sandbox.calls("stage") == 100)
    }
  }

  @Test func `a worker that is killed leaves its work to the next one at once`() async throws {
    try await withStage(100) { stage in
      #expect(try await stage.launch("--detach").exitCode == 0)
      try await stage.sandbox.arm(["slow,op=stage,delay=1500"])
      let first = try stage.desk.start(["worker", "--once"], as: .broadcaster)
      try await stage.waitFor(1, "stage")
      first.child.send(SIGKILL)
      #expect(try await first.outcome().ending.signal == SIGKILL)
      try await stage.sandbox.clearFaults()
      let second = try await stage.desk.run(["worker", "--once"], as: .broadcaster)
      #expect(second.exitCode == 0, "\(second.all)")
      #expect(second.duration < 25_000_000_000, "it waited for a lease of the dead")
      try await stage.expectComplete()
    }
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a launch that is asked to stop finishes the step in hand`(_ signal: Int32) async throws {
    try await withStage(300) { stage in
      try await stage.sandbox.arm(["slow,op=stage,delay=700"])
      let run = try stage.startLaunch()
      try await stage.waitFor(1, "stage")
      run.child.send(signal)
      let outcome = try await run.outcome()
      #expect(outcome.exitCode == 128 + signal, "\(outcome.all)")
      let staged = try await stage.sandbox.calls("stage")
      #expect((1..<300).contains(staged))
      #expect(try await stage.sandbox.posts().isEmpty)
      try await stage.audit(pendingAllowed: true)

      try await stage.sandbox.clearFaults()
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
      // Nothing was in doubt, so that no page had to be searched for drafts.
      #expect(try await stage.sandbox.calls("list") == 0)
      #expect(try await stage.sandbox.calls("stage") == 300)
    }
  }

  @Test func `a launch goes on when its terminal is closed`() async throws {
    try await withStage(100) { stage in
      try await stage.sandbox.arm(["slow,op=stage,delay=300"])
      let run = try stage.startLaunch()
      try await stage.waitFor(1, "stage")
      run.child.send(SIGHUP)
      let outcome = try await run.outcome()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      try await stage.expectComplete()
    }
  }

  @Test func `a paused broadcast makes nothing public until somebody resumes it`() async throws {
    try await withStage(300) { stage in
      try await stage.sandbox.arm(["slow,op=stage,delay=700"])
      let run = try stage.startLaunch()
      try await stage.waitFor(1, "stage")
      try await stage.desk.succeed(
        ["broadcast", "pause", stage.broadcast, "--reason", "a wrong date"], as: .editor)
      let outcome = try await run.outcome()
      #expect(outcome.exitCode == 75, "\(outcome.all)")
      let paused = try await stage.audit(pendingAllowed: true)
      #expect(paused.state == "paused")
      #expect(paused.visible.isEmpty)
      let blocked = try await stage.launch()
      #expect(blocked.exitCode == 75, "\(blocked.all)")

      try await stage.sandbox.clearFaults()
      try await stage.desk.succeed(["broadcast", "resume", stage.broadcast], as: .broadcaster)
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
    }
  }

  @Test func `a launch killed while it looks for orphans can be cancelled to the last page`()
    async throws
  {
    try await withStage(100) { stage in
      try await stage.sandbox.arm(["lost-answer,op=stage", "slow,op=list,delay=900"])
      let run = try stage.startLaunch()
      // First to find the drafts, then once more before each release.
      try await stage.waitFor(110, "list")
      run.child.send(SIGKILL)
      _ = try await run.outcome()
      try await stage.sandbox.clearFaults()
      let cancel = try await stage.desk.run(
        ["broadcast", "cancel", stage.broadcast, "--json"], as: .broadcaster)
      #expect(cancel.exitCode == 0, "\(cancel.all)")
      let after = try await stage.audit()
      #expect(after.count("cancelled") + after.count("published") == 100, "\(after.counts)")
      let drafts = try await stage.sandbox.posts(all: true).filter { $0.state == "draft" }
      #expect(drafts.isEmpty, "\(drafts.count) drafts left")
    }
  }
}
