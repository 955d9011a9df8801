import Testing
import VitrineCore
import VitrineTestSupport

/// Messages that must not leave, and texts that must leave as they are.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct MessageInputTests {
  static let rejected: [(id: String, text: String, says: String)] = [
    (
      "no front matter", "Bonjour\n", "bad.md:1:1: error: the file does not begin with a line '---'"
    ),
    ("front matter without an end", "---\ntitle: T\n", "is never closed by a second line '---'"),
    ("no text", "---\ntitle: T\n---\n\n", "the message has no text"),
    ("no title", "---\nlink: https://x.example\n---\n\nx\n", "title"),
    ("an unknown key", "---\ntitle: T\ntitel: U\n---\n\nx\n", "did you mean 'title'?"),
    ("a key twice", "---\ntitle: T\ntitle: U\n---\n\nx\n", "bad.md:3:1"),
    ("an anchor", "---\ntitle: &x T\n---\n\nx\n", "anchors, aliases and merge keys"),
    ("an unknown field", "---\ntitle: T\n---\n\n{{store.nam}}\n", "did you mean '{{store.name}}'?"),
    ("M06 an unclosed hole", "---\ntitle: T\n---\n\n{{store.name\n", "bad.md:5:1: error: '{{'"),
    ("M04 code", "---\ntitle: T\n---\n\n{% for i in 1...3000000 %}x{% endfor %}\n", "no code"),
    (
      "M10 a link that looks like another site",
      "---\ntitle: T\nlink: https://f\u{430}cebook.com/\n---\n\nx\n", "xn--fcebook-2fg.com"
    ),
    ("a link that is none", "---\ntitle: T\nlink: javascript:alert(1)\n---\n\nx\n", "https://"),
    (
      "E09 a picture outside the library",
      "---\ntitle: T\nmedia:\n  - file: ../etc/passwd\n    alt: x\n---\n\nx\n", "'../etc/passwd'"
    ),
    ("X01 an escape sequence", "---\ntitle: T\n---\n\na \u{1B}]0;owned\u{7}\n", "U+001B"),
    ("M12 a change of direction", "---\ntitle: T\n---\n\na \u{202E}b\n", "U+202E"),
    ("M14 a NUL", "---\ntitle: T\n---\n\na \0b\n", "U+0000"),
    (
      "a link in brackets", "---\ntitle: T\n---\n\n[ici](https://x.example)\n", "bad.md:5:1: error:"
    ),
  ]

  @Test(arguments: rejected.indices)
  func `a message that cannot be sent is refused with its place`(_ index: Int) async throws {
    let row = Self.rejected[index]
    try await withDesk { desk in
      _ = try desk.write(row.text, to: "bad.md")
      for verb in ["plan", "create"] {
        let spoken = await desk.speak(["broadcast", verb, "bad.md", "--to", "all"], as: .editor)
        #expect(spoken.exitCode == 65, "\(row.id) \(spoken.all)")
        #expect(spoken.errors.contains(row.says), "\(row.id) \(spoken.all)")
        #expect(!spoken.errors.utf8.contains(0x1B))
      }
      let json = await desk.speak(
        ["broadcast", "create", "bad.md", "--to", "all", "--json"], as: .editor)
      #expect(json.code == "invalid", "\(json.all)")
      #expect(json.error?["findings"]?.items.isEmpty == false, "\(json.all)")
    }
  }

  @Test func `a text that is too long everywhere is refused once, for all stores (M08)`()
    async throws
  {
    try await withDesk(1_212) { desk in
      let long = String(repeating: "é", count: 70_000)
      _ = try desk.write("---\ntitle: T\n---\n\n{{store.name}} \(long)\n", to: "long.md")
      let spoken = await desk.speak(["broadcast", "plan", "long.md", "--to", "all"], as: .editor)
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      #expect(spoken.errors.contains("63,206") || spoken.errors.contains("63206"), "\(spoken.all)")
      // Once, and not for each store.
      #expect(spoken.errors.split(separator: "\n").count < 6, "\(spoken.errors.prefix(2_000))")
    }
  }

  @Test func `a text that is too long for some stores names them before anything is sent (M08)`()
    async throws
  {
    try await withDesk { desk in
      let names =
        try await desk.succeed(["store", "list"], as: .editor)["items"]?.items
        .compactMap { $0["name"]?.text?.count } ?? []
      let shortest = try #require(names.min())
      let expected = names.count { $0 > shortest }
      let filler = String(repeating: "a", count: 63_206 - shortest)
      _ = try desk.write("---\ntitle: T\n---\n\n\(filler){{store.name}}\n", to: "long.md")
      let plan = try await desk.succeed(
        ["broadcast", "plan", "long.md", "--to", "all"], as: .editor)
      #expect(plan["refused"]?.items.count == expected)
      #expect(plan["ready"] == .integer(Int64(12 - expected)))
      for item in plan["refused"]?.items ?? [] {
        #expect(item["reason"]?.text?.isEmpty == false && item["store"]?.text != nil)
      }
    }
  }

  @Test func `a text goes out to the letter, whatever it looks like (X13, M02)`() async throws {
    let text = #"%s%n%@ ${jndi:ldap://x} \(x) Rock & Roll <3 "q" 👨‍👩‍👧 ' OR 1=1 -- \{{x}}"#
    try await withStage(12) { stage in
      let id = try await stage.desk.approvedBroadcast(text, to: "store:FR-0001")
      let outcome = try await stage.desk.run(
        ["broadcast", "launch", id, "--json"], as: .broadcaster)
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      let shown = try await stage.sandbox.posts().map(\.message)
      #expect(shown == [text.replacing("\\{{x}}", with: "{{x}}")])
    }
  }

  @Test func `a store without the field that a message needs is refused, and the rest go out`()
    async throws
  {
    try await withStage(12) { stage in
      let file = try stage.desk.write(
        RegisterInputTests.header + RegisterInputTests.row(code: "FR-0001"), to: "changed.csv")
      try await stage.desk.succeed(["store", "import", file], as: .admin)
      let id = try await stage.desk.approvedBroadcast("Appelez-nous : {{store.phone}}")
      let outcome = try await stage.desk.run(
        ["broadcast", "launch", id, "--json"], as: .broadcaster)
      #expect(outcome.exitCode == 1, "\(outcome.all)")
      let accounts = try await stage.desk.succeed(
        ["broadcast", "status", id, "--pages"], as: .editor)
      #expect(accounts["published"] == 11 && accounts["refused"] == 1, "\(accounts)")
      let refused = accounts["pages"]?.items.first { $0["state"]?.text == "refused" }
      #expect(refused?["store"] == "FR-0001")
      #expect(refused?["reason"]?.text?.contains("store.phone") == true, "\(accounts)")
      #expect(try await stage.sandbox.posts().count == 11)
    }
  }
}
