import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `inbox` and `broadcast report`, as people type and read them.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct InboxCommandTests {
  /// A message of the editor that waits for approvals.
  private func submitted(_ desk: Desk) async throws -> String {
    let file = desk.folder.appending(path: "rappel.md")
    try Data("---\ntitle: Rappel produit\n---\nRapportez le lot 12.\n".utf8).write(to: file)
    let made = try await desk.succeed(
      ["broadcast", "create", file.path, "--to", "all"], as: .editor)
    let id = try #require(made["id"]?.text)
    try await desk.succeed(["broadcast", "submit", id], as: .editor)
    return id
  }

  @Test func `an approver reads what waits, in both languages, and marks it`() async throws {
    try await withDesk { desk in
      // The desk has a broadcast of its own.
      try await desk.succeed(["inbox", "--read", "all"], as: .approver)
      let id = try await submitted(desk)
      let english = await desk.speak(["inbox", "--language", "en"], as: .approver)
      let lines = english.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 3, "\(english.all)")
      #expect(lines.contains(#"  "Rappel produit" waits for your approval"#))
      #expect(
        lines.last
          == "  → read it with 'vitrine broadcast show \(id)', then run 'vitrine broadcast approve "
          + "\(id)' or 'vitrine broadcast reject \(id)'")
      let french = await desk.speak(["inbox", "--language", "fr"], as: .approver)
      #expect(
        french.output.contains("  «\u{A0}Rappel produit\u{A0}» attend votre approbation\n"),
        "\(french.all)")
      let list = try await desk.succeed(["inbox"], as: .approver)
      let item = try #require(list["items"]?.items.first)
      #expect(item["event"] == "submitted" && item["isRead"] == false)
      #expect(item["subject"] == ["type": "broadcast", "id": .string(id)])
      #expect(item["store"] == .null && list["next"] == .null)
      let notice = try #require(item["id"]?.text)
      #expect(try await desk.succeed(["inbox", "--read", notice], as: .approver) == ["read": 1])
      #expect(try await desk.succeed(["inbox"], as: .approver)["items"] == [])
      let all = try await desk.succeed(["inbox", "--all"], as: .approver)
      #expect(all["items"]?.items.first?["isRead"] == true)
      let unknown = await desk.speak(["inbox", "--read", "n_none", "--json"], as: .approver)
      #expect(unknown.exitCode == 66, "\(unknown.all)")
      let bad = await desk.speak(["inbox", "--cursor", "x", "--json"], as: .approver)
      #expect(bad.exitCode == 64, "\(bad.all)")
    }
  }

  @Test func `a message that stores do not know of cannot be reported`() async throws {
    try await withDesk { desk in
      let id = try await submitted(desk)
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let early = await marc.speak(
        "broadcast", "report", id, "--reason", "wrong number", "--json")
      #expect(early.exitCode == 66, "\(early.all)")
      let none = await marc.speak("inbox")
      #expect(none.exitCode == 0 && none.output.isEmpty, "\(none.all)")
      #expect(none.errors.contains("nothing for you"), "\(none.all)")
    }
  }

  @Test func `a person chooses the language of what leaves the desk`() async throws {
    try await withDesk { desk in
      let chosen = try await desk.succeed(["user", "language", "fr"], as: .approver)
      #expect(chosen == ["language": "fr"])
      let other = await desk.speak(["user", "language", "de", "--json"], as: .approver)
      #expect(other.exitCode == 64, "\(other.all)")
    }
  }
}
