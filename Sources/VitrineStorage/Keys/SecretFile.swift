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
  /// Written beside it and linked into place: a crash in between leaves no key that is half there,
  /// and of two that create it at once one is kept. With `O_EXCL`, since Foundation's atomic write
  /// leaves mode 0644 under the usual umask.
  package static func create(_ url: URL, contents: String) throws {
    let fresh = try writeBeside(url, contents)
    defer { unlink(fresh.path) }
    guard link(fresh.path, url.path) == 0 || errno == EEXIST else { throw notWritten(url) }
  }

  /// A new file with mode 0600 in the same folder, on the disk.
  private static func writeBeside(_ url: URL, _ contents: String) throws -> URL {
    let fresh = url.deletingLastPathComponent().appendingPathComponent(
      ".\(url.lastPathComponent).\(UInt64.random(in: .min ... .max))")
    let descriptor = open(fresh.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw notWritten(url) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(contents.utf8))
      try handle.synchronize()
    } catch {
      unlink(fresh.path)
      throw notWritten(url)
    }
    return fresh
  }

  private static func notWritten(_ url: URL) -> Fault {
    Fault(.io, Message("keys.write", url.lastPathComponent), subject: url.path)
  }

  /// Creates a file with mode 0600 and all of its contents, safe from a power cut, or not at all;
  /// leaves one that is there alone.
  package static func createWhole(_ url: URL, contents: String) throws {
    let folder = url.deletingLastPathComponent()
    let fresh = folder.appendingPathComponent(
      ".\(url.lastPathComponent).\(UInt64.random(in: .min ... .max))")
    try create(fresh, contents: contents)
    defer { unlink(fresh.path) }
    guard link(fresh.path, url.path) == 0 || errno == EEXIST else {
      throw Fault(.io, Message("keys.write", url.lastPathComponent), subject: url.path)
    }
    let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Replaces a file by one with mode 0600, at once or not at all.
  package static func replace(_ url: URL, contents: String) throws {
    let folder = url.deletingLastPathComponent()
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let fresh = try writeBeside(url, contents)
    guard rename(fresh.path, url.path) == 0 else {
      unlink(fresh.path)
      throw notWritten(url)
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
