import Foundation
import VitrineContent
import VitrineCore
import VitrineSandbox
import VitrineStorage

/// The scenes of the demo, in order; each shows the commands that a newcomer repeats.
struct DemoScript {
  let stage: DemoStage
  let stores: Int

  /// Releases a second: slow enough to watch, and to be killed half-way.
  private static let pace = 300

  func play() async throws {
    let time = TimeSource.system
    let start = time.monotonic()
    let count = try writeRegister()
    try stage.title("demo.desk", count)
    let ready = try await stage.startSandbox(time: time)
    let admin = try await makeDesk(ready)
    try stage.title("demo.cast")
    let cast = try await castPeople(admin)
    try stage.title("demo.pages")
    try await stage.show(["store", "import", "stores.csv"], as: admin)
    try await connect(ready, admin)
    try await stage.show(["doctor"], as: admin)

    try stage.title("demo.message")
    let id = try await approve(cast)
    try stage.title("demo.launch")
    try await launchAndKill(id, cast, ready, count, time)
    try stage.title("demo.resume")
    try await stage.show(["broadcast", "launch", id], as: cast.launcher)
    try stage.title("demo.receipt")
    try await stage.show(["broadcast", "receipt", id, "--out", "receipt"], as: cast.launcher)
    try await showVisitor(ready, count)
    try stage.title("demo.history")
    try await stage.show(
      ["audit", "list", "--store", "FR-0001", "--limit", "5"], as: cast.auditor)
    try await stage.show(["audit", "checkpoint"], as: cast.auditor)
    try await stage.show(["audit", "verify"], as: cast.auditor)
    try farewell(cast, ready, seconds: Int((time.monotonic() - start) / 1_000_000_000))
  }

  /// The first stores of the register, in the demo's own folder.
  private func writeRegister() throws -> Int {
    let bytes = try RegularFile.read(stage.register.path, limit: CSVLimits.standard.bytes)
    let register = StoreRegister.parse(bytes, knownTimeZones: ConfigurationFile.isTimeZone)
    guard !register.hasErrors else {
      throw Fault(
        .invalid, Message("stores.rejected", stage.register.path, register.findings.count),
        findings: register.findings)
    }
    let chosen = Array(register.stores.prefix(stores))
    try OutputFile.write(StoreRegister.csv(chosen), to: stage.stores)
    try OutputFile.write(
      try RegularFile.read(stage.message.path, limit: MessageFile.sizeLimit),
      to: stage.folder.appendingPathComponent("message.md"))
    return chosen.count
  }

  private func makeDesk(_ ready: SandboxReady) async throws -> Person {
    let made = try await stage.ask(
      [
        "init", "desk", "--admin", "Alice Martin", "--organisation", "Maison Vermeil",
        "--language", stage.console.language.rawValue,
      ], as: nil)
    let admin = Person(name: "Alice Martin", token: Secret(try made.text("token")))
    try SecretFile.create(
      stage.workspace.appendingPathComponent(".vitrine/keys/facebook-app-secret"),
      contents: ready.appSecret + "\n")
    for (key, value) in [
      ("networks.facebook.baseURL", ready.baseURL), ("networks.facebook.appID", ready.appID),
      ("networks.facebook.appSecretFile", ".vitrine/keys/facebook-app-secret"),
      ("pacing.postsPerSecond", String(Self.pace)),
    ] {
      try await stage.show(["config", "set", key, value, "--quiet"], as: admin)
    }
    return admin
  }

  private struct Cast {
    var editor: Person
    var approvers: [Person]
    var launcher: Person
    var auditor: Person
  }

  private func castPeople(_ admin: Person) async throws -> Cast {
    func person(_ name: String, _ role: Role) async throws -> Person {
      let made = try await stage.ask(["user", "create", name], as: admin)
      let login = try await stage.ask(
        ["login", "--enrol-stdin", "--no-store"], as: nil, input: try made.text("enrolment"),
        quietly: true)
      try await stage.show(
        [
          "grant", "create", "--user", try made.text("id"), "--role", role.rawValue, "--scope",
          "all", "--reason", "demo", "--quiet",
        ], as: admin)
      return Person(name: name, token: Secret(try login.text("token")))
    }
    return Cast(
      editor: try await person("Inès Bernard", .nationalEditor),
      approvers: [
        try await person("Karim Haddad", .approver), try await person("Léa Dubois", .approver),
      ], launcher: try await person("Marc Petit", .nationalBroadcaster),
      auditor: try await person("Nadia Roche", .auditor))
  }

