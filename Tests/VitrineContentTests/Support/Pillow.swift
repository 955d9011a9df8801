import Foundation

/// A Python with Pillow, which reads pictures without us.
///
/// `VITRINE_TEST_PYTHON` names it; without one there is nothing to run.
enum Pillow {
  private static let python =
    ProcessInfo.processInfo.environment["VITRINE_TEST_PYTHON"] ?? "python3"

  static let isInstalled: Bool = {
    let process = Self.process(["-c", "import PIL"])
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

  /// Runs a script whose output fits into a pipe.
  static func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    let process = Self.process(arguments)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do {
        try process.run()
      } catch {
        process.terminationHandler = nil
        continuation.resume(throwing: error)
      }
    }
    return (status, String(decoding: output.fileHandleForReading.availableData, as: UTF8.self))
  }
}
