import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// People, grants and privacy as somebody at a shell meets them.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct PeopleCommandTests {
  @Test func `a list of people comes in, and its codes lie in a file of one's own`() async throws {
    try await withDesk { desk in
      let list = try desk.write(
        """
        name,email,role,scope,until
        Zoé Morel,zoe@example.org,store_manager,store:FR-0001,2099-01-01
        Ana Roux,ana.roux@example.org,region_manager,format:supermarket,

        """, to: "people.csv")
      let checked = try await desk.succeed(["user", "import", list, "--check"], as: .admin)
      #expect(checked["created"] == .integer(2))
      let codes = desk.folder.appending(path: "codes.csv")
      let made = try await desk.succeedAlone(
        ["user", "import", list, "--codes", codes.path], as: .admin)
      #expect(made["created"] == .integer(2))
      #expect(made["unchanged"] == .integer(0))
      #expect(made["rejected"]?.items.isEmpty == true)
      #expect(try Self.mode(of: codes) == 0o600)
      let lines = try Self.lines(of: codes)
      #expect(lines.first == "id,name,email,enrolment")
      let code = try Self.lastCell(of: try #require(lines.dropFirst().first))
      #expect(!String(decoding: made.bytes, as: UTF8.self).contains(code))
      let login = try await desk.succeed(["login", "--enrol-stdin"], as: nil, input: code)
      let grants = try await desk.succeed(
        ["grant", "list", "--user", "zoe@example.org"], as: .admin)
      #expect(grants["items"]?.items.first?["user"] == login["user"])
      #expect(grants["items"]?.items.first?["until"]?.text == "2098-12-31T23:00:00.000Z")

      let again = try await desk.succeed(["user", "import", list], as: .admin)
      #expect(again["unchanged"] == .integer(2))
      let there = await desk.speak(["user", "import", list, "--codes", codes.path])
      #expect(there.exitCode == 74, "\(there.all)")
    }
  }

  @Test func `a list with mistakes brings nobody in, and says all of them with their places`()
    async throws
  {
    try await withDesk { desk in
      let list = try desk.write(
        "name,email,role,scope\nAna,ana,approver,all\nBob,bob@example.org,chef,all\n",
        to: "people.csv")
      let codes = desk.folder.appending(path: "codes.csv")
      let spoken = await desk.speak(
        ["user", "import", list, "--codes", codes.path, "--json"])
      #expect(spoken.exitCode == 65, "\(spoken.all)")
      let rejected = try JSON(parsing: spoken.output)["rejected"]?.items ?? []
      #expect(rejected.map { $0["line"] } == [.integer(2), .integer(3)])
      #expect(rejected.map { $0["column"] } == [.integer(5), .integer(21)])
      #expect(!FileManager.default.fileExists(atPath: codes.path))
      let unknown = try desk.write(
        "name,email,role,scope\nAna,ana@example.org,store_manager,store:FR-9999\n",
        to: "unknown.csv")
      let refused = await desk.speak(
        ["user", "import", unknown, "--codes", codes.path, "--json"])
      #expect(refused.exitCode == 65, "\(refused.all)")
      #expect(!FileManager.default.fileExists(atPath: codes.path))
    }
  }

  @Test func `a new code is told to its person, in either language`() async throws {
    try await withDesk { desk in
      let editor = try #require(desk.people[.editor])
      let made = try await desk.succeed(["user", "enrol", editor], as: .admin)
      #expect(made["enrolment"]?.text?.hasPrefix("vitrine_enr_") == true)
      let asked = try await desk.succeed(["whoami"], as: .editor)
      #expect(asked["enrolments"]?.items.first?["by"]?.text == desk.people[.admin])
      let french = await desk.speak(["whoami", "--language", "fr"], as: .editor)
      #expect(french.output.contains("nouveau code à usage unique"), "\(french.all)")
      let english = await desk.speak(["whoami", "--language", "en"], as: .editor)
      #expect(english.output.contains("new one-time code for you"), "\(english.all)")
    }
  }

  @Test func `an ended grant says when and why, if somebody asks for all`() async throws {
    try await withDesk { desk in
      let editor = try #require(desk.people[.editor])
      let grants = try await desk.succeed(["grant", "list", "--user", editor], as: .admin)
      let grant = try #require(grants["items"]?.items.first?["id"]?.text)
      let without = await desk.speak(["grant", "revoke", grant])
      #expect(without.exitCode == 64)
      try await desk.succeed(["grant", "revoke", grant, "--reason", "moved to HR"], as: .admin)
      let now = try await desk.succeed(["grant", "list", "--user", editor], as: .admin)
      #expect(now["items"]?.items.isEmpty == true)
      let all = try await desk.succeed(["grant", "list", "--user", editor, "--all"], as: .admin)
      let ended = try #require(all["items"]?.items.first)
      #expect(ended["ended"]?.text == "revoked")
      #expect(ended["endReason"]?.text == "moved to HR")
      #expect(ended["endedBy"]?.text == desk.people[.admin])
    }
  }

  @Test func `a person's copy is in a file of one's own, and erasing leaves no name`()
    async throws
  {
    try await withDesk { desk in
      let name = "Zénobie Quilbignon"
      let made = try await desk.succeed(
        ["user", "create", name, "--email", "zq@example.org"], as: .admin)
      let id = try #require(made["id"]?.text)
      let copy = desk.folder.appending(path: "copy.json")
      try await desk.succeed(
        ["user", "export", "zq@example.org", "--out", copy.path], as: .admin)
      #expect(try String(contentsOf: copy, encoding: .utf8).contains(name))
      try FileManager.default.removeItem(at: copy)
      let early = await desk.speak(["user", "erase", id, "--reason", "a request"])
      #expect(early.exitCode == 65, "\(early.all)")
      try await desk.succeed(["user", "revoke-all", id, "--reason", "never came"], as: .admin)
      try await desk.succeedAlone(["user", "erase", id, "--reason", "a request"], as: .admin)
      let shown = try await desk.succeed(["user", "show", id], as: .admin)
      #expect(shown["name"]?.text == id)
      let database = desk.workspace.appending(path: ".vitrine")
      let files = FileManager.default.enumerator(at: database, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard let bytes = try? Data(contentsOf: file) else { continue }
        #expect(bytes.range(of: Data("Quilbignon".utf8)) == nil, "\(file.path)")
      }
      #expect(try await desk.run(["audit", "verify"], as: .auditor).exitCode == 0)
    }
  }

  @Test func `the inventory says what, why, how long and who, and that addresses are not kept`()
    async throws
  {
    try await withDesk { desk in
      let inventory = try await desk.succeed(["privacy", "inventory"], as: nil)
      let items = inventory["items"]?.items ?? []
      #expect(items.count > 50)
      let name = items.first { $0["table"]?.text == "identity" && $0["column"]?.text == "name" }
      #expect(name?["data"]?.text == "identity")
      for key in ["purpose", "term", "readers"] {
        #expect(items.allSatisfy { $0[key]?.text?.isEmpty == false })
      }
      #expect(inventory["notKept"]?.items.first?["data"]?.text == "ipAddress")
      try await desk.succeed(["config", "set", "privacy.namesMonths", "24"], as: .admin)
      let shorter = await desk.speak(["privacy", "inventory", "--language", "en"], as: nil)
      #expect(shorter.output.contains("24 months after"), "\(shorter.all)")
      let due = try await desk.succeed(["privacy", "retain", "--dry-run"], as: .admin)
      #expect(due["items"]?.items.isEmpty == true)
      #expect(await desk.speak(["privacy", "retain", "--dry-run"], as: .editor).exitCode == 77)
    }
  }

  @Test func `a review asks the pages who has rights on them`() async throws {
    try await withStage(100) { stage in
      try await stage.sandbox.letIn("Kevin Store", store: "FR-0007")
      let spoken = await stage.desk.speak(["access", "review", "--json"], as: .auditor)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      let items = try JSON(parsing: spoken.output)["items"]?.items ?? []
      let found = items.filter { $0["page"]?.text != nil }
      #expect(found.map { $0["kind"]?.text } == ["personalAccount"])
      #expect(found.first?["store"]?.text == "FR-0007")
      #expect(found.first?["detail"]?.text?.contains("Kevin Store") == true)
    }
  }

  @Test func `a review ends with 1 as long as something is to be looked at`() async throws {
    try await withDesk { desk in
      let staff = try desk.write(
        "name,email,left\nAlice Martin,,\nEve Morel,,2020-01-01\n", to: "hr.csv")
      let spoken = await desk.speak(
        ["access", "review", "--no-pages", "--staff", staff, "--json"], as: .auditor)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      let items = try JSON(parsing: spoken.output)["items"]?.items ?? []
      let kinds = Set(items.compactMap { $0["kind"]?.text })
      #expect(kinds == ["noExpiry", "oneHand", "leftStaff", "notOnStaffList"], "\(kinds)")
      #expect(items.allSatisfy { $0["fix"]?.text?.isEmpty == false })
      for grant in Set(items.compactMap { $0["grant"]?.text }) {
        try await desk.succeed(
          ["access", "review", "--keep", grant, "--reason", "the cast"], as: .admin)
      }
      let clean = await desk.speak(["access", "review", "--no-pages"], as: .auditor)
      #expect(clean.exitCode == 0, "\(clean.all)")
    }
  }

  /// The permissions of a file.
  private static func mode(of file: URL) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  /// The lines of a CSV file.
  private static func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\r\n")
  }

  /// The last cell of a line without quotes.
  private static func lastCell(of line: String) throws -> String {
    String(try #require(line.split(separator: ",").last))
  }
}
