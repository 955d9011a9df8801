import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// A desk prepared once and copied by every test that needs one like it: people, stores, pages and
/// an approved broadcast, all made with the commands that a reader of the README would type.
struct Template: Sendable {
  let desk: Desk
  /// The register that its stores come from.
  let stores: URL
  /// An approved broadcast to all stores.
  let broadcast: String
  /// The URL of its database, unless it is the file in the workspace.
  let database: String?

  /// Which one.
  struct Key: Hashable, Sendable {
    let pages: Int
    let driver: DriverUnderTest
  }

  /// The template for so many pages; made by the first test that asks.
  static func of(_ pages: Int, _ driver: DriverUnderTest) async throws -> Template {
    try await Templates.shared.template(Key(pages: pages, driver: driver))
  }

  /// A copy of the desk in a folder; the sandbox's address in it is the template's, which is gone.
  func copy(to folder: URL) async throws -> Desk {
    let copy = Desk(folder: folder, tokens: desk.tokens, people: desk.people)
    try await Self.copy(desk.workspace, to: copy.workspace)
    for name in ["logs", "home"] { try Self.makeFolder(folder.appending(path: name)) }
    if let database {
      let url = try await PostgreSQLServer.freshDatabase(copyOf: database)
      try copy.edit { $0.replacing(database, with: url) }
    }
    return copy
  }

  /// Copies with owners, modes and times, which key files insist on.
  private static func copy(_ source: URL, to target: URL) async throws {
    let copied = try await ChildProcess.run("/bin/cp", ["-a", source.path, target.path])
    try #require(copied.exitCode == 0, "\(copied.errors)")
  }

  static func makeFolder(_ url: URL) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
}

extension Desk {
  /// Edits `vitrine.yaml` as a person with an editor would.
  func edit(_ body: (String) -> String) throws {
    let file = workspace.appending(path: "vitrine.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(body(text).utf8).write(to: file)
  }
}

private actor Templates {
  static let shared = Templates()
  private var people: [DriverUnderTest: Task<(Desk, String?), any Error>] = [:]
  private var templates: [Template.Key: Task<Template, any Error>] = [:]

  func template(_ key: Template.Key) async throws -> Template {
    if let known = templates[key] { return try await known.value }
    let cast = people[key.driver] ?? Task { try await Self.makePeople(key.driver) }
    people[key.driver] = cast
    let task = Task {
      let (desk, database) = try await cast.value
      return try await Self.make(key, desk, database)
    }
    templates[key] = task
    return try await task.value
  }

  /// A workspace with its cast.
  private static func makePeople(_ driver: DriverUnderTest) async throws -> (Desk, String?) {
    let folder = try Scratch.url().appending(path: "people-\(driver.rawValue)")
    for name in ["ws", "logs", "home"] { try Template.makeFolder(folder.appending(path: name)) }
    var desk = Desk(folder: folder, tokens: [:], people: [:])
    let arguments = [
      "init", "ws", "--admin", Person.admin.name, "--organisation", "Maison Vermeil",
    ]
    var database: String?
    var environment: [String: String] = [:]
    if driver == .postgresql {
      let url = try await PostgreSQLServer.freshDatabase()
      database = url
      environment["VITRINE_DATABASE"] = url
    }
    let outcome = try await desk.run(arguments + ["--json"], as: nil, with: environment)
    try #require(outcome.exitCode == 0, "\(outcome.all)")
    let made = try JSON(parsing: outcome.output)
    desk = Desk(
      folder: folder, tokens: [.admin: made["token"]?.text ?? ""],
      people: [.admin: made["admin"]?["id"]?.text ?? ""])
    if let database {
      try await desk.succeedAlone(["config", "set", "database", database], as: .admin)
    }
    for person in Person.allCases {
      guard let role = person.role else { continue }
      let user = try await desk.succeedAlone(["user", "create", person.name], as: .admin)
      let id = user["id"]?.text ?? ""
      let login = try await desk.succeedAlone(
        ["login", "--enrol-stdin"], as: nil, input: user["enrolment"]?.text ?? "")
      try await desk.succeedAlone(
        [
          "grant", "create", "--user", id, "--role", role, "--scope", "all", "--reason",
          "the cast of a test",
        ], as: .admin)
      desk = Desk(
        folder: folder,
        tokens: desk.tokens.merging([person: login["token"]?.text ?? ""]) { $1 },
        people: desk.people.merging([person: id]) { $1 })
    }
    return (desk, database)
  }

  /// Stores, pages and an approved broadcast.
  private static func make(
    _ key: Template.Key, _ cast: Desk, _ database: String?
  ) async throws -> Template {
    let folder = try Scratch.url().appending(path: "\(key.pages)-\(key.driver.rawValue)")
    try Template.makeFolder(folder)
    let stores = try Register.first(key.pages, in: folder)
    let plain = Template(desk: cast, stores: stores, broadcast: "", database: database)
    let desk = try await plain.copy(to: folder)
    let sandbox = try await SandboxProcess.start(stores: stores, folder: folder)
    do {
      let secret = desk.workspace.appending(path: ".vitrine/keys/facebook-app-secret")
      try #require(
        FileManager.default.createFile(
          atPath: secret.path, contents: Data((sandbox.appSecret + "\n").utf8),
          attributes: [.posixPermissions: 0o600]))
      for (name, value) in [
        ("networks.facebook.baseURL", sandbox.baseURL), ("networks.facebook.appID", sandbox.appID),
        ("networks.facebook.appSecretFile", ".vitrine/keys/facebook-app-secret"),
        ("pacing.batchSize", key.pages > 500 ? "50" : "10"),
      ] {
        try await desk.succeedAlone(["config", "set", name, value], as: .admin)
      }
      try await desk.succeedAlone(["store", "import", stores.path], as: .admin)
      let pages = try await desk.succeedAlone(
        ["page", "connect", "--network", "facebook", "--token-stdin"], as: .admin,
        input: sandbox.userToken)
      try #require(pages["connected"] == .integer(Int64(key.pages)), "\(pages)")
      let broadcast = try await desk.approvedBroadcast("Pour {{store.name}} : bienvenue.")
      let used = try desk.databaseURL()
      await sandbox.stop()
      return Template(desk: desk, stores: stores, broadcast: broadcast, database: used)
    } catch {
      await sandbox.stop()
      throw error
    }
  }
}

