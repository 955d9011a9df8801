import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: the machine loses power under a real launch, and the end of the write-ahead log with it.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct TornLogTests {
  @Test(arguments: KillTests.seeds.prefix(max(2, KillTests.seeds.count / 10)))
  func `a log that is torn behind its last transaction is as whole as before`(
    _ seed: UInt64
  ) async throws {
    try await withStage(60) { stage in
      var random = SeededGenerator(seed: seed &+ 6_000_000)
      try await Self.kill(stage, &random)
      let log = try WriteAheadLog(of: stage.desk)
      try log.cut(at: Int.random(in: log.lastCommit...log.end, using: &random))
      try log.append(
        (0..<Int.random(in: 0...9_000, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        })
      try await stage.auditAfterKill()
      try await stage.expectGoodLog()
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
    }
  }

  @Test(arguments: KillTests.seeds.prefix(max(4, KillTests.seeds.count / 5)))
  func `a disk that loses the last transaction it had promised to keep doubles nothing`(
    _ seed: UInt64
  ) async throws {
    try await withStage(60) { stage in
      var random = SeededGenerator(seed: seed &+ 7_000_000)
      // Later and later, so that the release of each draft is among what is lost.
      try await Self.kill(stage, &random, after: seed % 2 == 0 ? "stage" : "release")
      let log = try WriteAheadLog(of: stage.desk)
      try #require(log.lastBeginning < log.lastCommit)
      try log.cut(at: Int.random(in: log.lastBeginning..<log.lastCommit, using: &random))
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
    }
  }

  @Test func `a log that went back behind its signature is said, and the message goes on`()
    async throws
  {
    try await withStage(60) { stage in
      let desk = stage.desk
      var random = SeededGenerator(seed: 8_000_000)
      try await Self.kill(stage, &random)
      let log = try WriteAheadLog(of: desk)
      let files = ["vitrine.db", "vitrine.db-wal"].map {
        desk.workspace.appending(path: ".vitrine/\($0)")
      }
      let before = try files.map { try Data(contentsOf: $0) }
      let signed = await desk.speak(["audit", "checkpoint"], as: .auditor)
      #expect(signed.exitCode == 0, "\(signed.all)")

      for (file, bytes) in zip(files, before) {
        try bytes.write(to: file)
      }
      try? FileManager.default.removeItem(
        at: desk.workspace.appending(path: ".vitrine/vitrine.db-shm"))
      try log.cut(at: log.lastBeginning)

      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      let accounts = try await stage.audit()
      #expect(accounts.count("published") == 60, "\(accounts.counts)")
      let verified = await desk.speak(["audit", "verify"], as: .auditor)
      #expect(verified.exitCode == Fault.Code.partial.exitCode, "\(verified.all)")
      let refused = await desk.speak(["audit", "checkpoint", "--json"], as: .auditor)
      #expect(refused.exitCode == Fault.Code.corrupt.exitCode, "\(refused.all)")
      #expect(refused.error?["hint"]?.text?.isEmpty == false, "\(refused.all)")
    }
  }

  /// Kills a launch a while after the first call of a kind.
  private static func kill(
    _ stage: Stage, _ random: inout SeededGenerator, after kind: String = "stage"
  ) async throws {
    let usual = try await Undisturbed.nanoseconds(60, .sqlite)
    let run = try stage.startLaunch()
    try await stage.waitFor(1, kind)
    run.child.send(SIGKILL, afterNanoseconds: UInt64.random(in: 0..<(usual / 2), using: &random))
    _ = try await run.outcome()
  }
}
