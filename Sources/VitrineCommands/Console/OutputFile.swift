import Foundation
import VitrineCore

/// Files that a command writes for people: never over one that is there, never half of one.
final class OutputFile {
  private let handle: FileHandle
  private let url: URL
  private var buffer: [UInt8] = []

  /// Creates a new file to append to.
  init(_ url: URL) throws {
    self.url = url
    do {
      try Data().write(to: url, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: url)
    } catch {
      throw Self.fault(url)
    }
  }

  /// Adds bytes.
  func append(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Writes what is left.
  func close() throws {
    try flush()
    do { try handle.close() } catch { throw Self.fault(url) }
  }

  private func flush() throws {
    do { try handle.write(contentsOf: Data(buffer)) } catch { throw Self.fault(url) }
    buffer = []
  }

  /// Writes a whole new file, with the folders that lead to it.
  static func write(_ bytes: [UInt8], to url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .withoutOverwriting)
    } catch {
      throw fault(url)
    }
  }

  /// Writes a folder of files at once: it is there whole, or not at all.
  ///
  /// The files are written into a folder beside it, which then takes the name. A folder that is there
  /// must be empty.
  static func writeFolder(_ url: URL, _ files: [String: [UInt8]]) throws {
    try makeEmptyFolder(url)
    let parent = url.standardizedFileURL.deletingLastPathComponent()
    let fresh = parent.appendingPathComponent(
      ".\(url.lastPathComponent).\(UInt64.random(in: .min ... .max))", isDirectory: true)
    do {
      try makeEmptyFolder(fresh)
      for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
        try write(bytes, to: fresh.appendingPathComponent(name))
      }
      // An empty folder gives way to `rename`; one that got something meanwhile does not.
      guard rename(fresh.path, url.path) == 0 else { throw fault(url) }
    } catch {
      try? FileManager.default.removeItem(at: fresh)
      throw error
    }
  }

  /// Makes a folder, or takes one that is empty.
  static func makeEmptyFolder(_ url: URL) throws {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let names = try FileManager.default.contentsOfDirectory(atPath: url.path)
      guard names.isEmpty else {
        throw Fault(
          .io, Message("console.notEmpty", url.path), hint: Message("console.notEmpty.hint"),
          subject: url.path)
      }
    } catch is CocoaError {
      throw fault(url)
    }
  }

  private static func fault(_ url: URL) -> Fault {
    Fault(.io, Message("console.cannotWrite", url.path), subject: url.path)
  }
}
