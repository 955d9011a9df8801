import Foundation
import Testing
import VitrineCore
import VitrineService
import VitrineTestSupport

/// The export against a program of Go's own libraries, which shares no line with ours.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct GoVerifierTests {
  private static let modules = "/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog"
  private static let isThere =
    FileManager.default.isExecutableFile(atPath: "/usr/bin/go")
    && FileManager.default.fileExists(atPath: modules)

  @Test(
    .enabled(if: isThere, "needs the Debian packages golang-go and golang-golang-x-mod-dev"))
  func `Go's own verifier accepts the export, and refuses one that was touched`() async throws {
    let desk = try await SealedDesk.make(records: [300, 500])
    let folder = try TemporaryFolder.url().appending(path: "export")
    let size = try await ExportFolder(folder).write(desk.door, as: desk.auditor)
    let key = try desk.key().vkey
    let program = try TemporaryFolder.url().appending(path: "verify-export")
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../scripts/verify-export/main.go").standardizedFileURL
    let built = try await run("/usr/bin/go", ["build", "-o", program.path, source.path])
    try #require(built.status == 0, "\(built.text)")
    let good = try await run(program.path, ["-key", key, folder.path])
    #expect(good.status == 0, "\(good.text)")
    #expect(good.text.hasPrefix("verified \(size) records, root "))

    let tile = folder.appending(path: "tile/0/001")
    var bytes = try Data(contentsOf: tile)
    bytes[77] ^= 1
    try bytes.write(to: tile)
    #expect(try await run(program.path, ["-key", key, folder.path]).status == 1)
    let stranger = try NoteSigner(name: SealedDesk.origin, random: .system).verifier().vkey
    #expect(try await run(program.path, ["-key", stranger, folder.path]).status == 1)
  }

  private func run(
    _ program: String, _ arguments: [String]
  ) async throws -> (status: Int32, text: String) {
    let folder = try TemporaryFolder.url()
    let outcome = try await ChildProcess.run(
      program, arguments,
      environment: [
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "HOME": folder.path,
        "GOCACHE": folder.appending(path: "go-cache").path, "PATH": "/usr/bin:/bin",
      ], folder: folder)
    return (outcome.exitCode, outcome.output + outcome.errors)
  }
}
