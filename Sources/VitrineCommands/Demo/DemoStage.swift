import AsyncHTTPClient
import Foundation
import NIOCore
import Synchronization
import VitrineCore
import VitrineSandbox

/// What the demo plays on: a folder, a sandbox in a process of its own, and this program again.
final class DemoStage: Sendable {
  let console: Console
  let folder: URL
  let register: URL
  let message: URL
  private let sandbox = Mutex<Process?>(nil)

  init(console: Console, folder: URL, register: URL, message: URL) throws {
    self.console = console
    self.folder = folder
    self.register = register
    self.message = message
  }

  var workspace: URL { folder.appendingPathComponent("desk", isDirectory: true) }
  var stores: URL { folder.appendingPathComponent("stores.csv") }

  /// Says what comes next, in a person's words.
  func title(_ code: String, _ arguments: any CustomStringConvertible...) throws {
    let text = Message(code: code, arguments: arguments.map(\.description))
      .text(in: console.language)
    try console.print("")
    try console.printExactly(bold("── \(text)") + "\n")
  }

  /// Runs a command where the person sees it: first the command, then what it says.
  func show(_ arguments: [String], as person: Person?, expecting codes: Set<Int32> = [0])
    async throws
  {
    try announce(arguments, person)
    let code = try await start(arguments, as: person).finished()
    guard codes.contains(code) else { throw failure(arguments, code) }
  }

  /// Runs a command for its JSON.
  func ask(_ arguments: [String], as person: Person?, input: String? = nil, quietly: Bool = false)
    async throws -> JSON
  {
    if !quietly { try announce(arguments, person) }
    let output = Pipe()
    let child = try start(arguments + ["--json"], as: person, input: input, output: output)
    let data = await output.readAll()
    let code = await child.finished()
    guard code == 0 else { throw failure(arguments, code) }
    return try JSON(bytes: Array(data))
  }

  /// Starts a command and leaves it running.
  func start(
    _ arguments: [String], as person: Person?, input: String? = nil, output: Pipe? = nil
  ) throws -> Child {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    var environment = console.invocation.environment
    environment["VITRINE_WORKSPACE"] = workspace.path
    environment["VITRINE_TOKEN"] = person?.token.exposed
    process.environment = environment
    process.currentDirectoryURL = folder
    if let output { process.standardOutput = output }
    if let input {
      let pipe = Pipe()
      process.standardInput = pipe
      pipe.fileHandleForWriting.write(Data((input + "\n").utf8))
      try pipe.fileHandleForWriting.close()
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    return try Child(process)
  }

  /// Starts the sandbox and waits until it listens.
  func startSandbox(time: TimeSource) async throws -> SandboxReady {
    let ready = folder.appendingPathComponent("sandbox.json")
    let arguments = [
      "sandbox", "serve", "--stores", "stores.csv", "--data", "sandbox.data", "--ready-file",
      "sandbox.json",
    ]
    try announce(arguments, nil)
    let child = try start(arguments + ["--quiet"], as: nil)
    sandbox.withLock { $0 = child.process }
    for _ in 0..<1_000 {
      if let data = try? Data(contentsOf: ready),
        let value = try? JSONDecoder().decode(SandboxReady.self, from: data)
      {
        return value
      }
      guard child.process.isRunning else { break }
      try await time.sleep(10)
    }
    throw Fault(.unavailable, Message("demo.noSandbox"))
  }

  /// Stops the sandbox by its own process.
  func stopSandbox() {
    sandbox.withLock {
      $0?.terminate()
      $0 = nil
    }
  }

  /// Asks the sandbox for its own truth.
  func truth(_ address: String) async throws -> [UInt8] {
    let response = try await HTTPClient.shared.execute(
      HTTPClientRequest(url: address), timeout: .seconds(30))
    let body = try await response.body.collect(upTo: 64 << 20)
    return Array(body.readableBytesView)
  }

  private func announce(_ arguments: [String], _ person: Person?) throws {
    let words = arguments.map { $0.contains(" ") || $0.contains("&") ? "'\($0)'" : $0 }
    let who = person.map { "   # \($0.name)" } ?? ""
    try console.printExactly(
      bold("$ vitrine " + TerminalText.escapedLine(words.joined(separator: " "))) + who + "\n")
  }

  private func failure(_ arguments: [String], _ code: Int32) -> Fault {
    Fault(
      .internal, Message("demo.failed", arguments.joined(separator: " "), code),
      subject: folder.path)
  }

  private func bold(_ text: String) -> String {
    console.hasColor && console.invocation.isOutputTerminal ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

/// A person of the demo's cast.
struct Person: Sendable {
  let name: String
  let token: Secret
}

/// A process that was started, whose end can be awaited.
final class Child: Sendable {
  let process: Process
  private let ended: AsyncStream<Int32>

  init(_ process: Process) throws {
    let (stream, continuation) = AsyncStream.makeStream(of: Int32.self)
    ended = stream
    self.process = process
    process.terminationHandler = { process in
      let isSignal = process.terminationReason == .uncaughtSignal
      continuation.yield(isSignal ? 128 + process.terminationStatus : process.terminationStatus)
      continuation.finish()
    }
    try process.run()
  }

  /// The exit code; 128 and more for a signal.
  func finished() async -> Int32 {
    for await code in ended { return code }
    return process.terminationStatus
  }

  /// Kills it as a power cut would.
  func killHard() { kill(process.processIdentifier, SIGKILL) }
}

extension Pipe {
  /// Everything that is written into the pipe, read on a thread that may block.
  func readAll() async -> Data {
    let handle = fileHandleForReading
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: (try? handle.readToEnd()) ?? Data())
      }
    }
  }
}
