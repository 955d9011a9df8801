import Foundation
import Synchronization

/// The end of a pipe at whose other end a shell waits: when this process ends, however it ends, the
/// shell tidies up.
final class Lifeline: Sendable {
  private let shell: Child
  private let end: Mutex<Int32?>

  /// Starts `sh -c SCRIPT` with the pipe as its standard input; the script must `read` from it.
  init(_ script: String, _ arguments: [String], folder: URL, output: Int32, errors: Int32) throws {
    let (reading, writing) = try Child.pipe()
    defer { close(reading) }
    end = Mutex(writing)
    shell = try Child(
      "/bin/sh", ["-c", script, "lifeline"] + arguments, environment: Desk.bareEnvironment,
      folder: folder, streams: Child.Streams(input: reading, output: output, errors: errors))
  }

  /// Lets go, and waits until the shell is through; said again, it only waits.
  ///
  /// A descriptor that is closed twice is somebody else's file the second time.
  func release() async {
    end.withLock { end in
      guard let open = end else { return }
      // A line, since another child may hold a copy of this end for a moment.
      _ = write(open, "\n", 1)
      close(open)
      end = nil
    }
    _ = await shell.ending()
  }
}

/// A folder for everything that the tests of this process share, removed when the process ends.
enum Scratch {
  static let folder = Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "vitrine-acceptance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    let script = """
      trap '' HUP INT PIPE TERM
      read -r line
      rm -rf "$1"
      """
    let lifeline = try Lifeline(
      script, [folder.path], folder: URL(filePath: "/"), output: null, errors: null)
    return (url: folder, lifeline: lifeline)
  }

  /// The folder.
  static func url() throws -> URL { try folder.get().url }
}
