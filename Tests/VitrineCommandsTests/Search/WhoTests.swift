import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// From what a complainant holds to the people behind it.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct WhoTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a link leads to author, approvers and launcher`(_ driver: DriverUnderTest) async throws {
    try await withStage(12, driver) { stage in
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      let desk = stage.desk
      let status = try await desk.succeed(
        ["broadcast", "status", stage.broadcast, "--pages"], as: .editor)
      let page = try #require(status["pages"]?.items.first { $0["store"] == "FR-0003" })
      let post = try #require(page["post"]?.text)
      let remote = try #require(page["postID"]?.text)
      let link = try #require(page["permalink"]?.text)
      let number = remote.split(separator: "_").joined(separator: "/posts/")
      for handle in [
        ["--post", post], ["--remote-id", remote], ["--permalink", link],
        ["--permalink", link.replacing("http://", with: " ")],
        ["--permalink", "https://m.facebook.com/\(remote)?fbclid=x"],
        ["--permalink", "https://www.facebook.com/\(number)/"],
        [
          "--permalink", "https://www.facebook.com/Un-Nom/posts/\(remote.split(separator: "_")[1])",
        ],
      ] {
        let who = try await desk.succeed(["audit", "who"] + handle, as: .auditor)
        #expect(who["post"]?.text == post, "\(handle)")
        #expect(who["author"]?["id"]?.text == desk.people[.editor])
        #expect(who["author"]?["name"]?.text == Person.editor.name)
        #expect(
          Set((who["approvers"]?.items ?? []).compactMap { $0["id"]?.text })
            == Set([Person.approver, .secondApprover].compactMap { desk.people[$0] }))
        #expect(who["launcher"]?["id"]?.text == desk.people[.broadcaster])
        #expect(who["onBehalfOf"]?.text == desk.people[.broadcaster])
        #expect(who["attempts"]?.items.isEmpty == false)
        #expect(who["storeName"]?.text?.isEmpty == false)
        #expect(who["takenDown"] == .null)
        let shown = try await stage.sandbox.posts().first { $0.id == remote }
        #expect(who["text"]?.text == shown?.message)
        let index = try #require(who["index"]?.number)
        let record = try await desk.succeed(["audit", "show", String(index)], as: .auditor)
        #expect(record["action"] == "post.publish" && record["remote"]?["postID"]?.text == remote)
      }
      let unknown = await desk.speak(
        ["audit", "who", "--permalink", "https://www.facebook.com/1_1", "--json"], as: .auditor)
      #expect(unknown.exitCode == 66, "\(unknown.all)")
    }
  }

  @Test func `a person is found by what was published on their word`() async throws {
    try await withStage(12) { stage in
      #expect(try await stage.launch().exitCode == 0)
      let desk = stage.desk
      for (person, role) in [
        (Person.editor, "author"), (.approver, "approver"), (.broadcaster, "launcher"),
      ] {
        let list = try await desk.succeed(
          [
            "audit", "list", "--person", desk.people[person] ?? "", "--as", role, "--action",
            "post.publish", "--limit", "100",
          ], as: .auditor)
        #expect(list["items"]?.items.count == 12, "\(role)")
      }
      let list = try await desk.succeed(
        ["audit", "list", "--person", desk.people[.editor] ?? "", "--as", "approver"],
        as: .auditor)
      #expect(list["items"]?.items.isEmpty == true)
      let asked = try await desk.succeed(
        ["audit", "list", "--actor", desk.people[.auditor] ?? "", "--action", "audit.read"],
        as: .auditor)
      #expect(
        Set(asked["items"]?.items.compactMap { $0["target"]?["id"]?.text } ?? [])
          == Set([Person.editor, .approver, .broadcaster].compactMap { desk.people[$0] }))
    }
  }

  @Test func `a published word is found on every page, without case and accents`() async throws {
    try await withStage(12) { stage in
      #expect(try await stage.launch().exitCode == 0)
      let desk = stage.desk
      // Words of every post: a store's own name stands on its own page only.
      let texts = try await stage.sandbox.posts().map { Set(SearchWords.of($0.message)) }
      let common = texts.dropFirst().reduce(texts.first ?? []) { $0.intersection($1) }
      let words = common.filter { $0.utf8.count > 3 }.sorted().prefix(2)
      try #require(words.count == 2)
      let found = try await desk.succeed(
        ["audit", "list", "--text", words.joined(separator: " ").uppercased(), "--limit", "100"],
        as: .auditor)
      #expect(found["items"]?.items.count == 12)
      let none = try await desk.succeed(
        ["audit", "list", "--text", "\(words[0]) motquinexistepas"], as: .auditor)
      #expect(none["items"]?.items.isEmpty == true)
      let one = try await desk.succeed(
        ["audit", "list", "--text", String(words[0]), "--store", "FR-0003"], as: .auditor)
      #expect(one["items"]?.items.count == 1)
      let some = try await desk.succeed(
        ["audit", "list", "--select", "store:FR-0003 | store:FR-0004", "--action", "post.publish"],
        as: .auditor)
      #expect(some["items"]?.items.count == 2)
    }
  }

  @Test func `a rejected broadcast says who, when and why`() async throws {
    try await withDesk { desk in
      let id = try await desk.draftBroadcast("Bonjour")
      try await desk.succeed(["broadcast", "submit", id], as: .editor)
      try await desk.succeed(
        ["broadcast", "reject", id, "--reason", "=1+1 le prix manque"], as: .approver)
      let shown = try await desk.succeed(["broadcast", "show", id], as: .editor)
      #expect(shown["rejection"]?["reason"] == "=1+1 le prix manque")
      #expect(shown["rejection"]?["name"]?.text == Person.approver.name)
      #expect(shown["pause"] == .null)
      let list = try await desk.succeed(
        ["audit", "list", "--action", "broadcast.reject"], as: .auditor)
      #expect(list["items"]?.items.first?["reason"] == "=1+1 le prix manque")

      let csv = await desk.speak(
        ["audit", "list", "--action", "broadcast.reject", "--format", "csv"], as: .auditor)
      let lines = csv.output.split(separator: "\r\n")
      #expect(lines.count == 2 && lines[0].hasPrefix("index,time,action,actor,actorName,"))
      #expect(lines[1].hasSuffix(",'=1+1 le prix manque"), "\(lines[1])")
      let jsonl = await desk.speak(["audit", "list", "--format", "jsonl"], as: .auditor)
      let size = try await desk.succeed(["audit", "verify"], as: .auditor)["records"]?.number
      #expect(jsonl.output.split(separator: "\n").count == Int(size ?? 0))
    }
  }

  @Test func `the names in the list are the people's`() async throws {
    try await withDesk { desk in
      let list = await desk.speak(["audit", "list", "--limit", "100"], as: .auditor)
      #expect(list.exitCode == 0, "\(list.all)")
      #expect(list.output.contains(Person.admin.name) && list.output.contains(Person.editor.name))
      #expect(!list.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }
  }
}
