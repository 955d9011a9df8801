import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `vitrine key rotate` as a process that can be killed.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct KeyRotateTests {
  private func keys(_ desk: Desk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: desk.workspace.appending(path: ".vitrine/keys").path
    ).filter { $0.hasPrefix("kek-") }.sorted()
  }

  @Test func `a rotation that is killed is finished by the next one, and every page publishes`()
    async throws
  {
    try await withStage(300) { (stage) async throws in
      var random = SeededGenerator(seed: 12)
      for _ in 0..<12 {
        let run = try stage.desk.start(["key", "rotate", "--json"], as: .admin)
        run.child.send(
          SIGKILL, afterNanoseconds: UInt64.random(in: 5_000_000..<400_000_000, using: &random))
        _ = try await run.outcome()
      }
      let outcome = try await stage.desk.run(["key", "rotate", "--json"], as: .admin)
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      let version = try #require(try JSON(parsing: outcome.output)["version"]?.number)
      #expect(try keys(stage.desk) == ["kek-\(version)"])
      let launch = try await stage.launch()
      #expect(launch.exitCode == 0, "\(launch.all)")
      #expect(try await stage.sandbox.posts().count == 300)
    }
  }

  @Test func `a launch that is under way goes on through a rotation`() async throws {
    try await withStage(300, sandbox: ["--latency", "20"]) { stage in
      let launch = try stage.startLaunch()
      try await stage.waitFor(50, "stage")
      let outcome = try await stage.desk.run(["key", "rotate", "--json"], as: .admin)
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      #expect(try JSON(parsing: outcome.output)["removed"] == .array([.integer(1)]))
      let end = try await launch.outcome()
      #expect(end.exitCode == 0, "\(end.all)")
      #expect(try await stage.sandbox.posts().count == 300)
    }
  }

  @Test func `a key is prepared by whoever may rotate, and by nobody else`() async throws {
    try await withDesk { (desk) async throws in
      let denied = await desk.speak(["key", "rotate", "--prepare"], as: .broadcaster)
      #expect(denied.exitCode == 77)
      #expect(try keys(desk) == ["kek-1"])
      let prepared = await desk.speak(["key", "rotate", "--prepare", "--json"], as: .admin)
      #expect(prepared.exitCode == 0, "\(prepared.all)")
      #expect(try keys(desk) == ["kek-1", "kek-2"])
    }
  }
}
