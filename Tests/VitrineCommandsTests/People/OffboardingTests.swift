import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Somebody is taken out while they work: their command stops, head office's message does not.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct OffboardingTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `revoking the launcher in the middle stops the command, and a worker finishes the message`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withStage(300, driver) { stage in
      let desk = stage.desk
      let launcher = try #require(desk.people[.broadcaster])
      // All 300 pages are one round of requests, and a command takes its time to start.
      try await stage.sandbox.arm(["slow,op=stage,delay=4000"])
      let run = try stage.startLaunch()
      try await stage.waitFor(1, "stage")
      let revoked = try await desk.succeed(
        ["user", "revoke-all", launcher, "--reason", "has left the company"], as: .admin)
      #expect(revoked["grants"] == .integer(1))
      #expect(revoked["tokens"] == .integer(1))
      let outcome = try await run.outcome()
      #expect(outcome.exitCode == 77, "\(outcome.all)")
      let staged = try await stage.sandbox.calls("stage")
      #expect((1..<300).contains(staged), "\(staged)")
      #expect(try await stage.sandbox.posts().isEmpty)
      let again = try await stage.launch()
      #expect(again.exitCode == 77, "\(again.all)")

      try await stage.sandbox.clearFaults()
      let worker = try await desk.run(["worker", "--once"], as: nil)
      #expect(worker.exitCode == 0, "\(worker.all)")
      try await stage.expectComplete()
      let records = try await desk.succeed(
        ["audit", "list", "--action", "user.revoke_all"], as: .auditor)
      #expect(records["items"]?.items.count == 1)
    }
  }

  @Test func `the next command of a suspended person is refused, whatever it is`() async throws {
    try await withDesk { desk in
      let editor = try #require(desk.people[.editor])
      try await desk.succeed(
        ["user", "suspend", editor, "--reason", "an odd sign-in"], as: .admin)
      for command in [["store", "list"], ["broadcast", "list"], ["token", "create"]] {
        #expect(await desk.speak(command, as: .editor).exitCode == 77, "\(command)")
      }
      try await desk.succeed(["user", "resume", editor, "--reason", "it was them"], as: .admin)
      try await desk.succeed(["broadcast", "list"], as: .editor)
    }
  }

  @Test func `the last administrator is refused by rule`() async throws {
    try await withDesk { desk in
      let admin = try #require(desk.people[.admin])
      for command in ["suspend", "revoke-all"] {
        let spoken = await desk.speak(["user", command, admin, "--reason", "a try", "--json"])
        #expect(spoken.exitCode == 77, "\(spoken.all)")
        #expect(spoken.errors.contains("F10"), "\(spoken.all)")
      }
    }
  }
}
