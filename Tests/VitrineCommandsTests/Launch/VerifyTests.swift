import Testing
import VitrineCore
import VitrineTestSupport

/// Whether a message is still on its pages a while later.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct VerifyTests {
  @Test func `what was deleted, edited or cannot be read is told apart from what is there`()
    async throws
  {
    try await withStage(12) { stage in
      _ = try await stage.launch()
      let calm = try await stage.desk.succeed(
        ["broadcast", "verify", stage.broadcast], as: .broadcaster)
      #expect(calm["published"] == 12 && calm["same"] == 12, "\(calm)")

      let posts = try await stage.sandbox.posts()
      try await stage.sandbox.delete(posts[3].id)
      try await stage.sandbox.edit(posts[5].id, to: "Tout doit disparaître !")
      let deaf = try await stage.sandbox.page(of: "FR-0009")
      try await stage.sandbox.arm(["error,code=190,subcode=463,op=read,pages=\(deaf)"])
      let spoken = await stage.desk.speak(
        ["broadcast", "verify", stage.broadcast, "--json"], as: .broadcaster)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      let found = try JSON(parsing: spoken.output)
      #expect(found["published"] == 12 && found["same"] == 9, "\(spoken.all)")
      func ids(_ part: String) -> [String?] {
        found[part]?.items.map { $0["postID"]?.text } ?? []
      }
      #expect(ids("missing") == [posts[3].id])
      #expect(ids("altered") == [posts[5].id])
      #expect(found["altered"]?.items.first?["reason"]?.text?.contains("disparaître") == true)
      #expect(found["unclear"]?.items.map { $0["store"] } == ["FR-0009"])
      let words = await stage.desk.speak(
        ["broadcast", "verify", stage.broadcast], as: .broadcaster)
      #expect(
        words.output.contains("12 published: 9 the same, 1 altered, 1 missing, 1 without an answer")
      )
      #expect(await stage.desk.speak(["audit", "verify"], as: .auditor).exitCode == 0)
    }
  }
}

/// A message that comes back.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct RepairCommandTests {
  @Test func `what was deleted or edited is there again, once on each page`() async throws {
    try await withStage(12) { stage in
      _ = try await stage.launch()
      let posts = try await stage.sandbox.posts()
      try await stage.sandbox.delete(posts[3].id)
      try await stage.sandbox.edit(posts[5].id, to: "Tout doit disparaître !")
      let refused = await stage.desk.speak(
        ["broadcast", "verify", stage.broadcast, "--repair", "--json"], as: .editor)
      #expect(refused.exitCode == 77, "\(refused.all)")
      let repaired = try await stage.desk.succeedAlone(
        ["broadcast", "verify", stage.broadcast, "--repair"], as: .broadcaster)
      #expect(repaired["published"] == 12 && repaired["same"] == 12, "\(repaired)")
      let causes = repaired["repaired"]?.items.compactMap { $0["cause"]?.text } ?? []
      #expect(Set(causes) == ["missing", "altered"] && causes.count == 2)
      let after = try await stage.sandbox.posts()
      #expect(after.count == 12)
      #expect(after.contains { $0.id == posts[5].id })
      let status = try await stage.desk.succeed(
        ["broadcast", "status", stage.broadcast], as: .broadcaster)
      #expect(status["state"] == "finished")
      #expect(status["verified"]?["same"] == 12)
      #expect(await stage.desk.speak(["audit", "verify"], as: .auditor).exitCode == 0)
    }
  }
}

/// A message that comes down again.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct TakedownTests {
  @Test func `a message comes down at one store, then everywhere, and nothing is left`()
    async throws
  {
    try await withStage(12) { stage in
      _ = try await stage.launch()
      let one = try await stage.desk.succeedAlone(
        [
          "broadcast", "takedown", stage.broadcast, "--select", "store:FR-0004", "--reason",
          "closed today",
        ], as: .broadcaster)
      #expect(one["takenDown"] == 1 && one["published"] == 11, "\(one)")
      #expect(try await stage.sandbox.posts().count == 11)
      let again = await stage.desk.speak(
        [
          "broadcast", "takedown", stage.broadcast, "--select", "store:FR-0004", "--reason",
          "closed today", "--json",
        ], as: .broadcaster)
      #expect(again.exitCode == 65 && again.code == "conflict", "\(again.all)")
      let verified = try await stage.desk.succeed(
        ["broadcast", "verify", stage.broadcast], as: .broadcaster)
      #expect(verified["published"] == 11 && verified["same"] == 11)

      let denied = await stage.desk.speak(
        ["broadcast", "takedown", stage.broadcast, "--reason", "no", "--json"], as: .editor)
      #expect(denied.exitCode == 77, "\(denied.all)")
      let all = try await stage.desk.succeedAlone(
        ["broadcast", "takedown", stage.broadcast, "--reason", "recalled by mistake"],
        as: .broadcaster)
      #expect(all["takenDown"] == 12 && all["published"] == 0, "\(all)")
      #expect(try await stage.sandbox.posts().isEmpty)
      let records = try await stage.desk.succeed(
        ["audit", "list", "--action", "broadcast.takedown", "--limit", "50"], as: .auditor)
      #expect(
        records["items"]?.items.count == 15, "two steps, their pages, a denial")
    }
  }

  @Test func `a message that is under way stops, and what is public comes down`() async throws {
    try await withStage(12) { stage in
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm(["error,code=190,subcode=463,op=stage,pages=\(page)"])
      _ = try await stage.launch()
      let staged = try await stage.desk.succeed(
        ["broadcast", "status", stage.broadcast], as: .broadcaster)
      #expect(staged["state"] == "awaiting-exceptions")
      let all = try await stage.desk.succeedAlone(
        ["broadcast", "takedown", stage.broadcast, "--reason", "wrong number"], as: .broadcaster)
      #expect(all["cancelled"] == 12 && all["state"] == "cancelled", "\(all)")
      let left = try await stage.sandbox.posts(all: true).filter { $0.state != "deleted" }
      #expect(left.isEmpty, "no draft is left either: \(left)")
    }
  }
}
