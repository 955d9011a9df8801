import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The commands about posts, as store staff type them.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct PostCommandTests {
  @Test func `from the template to the approved post, without naming the store`() async throws {
    try await withDesk { desk in
      try desk.dailyTemplate()
      let chloe = try await StoreStaff.join(desk, "Chloé Roy", "store_contributor")
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let made = try await chloe.succeed("post", "adapt", "produit", "--set", "produit=Le cidre")
      let item = try #require(made["items"]?.items.first)
      #expect(made["items"]?.items.count == 1)
      #expect(item["network"] == "facebook" && item["state"] == "draft")
      #expect(item["store"] == "FR-0001")
      #expect(item["text"]?.text?.hasPrefix("Le cidre, ce samedi chez ") == true)
      let id = try #require(item["id"]?.text)
      let digest = try #require(item["digest"]?.text)
      #expect(try await chloe.succeed("post", "submit", id)["state"] == "submitted")
      let waiting = try await marc.succeed("post", "list", "--waiting")
      #expect(waiting["items"]?.items.map { $0["need"] } == ["approve"])
      let approved = try await marc.succeed("post", "approve", id, "--digest", digest)
      #expect(approved["state"] == "approved" && approved["id"]?.text == id)
      let scheduled = try await marc.succeed(
        "post", "publish", id, "--at", "local:2031-05-05T09:00")
      #expect(scheduled["state"] == "scheduled")
      #expect(scheduled["at"] == "2031-05-05T07:00:00.000Z")
      let listed = try await chloe.succeed("post", "list", "--mine", "--state", "scheduled")
      #expect(listed["items"]?.items.map { $0["id"]?.text } == [id])
      #expect(listed["next"] == .null)
      let cancelled = try await marc.succeed("post", "cancel", id)
      #expect(cancelled["state"] == "withdrawn")
      let history = try await chloe.succeed("audit", "list", "--object", id)
      #expect(
        history["items"]?.items.reversed().compactMap { $0["action"]?.text }
          == ["post.draft", "post.submit", "post.approve", "post.schedule", "post.cancel"])
    }
  }

  @Test func `a rejection says why, and an edit asks again`() async throws {
    try await withDesk { desk in
      try desk.dailyTemplate()
      let chloe = try await StoreStaff.join(desk, "Chloé Roy", "store_contributor")
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let made = try await chloe.succeed("post", "adapt", "produit", "--set", "produit=Le cidre")
      let id = try #require(made["items"]?.items.first?["id"]?.text)
      try await chloe.succeed("post", "submit", id)
      try await marc.succeed("post", "reject", id, "--reason", "no cider this week")
      let shown = await chloe.speak("post", "show", id)
      #expect(shown.output.contains("no cider this week"), "\(shown.all)")
      #expect(shown.output.contains("Marc Petit"))
      let edited = try await chloe.succeed("post", "edit", id, "--set", "produit=Le poiré")
      #expect(edited["state"] == "draft" && edited["revision"] == 2)
      #expect(edited["text"]?.text?.hasPrefix("Le poiré, ce samedi") == true)
    }
  }

  @Test func `a refusal says what, why and what comes next`() async throws {
    try await withDesk { desk in
      try desk.dailyTemplate()
      let chloe = try await StoreStaff.join(desk, "Chloé Roy", "store_contributor")
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let made = try await marc.succeed("post", "adapt", "produit", "--set", "produit=Le cidre")
      let id = try #require(made["items"]?.items.first?["id"]?.text)
      let alien = await chloe.speak("post", "submit", id, "--json")
      #expect(alien.exitCode == 77, "\(alien.all)")
      #expect(alien.error?["message"]?.text?.contains("draft") == true, "\(alien.all)")
      try await marc.succeed("post", "withdraw", id)
      let late = await marc.speak("post", "publish", id, "--json")
      #expect(late.exitCode == 77)
      #expect(late.error?["hint"]?.text?.contains("withdrawn for good") == true, "\(late.all)")
      let unfilled = await marc.speak("post", "adapt", "produit", "--json")
      #expect(unfilled.exitCode == 65, "\(unfilled.all)")
      #expect(unfilled.error?["findings"]?.items.count == 1)
      let missing = await marc.speak("post", "adapt", "produits", "--json")
      #expect(missing.exitCode == 66)
      #expect(missing.error?["hint"]?.text?.contains("produit") == true)
      let regional = try await StoreStaff.join(
        desk, "Rémi Faure", "region_manager", scope: "region:Auvergne-Rhône-Alpes")
      let where_ = await regional.speak("post", "adapt", "produit", "--set", "produit=x", "--json")
      #expect(where_.exitCode == 64 && where_.subject == "--store", "\(where_.all)")
    }
  }

  @Test func `a text and a picture of the store's own`() async throws {
    try await withDesk { desk in
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let text = try desk.write("Bonjour de {{store.name}} !\n", to: "texte.txt")
      let picture = try desk.write(Self.png, to: "photo.jpg")
      let silent = await marc.speak(
        "post", "create", "--text-file", text, "--media", picture, "--json")
      #expect(silent.exitCode == 65 && silent.subject == "--alt", "\(silent.all)")
      let made = try await marc.succeed(
        "post", "create", "--text-file", text, "--media", picture, "--alt", "Un étal", "--link",
        "https://www.example.com/fr")
      let item = try #require(made["items"]?.items.first)
      #expect(item["media"]?.items.first?["type"] == "png")
      #expect(item["media"]?.items.first?["alt"] == "Un étal")
      #expect(item["link"] == "https://www.example.com/fr")
      #expect(item["template"] == .null)
      let id = try #require(item["id"]?.text)
      let bare = try await marc.succeed("post", "edit", id, "--no-media")
      #expect(bare["media"]?.items == [])
      let piped = try await marc.succeed("post", "create", "--text-file", "-", input: "Bonsoir")
      #expect(piped["items"]?.items.first?["text"] == "Bonsoir")
      let bad = await marc.speak(
        "post", "create", "--text-file", text, "--link", "http://example.com", "--json")
      #expect(bad.exitCode == 64 && bad.subject == "--link")
    }
  }

  @Test func `a post is on the page once, and comes down with a reason`() async throws {
    try await withStage(12) { stage in
      let desk = stage.desk
      try desk.dailyTemplate()
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let picture = try desk.write(Self.png, to: "photo.png")
      let made = try await marc.succeed(
        "post", "adapt", "produit", "--set", "produit=Le cidre", "--media", picture, "--alt",
        "Une bouteille")
      let item = try #require(made["items"]?.items.first)
      let id = try #require(item["id"]?.text)
      let published = try await marc.succeed("post", "publish", id)
      #expect(published["state"] == "published", "\(published.text ?? "")")
      #expect(published["permalink"]?.text?.isEmpty == false)
      let visible = try await stage.sandbox.posts()
      #expect(visible.map(\.store) == ["FR-0001"])
      #expect(visible.map(\.id) == [published["postID"]?.text ?? ""])
      let again = await marc.speak("post", "publish", id, "--json")
      #expect(again.exitCode == 77, "\(again.all)")
      #expect(again.error?["hint"]?.text?.contains("takedown") == true, "\(again.all)")
      let shown = try await marc.succeed("post", "show", id, "--as-published")
      #expect(shown["published"]?["text"]?.text == item["text"]?.text)
      let who = try await desk.succeed(["audit", "who", "--post", id], as: .auditor)
      #expect(who["author"]?["id"]?.text == marc.id || who["author"]?.text == marc.id, "\(who)")
      let down = try await marc.succeed("post", "takedown", id, "--reason", "sold out")
      #expect(down["state"] == "taken-down")
      #expect(try await stage.sandbox.posts().isEmpty)
      try await stage.expectGoodLog()
    }
  }

  @Test func `a network that the template does not name is refused with those that it does`()
    async throws
  {
    try await withDesk { desk in
      try desk.dailyTemplate()
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let made = await marc.speak(
        "post", "adapt", "produit", "--set", "produit=Le cidre", "--network", "instagram")
      #expect(made.exitCode == 65, "\(made.all)")
      #expect(made.errors.contains("it is for facebook"), "\(made.all)")
    }
  }

  @Test func `French staff read French`() async throws {
    try await withDesk { desk in
      try desk.dailyTemplate()
      let marc = try await StoreStaff.join(desk, "Marc Petit", "store_manager")
      let made = await marc.speak(
        "post", "adapt", "produit", "--set", "produit=Le cidre", "--language", "fr")
      #expect(made.exitCode == 0, "\(made.all)")
      #expect(made.output.contains("FR-0001 facebook\u{A0}: brouillon"), "\(made.all)")
      #expect(made.errors.contains("vitrine post publish p_"), "\(made.all)")
      let list = await marc.speak("post", "list", "--language", "fr")
      #expect(list.output.contains("MAGASIN") && list.output.contains("brouillon"))
      let none = await marc.speak("post", "expired", "--language", "fr")
      #expect(none.errors.contains("aucune publication en ligne"), "\(none.all)")
    }
  }

  /// The smallest PNG: one pixel.
  private static let png: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1,
    0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1F, 0x15, 0xC4, 0x89, 0, 0, 0, 10, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9C, 0x63, 0, 1, 0, 0, 5, 0, 1, 0x0D, 0x0A, 0x2D, 0xB4, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44,
    0xAE, 0x42, 0x60, 0x82,
  ]
}
