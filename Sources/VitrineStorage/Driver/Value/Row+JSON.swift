import Foundation
import VitrineCore

extension Row {
  /// A value that is stored as JSON; nil for a NULL.
  ///
  /// Throws `corrupt` for what does not read back.
  package func decoded<Value: Decodable>(_ column: String) throws -> Value? {
    guard let text = try optionalText(column) else { return nil }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch is DecodingError {
      throw Fault(.corrupt, Message("storage.column.kind", column), subject: column)
    }
  }
}

extension SQLValue {
  /// A value as JSON with sorted keys; NULL for nil.
  package static func json(_ value: (some Encodable)?) throws -> SQLValue {
    guard let value else { return .null }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return .text(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
