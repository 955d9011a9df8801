import Foundation
import Testing
import VitrineTestSupport

/// The built `vitrine`, as a person would run it.
enum Program {
  /// Beside the test bundle, where every build puts both.
  static let path: String = {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "vitrine").path
  }()

  /// What came of one run.
  struct Outcome: Sendable {
    /// The arguments, for messages.
    let arguments: [String]
    /// How it ended.
    let ending: ChildProcess.Ending
    /// Standard output.
    let output: String
    /// Standard error.
    let errors: String
    /// How long it took, in nanoseconds.
    let duration: UInt64

    /// The exit code; a signal counts as 128 and its number, as in a shell.
    var exitCode: Int32 { ending.exitCode ?? 128 + (ending.signal ?? 0) }

    /// For messages: everything that a person would want to see.
    var all: String {
      "vitrine \(arguments.prefix(12).joined(separator: " ")) → \(exitCode)\n"
        + "\(output.suffix(1500))\(errors.suffix(3000))"
    }
  }

  /// A program that was started, and the files it writes to.
  struct Run: Sendable {
    let arguments: [String]
    let child: ChildProcess
    let output: URL
    let errors: URL
    let started: UInt64

    /// Waits for the end; a program that takes longer than the deadline is killed and shows so.
    func outcome(withinSeconds deadline: Int = 120) async throws -> Outcome {
      child.send(SIGKILL, afterNanoseconds: UInt64(deadline) * 1_000_000_000)
      let ending = await child.ending()
      let duration = monotonic() - started
      return Outcome(
        arguments: arguments, ending: ending, output: try Self.text(output),
        errors: try Self.text(errors), duration: duration)
    }

    private static func text(_ file: URL) throws -> String {
      String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
  }

  /// Starts the program; standard output and error go to new files in a folder.
  ///
  /// With a limit, no file that it writes grows beyond so many KiB, as on a full disk.
  static func start(
    _ arguments: [String], environment: [String: String], folder: URL, logs: URL,
    input: String = "", output: String? = nil, fileLimit: Int? = nil
  ) throws -> Run {
    let name = "\(monotonic())-\(UInt32.random(in: 0...UInt32.max))"
    let errors = logs.appending(path: "\(name).err")
    let file = logs.appending(path: "\(name).out")
    let inputs = try pipeWith(input)
    defer { close(inputs) }
    let outputs = try open(file, as: output)
    defer { close(outputs) }
    let talk = try open(errors, as: nil)
    defer { close(talk) }
    let started = monotonic()
    // Ignored, the signal of the limit becomes an error of the write, as a full disk gives.
    let limited = fileLimit.map {
      ["-c", "trap '' XFSZ; ulimit -f \($0); exec \"$0\" \"$@\"", path] + arguments
    }
    let child = try ChildProcess(
      limited == nil ? path : "/bin/bash", limited ?? arguments, environment: environment,
      folder: folder, streams: ChildProcess.Streams(input: inputs, output: outputs, errors: talk))
    return Run(
      arguments: arguments, child: child, output: file, errors: errors, started: started)
  }

  /// Nanoseconds of the monotonic clock.
  static func monotonic() -> UInt64 { DispatchTime.now().uptimeNanoseconds }

  /// A pipe with a text in it and nobody at the other end; the text must fit into the pipe.
  private static func pipeWith(_ text: String) throws -> Int32 {
    let (reading, writing) = try Descriptor.pipe()
    defer { close(writing) }
    let bytes = Array(text.utf8)
    guard bytes.count <= 60_000, write(writing, bytes, bytes.count) == bytes.count else {
      throw ChildProcess.Failure("writing to a pipe")
    }
    return reading
  }

  private static func open(_ file: URL, as other: String?) throws -> Int32 {
    _ = FileManager.default.createFile(atPath: file.path, contents: Data())
    let descriptor = Foundation.open(
      other ?? file.path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw ChildProcess.Failure("opening \(other ?? file.path)") }
    return descriptor
  }
}

/// Nanoseconds of the monotonic clock.
func monotonic() -> UInt64 { Program.monotonic() }
