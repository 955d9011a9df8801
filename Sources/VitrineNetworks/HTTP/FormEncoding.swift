/// Writes `name=value` pairs as `application/x-www-form-urlencoded`.
///
/// Everything but RFC 3986's unreserved characters is percent-encoded, a space too (`%20`, not `+`),
/// so that one writer serves queries, bodies and the bodies inside a batch.
struct FormEncoding {
  /// The text written so far; pure ASCII.
  private(set) var text = ""

  /// Adds a pair.
  mutating func add(_ name: String, _ value: String) {
    if !text.isEmpty { text += "&" }
    Self.encode(name, into: &text)
    text += "="
    Self.encode(value, into: &text)
  }

  /// Pairs in their order.
  static func encode(_ pairs: [(name: String, value: String)]) -> String {
    var form = FormEncoding()
    for pair in pairs { form.add(pair.name, pair.value) }
    return form.text
  }

  /// One value.
  static func encode(_ value: String) -> String {
    var text = ""
    encode(value, into: &text)
    return text
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  private static func encode(_ value: String, into text: inout String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.utf8.count)
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hex[Int(byte >> 4)])
        bytes.append(hex[Int(byte & 15)])
      }
    }
    text += String(decoding: bytes, as: UTF8.self)
  }
}
