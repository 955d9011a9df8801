import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The pages themselves against the log, over a real sandbox.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct ReconcileTests {
  @Test func `on 1,212 pages three posts, two deletions and an edit are found, and nothing else`()
    async throws
  {
    try await withStage(1_212) { (stage) async throws in
      let launch = try await stage.launch()
      #expect(launch.exitCode == 0, "\(launch.all)")
      let calm = try await stage.desk.run(["audit", "reconcile", "--json"], as: .auditor)
      #expect(calm.exitCode == 0, "\(calm.all)")
      #expect(try JSON(parsing: calm.output)["checked"] == .integer(1_212))

      let posts = try await stage.sandbox.posts()
      for store in ["FR-0003", "FR-0700", "FR-1212"] {
        try await stage.sandbox.post("Soldes à \(store)", on: store)
      }
      for place in [10, 1_100] { try await stage.sandbox.delete(posts[place].id) }
      try await stage.sandbox.edit(posts[500].id, to: "Pour vous : bienvenue.")

      for round in 1...2 {
        let outcome = try await stage.desk.run(["audit", "reconcile", "--json"], as: .auditor)
        #expect(outcome.exitCode == 1, "\(outcome.all)")
        let report = try JSON(parsing: outcome.output)
        #expect(report["checked"] == .integer(1_212))
        #expect(report["notChecked"]?.items.isEmpty == true)
        let strangers = report["unrecorded"]?.items ?? []
        #expect(
          strangers.compactMap { $0["store"]?.text } == ["FR-0003", "FR-0700", "FR-1212"])
        #expect(strangers.first?["text"]?.text == "Soldes à FR-0003")
        #expect(strangers.allSatisfy { $0["application"] == .null && $0["adminCreator"] != .null })
        #expect(
          Set((report["missing"]?.items ?? []).compactMap { $0["postID"]?.text })
            == [posts[10].id, posts[1_100].id])
        let altered = report["altered"]?.items ?? []
        #expect(altered.compactMap { $0["postID"]?.text } == [posts[500].id])
        #expect(altered.first?["difference"]?["is"]?.text == "Pour vous : bienvenue.")
        #expect((strangers + altered).allSatisfy { $0["isNew"] == .bool(round == 1) })
      }
      // Six findings and three comparisons, each with its beginning and its end.
      let records = try await stage.desk.succeed(
        ["audit", "list", "--action", "audit.reconcile", "--limit", "100"], as: .auditor)
      #expect(records["items"]?.items.count == 6 + 3 * 2)
      let verified = await stage.desk.speak(["audit", "verify"], as: .auditor)
      #expect(verified.exitCode == 0, "\(verified.all)")
    }
  }

  @Test func `a page that cannot be asked is named, and the run is no success`() async throws {
    try await withStage(12) { (stage) async throws in
      #expect(try await stage.launch().exitCode == 0)
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm(["error,code=190,subcode=463,pages=\(page)"])
      let spoken = await stage.desk.speak(["audit", "reconcile", "--json"], as: .auditor)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      let report = try JSON(parsing: spoken.output)
      #expect(report["checked"] == .integer(11))
      #expect(report["notChecked"]?.items.compactMap { $0["store"]?.text } == ["FR-0007"])
      #expect(report["missing"]?.items.isEmpty == true)
      // People read the same.
      let words = await stage.desk.speak(["audit", "reconcile"], as: .auditor)
      #expect(words.output.contains("FR-0007"), "\(words.all)")
    }
  }

  @Test func `who may not reconcile is denied before a page is asked`() async throws {
    try await withStage(12) { (stage) async throws in
      let before = try await stage.sandbox.calls("list")
      let spoken = await stage.desk.speak(["audit", "reconcile", "--json"], as: .broadcaster)
      #expect(spoken.exitCode == 77)
      #expect(try await stage.sandbox.calls("list") == before)
    }
  }
}
