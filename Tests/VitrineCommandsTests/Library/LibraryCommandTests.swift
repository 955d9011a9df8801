import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `vitrine library`, as head office and stores see it.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct LibraryCommandTests {
  private static let offer = """
    ---
    title: Une offre
    category: Offres d'été
    networks: [facebook, mastodon]
    text:
      mastodon: "{{produit}} : {{prix}}"
    media: [{file: etal.jpg, alt: Un étal.}]
    fields:
      - {name: produit, type: text, max: 60}
      - {name: prix, type: price, label: Quel prix ?}
      - {name: mot, type: text, required: false}
      - {name: photo, type: image, required: false}
    offer: {product: "{{produit}}", price: "{{prix}}"}
    ---

    {{produit}} à {{prix}} chez {{store.name}}.

    {{mot}}

    """

  private func withLibrary(
    _ files: [String: String] = [:], _ body: (Desk) async throws -> Void
  ) async throws {
    try await withDesk { desk in
      for (name, text) in ["templates/offre.md": Self.offer, "media/etal.jpg": "x"].merging(
        files, uniquingKeysWith: { $1 })
      {
        try desk.keep(text, in: name)
      }
      try await body(desk)
    }
  }

  @Test func `a sound library has nothing to say, and needs nobody signed in`() async throws {
    try await withLibrary { desk in
      let spoken = await desk.speak(["library", "check", "--language", "en"], as: nil)
      #expect(spoken.exitCode == 0 && spoken.output == "", "\(spoken.all)")
      #expect(spoken.errors.hasSuffix("1 file, no errors\n"), "\(spoken.all)")
      let json = try await desk.succeed(["library", "check"], as: nil)
      #expect(json["files"] == 1 && json["errors"] == 0 && json["findings"]?.items.isEmpty == true)
    }
  }

  @Test func `every finding is on a line of its own, and an error is exit 1`() async throws {
    let broken = "---\ntitle: t\ncategry: x\n---\n\n{{produt}} et {{\n"
    try await withLibrary(["templates/a.md": broken]) { desk in
      let spoken = await desk.speak(["library", "check", "--language", "en"], as: nil)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      #expect(
        spoken.output == """
          content-library/templates/a.md:3:1: error: the key 'categry' is not known; did you mean 'category'? [yaml.unknown-key]
            write 'category'
          content-library/templates/a.md:6:1: error: there is no field 'produt' [template.unknown]
          content-library/templates/a.md:6:15: error: '{{' is not closed on this line; write '\\{{' for the braces themselves [template.unclosed]

          """, "\(spoken.all)")
      let json = await desk.speak(["library", "check", "--json"], as: nil)
      #expect(json.exitCode == 1)
      let parsed = try JSON(parsing: json.output)
      #expect(parsed["errors"] == 3 && parsed["files"] == 2)
      #expect(parsed["findings"]?.items.first?["line"] == 3)
    }
  }

  @Test func `parts of the library and files from elsewhere can be checked alone`() async throws {
    try await withLibrary(["templates/a.md": "x"]) { desk in
      let good = await desk.speak(
        ["library", "check", "ws/content-library/templates/offre.md"], as: nil)
      #expect(good.exitCode == 0, "\(good.all)")
      let bad = await desk.speak(["library", "check", "ws/content-library/templates"], as: nil)
      #expect(bad.exitCode == 1, "\(bad.all)")
      let file = try desk.write("---\ntitle: t\n---\n\n{% if %}\n", to: "brouillon.md")
      let own = await desk.speak(["library", "check", file, "--language", "en"], as: nil)
      #expect(own.exitCode == 1 && own.output.contains("brouillon.md:5:1: error"), "\(own.all)")
      let none = await desk.speak(["library", "check", "nothing.md"], as: nil)
      #expect(none.exitCode == 66, "\(none.all)")
    }
  }

  @Test func `regions are compared with the register by whoever is signed in`() async throws {
    let text = Self.offer.replacing("networks:", with: "regions: [Bretange]\nnetworks:")
    try await withLibrary(["templates/offre.md": text]) { desk in
      let nobody = await desk.speak(["library", "check", "--language", "en"], as: nil)
      #expect(nobody.exitCode == 0 && nobody.errors.contains("nobody is signed in"))
      let spoken = await desk.speak(["library", "check", "--language", "en"], as: .editor)
      #expect(spoken.exitCode == 0, "\(spoken.all)")
      #expect(spoken.output.contains("offre.md:4:11: warning: the register has no store"))
    }
  }

  @Test func `the list is found by word, category, network and store`() async throws {
    let national = "---\ntitle: Rappel\n---\n\nBonjour\n"
    let abroad = "---\ntitle: Autre\nregions: [Mayotte]\n---\n\nBonjour\n"
    try await withLibrary(
      ["messages/rappel.md": national, "templates/mayotte.md": abroad, "templates/z.md": "x"]
    ) { (desk) async throws in
      func ids(_ arguments: String...) async throws -> [String] {
        try await desk.succeed(["library", "list"] + arguments, as: .editor)["items"]?.items
          .compactMap { $0["id"]?.text } ?? []
      }
      #expect(try await ids() == ["mayotte", "offre", "rappel"])
      #expect(try await ids("--category", "OFFRES D’ETE") == ["offre"])
      #expect(try await ids("--network", "mastodon") == ["mayotte", "offre", "rappel"])
      #expect(try await ids("--network", "instagram") == ["mayotte", "rappel"])
      #expect(try await ids("--store", "FR-0001") == ["offre", "rappel"])
      #expect(try await ids("--word", "rapp") == ["rappel"])
      #expect(try await ids("--search", "quel prix") == ["offre"])
      let unknown = await desk.speak(["library", "list", "--network", "facebok"], as: .editor)
      #expect(unknown.exitCode == 64, "\(unknown.all)")
      let store = await desk.speak(["library", "list", "--store", "FR-9"], as: .editor)
      #expect(store.exitCode == 66, "\(store.all)")
      let broken = await desk.speak(["library", "list", "--language", "en"], as: .editor)
      #expect(broken.errors.contains("1 file is left out because of errors"), "\(broken.all)")
    }
  }

  @Test func `reads ask who reads`() async throws {
    try await withLibrary { desk in
      for arguments in [["list"], ["show", "offre"], ["preview", "offre", "--store", "FR-0001"]] {
        let spoken = await desk.speak(["library"] + arguments, as: nil)
        #expect(spoken.exitCode == 77, "\(spoken.all)")
      }
    }
  }

  @Test func `a template shows what it asks and for whom it is`() async throws {
    try await withLibrary { desk in
      let shown = try await desk.succeed(["library", "show", "offre"], as: .editor)
      #expect(shown["title"] == "Une offre" && shown["standing"] == "valid")
      #expect(shown["offer"]?["price"] == "{{prix}}")
      #expect(
        shown["fields"]?.items.map { $0["name"]?.text } == ["produit", "prix", "mot", "photo"])
      #expect(shown["fields"]?.items[1]["label"] == "Quel prix ?")
      #expect(shown["texts"]?["mastodon"] == "{{produit}} : {{prix}}")
      let spoken = await desk.speak(["library", "show", "offre", "--language", "en"], as: .editor)
      #expect(spoken.output.contains("prix (price)  Quel prix ?"), "\(spoken.all)")
      let unknown = await desk.speak(["library", "show", "offres", "--json"], as: .editor)
      #expect(unknown.exitCode == 66 && unknown.error?["hint"]?.text?.contains("offre") == true)
    }
  }

  private func preview(_ desk: Desk, _ arguments: String...) async throws -> (Int32, JSON) {
    let spoken = await desk.speak(
      ["library", "preview", "offre", "--store", "FR-0001", "--json"] + arguments, as: .editor)
    return (spoken.exitCode, try JSON(parsing: spoken.output))
  }

  @Test func `a preview is the post, with what it would be published with`() async throws {
    try await withLibrary { desk in
      let (code, json) = try await preview(
        desk, "--set", "produit=Rock & Roll <3 {{store.phone}}", "--set", "prix=4.9")
      #expect(code == 0, "\(json)")
      let name = try await desk.succeed(["store", "show", "FR-0001"], as: .editor)["name"]?.text
      #expect(
        json["text"]?.text
          == "Rock & Roll <3 {{store.phone}} à 4,90\u{A0}€ chez \(name ?? "–").")
      #expect(json["media"]?.items.map { $0["file"]?.text } == ["etal.jpg"])
      #expect(json["findings"]?.items.isEmpty == true)
      #expect(json["digest"]?.text?.utf8.count == 64)
      let (_, other) = try await preview(
        desk, "--set", "produit=Pain", "--set", "prix=5", "--network", "mastodon", "--set",
        "photo=moi.jpg")
      #expect(other["text"] == "Pain : 5\u{A0}€" && other["network"] == "mastodon")
      #expect(other["media"]?.items.map { $0["file"]?.text } == ["moi.jpg"])
      #expect(other["digest"] != json["digest"])
    }
  }

  @Test func `a question without an answer is a finding, and its hole stays visible`() async throws
  {
    try await withLibrary { desk in
      let (code, json) = try await preview(desk, "--set", "produit=Pain **chaud**")
      #expect(code == 1)
      #expect(json["text"]?.text?.hasPrefix("Pain **chaud** à {{prix}} chez ") == true)
      let findings = json["findings"]?.items ?? []
      #expect(findings.map { $0["rule"]?.text } == ["values.missing", "plain.emphasis"])
      #expect(findings.map { $0["severity"]?.text } == ["error", "warning"])
      #expect(findings.first?["fix"] == .null && findings.first?["message"]?.text != nil)
    }
  }

  @Test(arguments: [
    ("prix=1,5", "values.unfit"), ("prix=1.5abc", "values.unfit"), ("prix=-1", "values.unfit"),
    ("prx=1.5", "values.unknown"), ("produit=a\u{202E}b", "values.control"),
    ("produit=a\nb", "values.control"), ("produit=a\0b", "values.control"),
    ("photo=../secret.jpg", "values.unfit"),
  ])
  func `a value that is not one exactly is refused (M12, M14, M16)`(
    value: String, rule: String
  ) async throws {
    try await withLibrary { desk in
      let spoken = await desk.speak(
        ["library", "preview", "offre", "--store", "FR-0001", "--set", value, "--json"],
        as: .editor)
      #expect(spoken.exitCode == 65 && spoken.output == "", "\(spoken.all)")
      #expect(spoken.error?["findings"]?.items.map { $0["rule"]?.text } == [rule], "\(spoken.all)")
    }
  }

  @Test func `line ends and blanks of the file change nothing (M14)`() async throws {
    let text = Self.offer.replacing("\n", with: "\r\n").replacing(
      "{{store.name}}.", with: "{{store.name}}. \t")
    var digests: Set<String?> = []
    for file in [Self.offer, text] {
      try await withLibrary(["templates/offre.md": file]) { desk in
        let (_, json) = try await preview(desk, "--set", "produit=a", "--set", "prix=1")
        digests.insert(json["digest"]?.text)
        digests.insert(
          try await desk.succeed(["library", "show", "offre"], as: .editor)["digest"]?.text)
      }
    }
    #expect(digests.count == 2)
  }

  @Test func `a text that is too long for a store is a finding (M08)`() async throws {
    let long =
      "---\ntitle: t\nnetworks: [mastodon]\n---\n\n{{store.name}} \(String(repeating: "é", count: 490))\n"
    try await withLibrary(["templates/offre.md": long]) { desk in
      let (code, json) = try await preview(desk)
      #expect(code == 1)
      #expect(
        json["findings"]?.items.map { $0["rule"]?.text } == ["network.text-length"], "\(json)")
    }
  }

  @Test func `a store for which it is not meant is refused with the reason`() async throws {
    let text = Self.offer.replacing("networks:", with: "regions: [Mayotte]\nnetworks:")
    try await withLibrary(["templates/offre.md": text]) { desk in
      let spoken = await desk.speak(
        ["library", "preview", "offre", "--store", "FR-0001", "--language", "en"], as: .editor)
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      #expect(
        spoken.errors.contains("'offre' is for Mayotte, and FR-0001 lies in"), "\(spoken.all)")
      let network = await desk.speak(
        ["library", "preview", "offre", "--store", "FR-0001", "--network", "instagram"],
        as: .editor)
      #expect(network.exitCode == 65, "\(network.all)")
    }
  }

  @Test func `a template outside its time is listed as such, and can be looked at`() async throws {
    let text = Self.offer.replacing("networks:", with: "valid: {until: 2020-01-01}\nnetworks:")
    try await withLibrary(["templates/offre.md": text]) { desk in
      let items = try await desk.succeed(["library", "list"], as: .editor)["items"]?.items
      #expect(items?.first?["standing"] == "over")
      let (code, json) = try await preview(desk, "--set", "produit=a", "--set", "prix=1")
      #expect(code == 0)
      #expect(json["findings"]?.items.map { $0["rule"]?.text } == ["message.validity"])
    }
  }

  @Test func `a new template is sound, and never takes the place of another`() async throws {
    try await withDesk { desk in
      let made = try await desk.succeed(["library", "new", "fete-2027"], as: nil)
      #expect(made["path"] == "content-library/templates/fete-2027.md")
      let check = await desk.speak(["library", "check", "--language", "en"], as: nil)
      #expect(check.exitCode == 0 && check.output == "", "\(check.all)")
      let again = await desk.speak(["library", "new", "fete-2027"], as: nil)
      #expect(again.exitCode == 65, "\(again.all)")
      let outside = await desk.speak(["library", "new", "../x"], as: nil)
      #expect(outside.exitCode == 65, "\(outside.all)")
    }
  }

  @Test func `a broadcast publishes values as people write them`() async throws {
    try await withDesk { desk in
      let file = try desk.write(
        """
        ---
        title: t
        fields:
          - {name: prix, type: price}
          - {name: fin, type: date}
          - {name: mot, type: text, required: false}
        ---

        {{prix}} jusqu'au {{fin}}

        {{mot}}

        Merci

        """, to: "prix.md")
      let plan = try await desk.succeed(
        [
          "broadcast", "plan", file, "--to", "store:FR-0001", "--at",
          "instant:2096-11-20T08:00:00Z", "--set", "prix=1234.5", "--set", "fin=2096-11-28",
        ], as: .editor)
      #expect(
        plan["samples"]?.items.first?["text"]
          == "1\u{202F}234,50\u{A0}€ jusqu'au mercredi 28 novembre\n\nMerci")
    }
  }
}

extension Desk {
  /// Writes a file of the workspace's library.
  func keep(_ text: String, in name: String) throws {
    let file = workspace.appending(path: "content-library/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }
}
