import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 2: the real process killed at seeded instants, and run again without any flag.
///
/// `VITRINE_KILLS` says how many seeds (the campaign takes 200). A failing seed repeats with
/// `VITRINE_KILL_SEED`; the instant is a share of the time that an undisturbed launch takes here.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct KillTests {
  static let seeds: [UInt64] = {
    let environment = ProcessInfo.processInfo.environment
    if let seed = environment["VITRINE_KILL_SEED"].flatMap(UInt64.init) { return [seed] }
    return Array(0..<(environment["VITRINE_KILLS"].flatMap(UInt64.init) ?? 10))
  }()

  @Test(arguments: seeds)
  func `a launch that is killed at any instant ends with every page published once`(
    _ seed: UInt64
  ) async throws {
    let pages = seed % 10 == 9 ? 1_212 : 300
    try await Self.killAndResume(pages, .sqlite, seed)
  }

  @Test(
    .enabled(if: !PostgreSQLServer.isSkipped, "VITRINE_SKIP_POSTGRESQL is set"),
    arguments: seeds.prefix(max(4, seeds.count / 5)))
  func `a launch over PostgreSQL that is killed at any instant ends so too`(
    _ seed: UInt64
  ) async throws {
    try await Self.killAndResume(100, .postgresql, seed &+ 1_000_000)
  }

  @Test(arguments: seeds.prefix(max(6, seeds.count / 4)))
  func `a launch in bad weather that is killed at any instant publishes nothing twice`(
    _ seed: UInt64
  ) async throws {
    try await withStage(100) { stage in
      try await stage.sandbox.arm([
        "lost-answer,op=stage,rate=0.05,count=12", "null-member-done,op=release,rate=0.1,count=12",
        "null-member,op=stage,rate=0.1,count=12", "list-lag,op=stage,rate=0.2,delay=700",
        "late-execution,op=release,rate=0.03,count=6,delay=400",
      ])
      var random = SeededGenerator(seed: seed &+ 2_000_000)
      let usual = try await Undisturbed.nanoseconds(100, .sqlite)
      for _ in 0..<2 {
        try await Self.kill(stage, UInt64.random(in: 0..<usual * 2, using: &random))
      }
      try await stage.sandbox.clearFaults()
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      try await stage.expectComplete()
    }
  }

  @Test(arguments: seeds.prefix(max(4, seeds.count / 10)))
  func `a cancellation that is killed and repeated leaves nothing public and no draft`(
    _ seed: UInt64
  ) async throws {
    try await withStage(100) { stage in
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm(["error,code=190,subcode=463,pages=\(page)"])
      let launch = try await stage.launch()
      #expect(launch.exitCode == 1, "\(launch.all)")
      let before = try await stage.audit(pendingAllowed: true)
      #expect(before.state == "awaiting-exceptions")
      #expect(before.visible.isEmpty)

      var random = SeededGenerator(seed: seed &+ 3_000_000)
      let usual = try await Undisturbed.nanoseconds(100, .sqlite)
      let cancel = ["broadcast", "cancel", stage.broadcast, "--json"]
      let run = try stage.desk.start(cancel, as: .broadcaster)
      run.child.send(SIGKILL, afterNanoseconds: UInt64.random(in: 0..<usual, using: &random))
      _ = try await run.outcome()
      let again = try await stage.desk.run(cancel, as: .broadcaster)
      #expect(again.exitCode == 0, "\(again.all)")

      let after = try await stage.audit()
      #expect(after.state == "cancelled")
      #expect(after.count("cancelled") == 100, "\(after.counts)")
      let left = try await stage.sandbox.posts(all: true).filter { $0.state != "deleted" }
      #expect(left.isEmpty, "\(left.count) drafts left")
      try await stage.expectGoodLog()
    }
  }

  /// Kills one to three times, looks at what is left, and lets the last launch finish.
  private static func killAndResume(
    _ pages: Int, _ driver: DriverUnderTest, _ seed: UInt64
  ) async throws {
    try await withStage(pages, driver) { stage in
      var random = SeededGenerator(seed: seed)
      let usual = try await Undisturbed.nanoseconds(pages, driver)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        try await kill(stage, UInt64.random(in: 0..<usual, using: &random))
      }
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      try await stage.expectComplete()
    }
  }

  /// Launches, kills after so many nanoseconds, and checks what must hold even then.
  private static func kill(_ stage: Stage, _ delay: UInt64) async throws {
    let run = try stage.startLaunch()
    run.child.send(SIGKILL, afterNanoseconds: delay)
    let outcome = try await run.outcome()
    #expect(
      outcome.ending.signal == SIGKILL || outcome.exitCode == 0, "\(outcome.all)")
    try await stage.auditAfterKill()
    try await stage.expectGoodLog()
  }
}

extension Stage {
  /// After a kill a page may be public and not yet recorded as such; everything else must hold.
  func auditAfterKill() async throws {
    let json = try await desk.succeed(["broadcast", "status", broadcast], as: .editor)
    let sum = Accounts.columns.reduce(0) { $0 + (json[$1]?.number ?? -1) }
    #expect(sum == Int64(pages), "\(json.text)")
    let visible = try await sandbox.posts()
    #expect(Set(visible.map(\.page)).count == visible.count, "a page shows it twice")
    #expect(visible.count >= Int(json["published"]?.number ?? 0), "\(json.text)")
  }
}

/// How long a launch takes here when nobody kills it.
enum Undisturbed {
  static func nanoseconds(_ pages: Int, _ driver: DriverUnderTest) async throws -> UInt64 {
    try await Measured.shared.nanoseconds(Template.Key(pages: pages, driver: driver))
  }

  private actor Measured {
    static let shared = Measured()
    private var tasks: [Template.Key: Task<UInt64, any Error>] = [:]

    func nanoseconds(_ key: Template.Key) async throws -> UInt64 {
      let task =
        tasks[key]
        ?? Task {
          let folder = try Scratch.url().appending(path: "measured-\(UUID().uuidString)")
          try Template.makeFolder(folder)
          return try await TemporaryFolder.$current.withValue(folder) {
            try await Undisturbed.measure(key)
          }
        }
      tasks[key] = task
      return try await task.value
    }
  }

  private static func measure(_ key: Template.Key) async throws -> UInt64 {
    var duration: UInt64 = 0
    try await withStage(key.pages, key.driver) { stage in
      let outcome = try await stage.launch()
      try #require(outcome.exitCode == 0, "\(outcome.all)")
      duration = outcome.duration
    }
    return duration
  }
}
