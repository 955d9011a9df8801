import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// Table E of the bad inputs: what surrounds the program.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct EnvironmentTests {
  @Test(arguments: ["", "/nonexistent/home", "relative"])
  func `a person without a home keeps the token elsewhere, and nothing is lost (E01)`(
    _ home: String
  ) async throws {
    try await withDesk { desk in
      let user = try await desk.succeed(["user", "create", "Nina Faure"], as: .admin)
      var environment = ["XDG_CONFIG_HOME": "", "HOME": home]
      if home == "relative" { environment["XDG_CONFIG_HOME"] = home }
      let spoken = await desk.speak(
        ["login", "--enrol-stdin"], as: nil, input: user["enrolment"]?.text ?? "",
        with: environment)
      #expect([0, 74, 78].contains(spoken.exitCode), "\(spoken.all)")
      #expect(spoken.exitCode == 0 || spoken.errors.contains("error: "), "\(spoken.all)")
      #expect(
        !FileManager.default.fileExists(atPath: desk.folder.appending(path: home).path)
          || home.isEmpty || home.hasPrefix("/"))
    }
  }

  static let configurations: [(text: String, says: String)] = [
    ("language: en", "vitrine.yaml:"),
    ("colour: red", "vitrine.yaml:"),
    ("notifi:\n  command: x", "did you mean 'notify'"),
    ("keys:\n  folder: ''", "vitrine.yaml:"),
    ("access:\n  stepUpMinutes: 99999999999999999999", "vitrine.yaml:"),
    ("audit:\n  origin: 'a b'", "vitrine.yaml:"),
  ]

  @Test(arguments: configurations.indices)
  func `a configuration that is wrong is shown with its line (E15)`(_ index: Int) async throws {
    let row = Self.configurations[index]
    try await withDesk { desk in
      try desk.edit { $0 + "\n" + row.text + "\n" }
      let spoken = await desk.speak(["whoami"])
      #expect(spoken.exitCode == 78, "\(spoken.all)")
      #expect(spoken.errors.contains(row.says), "\(spoken.all)")
      let json = await desk.speak(["whoami", "--json"])
      #expect(json.code == "configuration", "\(json.all)")
    }
  }

  @Test func `a folder that is no workspace says how to make one`() async throws {
    try await withDesk { desk in
      let spoken = await desk.speak(["whoami"], with: ["VITRINE_WORKSPACE": "/nonexistent"])
      #expect(spoken.exitCode == 78, "\(spoken.all)")
      #expect(spoken.errors.contains("vitrine init"), "\(spoken.all)")
    }
  }

  @Test(arguments: ["", "vitrine_pat_bad", "vitrine_ses_0000000000000000000000000000000000000000"])
  func `a token that is none is refused without a hint at why`(_ token: String) async throws {
    try await withDesk { desk in
      let spoken = await desk.speak(
        ["whoami", "--json"], as: nil, with: ["VITRINE_TOKEN": token])
      #expect(spoken.exitCode == 77, "\(spoken.all)")
      #expect(spoken.code == "unauthenticated", "\(spoken.all)")
      #expect(token.isEmpty || !spoken.errors.contains(token))
    }
  }

  @Test func `a database of another program or a newer Vitrine is left alone (E05)`() async throws {
    try await withDesk { desk in
      let file = desk.workspace.appending(path: ".vitrine/vitrine.db")
      for extra in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: file.path + extra)
      }
      try Data("this is not a database, but a text of some length".utf8).write(to: file)
      let spoken = await desk.speak(["whoami"])
      #expect([70, 74, 78].contains(spoken.exitCode), "\(spoken.all)")
      #expect(spoken.errors.contains("error: "))
      #expect(
        try String(contentsOf: file, encoding: .utf8).hasPrefix("this is not a database"))
    }
  }

  @Test(arguments: [0o644, 0o666])
  func `a key that others can read is not used (T13)`(_ mode: Int) async throws {
    try await withDesk { desk in
      let keys = desk.workspace.appending(path: ".vitrine/keys")
      let names = try FileManager.default.contentsOfDirectory(atPath: keys.path)
      let key = try #require(names.first { $0.hasPrefix("kek") })
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: keys.appending(path: key).path)
      let spoken = await desk.speak(["whoami"])
      #expect(spoken.exitCode == 78, "\(spoken.all)")
      #expect(spoken.errors.contains("chmod 600"), "\(spoken.all)")
    }
  }

  @Test func `a proxy in the environment is not asked (E13)`() async throws {
    try await withStage(12) { stage in
      let outcome = try await stage.desk.run(
        ["broadcast", "launch", stage.broadcast, "--json"], as: .broadcaster,
        with: [
          "HTTP_PROXY": "http://127.0.0.1:1", "http_proxy": "http://127.0.0.1:1",
          "HTTPS_PROXY": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1",
        ])
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      try await stage.expectComplete()
    }
  }

  @Test func `a network that is not there leaves everything to be done later`() async throws {
    try await withStage(12) { stage in
      await stage.sandbox.stop()
      let run = try stage.startLaunch()
      // Long enough for several tries; then the person gives up.
      run.child.send(SIGINT, afterNanoseconds: 3_000_000_000)
      let outcome = try await run.outcome()
      #expect([1, 75, 130].contains(outcome.exitCode), "\(outcome.all)")
      let status = try await stage.desk.succeed(
        ["broadcast", "status", stage.broadcast], as: .editor)
      #expect(status["targeted"] == 12 && status["published"] == 0, "\(status)")
      let connect = await stage.desk.speak(
        ["page", "connect", "--network", "facebook", "--token-stdin", "--json"],
        input: stage.sandbox.userToken)
      #expect(connect.exitCode == 69, "\(connect.all)")
      #expect(connect.code == "unavailable")
    }
  }
}
