import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Secrets that were put in on purpose, looked for in everything that every command leaves behind.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(20)))
struct CanaryTests {
  /// Commands that do not end, or make another desk.
  private static let endless: Set<String> = ["worker", "sandbox serve", "demo", "init"]

  @Test func `no command lets a secret out, with its arguments, without them, and with wrong ones`()
    async throws
  {
    try await withStage(12) { (stage) async throws in
      let desk = stage.desk
      var secrets = [stage.sandbox.userToken, stage.sandbox.appSecret] + desk.tokens.values
      secrets += try await stage.sandbox.pageTokens()
      var printed: Set<String> = []
      /// Runs a command whose contract is to print a secret once, and keeps its log out of the search.
      func made(_ arguments: [String], _ key: String, as person: Person?, input: String = "")
        async throws -> String
      {
        let before = try Set(files(desk.logs))
        let answer = try await desk.succeed(arguments, as: person, input: input)
        printed.formUnion(try Set(files(desk.logs)).subtracting(before))
        let secret = try #require(answer[key]?.text)
        secrets.append(secret)
        return secret
      }
      let code = try await made(["user", "create", "Zoé Test"], "enrolment", as: .admin)
      _ = await desk.speak(["login", "--enrol-stdin"], as: nil, input: code + "x")
      _ = try await made(["login", "--enrol-stdin"], "token", as: nil, input: code)
      _ = await desk.speak(["login", "--enrol-stdin", "--json"], as: nil, input: code)
      let personal = try await made(["token", "create"], "token", as: .editor)
      #expect(try await stage.launch().exitCode == 0)
      let page = try await stage.sandbox.page(of: "FR-0007")
      try await stage.sandbox.arm([
        "error,code=190,subcode=463,pages=\(page)", "html-500,op=list,count=2",
      ])

      let commands = try await leaves(desk)
      #expect(commands.count > 25)
      for command in commands where !Self.endless.contains(command.joined(separator: " ")) {
        for more in [[], ["--json"], ["--nonsense", "x"], ["b_nothing", "--json"]] {
          let isPrinting = command == ["token", "create"] || command == ["user", "create"]
          guard !isPrinting || !more.isEmpty && more != ["--json"] && more[0] != "b_nothing"
          else { continue }
          // What is refused by its spelling or its id says the same to everybody.
          let people: [Person] = more.count > 1 ? [.admin] : [.admin, .auditor]
          for person in people {
            _ = await desk.speak(command + more, as: person, input: stage.sandbox.userToken)
          }
        }
      }
      for arguments in [
        ["page", "connect", "--network", "facebook", "--token-stdin"], ["key", "rotate"],
        ["audit", "reconcile"], ["audit", "export", "--out", "canary-export"],
        ["worker", "--once"],
      ] {
        for input in [stage.sandbox.userToken, stage.sandbox.userToken + "\n" + personal] {
          for person in [Person.admin, .auditor] {
            _ = await desk.speak(arguments, as: person, input: input)
          }
        }
      }
      // A secret where a name belongs is the person's own mistake, and still is not stored.
      var wrong = desk.environment(.admin)
      wrong["VITRINE_TOKEN"] = personal.dropLast() + "?"
      _ = await desk.speak(["whoami"], as: nil, with: wrong)
      await stage.sandbox.stop()
      _ = await desk.speak(["page", "check"], as: .admin)

      try search(for: secrets, in: desk.folder, besides: printed)
    }
  }

  /// Every command that does something, from the program's own description of itself.
  private func leaves(_ desk: Desk) async throws -> [[String]] {
    let help = await desk.speak(["--experimental-dump-help"])
    let root = try #require(try JSON(parsing: help.output)["command"])
    func walk(_ command: JSON, _ path: [String]) -> [[String]] {
      let below = (command["subcommands"]?.items ?? []).filter { $0["commandName"]?.text != "help" }
      guard !below.isEmpty else { return [path] }
      return below.flatMap { walk($0, path + [$0["commandName"]?.text ?? ""]) }
    }
    return walk(root, [])
  }

  private func files(_ folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).map {
      folder.appending(path: $0).path
    }
  }

  private func search(
    for secrets: [String], in folder: URL, besides printed: Set<String>
  ) throws {
    #expect(secrets.count > 15 && secrets.allSatisfy { $0.utf8.count > 20 })
    var count = 0
    for path in try files(folder) where !printed.contains(path) {
      let name = URL(filePath: path).lastPathComponent
      // The app's secret and a person's own token have files of their own; the ready file is the
      // network's.
      if name == "facebook-app-secret" || name.hasPrefix("sandbox-") || name.hasPrefix("token-") {
        continue
      }
      guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { continue }
      count += 1
      for secret in secrets where bytes.range(of: Data(secret.utf8)) != nil {
        Issue.record("a secret (…\(secret.suffix(4))) is in \(path): \(excerpt(bytes))")
      }
    }
    #expect(count > 100)
  }

  private func excerpt(_ bytes: Data) -> String {
    String(decoding: bytes.prefix(300), as: UTF8.self)
  }
}
