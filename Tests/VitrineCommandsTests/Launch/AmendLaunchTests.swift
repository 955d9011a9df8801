import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// A wrong number is corrected on pages that have it already, by processes that are killed on the way.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct AmendLaunchTests {
  private static let corrected = "Rappel de produit : appelez le 0800 00 00 02."

  @Test(arguments: KillTests.seeds.prefix(max(2, KillTests.seeds.count / 5)))
  func `a correction that is killed at any page leaves no second post and no earlier text`(
    _ seed: UInt64
  ) async throws {
    try await withStage(200) { stage in
      var random = SeededGenerator(seed: seed &+ 4_000_000)
      try await Self.stopHalfway(stage, UInt64.random(in: 1...150, using: &random))
      let amended = try await stage.amend(Self.corrected)
      #expect(amended["state"]?.text == "submitted")
      #expect(amended["revision"]?.number == 2)
      try await stage.desk.succeed(["broadcast", "approve", stage.broadcast], as: .approver)
      let usual = try await Undisturbed.nanoseconds(200, .sqlite)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let run = try stage.startLaunch()
        run.child.send(
          SIGKILL, afterNanoseconds: UInt64.random(in: 0..<usual, using: &random))
        _ = try await run.outcome()
        try await Self.expectOnce(stage)
      }
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      try await stage.expectComplete()
      let texts = Set(try await stage.sandbox.posts().map(\.message))
      #expect(texts == [Self.corrected])
      let drafts = try await stage.sandbox.posts(all: true).filter { $0.state == "draft" }
      #expect(drafts.isEmpty, "\(drafts.count) drafts left")
      let status = try await stage.desk.succeed(
        ["broadcast", "status", stage.broadcast, "--pages"], as: .editor)
      let pages = status["pages"]?.items ?? []
      #expect(pages.allSatisfy { $0["showsEarlierText"] == .bool(false) })
      #expect(
        pages.contains { $0["earlierTextSeconds"]?.number != nil },
        "nobody is told who saw the wrong number")
      try await stage.expectGoodLog()
    }
  }

  @Test func `after a pause nothing becomes public`() async throws {
    try await withStage(300) { stage in
      try await stage.sandbox.arm(["slow,op=release,delay=300"])
      let run = try stage.startLaunch()
      try await stage.waitFor(1, "release")
      try await stage.desk.succeed(
        ["broadcast", "pause", stage.broadcast, "--reason", "a wrong number"], as: .editor)
      let atPause = try await stage.sandbox.calls("release")
      _ = try await run.outcome()
      let atEnd = try await stage.sandbox.calls("release")
      // What had left before the pause was committed arrives; nothing begins after it.
      #expect(atEnd == atPause, "\(atEnd - atPause) releases began after the pause")
    }
  }

  /// A launch that is killed when some pages are public.
  private static func stopHalfway(_ stage: Stage, _ releases: UInt64) async throws {
    try await stage.sandbox.arm(["slow,op=release,delay=150"])
    let run = try stage.startLaunch()
    try await stage.waitFor(Int(releases), "release")
    run.child.send(SIGKILL)
    _ = try await run.outcome()
    try await stage.sandbox.clearFaults()
  }

  private static func expectOnce(_ stage: Stage) async throws {
    let visible = try await stage.sandbox.posts()
    #expect(Set(visible.map(\.page)).count == visible.count, "a page shows it twice")
  }
}

extension Stage {
  /// Writes a correction, as the editor.
  fileprivate func amend(_ text: String) async throws -> JSON {
    let file = try desk.write("---\ntitle: Message national\n---\n\n\(text)\n", to: "corrected.md")
    return try await desk.succeed(
      ["broadcast", "amend", broadcast, file, "--reason", "a wrong number"], as: .editor)
  }
}
