import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: the disk under a real launch fills up, fails to write, or fails to sync.
@Suite(
  .temporaryFolder, .lane, .timeLimit(.minutes(30)),
  .enabled(if: FaultyDisk.compiler != nil, "there is no C compiler to make a faulty disk with"))
struct StorageFaultTests {
  @Test(
    arguments: FaultyDisk.Fault.allCases, KillTests.seeds.prefix(max(1, KillTests.seeds.count / 20))
  )
  func `a disk that goes wrong in the middle of a launch loses nothing and doubles nothing`(
    _ fault: FaultyDisk.Fault, _ seed: UInt64
  ) async throws {
    let pages = 60
    let usual = try await FaultyDisk.usual(pages)
    try await withStage(pages) { stage in
      let place = UInt64(FaultyDisk.Fault.allCases.firstIndex(of: fault) ?? 0)
      var random = SeededGenerator(seed: seed &+ 5_000_000 &+ place &* 1_000)
      let number = Int.random(
        in: 0..<(fault.isOfSyncs ? usual.syncs : usual.writes), using: &random)
      let launch = try await stage.launch(
        with: try await FaultyDisk.environment(fault, at: number))
      // The last few of an undisturbed launch may not come in this one.
      if launch.exitCode != 0 {
        #expect(fault != .short, "\(launch.all)")
        #expect(launch.exitCode == Fault.Code.io.exitCode, "\(fault) at \(number): \(launch.all)")
        #expect(launch.error?["code"]?.text == "io", "\(launch.all)")
        #expect(launch.error?["hint"]?.text?.isEmpty == false, "\(launch.all)")
      }
      try await stage.auditAfterKill()
      try await stage.expectGoodLog()
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(fault) at \(number): \(again.all)")
      try await stage.expectComplete()
    }
  }

  @Test(arguments: [FaultyDisk.Fault.full, .write, .syncs])
  func `a disk that is broken from the start lets nothing leave`(
    _ fault: FaultyDisk.Fault
  ) async throws {
    try await withStage(60) { stage in
      let launch = try await stage.launch(with: try await FaultyDisk.environment(fault, at: 0))
      #expect(launch.exitCode == Fault.Code.io.exitCode, "\(launch.all)")
      #expect(launch.error?["code"]?.text == "io", "\(launch.all)")
      #expect(try await stage.sandbox.calls("stage") == 0)
      #expect(try await stage.sandbox.posts().isEmpty)
    }
  }
}

extension Program.Outcome {
  /// The error that `--json` printed.
  var error: JSON? {
    errors.split(separator: "\n").last.flatMap { try? JSON(parsing: String($0)) }?["error"]
  }
}