  private func connect(_ ready: SandboxReady, _ admin: Person) async throws {
    let output = try await stage.ask(
      ["page", "connect", "--network", "facebook", "--token-stdin"], as: admin,
      input: ready.userToken)
    guard case .object(let members) = output, case .integer(let count)? = members["connected"]
    else { return }
    try stage.console.print(stage.console.text("pages.connected", count))
  }

  private func approve(_ cast: Cast) async throws -> String {
    try await stage.show(
      ["broadcast", "plan", "message.md", "--to", "all"], as: cast.editor)
    let made = try await stage.ask(
      ["broadcast", "create", "message.md", "--to", "all"], as: cast.editor)
    let id = try made.text("id")
    try await stage.show(["broadcast", "submit", id, "--quiet"], as: cast.editor)
    for approver in cast.approvers {
      try await stage.show(
        ["broadcast", "approve", id, "--digest", try made.text("digest"), "--quiet"],
        as: approver)
    }
    return id
  }

  /// Launches, and pulls the plug when half of the pages are public.
  private func launchAndKill(
    _ id: String, _ cast: Cast, _ ready: SandboxReady, _ count: Int, _ time: TimeSource
  ) async throws {
    try stage.console.print("$ vitrine broadcast launch \(id)   # \(cast.launcher.name)")
    let child = try stage.start(["broadcast", "launch", id], as: cast.launcher)
    var released = 0
    while released < count / 2, child.process.isRunning {
      released = try await releases(ready)
      try await time.sleep(5)
    }
    child.killHard()
    _ = await child.finished()
    try stage.console.print("")
    try stage.console.print(stage.console.text("demo.killed", try await releases(ready), count))
  }

  /// How many pages show the message, by the sandbox's own count.
  private func releases(_ ready: SandboxReady) async throws -> Int {
    let stats = try JSON(bytes: try await stage.truth(ready.baseURL + "/sandbox/stats"))
    guard case .object(let members) = stats, case .object(let calls)? = members["calls"],
      case .integer(let count)? = calls["release"]
    else { return 0 }
    return Int(clamping: count)
  }

  /// The page of the first store as a visitor sees it, and a count of every page's posts.
  private func showVisitor(_ ready: SandboxReady, _ count: Int) async throws {
    try stage.title("demo.visitor")
    let posts = try JSON(bytes: try await stage.truth(ready.baseURL + "/sandbox/posts"))
    guard case .object(let members) = posts, case .array(let items)? = members["items"] else {
      return
    }
    let pages = try items.map { try $0.text("page") }
    if let first = try items.first(where: { try $0.text("store") == "FR-0001" }) {
      for line in try first.text("message").split(
        separator: "\n", omittingEmptySubsequences: false)
      {
        try stage.console.print("  │ \(line)")
      }
    }
    try stage.console.print(
      stage.console.text(
        "demo.truth", items.count, Set(pages).count, pages.count - Set(pages).count))
    guard pages.count == count, Set(pages).count == count else {
      throw Fault(.internal, Message("demo.wrong"))
    }
  }

  private func farewell(_ cast: Cast, _ ready: SandboxReady, seconds: Int) throws {
    var lines = ["export VITRINE_WORKSPACE='\(stage.workspace.path)'"]
    for (name, person) in [
      ("EDITOR_TOKEN", cast.editor), ("APPROVER_TOKEN", cast.approvers[0]),
      ("LAUNCHER_TOKEN", cast.launcher), ("AUDITOR_TOKEN", cast.auditor),
    ] {
      lines.append("export \(name)='\(person.token.exposed)'")
    }
    try SecretFile.create(
      stage.folder.appendingPathComponent("cast.env"),
      contents: lines.joined(separator: "\n") + "\n")
    let port = ready.baseURL.split(separator: ":").last.map(String.init) ?? "0"
    try stage.title("demo.done", seconds)
    try stage.console.print(stage.console.text("demo.next.cast", stage.folder.path))
    try stage.console.print(
      "  . '\(stage.folder.path)/cast.env'; VITRINE_TOKEN=$AUDITOR_TOKEN vitrine audit list")
    try stage.console.print(stage.console.text("demo.next.sandbox", ready.baseURL))
    try stage.console.print(
      "  cd '\(stage.folder.path)' && vitrine sandbox serve --stores stores.csv "
        + "--data sandbox.data --port \(port)")
  }
}

extension JSON {
  /// A text member of an object that another command printed.
  func text(_ key: String) throws -> String {
    guard case .object(let members) = self, case .string(let text)? = members[key] else {
      throw Fault(.internal, Message("demo.member", key))
    }
    return text
  }
}
