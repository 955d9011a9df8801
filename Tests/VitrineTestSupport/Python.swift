import Foundation

/// A Python beside the tests, with packages that look at our work without us.
///
/// `VITRINE_TEST_PYTHON` names it; without a package there is nothing to run.
package enum Python {
  /// The interpreter.
  package static let program =
    ProcessInfo.processInfo.environment["VITRINE_TEST_PYTHON"] ?? "python3"

  /// Whether it has a package.
  package static func has(_ package: String) async -> Bool {
    (try? await run(["-c", "import \(package)"]))?.status == 0
  }

  /// Runs a script to its end; what it says on both streams comes back together.
  package static func run(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    let outcome = try await ChildProcess.run(program, arguments)
    return (outcome.exitCode, outcome.output + outcome.errors)
  }
}
