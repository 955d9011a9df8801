import Foundation

/// Files, pipes and the null device as bare descriptors, for programs that a test starts.
///
/// None of them is passed on to a program by itself.
package enum Descriptor {
  /// The two ends of a pipe.
  package static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { throw ChildProcess.Failure("making a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// Runs a body with a descriptor that says nothing and forgets everything.
  package static func withNull<T>(_ body: (Int32) async throws -> T) async throws -> T {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard null >= 0 else { throw ChildProcess.Failure("opening /dev/null") }
    defer { close(null) }
    return try await body(null)
  }

  /// A file without a name, gone with its descriptor.
  package static func scratchFile() throws -> Int32 {
    var name = Array("/tmp/vitrine-scratch-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { throw ChildProcess.Failure("making a file in /tmp") }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    _ = fcntl(file, F_SETFL, O_APPEND)
    unlink(name)
    return file
  }

  /// Everything that a file holds.
  package static func text(of file: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = pread(file, &buffer, buffer.count, off_t(bytes.count)), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What arrives first in a pipe, read on a thread that may wait; empty at its end.
  package static func firstText(in pipe: Int32) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var count = read(pipe, &buffer, buffer.count)
        while count == -1, errno == EINTR { count = read(pipe, &buffer, buffer.count) }
        continuation.resume(
          returning: String(decoding: buffer.prefix(max(0, count)), as: UTF8.self))
      }
    }
  }
}
