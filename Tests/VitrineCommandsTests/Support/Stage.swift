import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// A desk of one test with a sandbox that runs beside it, and a broadcast ready to be launched.
struct Stage: Sendable {
  let desk: Desk
  let sandbox: SandboxProcess
  /// An approved broadcast to all pages.
  let broadcast: String
  /// How many pages there are.
  let pages: Int

  /// Launches and waits; `--json`, so that the numbers can be read.
  func launch(_ more: String...) async throws -> Program.Outcome {
    try await desk.run(["broadcast", "launch", broadcast, "--json"] + more, as: .broadcaster)
  }

  /// Starts to launch.
  func startLaunch() throws -> Program.Run {
    try desk.start(["broadcast", "launch", broadcast, "--json"], as: .broadcaster)
  }

  /// Connects the pages again, as a person does after mending a token.
  func reconnect() async throws {
    try await desk.succeed(
      ["page", "connect", "--network", "facebook", "--token-stdin"], as: .admin,
      input: sandbox.userToken)
  }

  /// Waits until the sandbox has had so many calls of a kind.
  ///
  /// The progress of the program under test is the clock: each question is a round trip.
  func waitFor(
    _ count: Int, _ kind: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let limit = monotonic() + 60_000_000_000
    while try await sandbox.calls(kind) < count {
      try #require(
        monotonic() < limit, "no \(count) calls of \(kind)", sourceLocation: sourceLocation)
    }
  }
}

/// Runs a test on a stage of so many pages in the test's temporary folder.
func withStage(
  _ pages: Int, _ driver: DriverUnderTest = .sqlite, sandbox arguments: [String] = [],
  _ body: (Stage) async throws -> Void
) async throws {
  let template = try await Template.of(pages, driver)
  let desk = try await template.copy(to: try TemporaryFolder.url())
  let sandbox = try await SandboxProcess.start(
    stores: template.stores, folder: desk.folder, arguments: arguments)
  do {
    try desk.edit {
      $0.replacing(/http:\/\/127\.0\.0\.1:[0-9]+/, with: sandbox.baseURL)
    }
    try await body(
      Stage(desk: desk, sandbox: sandbox, broadcast: template.broadcast, pages: pages))
    await sandbox.stop()
  } catch {
    await sandbox.stop()
    throw error
  }
}

/// Runs a test on a desk without a network.
func withDesk(_ pages: Int = 12, _ body: (Desk) async throws -> Void) async throws {
  let template = try await Template.of(pages, .sqlite)
  try await body(try await template.copy(to: try TemporaryFolder.url()))
}
