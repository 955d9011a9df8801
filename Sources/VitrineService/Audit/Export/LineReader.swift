import Foundation
import VitrineCore

/// Reads a file line by line, in a piece of memory that does not grow with it.
final class LineReader {
  /// Longer than the longest record in base 64, 87,380 characters.
  private static let limit = 100_000

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Opens a file; throws `notFound` when it cannot be read.
  init(_ url: URL) throws {
    guard let handle = try? FileHandle(forReadingFrom: url) else {
      throw Fault(.notFound, Message("audit.found.missingFile", url.path, 0), subject: url.path)
    }
    self.handle = handle
  }

  deinit { try? handle.close() }

  /// The next line without its line feed; `nil` at the end.
  ///
  /// Throws `corrupt` for a last line without line feed and for one longer than any record.
  func next() throws -> ArraySlice<UInt8>? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return buffer[position..<end]
      }
      guard buffer.count - position <= Self.limit else { throw Self.torn }
      searched = buffer.count - position
      guard try fill() else {
        guard buffer.count == position else { throw Self.torn }
        return nil
      }
    }
  }

  /// Drops what was read and adds the next piece; `false` at the end of the file.
  private func fill() throws -> Bool {
    buffer.removeSubrange(..<position)
    position = 0
    guard !isAtEnd, let data = try? handle.read(upToCount: 1 << 18), !data.isEmpty else {
      isAtEnd = true
      return false
    }
    buffer.append(contentsOf: data)
    return true
  }

  private static var torn: Fault { Fault(.corrupt, Message("audit.record.unreadable")) }
}
