import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Table F of the bad inputs: what a person may mistype.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CommandLineTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let person: Person
    let exitCode: Int32
    let code: String?
    let says: [String]

    init(
      _ arguments: [String], _ exitCode: Int32, _ code: String? = nil, as person: Person = .editor,
      says: String...
    ) {
      self.arguments = arguments
      self.exitCode = exitCode
      self.code = code
      self.person = person
      self.says = says
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static func plan(_ selector: String, _ exit: Int32, _ says: String) -> Row {
    Row(
      ["broadcast", "plan", "message.md", "--to", selector], exit,
      exit == 66 ? "notFound" : "invalid", says: says)
  }

  static let selectors: [Row] = [
    plan("", 65, "an empty selector never means all"),
    plan("  ", 65, "an empty selector never means all"),
    plan("*", 65, "write 'all' to pick every store"),
    plan("store:FR-0001 FR-0002", 65, "  store:FR-0001 FR-0002\n                ^"),
    plan("all & ", 65, "the selector breaks off"),
    plan("(all", 65, "^"),
    plan("region:Bretagn", 65, "no store is in a region 'Bretagn'"),
    plan("store:XX-1", 65, "there is no store 'XX-1'"),
    plan("formt:hypermarket", 65, "did you mean 'format:'?"),
    plan("!all", 66, "picks no store"),
    Row(
      ["store", "list", "--select", ""], 65, "invalid", says: "an empty selector never means all"),
    Row(
      ["page", "list", "--select", "store:FR-0001 FR-0002"], 65, "invalid", as: .admin,
      says: "is expected here"),
    Row(
      ["broadcast", "plan", "message.md"], 64, "usage", says: "with either --to or --to-file"),
    Row(
      ["broadcast", "plan", "message.md", "--to", "all", "--to-file", "list.txt"], 64, "usage",
      says: "with either --to or --to-file"),
  ]

  static let numbers: [Row] =
    ["-1", "0", "1e3", "9223372036854775808", "٣", "10001", "", "+5x"].map {
      Row(["audit", "list", "--limit", $0], 64, "usage", as: .auditor)
    } + [
      Row(["audit", "show", "-1"], 64, "usage", as: .auditor),
      Row(
        ["audit", "show", "99999999999999999999"], 64, "usage", as: .auditor,
        says: "is not the number of a record"),
      Row(["audit", "show", "999999"], 66, "notFound", as: .auditor, says: "999999"),
      Row(["audit", "list", "--cursor", "'; DROP TABLE x"], 64, "usage", as: .auditor),
      Row(
        ["audit", "list", "--since", "yesterday"], 64, "usage", as: .auditor,
        says: "'yesterday' is not an instant"),
      Row(
        ["audit", "list", "--action", "broadcast.lauch"], 64, "usage", as: .auditor,
        says: "did you mean 'broadcast.launch'?"),
      Row(
        ["store", "import", "stores.csv", "--allow-removals", "-3"], 64, "usage", as: .admin),
      Row(
        ["broadcast", "launch", "b_x", "--canary", "100001"], 64, "usage", as: .broadcaster,
        says: "--canary takes a number from 0 to 100,000"),
      Row(["sandbox", "serve", "--stores", "x", "--port", "65536"], 64, "usage"),
    ]

  static let words: [Row] = [
    Row(["brodcast", "list"], 64, "usage", says: "did you mean 'broadcast'?"),
    Row(["broadcast", "lauch", "x"], 64, "usage", says: "did you mean 'launch'?"),
    Row(["frobnicate"], 64, "usage", says: "init, doctor, inbox, config"),
    Row(["whoami", "--token", "vitrine_pat_x"], 64, "usage", says: "--token"),
    Row(["broadcast", "launch"], 64, "usage"),
    Row(
      ["broadcast", "show", "b_nothing"], 66, "notFound", says: "there is no broadcast 'b_nothing'",
      "vitrine broadcast list"),
    Row(["broadcast", "plan", "none.md", "--to", "all"], 66, "notFound", says: "none.md"),
    Row(["broadcast", "plan", "--to", "all", "--", "-none.md"], 66, "notFound", says: "-none.md"),
    Row(
      ["broadcast", "plan", "message.md", "--to", "all", "--network", "mastadon"], 64, "usage",
      says: "'mastadon'"),
    Row(
      ["broadcast", "plan", "message.md", "--to", "all", "--at", "2020-01-01"], 64, "usage",
      says: "instant:2026-11-22T18:30:00Z"),
    Row(
      ["broadcast", "plan", "message.md", "--to", "all", "--at", "instant:2020-01-01T00:00:00Z"],
      65, "invalid", says: "is past"),
    Row(
      ["broadcast", "plan", "message.md", "--to", "all", "--at", "local:2099-03-29T02:30"], 65,
      "invalid", says: "2099-03-29T02:30 does not exist in Europe/Paris"),
    Row(["store", "show", "FR-001"], 66, "notFound", says: "did you mean 'FR-0001'?"),
    Row(["config", "set", "aprovals.broadcast", "1"], 64, "usage", as: .admin),
    Row(
      ["config", "set", "approvals.broadcast", "11"], 64, "usage", as: .admin,
      says: "a whole number from 0 to 10"),
    Row(
      ["config", "set", "networks.facebook.baseURL", "http://evil.example"], 64, "usage",
      as: .admin, says: "must be https; http is for this machine alone"),
    Row(
      ["config", "set", "networks.facebook.baseURL", "https://graph.facebook.com@evil.example/"],
      64, "usage", as: .admin),
    Row(["login", "--enrol-stdin"], 64, "usage", says: "one line is expected on standard input"),
    Row(["page", "connect", "--network", "facebook"], 64, "usage", as: .admin, says: "Ctrl-D"),
    Row(
      ["grant", "create", "--user", "u", "--role", "approvr", "--scope", "all", "--reason", "x"],
      64, "usage", as: .admin, says: "did you mean 'approver'?"),
    Row(
      ["grant", "create", "--user", "u", "--role", "approver", "--scope", "", "--reason", "x"], 64,
      "usage", as: .admin, says: "region:Bretagne"),
    Row(["user", "create", ""], 65, "invalid", as: .admin),
    Row(["user", "create", "x\u{1B}[2J"], 65, "invalid", as: .admin),
    Row(["token", "create", "--expires", "91"], 64, "usage", as: .editor, says: "from 1 to 90"),
  ]

  @Test(arguments: selectors + numbers + words)
  func `a mistake is answered with what was expected`(_ row: Row) async throws {
    try await withDesk { desk in
      _ = try desk.write("---\ntitle: T\n---\n\nBonjour\n", to: "message.md")
      let before = try await desk.succeed(["audit", "verify"], as: .auditor)
      let spoken = await desk.speak(row.arguments, as: row.person)
      #expect(spoken.exitCode == row.exitCode, "\(spoken.all)")
      #expect(spoken.output.isEmpty)
      #expect(!spoken.errors.isEmpty)
      #expect(!spoken.errors.utf8.contains(0x1B))
      for text in row.says { #expect(spoken.errors.contains(text), "\(text)\n\(spoken.all)") }
      let json = await desk.speak(
        row.arguments + (row.arguments.contains("--") ? [] : ["--json"]),
        as: row.person)
      #expect(json.exitCode == row.exitCode, "\(json.all)")
      if let code = row.code, !row.arguments.contains("--") {
        #expect(json.code == code, "\(json.all)")
      }
      #expect(try await desk.succeed(["audit", "verify"], as: .auditor) == before)
    }
  }

  @Test func `a message is read where its name begins with a dash (F06)`() async throws {
    try await withDesk { desk in
      _ = try desk.write("---\ntitle: T\n---\n\nBonjour\n", to: "-message.md")
      let spoken = await desk.speak(
        ["broadcast", "plan", "--to", "all", "--", "-message.md"], as: .editor)
      #expect(spoken.exitCode == 0, "\(spoken.all)")
    }
  }

  @Test(arguments: ["existing", "folder", "none/x", "../outside/x"])
  func `a file that is there is never overwritten (F10)`(_ name: String) async throws {
    try await withDesk { desk in
      _ = try desk.write("---\ntitle: T\n---\n\nBonjour\n", to: "message.md")
      let old = try desk.write("precious", to: "existing")
      try Template.makeFolder(desk.folder.appending(path: "folder/full"))
      try Data("locked".utf8).write(to: desk.folder.appending(path: "none"))
      if name.hasPrefix("..") { return try await Self.expectFresh(desk) }
      for (arguments, person) in [
        (["broadcast", "plan", "message.md", "--to", "all", "--out", name], Person.editor),
        (["audit", "checkpoint", "--out", name], .auditor),
        (["audit", "export", "--out", name], .auditor),
        (["broadcast", "receipt", try await desk.anyBroadcast(), "--out", name], .editor),
      ] {
        let spoken = await desk.speak(arguments, as: person)
        #expect(spoken.exitCode == 74, "\(arguments) \(spoken.all)")
        #expect(spoken.errors.contains(name), "\(spoken.all)")
      }
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "precious")
      let left = try FileManager.default.contentsOfDirectory(
        atPath: desk.folder.appending(path: "folder").path)
      #expect(left == ["full"])
    }
  }

  /// A new name is written whole, with what leads to it.
  private static func expectFresh(_ desk: Desk) async throws {
    let spoken = await desk.speak(
      ["broadcast", "plan", "message.md", "--to", "all", "--out", "fresh.json"], as: .editor)
    #expect(spoken.exitCode == 0, "\(spoken.all)")
    let id = await desk.speak(
      ["broadcast", "create", "message.md", "--from-plan", "fresh.json", "--json"], as: .editor)
    #expect(id.exitCode == 0, "\(id.all)")
  }

  @Test func `very many and very long arguments are answered (F12)`() async throws {
    try await withDesk { desk in
      let many = try await desk.run(
        ["broadcast", "list"] + Array(repeating: "x", count: 100_000), as: .editor)
      #expect(many.exitCode == 64, "\(many.ending) \(many.errors.prefix(500))")
      #expect(many.errors.utf8.count < 4_000_000)
      let long = try await desk.run(
        ["store", "show", String(repeating: "a", count: 120_000)], as: .editor)
      #expect(long.exitCode == 66, "\(long.ending)")
      #expect(long.errors.utf8.count < 2_000, "the value is cut")
      #expect(long.duration < 8_000_000_000)
    }
  }

  @Test func `a launch into a full disk or a closed pipe is recorded all the same (F16)`()
    async throws
  {
    try await withStage(100) { stage in
      let full = try await stage.desk.run(
        ["broadcast", "launch", stage.broadcast], as: .broadcaster, output: "/dev/full")
      #expect(full.exitCode == 74, "\(full.all)")
      try await stage.expectComplete()
      let read = try await stage.desk.run(
        ["broadcast", "status", stage.broadcast, "--json"], as: .editor, output: "/dev/full")
      #expect(read.exitCode == 74, "\(read.all)")
    }
  }
}

extension Desk {
  /// The template's broadcast.
  func anyBroadcast() async throws -> String {
    let list = try await succeed(["broadcast", "list"], as: .editor)
    return try #require(list["items"]?.items.first?["id"]?.text)
  }
}
