import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `vitrine library impact` and `rebase`, as processes of their own.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct LibraryRebaseTests {
  private func template(_ hours: String) -> String {
    """
    ---
    title: Horaires
    networks: [facebook]
    fields:
      - {name: horaires, type: text, label: Quels horaires ?, max: 90, default: \(hours)}
    ---

    {{store.name}} : {{horaires}}

    """
  }

  @Test func `head office mends a slip, and each store keeps what it wrote`() async throws {
    try await withDesk { desk in
      try desk.template("horaires", template("Ouvert exceptionnelement dimanche de 9 h à 12 h."))
      let chloe = try await StoreStaff.join(desk, "Chloé Roy", "store_contributor")
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      func adapt(_ arguments: String...) async throws -> String {
        let made = await desk.speak(
          ["post", "adapt", "horaires", "--yes", "--json"] + arguments, as: nil,
          with: ["VITRINE_TOKEN": chloe.token])
        let item = try JSON(parsing: made.output)["items"]?.items.first
        let id = try #require(item?["id"]?.text, "\(made.all)")
        try await chloe.succeed("post", "submit", id)
        try await marc.succeed("post", "approve", id)
        return id
      }
      let left = try await adapt()
      let own = try await adapt("--set", "horaires=Fermé dimanche")
      let nothing = try await desk.run(
        ["library", "rebase", "horaires", "--language", "en"], as: .editor)
      #expect(nothing.exitCode == 0, "\(nothing.all)")
      #expect(nothing.errors.contains("no post carries an older text of 'horaires'"))

      try desk.template("horaires", template("Ouvert exceptionnellement dimanche de 9 h à 12 h."))
      let impact = try await desk.succeedAlone(["library", "impact", "horaires"], as: .editor)
      #expect(Set(impact["items"]?.items.map { $0["post"]?.text } ?? []) == [left, own])
      #expect(impact["items"]?.items.map { $0["live"] } == [false, false])
      let plan = try await desk.succeedAlone(
        ["library", "rebase", "horaires", "--dry-run"], as: .editor)
      #expect(plan["summary"]?["conflict"] == 1 && plan["summary"]?["changed"] == 1)
      #expect(try await marc.succeed("post", "show", left)["state"] == "approved")

      let spoken = try await desk.run(
        ["library", "rebase", "horaires", "--language", "fr"], as: .editor)
      #expect(spoken.exitCode == 0, "\(spoken.all)")
      #expect(spoken.output.contains("Fermé dimanche"), "\(spoken.all)")
      #expect(spoken.errors.contains("2 accords annulés"), "\(spoken.all)")
      #expect(spoken.errors.contains("vitrine post list --state submitted"), "\(spoken.all)")
      let corrected = try await marc.succeed("post", "show", left)
      #expect(corrected["state"] == "submitted" && corrected["correction"] == .null)
      #expect(corrected["text"]?.text?.contains("exceptionnellement") == true)
      let asked = try await chloe.succeed("post", "show", own)
      #expect(asked["state"] == "draft")
      #expect(asked["correction"]?["reason"]?.text?.contains("Fermé dimanche") == true)
      let shown = await chloe.speak("post", "show", own)
      #expect(shown.output.contains("Fermé dimanche"), "\(shown.all)")
      let again = try await desk.succeedAlone(["library", "rebase", "horaires"], as: .editor)
      #expect(again["items"]?.items == [])
    }
  }

  @Test func `a template that is not there, and a person who may not`() async throws {
    try await withDesk { desk in
      try desk.template("horaires", template("Ouvert."))
      for command in ["impact", "rebase"] {
        let unknown = try await desk.run(["library", command, "horaire", "--json"], as: .editor)
        #expect(unknown.exitCode == 66, "\(unknown.all)")
        #expect(unknown.errors.contains("horaires"), "\(unknown.all)")
      }
      let refused = try await desk.run(["library", "rebase", "horaires", "--json"], as: .approver)
      #expect(refused.exitCode == 77, "\(refused.all)")
    }
  }
}
