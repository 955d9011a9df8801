import Foundation
import Testing
import VitrineTestSupport

/// Where the README's lines are run: a folder with the files of the repository, the program that was
/// just built, and a sandbox.
struct TourStage {
  /// The folder of the test.
  let folder: URL

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

  /// Runs a script to its end, which comes after so many seconds at the latest.
  func run(_ script: String, within seconds: UInt64) async throws -> ChildProcess.Outcome {
    try await ChildProcess.run(
      "/bin/bash", ["-eu", "-o", "pipefail", "-c", script], environment: environment,
      folder: folder, withinSeconds: seconds)
  }

  /// Runs a body while a command of the README goes on in another terminal.
  ///
  /// A shell starts the command, and ends it by its own process id when the body ends, or with this
  /// process however that ends.
  func during<T>(_ command: String, _ body: () async throws -> T) async throws -> T {
    let (reading, writing) = try Descriptor.pipe()
    defer { close(reading) }
    let lifeline = try Lifeline(
      "trap '' INT HUP; \(command) >/dev/null & child=$!; read -r line; kill $child; wait $child",
      [], environment: environment, folder: folder, output: writing, errors: writing)
    close(writing)
    let result: Result<T, any Error>
    do {
      let greeting = await Descriptor.firstText(in: reading)
      try #require(greeting.contains("http://127.0.0.1:"), "\(command) said: \(greeting)")
      result = .success(try await body())
    } catch {
      result = .failure(error)
    }
    await lifeline.release()
    return try result.get()
  }
}
