import Foundation

extension ChildProcess {
  /// What came of a program that ran to its end.
  package struct Outcome: Sendable {
    /// How it ended.
    package let ending: Ending
    /// What it wrote on standard output.
    package let output: String
    /// What it wrote on standard error.
    package let errors: String

    /// The exit code; a signal counts as 128 and its number, as in a shell.
    package var exitCode: Int32 { ending.exitCode ?? 128 + (ending.signal ?? 0) }
  }

  /// Runs a program to its end, with nothing on its standard input.
  ///
  /// After so many seconds it is killed, and its outcome shows so.
  package static func run(
    _ program: String, _ arguments: [String],
    environment: [String: String] = ProcessInfo.processInfo.environment,
    folder: URL = URL(filePath: "/"), withinSeconds deadline: UInt64 = 300
  ) async throws -> Outcome {
    let (output, errors) = (try Descriptor.scratchFile(), try Descriptor.scratchFile())
    defer { for file in [output, errors] { close(file) } }
    let ending = try await Descriptor.withNull { null in
      let child = try ChildProcess(
        program, arguments, environment: environment, folder: folder,
        streams: Streams(input: null, output: output, errors: errors))
      child.send(SIGKILL, afterNanoseconds: deadline * 1_000_000_000)
      return await child.ending()
    }
    return Outcome(
      ending: ending, output: Descriptor.text(of: output), errors: Descriptor.text(of: errors))
  }
}
