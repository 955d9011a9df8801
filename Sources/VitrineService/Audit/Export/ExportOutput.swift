import Foundation
import VitrineCore

/// A new file of an export, written in pieces.
final class ExportOutput {
  private let handle: FileHandle
  private let url: URL
  private var buffer: [UInt8] = []

  /// Creates the file; it must not be there.
  init(_ url: URL) throws {
    self.url = url
    do {
      try Data().write(to: url, options: .withoutOverwriting)
      handle = try FileHandle(forWritingTo: url)
    } catch {
      throw Self.fault(url)
    }
  }

  func append(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 20 { try flush() }
  }

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

  static func fault(_ url: URL) -> Fault {
    Fault(.io, Message("console.cannotWrite", url.path), subject: url.path)
  }
}
