import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Editing, trial pages and the urgent lane, as a person types them.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct EditCommandTests {
  @Test func `an approver who read the old text is told so`() async throws {
    try await withDesk { desk in
      let id = try await desk.submittedBroadcast("Bonjour {{store.name}}")
      let read = try await desk.succeed(["broadcast", "show", id], as: .approver)
      let digest = try #require(read["digest"]?.text)
      let file = try desk.write(
        "---\ntitle: Message national\n---\n\nBonsoir {{store.name}}\n", to: "new.md")
      let edited = try await desk.succeed(["broadcast", "edit", id, file], as: .editor)
      #expect(edited["state"] == "draft" && edited["revision"] == 2)
      try await desk.succeed(["broadcast", "submit", id], as: .editor)
      let stale = await desk.speak(
        ["broadcast", "approve", id, "--digest", digest, "--json"], as: .approver)
      #expect(stale.exitCode == 75 && stale.code == "stale", "\(stale.all)")
      let diff = try await desk.succeed(["broadcast", "diff", id], as: .approver)
      let change = diff["changes"]?.items.first
      #expect(change?["field"] == "text")
      #expect(change?["removed"]?.items == ["Bonjour {{store.name}}"])
      #expect(change?["added"]?.items == ["Bonsoir {{store.name}}"])
      let mine = try await desk.succeed(["broadcast", "list", "--mine"], as: .approver)
      #expect(
        mine["items"]?.items.contains { $0["id"]?.text == id && $0["need"] == "approve" } == true)
    }
  }

  @Test func `one page goes first, and the next launch does the rest`() async throws {
    try await withStage(12) { stage in
      let desk = stage.desk
      let pages = try await desk.succeed(["page", "list"], as: .admin)
      let page = try #require(pages["items"]?.items.first?["id"]?.text)
      let store = try #require(pages["items"]?.items.first?["store"]?.text)
      let trial = try await stage.launch("--only", page)
      #expect(trial.exitCode == 0, "\(trial.all)")
      let visible = try await stage.sandbox.posts()
      #expect(visible.map(\.store) == [store])
      // Nothing was made on the other pages, not even a draft.
      #expect(try await stage.sandbox.posts(all: true).count == 1)
      let rest = try await stage.launch()
      #expect(rest.exitCode == 0, "\(rest.all)")
      try await stage.expectComplete()
    }
  }

  @Test func `a page that is not among them cannot go first`() async throws {
    try await withStage(12) { stage in
      let spoken = await stage.desk.speak(
        ["broadcast", "launch", stage.broadcast, "--only", "pg_none", "--json"], as: .broadcaster)
      #expect(spoken.exitCode == 66, "\(spoken.all)")
      let state = try await stage.desk.succeed(
        ["broadcast", "show", stage.broadcast], as: .editor)["state"]
      #expect(state == "approved")
    }
  }

  @Test
  func `a locked message of the library takes the urgent lane, and a copy that differs does not`()
    async throws
  {
    let text = """
      ---
      title: Rappel
      urgent: true
      networks: [facebook]
      fields:
        - name: produit
          type: text
          max: 60
      ---

      Rappel : {{produit}}. Rapportez-le à {{store.name}}.

      """
    try await withDesk { desk in
      let library = desk.workspace.appending(path: "content-library/messages")
      try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: library.appending(path: "rappel.md"))
      let own = try desk.write(text.replacing("Rapportez-le", with: "Apportez-le"), to: "own.md")
      let refused = await desk.speak(
        ["broadcast", "create", own, "--to", "all", "--set", "produit=Beurre", "--json"],
        as: .editor)
      #expect(refused.exitCode == 65, "\(refused.all)")
      let good = try desk.write(text, to: "copy.md")
      let made = try await desk.succeed(
        ["broadcast", "create", good, "--to", "all", "--set", "produit=Beurre"], as: .editor)
      let id = try #require(made["id"]?.text)
      let submitted = try await desk.succeed(["broadcast", "submit", id], as: .editor)
      #expect(submitted["approvalsNeeded"] == 1)
      let approved = try await desk.succeed(["broadcast", "approve", id], as: .approver)
      #expect(approved["state"] == "approved")
      let shown = try await desk.succeed(["broadcast", "show", id], as: .approver)
      #expect(
        shown["posts"]?.items.first?["text"]?.text?.hasPrefix("Rappel : Beurre. ") == true)
    }
  }

  @Test func `a receipt is there whole, with its findings, or not at all`() async throws {
    try await withStage(12) { stage in
      _ = try await stage.launch()
      let folder = stage.desk.folder.appending(path: "receipt")
      try await stage.desk.succeed(
        ["broadcast", "receipt", stage.broadcast, "--out", folder.path], as: .editor)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(
        names == ["checkpoint", "log.vkey", "pages.csv", "proofs", "receipt.html", "receipt.json"])
      let text = try String(contentsOf: folder.appending(path: "receipt.json"), encoding: .utf8)
      let receipt = try JSON(parsing: text.trimmingCharacters(in: .newlines))
      #expect(receipt["approvals"]?.items.count == 2)
      // The cast of the tests was made by one administrator in a moment.
      #expect(
        receipt["findings"]?.items.map { $0["rule"] } == ["receipt.oneMaker", "receipt.oneMaker"])
      let parent = try FileManager.default.contentsOfDirectory(atPath: stage.desk.folder.path)
      #expect(!parent.contains { $0.hasPrefix(".receipt") })
      let again = await stage.desk.speak(
        ["broadcast", "receipt", stage.broadcast, "--out", folder.path], as: .editor)
      #expect(again.exitCode == 74, "\(again.all)")
    }
  }
}
