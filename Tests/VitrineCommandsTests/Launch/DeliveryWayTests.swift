import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The ways of delivery that `vitrine.yaml` names, against a sandbox.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(10)))
struct DeliveryWayTests {
  private static func choose(_ way: String, _ stage: Stage) async throws {
    try await stage.desk.succeed(
      ["config", "set", "networks.facebook.delivery", way], as: .admin)
  }

  @Test func `directly, each page gets one post in one call, also where an answer is lost`()
    async throws
  {
    try await withStage(5) { stage in
      try await Self.choose("direct", stage)
      try await stage.sandbox.arm(["lost-answer,op=publish,count=1"])
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      try await stage.expectComplete()
      #expect(try await stage.sandbox.calls("stage") == 0)
      #expect(try await stage.sandbox.calls("publish") == 5)
    }
  }

  @Test func `what is handed over with its hour waits on the network, and a cancel takes it back`()
    async throws
  {
    try await withStage(5) { stage in
      try await Self.choose("scheduled", stage)
      let file = try stage.desk.write(
        "---\ntitle: Demain\n---\n\nPour {{store.name}} : demain.\n", to: "later.md")
      let now = Int64(Date.now.timeIntervalSince1970)
      let hour = Timestamp(clamping: (now + 2_400) * 1_000)
      let made = try await stage.desk.succeed(
        [
          "broadcast", "create", file, "--to", "all", "--at",
          "instant:\(hour.description.replacing(".000", with: ""))",
        ], as: .editor)
      let id = try #require(made["id"]?.text)
      try await stage.desk.succeed(["broadcast", "submit", id], as: .editor)
      for person in [Person.approver, .secondApprover] {
        try await stage.desk.succeed(["broadcast", "approve", id], as: person)
      }
      // It ends when all is with the network, long before the hour.
      try await stage.sandbox.arm(["lost-answer,op=stage,count=1"])
      let launch = try await stage.desk.run(["broadcast", "launch", id], as: .broadcaster)
      #expect(launch.exitCode == 0, "\(launch.all)")
      #expect(try await stage.sandbox.calls("stage") == 5)
      let waiting = try await stage.sandbox.posts(all: true)
      #expect(waiting.count { $0.state == "scheduled" } == 5, "\(waiting)")
      #expect(try await stage.sandbox.posts().isEmpty)
      try await stage.desk.succeed(["broadcast", "cancel", id], as: .broadcaster)
      let left = try await stage.sandbox.posts(all: true)
      #expect(left.allSatisfy { $0.state == "deleted" && !$0.wasPublished }, "\(left)")
      let status = try await stage.desk.succeed(["broadcast", "status", id], as: .editor)
      #expect(status["cancelled"]?.number == 5, "\(status)")
      try await stage.expectGoodLog()
    }
  }

  @Test func `a way that a network does not have is refused, and those that it has are named`()
    async throws
  {
    try await withDesk { desk in
      for (network, way, ways) in [
        ("facebook", "containers", "drafts, scheduled, direct"),
        ("mastodon", "drafts", "direct, scheduled"), ("instagram", "direct", "containers"),
      ] {
        let spoken = await desk.speak(["config", "set", "networks.\(network).delivery", way])
        #expect(spoken.exitCode == 64, "\(spoken.all)")
        #expect(spoken.all.contains(ways), "\(spoken.all)")
      }
      try desk.edit {
        $0.replacing("version: v26.0", with: "version: v26.0\n    delivery: containers")
      }
      let spoken = await desk.speak(["broadcast", "list"])
      #expect(spoken.exitCode == 78, "\(spoken.all)")
      #expect(spoken.all.contains("drafts, scheduled, direct"), "\(spoken.all)")
    }
  }
}
