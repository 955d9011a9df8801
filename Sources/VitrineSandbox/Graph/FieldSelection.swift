/// One entry of `fields=`: a name with its modifiers and the fields asked of what it leads to.
struct FieldSelection: Sendable, Equatable {
  var name: String
  var modifiers: [Modifier] = []
  var children: [FieldSelection] = []

  struct Modifier: Sendable, Equatable {
    var name: String
    var value: String
  }

  func modifier(_ name: String) -> String? {
    modifiers.last { $0.name == name }?.value
  }

  /// Reads `id,message,comments.limit(0).summary(true),attachments{media_type,url}`.
  static func parse(_ text: String) throws(GraphError) -> [FieldSelection] {
    var parser = Parser(bytes: Array(text.utf8))
    let fields = try parser.list(depth: 0)
    guard parser.at == parser.bytes.count else { throw parser.failure }
    return fields
  }

  private struct Parser {
    let bytes: [UInt8]
    var at = 0

    var failure: GraphError {
      GraphError(code: 2500, message: "Syntax error at character \(at) of the fields parameter")
    }

    mutating func take(_ byte: UInt8) -> Bool {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    mutating func word() -> String {
      let start = at
      while at < bytes.count, !Self.marks.contains(bytes[at]) { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private static let marks = Set(",.(){} ".utf8)

    mutating func list(depth: Int) throws(GraphError) -> [FieldSelection] {
      guard depth < 8 else { throw failure }
      var fields: [FieldSelection] = []
      repeat {
        while take(0x20) {}
        var field = FieldSelection(name: word())
        if field.name.isEmpty { continue }
        while take(0x2E) {
          let name = word()
          guard !name.isEmpty, take(0x28) else { throw failure }
          let start = at
          while at < bytes.count, bytes[at] != 0x29 { at += 1 }
          let value = String(decoding: bytes[start..<at], as: UTF8.self)
          guard take(0x29) else { throw failure }
          field.modifiers.append(Modifier(name: name, value: value))
        }
        if take(0x7B) {
          field.children = try list(depth: depth + 1)
          guard take(0x7D) else { throw failure }
        }
        while take(0x20) {}
        fields.append(field)
      } while take(0x2C)
      return fields
    }
  }
}
