import Foundation
import VitrineCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files with a secret in them: created by us alone, readable by the owner alone.
package enum SecretFile {
  /// Creates a file with mode 0600; leaves one that is there alone.
  ///
  /// With `O_EXCL`, since Foundation's atomic write leaves mode 0644 under the usual umask.
  package static func create(_ url: URL, contents: String) throws {
    let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      throw Fault(.io, Message("keys.write", url.lastPathComponent), subject: url.path)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data(contents.utf8))
    try handle.synchronize()
  }

  /// Replaces a file by one with mode 0600, at once or not at all.
  package static func replace(_ url: URL, contents: String) throws {
    let folder = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let fresh = folder.appendingPathComponent(
      ".\(url.lastPathComponent).\(UInt64.random(in: .min ... .max))")
    try create(fresh, contents: contents)
    guard rename(fresh.path, url.path) == 0 else {
      throw Fault(.io, Message("keys.write", url.lastPathComponent), subject: url.path)
    }
  }

  /// Reads the one line of a secret file; refuses a symbolic link and a file that others can read.
  package static func read(_ url: URL) throws -> Secret {
    let descriptor = open(url.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Fault(
        .configuration, Message("keys.read", url.lastPathComponent), subject: url.path)
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Fault(
        .configuration, Message("keys.notFile", url.lastPathComponent), subject: url.path)
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Fault(
        .configuration, Message("keys.wide", url.lastPathComponent),
        hint: Message("keys.wide.hint", url.path), subject: url.path)
    }
    let bytes = try handle.read(upToCount: 65_536) ?? Data()
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard lines.count == 1, let line = lines.first else {
      throw Fault(
        .configuration, Message("keys.oneLine", url.lastPathComponent), subject: url.path)
    }
    return Secret(line.trimmingCharacters(in: .whitespaces))
  }
}
