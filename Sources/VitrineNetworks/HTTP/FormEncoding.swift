/// Writes `name=value` pairs as `application/x-www-form-urlencoded`.
///
/// Everything but RFC 3986's unreserved characters is percent-encoded, a space too (`%20`, not `+`),
/// so that one writer serves queries, bodies and the bodies inside a batch.
struct FormEncoding {
  private var bytes: [UInt8] = []

  /// The text written so far; pure ASCII.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a pair.
  mutating func add(_ name: String, _ value: String) {
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
    append(name)
    bytes.append(UInt8(ascii: "="))
    append(value)
  }

  /// Pairs in their order.
  static func encode(_ pairs: [(name: String, value: String)]) -> String {
    var form = FormEncoding()
    for pair in pairs { form.add(pair.name, pair.value) }
    return form.text
  }

  /// One value.
  static func encode(_ value: String) -> String {
    var form = FormEncoding()
    form.append(value)
    return form.text
  }

  private static let hex = Array("0123456789ABCDEF".utf8)

  private mutating func append(_ value: String) {
    var value = value
    value.withUTF8 { text in
      for byte in text {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
        default:
          bytes.append(UInt8(ascii: "%"))
          bytes.append(Self.hex[Int(byte >> 4)])
          bytes.append(Self.hex[Int(byte & 15)])
        }
      }
    }
  }
}
