import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: a wire to the network that delays, resets, cuts answers in half and refuses connections.
///
/// Not in a lane: it mostly waits until it may try again.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct WireTests {
  @Test(arguments: KillTests.seeds.prefix(max(2, KillTests.seeds.count / 20)))
  func `a message goes over a bad wire to every page once`(_ seed: UInt64) async throws {
    try await Self.launch(over: Wire.Trouble.allCases, perMille: 250, seed)
  }

  @Test(arguments: [Wire.Trouble.cutRequest, .lostAnswer, .cutAnswer, .refusal])
  func `a message goes over a wire that breaks in one way to every page once`(
    _ trouble: Wire.Trouble
  ) async throws {
    // Refused twenty times in a row, the network is left alone for half a minute.
    try await Self.launch(over: [trouble], perMille: trouble == .refusal ? 80 : 300, 0)
  }

  /// Launches over a bad wire, looks, and finishes over a good one.
  private static func launch(
    over troubles: [Wire.Trouble], perMille: Int, _ seed: UInt64
  ) async throws {
    try await withStage(80) { stage in
      let wire = try Wire(to: stage.sandbox.baseURL, seed: seed &+ 9_000_000)
      defer { wire.cut() }
      try stage.desk.edit { $0.replacing(stage.sandbox.baseURL, with: wire.baseURL) }
      // Small requests, so that there are many to break.
      for (name, value) in [("pacing.batchSize", "5"), ("pacing.concurrency", "4")] {
        try await stage.desk.succeed(["config", "set", name, value], as: .admin)
      }
      wire.trouble(troubles, perMille: perMille)
      let first = try await stage.launch()
      #expect([0, 1, 75].contains(first.exitCode), "\(first.all)")
      #expect(!wire.met.isEmpty, "nothing went over the wire")
      try await stage.auditAfterKill()

      wire.calm()
      // What got no answer too often waits for a person, and may have paused the rest.
      for step in first.exitCode == 0 ? [] : ["resume", "retry"] {
        let said = await stage.desk.speak(["broadcast", step, stage.broadcast], as: .broadcaster)
        #expect([0, Fault.Code.conflict.exitCode].contains(said.exitCode), "\(said.all)")
      }
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(wire.met) \(again.all)")
      try await stage.expectComplete()
    }
  }
}
