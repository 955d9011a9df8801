import Foundation
import Synchronization
import VitrineCore

/// A lease held by a locked file.
final class FileLeaseHold: LeaseHold {
  let name: String
  private let path: String
  private let lock: Mutex<FileLock?>

  /// Keeps a lock that was just taken.
  init(name: String, path: String, lock: FileLock) {
    self.name = name
    self.path = path
    self.lock = Mutex(lock)
  }

  deinit { free() }

  func isHeld() async -> Bool { lock.withLock { $0 != nil } }

  func release() async { free() }

  private func free() {
    lock.withLock { lock in
      guard let held = lock else { return }
      // Removed while it is still locked, so that nobody's new lock is taken away from under them.
      unlink(path)
      held.close()
      lock = nil
    }
  }
}
