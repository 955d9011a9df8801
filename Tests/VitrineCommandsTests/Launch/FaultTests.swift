import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 3: each fault alone on 100 pages; the sandbox's own list of posts decides.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct FaultTests {
  @Test(.lane, arguments: FaultCase.passing)
  func `a launch gets through a fault by itself`(_ fault: FaultCase) async throws {
    try await Self.endure(fault)
  }

  @Test(.lane, arguments: FaultCase.unlisted)
  func `a launch gets through it where drafts cannot be listed`(_ fault: FaultCase) async throws {
    try await Self.endure(fault)
  }

  @Test(.lane, arguments: FaultCase.stopping)
  func `a fault that needs a person holds its pages and no other`(_ fault: FaultCase) async throws {
    try await Self.endure(fault)
  }

  /// Not in a lane: it mostly waits, as the network asked it to.
  @Test(arguments: ["80001", "4"])
  func `a throttle is waited out, and nothing is asked meanwhile`(_ code: String) async throws {
    try await withStage(100) { stage in
      try await stage.sandbox.arm([
        "throttle,op=stage,code=\(code),delay=1000,minutes=0,count=1"
      ])
      let outcome = try await stage.launch()
      // It ends when the wait does, or says at a minute that nothing moves.
      #expect([0, 75].contains(outcome.exitCode), "\(outcome.all)")
      #expect(outcome.duration > 50_000_000_000, "it did not wait: \(outcome.all)")
      try await stage.audit(pendingAllowed: outcome.exitCode == 75)
      // Only what was on its way already; for a page that is nothing.
      let told = try await stage.sandbox.callsWhileThrottled()
      #expect(told <= (code == "4" ? 100 : 1), "\(told) calls while throttled")
      try await stage.sandbox.clearFaults()
      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      try await stage.expectComplete()
    }
  }

  /// Not in a lane either: a launch waits a minute for what only a person can clear up.
  @Test
  func `a post that may be public on a page with a dead token is unknown, and never sent again`()
    async throws
  {
    try await withStage(100) { stage in
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm([
        "lost-answer,op=release,pages=\(page)",
        "error,code=190,subcode=463,op=read,pages=\(page)",
      ])
      let first = try await stage.launch()
      #expect([1, 75].contains(first.exitCode), "\(first.all)")
      let accounts = try await stage.audit()
      #expect(accounts.count("unknown") == 1, "\(accounts.counts)")
      #expect(accounts.pages["FR-0007"]?["state"] == "unknown")
      let releases = try await stage.sandbox.calls("release")

      try await stage.sandbox.clearFaults()
      try await stage.reconnect()
      let second = try await stage.launch()
      #expect(second.exitCode == 0, "\(second.all)")
      try await stage.expectComplete()
      #expect(try await stage.sandbox.calls("release") == releases)
    }
  }

  @Test(.lane) func `held pages wait for a decision, and the rest goes on with it`() async throws {
    try await withStage(100) { stage in
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm(["error,code=190,subcode=463,op=stage,pages=\(page)"])
      let first = try await stage.launch()
      #expect(first.exitCode == 1, "\(first.all)")
      let seen = try await stage.audit(pendingAllowed: true)
      #expect(seen.state == "awaiting-exceptions")
      #expect(seen.count("held") == 1)
      #expect(seen.visible.isEmpty)
      #expect(seen.pages["FR-0007"]?["state"]?.text == "held")

      let second = try await stage.launch("--accept-held")
      #expect(second.exitCode == 1, "\(second.all)")
      let released = try await stage.audit()
      #expect(released.count("published") == 99, "\(released.counts)")
      #expect(released.state == "finished")

      try await stage.sandbox.clearFaults()
      try await stage.reconnect()
      try await stage.desk.succeed(["broadcast", "retry", stage.broadcast], as: .broadcaster)
      let third = try await stage.launch()
      #expect(third.exitCode == 0, "\(third.all)")
      try await stage.expectComplete()
    }
  }

  /// Launches into a fault, checks the accounts, takes the fault away, mends, and finishes.
  private static func endure(_ fault: FaultCase) async throws {
    try await withStage(100) { stage in
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.set(fault.switches)
      try await stage.sandbox.arm(fault.faults.map { $0.replacing("PAGE", with: page) })
      let first = try await stage.launch()
      #expect(fault.exits.contains(first.exitCode), "\(first.all)")
      let waiting = ["awaiting-exceptions", "paused"]
      let state = (try? JSON(parsing: first.output))?["state"]?.text ?? ""
      let accounts = try await stage.audit(pendingAllowed: waiting.contains(state))
      if let published = fault.published {
        #expect(published.contains(accounts.count("published")), "\(accounts.counts)")
      }
      #expect((first.exitCode == 0) == (accounts.count("published") == 100))

      try await stage.sandbox.clearFaults()
      switch fault.mending {
      case .nothing: break
      case .reconnect:
        try await stage.reconnect()
        try await stage.desk.succeed(["broadcast", "retry", stage.broadcast], as: .broadcaster)
      case .resume:
        #expect(state == "paused", "\(first.all)")
        try await stage.desk.succeed(["broadcast", "resume", stage.broadcast], as: .broadcaster)
        try await stage.desk.succeed(["broadcast", "retry", stage.broadcast], as: .broadcaster)
      case .retry:
        try await stage.desk.succeed(["broadcast", "retry", stage.broadcast], as: .broadcaster)
      }
      let second = try await stage.launch()
      #expect(second.exitCode == 0, "\(second.all)")
      try await stage.expectComplete()
    }
  }
}
