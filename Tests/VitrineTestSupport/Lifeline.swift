import Foundation
import Synchronization

/// The end of a pipe at whose other end a shell waits: when this process ends, however it ends, the
/// shell tidies up.
package final class Lifeline: Sendable {
  private let shell: ChildProcess
  private let end: Mutex<Int32?>

  /// Starts `sh -c SCRIPT` with the pipe as its standard input; the script must `read` from it.
  ///
  /// With a user, the shell is that user's, which only root may ask for.
  package init(
    _ script: String, _ arguments: [String], user: String? = nil, environment: [String: String],
    folder: URL, output: Int32, errors: Int32
  ) throws {
    let (reading, writing) = try Descriptor.pipe()
    defer { close(reading) }
    end = Mutex(writing)
    let asUser = user.map { ["/usr/sbin/runuser", "-u", $0, "--"] } ?? []
    let words = asUser + ["/bin/sh", "-c", script, "lifeline"] + arguments
    shell = try ChildProcess(
      words[0], Array(words.dropFirst()), environment: environment, folder: folder,
      streams: ChildProcess.Streams(input: reading, output: output, errors: errors))
  }

  /// Lets go, and waits until the shell is through; said again, it only waits.
  ///
  /// A descriptor that is closed twice is somebody else's file the second time.
  package func release() async {
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
