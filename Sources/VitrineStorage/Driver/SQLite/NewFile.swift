import Foundation
import VitrineCore

/// An empty file that only its owner may read, made before SQLite would make it for everybody.
enum NewFile {
  /// Makes the file, and its folder with mode 0700, unless they exist.
  ///
  /// It is made under another name and linked: to open and close the database itself would free the
  /// locks that SQLite holds on it in this process, a trap of POSIX locks.
  static func make(at path: String) throws {
    guard access(path, F_OK) != 0 else { return }
    let folder = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Fault(.io, Message("storage.folder", folder.path), subject: folder.path)
    }
    var name = Array("\(path).new-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw fault(path) }
    close(descriptor)
    defer { unlink(name) }
    guard link(name, path) == 0 || errno == EEXIST else { throw fault(path) }
  }

  /// The fault for the system's last error.
  static func fault(_ path: String) -> Fault {
    let number = errno
    return Fault(
      .io, Message("storage.open", path, String(cString: strerror(number))), subject: path)
  }
}
