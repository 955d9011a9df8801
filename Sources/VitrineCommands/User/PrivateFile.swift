import Foundation
import VitrineCore

/// A new file with mode 0600, for what is nobody else's business: codes, and copies of personal data.
///
/// Made before the work and removed when the work fails, so that nothing is done whose only result
/// could not be kept. Never over a file that is there.
final class PrivateFile {
  private let url: URL
  private let handle: FileHandle

  /// Creates the file.
  init(_ url: URL) throws {
    self.url = url
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Fault(
        .io, Message("console.cannotWrite", url.path),
        hint: errno == EEXIST ? Message("console.exists.hint") : nil, subject: url.path)
    }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Writes all of it and waits for the disk.
  func write(_ bytes: [UInt8]) throws {
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      try handle.close()
    } catch {
      throw Fault(.io, Message("console.cannotWrite", url.path), subject: url.path)
    }
  }

  /// Removes it again.
  func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(at: url)
  }
}
