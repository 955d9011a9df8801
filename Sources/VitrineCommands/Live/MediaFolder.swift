import Foundation
import VitrineCore
import VitrineNetworks

/// A folder that the retailer's web server shows to everybody, as the place of pictures for networks
/// that fetch them.
///
/// A picture's name is the digest of its bytes, so that a thousand stores share one file, and nobody
/// guesses the name of one that no post shows yet.
struct MediaFolder: MediaShelf {
  /// The folder; it must be there, since one that nobody serves helps nobody.
  let folder: URL
  /// The address of the folder, without a slash at its end.
  let address: String

  /// Writes the picture unless it is there, all of it or nothing, and readable by the web server.
  func put(_ bytes: [UInt8], digest: String) async throws -> String {
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(Self.isHex) else {
      throw Fault(.io, Message("console.cannotWrite", folder.path), subject: folder.path)
    }
    let file = folder.appending(path: "\(digest).jpg")
    if !Self.holds(file, bytes.count) { try write(bytes, to: file) }
    return "\(address)/\(digest).jpg"
  }

  /// Whether the file is there already; what was renamed into place is whole.
  private static func holds(_ file: URL, _ size: Int) -> Bool {
    let facts = try? FileManager.default.attributesOfItem(atPath: file.path)
    return facts?[.type] as? FileAttributeType == .typeRegular
      && (facts?[.size] as? NSNumber)?.intValue == size
  }

  private func write(_ bytes: [UInt8], to file: URL) throws {
    let fresh = folder.appending(
      path: ".\(file.lastPathComponent).\(UInt64.random(in: .min ... .max))")
    let notWritten = Fault(.io, Message("console.cannotWrite", file.path), subject: file.path)
    let descriptor = open(fresh.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw notWritten }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      // Whatever the umask: a web server runs under another name.
      guard fchmod(descriptor, 0o644) == 0 else { throw notWritten }
      try handle.write(contentsOf: Data(bytes))
      try handle.close()
      guard rename(fresh.path, file.path) == 0 else { throw notWritten }
    } catch {
      unlink(fresh.path)
      throw notWritten
    }
  }

  private static func isHex(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...102).contains(byte)
  }
}
