import Foundation
import Synchronization
import Testing
import VitrineCommands
import VitrineCore

/// A workspace with its people, in a folder of its own, and commands run in it.
struct Desk: Sendable {
  /// The folder around the workspace: home, logs, and files that a test writes.
  let folder: URL
  /// The token of each person, and of nobody else.
  let tokens: [Person: String]
  /// The id of each person.
  let people: [Person: String]

  /// The workspace.
  var workspace: URL { folder.appending(path: "ws") }
  /// Where the output of every command is kept, to be searched for secrets.
  var logs: URL { folder.appending(path: "logs") }

  /// What every program needs, and nothing of whoever runs the tests.
  static let bareEnvironment: [String: String] = {
    let own = ProcessInfo.processInfo.environment
    var environment = ["PATH": own["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8"]
    environment["LD_LIBRARY_PATH"] = own["LD_LIBRARY_PATH"]
    return environment
  }()

  /// The environment of a command that a person runs in this workspace.
  func environment(_ person: Person?) -> [String: String] {
    let own = [
      "HOME": folder.appending(path: "home").path,
      "XDG_CONFIG_HOME": folder.appending(path: "home/.config").path,
      "VITRINE_WORKSPACE": workspace.path,
    ]
    var environment = Self.bareEnvironment.merging(own) { $1 }
    environment["VITRINE_TOKEN"] = person.flatMap { tokens[$0] }
    return environment
  }

  /// Starts a command.
  func start(
    _ arguments: [String], as person: Person?, input: String = "", output: String? = nil,
    with more: [String: String] = [:], fileLimit: Int? = nil
  ) throws -> Program.Run {
    try Program.start(
      arguments, environment: environment(person).merging(more) { $1 }, folder: folder,
      logs: logs, input: input, output: output, fileLimit: fileLimit)
  }

  /// Runs a command to its end.
  func run(
    _ arguments: [String], as person: Person?, input: String = "", output: String? = nil,
    with more: [String: String] = [:]
  ) async throws -> Program.Outcome {
    try await start(arguments, as: person, input: input, output: output, with: more).outcome()
  }

  /// Runs a command that must succeed, as a process of its own, and returns its JSON.
  @discardableResult
  func succeedAlone(
    _ arguments: [String], as person: Person?, input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    let outcome = try await run(arguments + ["--json"], as: person, input: input)
    try #require(outcome.exitCode == 0, "\(outcome.all)", sourceLocation: sourceLocation)
    return outcome.output.isEmpty ? .null : try JSON(parsing: outcome.output)
  }

  /// Runs a command that must succeed, in this process, and returns its JSON.
  @discardableResult
  func succeed(
    _ arguments: [String], as person: Person?, input: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSON {
    let spoken = await speak(arguments + ["--json"], as: person, input: input)
    try #require(
      spoken.exitCode == 0, "\(arguments) \(spoken.all)", sourceLocation: sourceLocation)
    return spoken.output.isEmpty ? .null : try JSON(parsing: spoken.output)
  }

  /// What a command said in this very process.
  struct Spoken: Sendable {
    let exitCode: Int32
    let output: String
    let errors: String

    /// The error that `--json` printed.
    var error: JSON? {
      errors.split(separator: "\n").last.flatMap { try? JSON(parsing: String($0)) }?["error"]
    }
    /// Its code.
    var code: String? { error?["code"]?.text }
    /// What it happened to.
    var subject: String? { error?["subject"]?.text }
    /// For messages.
    var all: String { "→ \(exitCode)\n\(output.suffix(1500))\(errors.suffix(3000))" }
  }

  /// Runs a command in this process: quick, and a trap in it would end the tests.
  func speak(
    _ arguments: [String], as person: Person? = .admin, input: String = "",
    with more: [String: String] = [:]
  ) async -> Spoken {
    let output = Mutex("")
    let errors = Mutex("")
    var invocation = Invocation.process
    invocation.arguments = arguments
    invocation.environment = environment(person).merging(more) { $1 }
    invocation.folder = URL(filePath: folder.path, directoryHint: .isDirectory)
    invocation.program = Program.path
    invocation.output = { text in
      output.withLock { $0 += text }
      return true
    }
    invocation.error = { text in errors.withLock { $0 += text } }
    invocation.input = { limit in Array(input.utf8.prefix(limit)) }
    invocation.isOutputTerminal = false
    invocation.isErrorTerminal = false
    let exitCode = await Entry.run(invocation)
    let spoken = Spoken(
      exitCode: exitCode, output: output.withLock { $0 }, errors: errors.withLock { $0 })
    try? Data((spoken.output + spoken.errors).utf8)
      .write(to: logs.appending(path: "\(monotonic())-spoken"))
    return spoken
  }

  /// Writes a file beside the workspace and returns its path.
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  /// Writes bytes to a file beside the workspace and returns its path.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
