import Foundation
import Testing

@testable import VitrineSandbox

/// Meta's own Python SDK, unmodified, against the sandbox.
///
/// `VITRINE_TEST_PYTHON` names an interpreter that has `facebook-business` 26.x; without the SDK
/// there is nothing to run.
@Suite(.timeLimit(.minutes(10)))
struct OfficialSDKTests {
  static let python = ProcessInfo.processInfo.environment["VITRINE_TEST_PYTHON"] ?? "python3"

  static let isInstalled: Bool = {
    let process = Self.process(["-c", "import facebook_business"])
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  private static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [python] + arguments
    return process
  }

  @Test(.enabled(if: isInstalled, "VITRINE_TEST_PYTHON names no Python with facebook-business"))
  func `the official SDK works unmodified`() async throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "sdk_check.py").path
    try await withSandbox(.small(75)) { visitor in
      let ready = visitor.ready
      let process = Self.process([
        script, ready.baseURL, ready.userToken, ready.appID, ready.appSecret,
      ])
      let output = Pipe()
      process.standardOutput = output
      process.standardError = output
      // The script prints one line, or a traceback, which fits into the pipe.
      let status = try await withCheckedThrowingContinuation { continuation in
        process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
        do {
          try process.run()
        } catch {
          process.terminationHandler = nil
          continuation.resume(throwing: error)
        }
      }
      let text = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      #expect(status == 0, "\(text)")
    }
  }
}
