import Foundation
import VitrineCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files that are written for people: never over one that is there, never half of one.
package final class OutputFile {
  private let handle: FileHandle
  private let url: URL
  private var buffer: [UInt8] = []

  /// Creates a new file to append to.
  package init(_ url: URL) throws {
    self.url = url
    do {
      try Data().write(to: url, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: url)
    } catch {
      throw Self.fault(url)
    }
  }

  /// Adds bytes.
  package func append(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Writes what is left.
  package func close() throws {
    try flush()
    do { try handle.close() } catch { throw Self.fault(url) }
  }

  private func flush() throws {
    do { try handle.write(contentsOf: Data(buffer)) } catch { throw Self.fault(url) }
    buffer = []
  }

  /// Writes a whole new file, with the folders that lead to it.
  package static func write(_ bytes: [UInt8], to url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url, options: .withoutOverwriting)
    } catch {
      throw fault(url)
    }
  }

  /// Writes a folder of files: it is there whole, or not at all.
  ///
  /// The files are written into a folder beside it, which then takes the name. A folder that is there
  /// must be empty.
  package static func writeFolder<Result>(
    _ url: URL, _ fill: (URL) async throws -> Result
  ) async throws -> Result {
    // A folder that is made only when all is well: what fails leaves nothing behind.
    if FileManager.default.fileExists(atPath: url.path) { try makeEmptyFolder(url) }
    let draft = Self.draft(of: url)
    do {
      do {
        try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
      } catch {
        throw fault(url)
      }
      let result = try await fill(draft)
      // An empty folder gives way to `rename`; one that got something meanwhile does not.
      guard rename(draft.path, url.path) == 0 else { throw fault(url) }
      return result
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error
    }
  }

  /// Writes a file in pieces: it is there whole, or not at all, and never in the place of another.
  package static func writeFile<Result>(
    _ url: URL, _ fill: (OutputFile) async throws -> Result
  ) async throws -> Result {
    guard !FileManager.default.fileExists(atPath: url.path) else { throw fault(url) }
    let draft = Self.draft(of: url)
    do {
      guard let file = try? OutputFile(draft) else { throw fault(url) }
      let result = try await fill(file)
      try file.close()
      // A link does not replace what has come to stand there meanwhile, as a rename would.
      guard link(draft.path, url.path) == 0, unlink(draft.path) == 0 else { throw fault(url) }
      return result
    } catch {
      try? FileManager.default.removeItem(at: draft)
      throw error
    }
  }

  /// A place beside another, on the same disk, under a name that nobody has.
  private static func draft(of url: URL) -> URL {
    url.standardizedFileURL.deletingLastPathComponent().appending(
      path: ".\(url.lastPathComponent).\(UInt64.random(in: .min ... .max))")
  }

  /// Makes a folder, or takes one that is empty.
  package static func makeEmptyFolder(_ url: URL) throws {
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