extension Desk {
  /// A broadcast that two people have approved.
  func approvedBroadcast(_ text: String, to selector: String = "all") async throws -> String {
    let id = try await submittedBroadcast(text, to: selector)
    for person in [Person.approver, .secondApprover] {
      try await succeed(["broadcast", "approve", id], as: person)
    }
    return id
  }

  /// A broadcast that waits for its approvals.
  func submittedBroadcast(_ text: String, to selector: String = "all") async throws -> String {
    let id = try await draftBroadcast(text, to: selector)
    try await succeed(["broadcast", "submit", id], as: .editor)
    return id
  }

  /// A broadcast that its author has not handed over.
  func draftBroadcast(_ text: String, to selector: String = "all") async throws -> String {
    let file = try write(
      "---\ntitle: Message national\n---\n\n\(text)\n", to: "message-\(monotonic()).md")
    let made = try await succeed(["broadcast", "create", file, "--to", selector], as: .editor)
    return try #require(made["id"]?.text)
  }

  /// The PostgreSQL URL of `vitrine.yaml`, if it names one.
  func databaseURL() throws -> String? {
    let text = try String(
      contentsOf: workspace.appending(path: "vitrine.yaml"), encoding: .utf8)
    return text.firstMatch(of: /postgresql:\/\/[^\s"#]+\?[^\s"]+/).map { String($0.output) }
  }
}

/// The example register of this repository.
enum Register {
  /// The folder of the repository.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The first stores of the example register, as a file.
  static func first(_ count: Int, in folder: URL) throws -> URL {
    let text = try String(
      contentsOf: repository.appending(path: "examples/stores.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    let file = folder.appending(path: "stores.csv")
    try Data((lines.prefix(count + 1).joined(separator: "\n") + "\n").utf8).write(to: file)
    return file
  }
}
