import Foundation
import VitrineCore

/// The world of one run of the program: streams, environment, folder.
///
/// Passed in, so that tests run commands in process.
package struct Invocation: Sendable {
  /// The arguments after the program's name.
  package var arguments: [String]
  /// The environment.
  package var environment: [String: String]
  /// The folder that relative paths start from.
  package var folder: URL
  /// The path of the program itself, for starting it again.
  package var program: String
  /// Writes to standard output; false when it is closed or full.
  package var output: @Sendable (String) -> Bool
  /// Writes to standard error.
  package var error: @Sendable (String) -> Void
  /// Reads standard input to its end, at most so many bytes.
  package var input: @Sendable (_ limit: Int) throws -> [UInt8]
  /// Whether standard output is a terminal.
  package var isOutputTerminal: Bool
  /// Whether standard error is a terminal.
  package var isErrorTerminal: Bool
  /// The columns of the terminal.
  package var width: Int

  /// The run that the present task belongs to.
  @TaskLocal package static var current = Invocation.process

  /// The process itself.
  package static var process: Invocation {
    Invocation(
      arguments: Array(CommandLine.arguments.dropFirst()),
      environment: ProcessInfo.processInfo.environment,
      folder: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory),
      program: CommandLine.arguments.first ?? "vitrine",
      output: { StandardStream.write($0, to: 1) },
      error: { _ = StandardStream.write($0, to: 2) },
      input: { try StandardStream.readAll(limit: $0) },
      isOutputTerminal: StandardStream.isTerminal(1),
      isErrorTerminal: StandardStream.isTerminal(2), width: StandardStream.columns(2))
  }
}
