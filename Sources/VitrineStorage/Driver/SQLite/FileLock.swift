import Foundation

/// An exclusive lock on an open file, freed by the kernel when the file is closed in any way.
///
/// Linux's open file description locks (fcntl(2)): unlike `flock` they can be asked about without
/// being taken, and unlike plain POSIX locks two holders within one process exclude each other.
struct FileLock {
  /// The open file.
  let descriptor: Int32

  // From <fcntl.h>, where they stand under _GNU_SOURCE, which Swift's Glibc does not see.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37
  private static let setLockWaiting: Int32 = 38

  /// Opens the file, making it if asked; `nil` when the system refuses, with the reason in `errno`.
  init?(_ path: String, create: Bool) {
    descriptor = open(path, O_RDWR | O_CLOEXEC | (create ? O_CREAT : 0), 0o600)
    guard descriptor >= 0 else { return nil }
  }

  /// Takes the lock at once, or returns `false` with the reason in `errno`.
  func take() -> Bool { control(Self.setLock).succeeded }

  /// Takes the lock, waiting for it.
  func wait() -> Bool {
    while true {
      if control(Self.setLockWaiting).succeeded { return true }
      guard errno == EINTR else { return false }
    }
  }

  /// Whether anybody else has the lock; `nil` when the system does not say.
  func isTaken() -> Bool? {
    let answer = control(Self.getLock)
    return answer.succeeded ? answer.type != Int16(F_UNLCK) : nil
  }

  /// Whether the file still has a name; a lock on one that does not excludes nobody.
  func hasName() -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Closes the file and so frees the lock.
  func close() { Foundation.close(descriptor) }

  private func control(_ command: Int32) -> (succeeded: Bool, type: Int16) {
    var range = flock()
    range.l_type = Int16(F_WRLCK)
    range.l_whence = Int16(SEEK_SET)
    let result = fcntl(descriptor, command, &range)
    return (result == 0, range.l_type)
  }
}
