import Foundation
import Synchronization
import Testing
import VitrineCore

/// The whole engine below the command line, in nights that a seed draws.
///
/// `VITRINE_SCHEDULES` and `VITRINE_LARGE_SCHEDULES` say how many; `VITRINE_SEED` (with
/// `VITRINE_SEED_STORES`) plays one night and prints its trace.
@Suite(.serialized)
struct SimulationTests {
  static let sizes = [3, 4, 5, 8, 12, 20, 40]

  private static func number(_ name: String, _ usual: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? usual
  }

  @Test func `the same seed plays the same night`() async throws {
    try await Nights.inFolder { nights in
      for seed in UInt64(1)...6 {
        let first = try await nights.play(seed, stores: 8, keepsLines: true)
        let second = try await nights.play(seed, stores: 8, keepsLines: true)
        #expect(first.lines == second.lines, "seed \(seed)")
        #expect(first.traceHash == second.traceHash)
        #expect(first.lines.count > 50)
      }
    }
  }

  @Test func `no statement of a night is prepared again at its next run`() async throws {
    try await Nights.inFolder { nights in
      for seed in UInt64(1)...20 { _ = try await nights.play(seed, stores: 5) }
      #expect(await nights.preparedAgain == [])
    }
  }

  @Test func `no night breaks a promise`() async throws {
    try await Nights.inFolder { nights in
      let count = Self.number("VITRINE_SCHEDULES", 950)
      let first = UInt64(Self.number("VITRINE_FIRST_SEED", 1))
      let total = try await nights.playAll(
        (0..<count).map { ($0 % Self.sizes.count, first + UInt64($0)) }.map {
          (stores: Self.sizes[$0.0], seed: $0.1)
        })
      print("simulation: \(total.summary)")
    }
  }

  /// A tenth as many nights; `VITRINE_CLOCKS_APART` plays the one of `VITRINE_SEED` in this way.
  @Test func `no night of workers that disagree about the time breaks a promise`() async throws {
    try await Nights.inFolder { nights in
      let count = max(1, Self.number("VITRINE_SCHEDULES", 950) / 10)
      let total = try await nights.playAll(
        (0..<count).map {
          (stores: Self.sizes[$0 % Self.sizes.count], seed: UInt64(2_000_000 + $0))
        }, areClocksApart: true)
      print("simulation with wrong clocks: \(total.summary)")
    }
  }

  @Test func `no night of 1,212 stores breaks a promise`() async throws {
    try await Nights.inFolder { nights in
      let count = Self.number("VITRINE_LARGE_SCHEDULES", 50)
      let total = try await nights.playAll(
        (0..<count).map { (stores: 1_212, seed: UInt64(1_000_000 + $0)) })
      print("large simulation: \(total.summary)")
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["VITRINE_SEED"] != nil))
  func `one night with its trace`() async throws {
    try await Nights.inFolder { nights in
      let seed = UInt64(Self.number("VITRINE_SEED", 1))
      let stores = Self.number("VITRINE_SEED_STORES", Self.sizes[Int((seed - 1) % 7)])
      let mutant = ProcessInfo.processInfo.environment["VITRINE_MUTANT"].flatMap(
        Mutant.init(rawValue:))
      let report = try await nights.play(
        seed, stores: stores, mutant: mutant, keepsLines: true,
        areClocksApart: ProcessInfo.processInfo.environment["VITRINE_CLOCKS_APART"] != nil)
      print(report.lines.joined(separator: "\n"))
      print(report.ends)
    }
  }
}

/// The check is checked: bugs that were put in on purpose.
///
/// A suite of its own beside the other nights, two bugs at a time: all at once they would keep tests with
/// deadlines waiting.
struct PlantedBugTests {
  private static let half = Mutant.allCases.count / 2

  @Test(.serialized, arguments: Mutant.allCases.prefix(half))
  func `a planted bug is found within 200 nights`(_ mutant: Mutant) async throws {
    try await Self.find(mutant)
  }

  @Test(.serialized, arguments: Mutant.allCases.dropFirst(half))
  func `each further bug that is planted is found so too`(_ mutant: Mutant) async throws {
    try await Self.find(mutant)
  }

  private static func find(_ mutant: Mutant) async throws {
    try await Nights.inFolder { nights in
      for seed in UInt64(1)...200 {
        let report = try await nights.play(
          seed, stores: [3, 5, 8][Int(seed % 3)], mutant: mutant)
        if let violation = report.violations.first {
          print("mutant \(mutant): seed \(seed): \(violation)")
          return
        }
      }
      Issue.record("\(mutant) was not found")
    }
  }
}
