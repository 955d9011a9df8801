import Foundation
import VitrineContent
import VitrineCore

/// A plan that somebody keeps on disk between two commands.
enum SavedFile {
  /// The largest one that is read, in bytes.
  private static let limit = 1 << 24

  /// Writes it; never over a file that is there.
  static func write(_ value: some Encodable, to url: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      try (encoder.encode(value) + Data("\n".utf8)).write(to: url, options: .withoutOverwriting)
    } catch {
      throw Fault(.io, Message("console.cannotWrite", url.path), subject: url.path)
    }
  }

  /// Reads it; anything else than such a plan is `invalid` with the code of a message.
  static func read<Value: Decodable>(_ type: Value.Type, from url: URL, _ code: String) throws
    -> Value
  {
    let bytes = try RegularFile.read(url.path, limit: limit)
    guard let value = try? JSONDecoder().decode(type, from: Data(bytes)) else {
      throw Fault(.invalid, Message(code, url.path), subject: url.path)
    }
    return value
  }
}
