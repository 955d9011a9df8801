import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineCommands

/// Notices on the standard input of a program.
@Suite(.temporaryFolder)
struct NoticeProgramTests {
  private let message = NoticeMessage(
    id: "n_1", body: Array((#"{"id":"n_1","text":""# + String(repeating: "é", count: 60_000)).utf8))

  /// A script with these lines, and the folder that it stands in.
  private func program(
    _ lines: String, seconds: Int = 10
  ) async throws -> (program: NoticeProgram, folder: URL) {
    let folder = try TemporaryFolder.url().appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "tell it.sh")
    let draft = folder.appending(path: "draft")
    try Data("#!/bin/sh\ncd \"$(dirname \"$0\")\"\n\(lines)\n".utf8).write(to: draft)
    // Written by a process of its own: a program that another test starts meanwhile would hold it open
    // for writing, and it could not be run.
    let made = try await ChildProcess.run("/usr/bin/install", ["-m", "755", draft.path, file.path])
    try #require(made.exitCode == 0, "\(made.errors)")
    let environment = [
      "PATH": "/usr/bin:/bin", "VITRINE_TOKEN": "vitrine_pat_secret", "OTHER": "x",
    ]
    return (
      try NoticeProgram(file, environment: environment, seconds: seconds, time: .system), folder
    )
  }

  private func fault(_ program: NoticeProgram) async throws -> Fault? {
    do {
      try await program.send(message)
      return nil
    } catch let fault as Fault {
      return fault
    }
  }

  @Test func `a program gets the whole document, no arguments and none of our variables`()
    async throws
  {
    let (program, folder) = try await program("cat > got\nenv > env\necho $# > count")
    try await program.send(message)
    let got = try Data(contentsOf: folder.appending(path: "got"))
    #expect(Array(got) == message.body)
    let env = try String(contentsOf: folder.appending(path: "env"), encoding: .utf8)
    #expect(env.contains("PATH=") && !env.contains("VITRINE_") && !env.contains("OTHER="))
    let count = try String(contentsOf: folder.appending(path: "count"), encoding: .utf8)
    #expect(count == "0\n")
  }

  @Test func `what ends with anything but 0 has not taken it`() async throws {
    let (program, _) = try await program("exit 3")
    let fault = try await fault(program)
    #expect(fault?.code == .unavailable && fault?.message.arguments == ["3"])
  }

  @Test func `what does not end in time is ended, with what it started`() async throws {
    let (program, _) = try await program("sleep 3600 & sleep 3600", seconds: 1)
    #expect(try await fault(program)?.message.code == "notice.command.slow")
  }

  @Test func `what cannot be run is refused before anything is sent`() throws {
    let folder = try TemporaryFolder.url()
    #expect(throws: Fault.self) {
      try NoticeProgram(
        folder.appending(path: "nowhere"), environment: [:], time: .system)
    }
  }
}
