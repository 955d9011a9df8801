/// A parsed JSON document; numbers keep their spelling, objects keep their order.
enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  struct Member: Sendable, Equatable {
    var name: String
    var value: JSONValue
  }

  /// The value of a member, the last one where a name occurs twice.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.name == name }?.value
  }

  var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  /// The value as a form parameter would spell it; lists and objects become compact JSON.
  var parameterText: String {
    switch self {
    case .null: return ""
    case .bool(let value): return value ? "true" : "false"
    case .number(let text), .string(let text): return text
    case .array, .object:
      var writer = JSONWriter()
      write(into: &writer)
      return String(decoding: writer.bytes, as: UTF8.self)
    }
  }

  func write(into writer: inout JSONWriter) {
    switch self {
    case .null: writer.null()
    case .bool(let value): writer.bool(value)
    case .number(let text): writer.number(spelled: text)
    case .string(let text): writer.string(text)
    case .array(let items):
      writer.beginArray()
      for item in items { item.write(into: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.key(member.name)
        member.value.write(into: &writer)
      }
      writer.endObject()
    }
  }
}
