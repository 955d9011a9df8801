import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `freeze`, `unfreeze` and what crowds a page, as people type and read them.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct FreezeCommandTests {
  /// A post of Marc's store for an hour of 5 May 2031, handed over.
  private func schedule(
    _ marc: StoreStaff, _ product: String, at hour: String, day: String = "2031-05-05"
  ) async throws -> JSON {
    let made = try await marc.succeed("post", "adapt", "produit", "--set", "produit=\(product)")
    let id = try #require(made["items"]?.items.first?["id"]?.text)
    return try await marc.succeed("post", "publish", id, "--at", "local:\(day)T\(hour)")
  }

  @Test func `a freeze keeps a post from leaving, says so, and ends`() async throws {
    try await withDesk { desk in
      try desk.dailyTemplate()
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let waiting = try await schedule(marc, "Le cidre", at: "09:00")
      let id = try #require(waiting["id"]?.text)
      let frozen = try await desk.succeed(
        ["freeze", "--to", "store:FR-0001", "--reason", "fire next door"], as: .broadcaster)
      #expect(frozen == ["frozen": 1, "alreadyFrozen": 0, "waiting": 1])
      let shown = try await marc.succeed("post", "show", id)
      #expect(shown["state"] == "scheduled" && shown["frozenSince"] != .null)
      #expect(shown["reason"]?.text?.contains("frozen") == true, "\(shown)")
      let list = await marc.speak("post", "list")
      #expect(list.output.contains("NOTE") && list.output.contains("frozen"), "\(list.all)")
      let french = await marc.speak("post", "show", id, "--language", "fr")
      #expect(french.output.contains("le magasin est gelé"), "\(french.all)")
      let doctor = await desk.speak(["doctor"], as: .broadcaster)
      #expect(doctor.output.contains("1 store has been frozen"), "\(doctor.all)")
      let made = try await marc.succeed("post", "adapt", "produit", "--set", "produit=Le pain")
      let now = try #require(made["items"]?.items.first?["id"]?.text)
      let refused = await marc.speak("post", "publish", now, "--json")
      #expect(refused.exitCode == 65 && refused.code == "conflict", "\(refused.all)")
      #expect(refused.error?["hint"]?.text?.contains("--at") == true, "\(refused.all)")
      let again = await desk.speak(
        ["freeze", "--to", "store:FR-0001", "--reason", "still"], as: .broadcaster)
      #expect(again.exitCode == 0 && again.output.contains("1 was already"), "\(again.all)")
      let lifted = try await desk.succeed(
        ["unfreeze", "--to", "store:FR-0001", "--reason", "over"],
        as: .broadcaster)
      #expect(lifted["unfrozen"] == 1 && lifted["held"] == [] && lifted["waiting"] == 1)
      #expect(try await marc.succeed("post", "show", id)["frozenSince"] == .null)
      let none = await desk.speak(
        ["unfreeze", "--to", "store:FR-0001", "--reason", "over"], as: .broadcaster)
      #expect(none.exitCode == 66, "\(none.all)")
    }
  }

  @Test func `who may not freeze is refused, and nobody freezes without saying why`() async throws {
    try await withDesk { desk in
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let own = await marc.speak("freeze", "--to", "store:FR-0001", "--reason", "quiet", "--json")
      #expect(own.exitCode == 77, "\(own.all)")
      let silent = await desk.speak(["freeze", "--to", "all"], as: .broadcaster)
      #expect(silent.exitCode == 64, "\(silent.all)")
      let wrong = await desk.speak(
        ["freeze", "--to", "shop:FR-0001", "--reason", "typo"], as: .broadcaster)
      #expect(wrong.exitCode == 65, "\(wrong.all)")
      let help = await desk.speak(["unfreeze", "--help", "--language", "fr"], as: nil)
      #expect(help.exitCode == 0 && help.output.contains("--to"), "\(help.all)")
    }
  }

  @Test func `a post too many says from when it was moved, and why, in both languages`()
    async throws
  {
    try await withDesk { desk in
      try desk.dailyTemplate()
      try await desk.succeed(["config", "set", "pressure.postsPerDay", "1"], as: .admin)
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      #expect(try await schedule(marc, "Le cidre", at: "09:00")["movedFrom"] == .null)
      let moved = try await schedule(marc, "Le pain", at: "10:00")
      let id = try #require(moved["id"]?.text)
      #expect(moved["state"] == "scheduled" && moved["at"] == "2031-05-06T08:00:00.000Z")
      #expect(moved["movedFrom"] == "2031-05-05T08:00:00.000Z")
      #expect(moved["movedBecause"]?.text?.contains("1 post of its store on 2031-05-05") == true)
      for (language, words) in [
        ("en", "moved from 2031-05-05T08:00:00.000Z, because the page has"),
        ("fr", "déplacée du 2031-05-05T08:00:00.000Z, parce que la page a déjà 1 publication"),
      ] {
        let shown = await marc.speak("post", "show", id, "--language", language)
        #expect(shown.output.contains(words), "\(shown.all)")
        let list = await marc.speak("post", "list", "--language", language)
        #expect(list.output.contains(words), "\(list.all)")
      }
      let bad = await desk.speak(["config", "set", "pressure.postsPerDay", "51"], as: .admin)
      #expect(bad.exitCode != 0, "\(bad.all)")
    }
  }
}
