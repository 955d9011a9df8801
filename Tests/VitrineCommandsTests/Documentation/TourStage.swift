import Foundation
import Testing
import VitrineTestSupport

/// Where the README's lines are run: a folder with the files of the repository, the program that was
/// just built, and a sandbox.
struct TourStage {
  /// The folder of the test.
  let folder: URL

  /// What a script did.
  struct Ending {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Prepares the folder of the running test.
  init() throws {
    folder = try TemporaryFolder.url()
    for name in ["examples", "content-library"] {
      try FileManager.default.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Pages.root.appending(path: name))
    }
  }

  /// The folder of the test bundle, where the build leaves the program too.
  private static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent()

  /// Nothing of the person who runs the tests: no token, no workspace, no language.
  private var environment: [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return [
      "PATH": "\(Self.programs.path):\(path)", "HOME": folder.path, "LANG": "en_US.UTF-8",
      "TMPDIR": folder.path,
    ]
  }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs a script to its end, which comes after so many seconds at the latest.
  func run(_ script: String, within seconds: Double) async throws -> Ending {
    let process = process(["-eu", "-o", "pipefail", "-c", script])
    let (output, errors) = (try file("output"), try file("errors"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let code = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
        let pid = process.processIdentifier
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [process] in
          if process.isRunning { kill(pid, SIGKILL) }
        }
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    return Ending(
      code: code, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  private func file(_ name: String) throws -> URL {
    let url = folder.appending(path: "\(name)-\(UUID().uuidString)")
    try Data().write(to: url)
    return url
  }

  /// Runs a body while a command of the README goes on in another terminal.
  ///
  /// A shell starts the command, and ends it by its own process id when our end of a pipe closes:
  /// at the end of the body, or with this process however that ends.
  func during<T>(_ command: String, _ body: () async throws -> T) async throws -> T {
    let process = process([
      "-c", "trap '' INT HUP; \(command) & child=$!; read -r line; kill $child; wait $child",
    ])
    let (lifeline, words) = (Pipe(), Pipe())
    process.standardInput = lifeline
    process.standardError = words
    process.standardOutput = FileHandle.nullDevice
    _ = fcntl(lifeline.fileHandleForWriting.fileDescriptor, F_SETFD, FD_CLOEXEC)
    let (ended, continuation) = AsyncStream.makeStream(of: Void.self)
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    try words.fileHandleForWriting.close()
    let result: Result<T, any Error>
    do {
      let greeting = await Self.firstWords(words.fileHandleForReading)
      try #require(greeting.contains("http://127.0.0.1:"), "\(command) said: \(greeting)")
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    try lifeline.fileHandleForWriting.close()
    for await _ in ended {}
    return try result.get()
  }

  /// What arrives first, read on a thread that may wait.
  private static func firstWords(_ handle: FileHandle) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(returning: String(decoding: handle.availableData, as: UTF8.self))
      }
    }
  }
}
