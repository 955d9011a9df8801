import Foundation

/// A Python beside the tests, with packages that look at our work without us.
///
/// `VITRINE_TEST_PYTHON` names it; without a package there is nothing to run.
package enum Python {
  private static let program =
    ProcessInfo.processInfo.environment["VITRINE_TEST_PYTHON"] ?? "python3"

  /// Whether it has a package.
  package static func has(_ package: String) -> Bool {
    let process = process(["-c", "import \(package)"])
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  /// Runs a script whose output fits into a pipe.
  package static func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    let process = process(arguments)
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

  private static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    return process
  }
}
