import Foundation
import VitrineCore

/// The leases of a SQLite desk: a locked file each, in a folder beside the database.
///
/// Files of crashed processes stay behind, empty and unlocked; the next holder of the name uses them.
struct FileLeases: Sendable {
  private let folder: String

  /// Uses the folder, making it with mode 0700.
  init(folder: String) throws {
    self.folder = folder
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw NewFile.fault(folder) }
  }

  /// Takes the lease, or returns `nil` when somebody has it.
  func hold(_ name: String) throws -> (any LeaseHold)? {
    let path = path(of: name)
    while true {
      guard let lock = FileLock(path, create: true) else { throw NewFile.fault(path) }
      guard lock.take() else {
        let isHeld = errno == EAGAIN || errno == EACCES
        let fault = NewFile.fault(path)
        lock.close()
        if isHeld { return nil }
        throw fault
      }
      // The holder before us may have removed the file between our opening and our locking it.
      if lock.hasName() { return FileLeaseHold(name: name, path: path, lock: lock) }
      lock.close()
    }
  }

  /// Whether somebody has the lease.
  func isHeld(_ name: String) throws -> Bool {
    let path = path(of: name)
    guard let lock = FileLock(path, create: false) else {
      if errno == ENOENT { return false }
      throw NewFile.fault(path)
    }
    defer { lock.close() }
    guard let isTaken = lock.isTaken() else { throw NewFile.fault(path) }
    return isTaken
  }

  /// Waits for the one lock under which a database is opened.
  func waitForTurn() throws -> FileLock {
    let path = folder + "/opening"
    guard let lock = FileLock(path, create: true) else { throw NewFile.fault(path) }
    guard lock.wait() else {
      defer { lock.close() }
      throw NewFile.fault(path)
    }
    return lock
  }

  /// A file name for any lease name: what is no ASCII letter, digit or hyphen stands as `_` and two
  /// hexadecimal digits.
  private func path(of name: String) -> String {
    var file = ""
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D:
        file.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        file += "_" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return folder + "/" + file + ".lease"
  }
}
