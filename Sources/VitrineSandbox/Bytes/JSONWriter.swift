/// Writes one JSON document as bytes, without an intermediate tree.
///
/// The network escapes everything outside ASCII and every slash (`\u00e9`, `\/`), so this writer does
/// too: a client that only copes with friendlier JSON is found out here and not on the real network.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 256) {
    bytes.reserveCapacity(capacity)
  }

  mutating func beginObject() {
    separate()
    bytes.append(0x7B)
  }

  mutating func endObject() {
    bytes.append(0x7D)
  }

  mutating func beginArray() {
    separate()
    bytes.append(0x5B)
  }

  mutating func endArray() {
    bytes.append(0x5D)
  }

  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(0x22)
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(0x22)
    bytes.append(0x3A)
  }

  mutating func key(_ name: String) {
    string(name)
    bytes.append(0x3A)
  }

  mutating func null() {
    separate()
    append("null")
  }

  mutating func bool(_ value: Bool) {
    separate()
    append(value ? "true" : "false")
  }

  mutating func number(_ value: Int64) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  mutating func number(_ value: Int) {
    number(Int64(value))
  }

  /// Writes a number that is already in JSON's own spelling.
  mutating func number(spelled text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  /// Embeds a document that is JSON already.
  mutating func raw(_ json: [UInt8]) {
    separate()
    bytes.append(contentsOf: json)
  }

  mutating func string(_ text: String) {
    separate()
    bytes.append(0x22)
    var text = text
    let isASCII = text.withUTF8 { utf8 in utf8.allSatisfy { $0 < 0x80 } }
    if isASCII {
      text.withUTF8 { utf8 in
        for byte in utf8 { append(escaping: byte) }
      }
    } else {
      for scalar in text.unicodeScalars {
        if scalar.isASCII {
          append(escaping: UInt8(truncatingIfNeeded: scalar.value))
        } else {
          for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
            append(unicode: unit)
          }
        }
      }
    }
    bytes.append(0x22)
  }

  /// Writes a JSON document as a JSON string, the way a batch carries the body of each answer.
  mutating func string(containing json: [UInt8]) {
    separate()
    bytes.reserveCapacity(bytes.count + json.count + json.count / 8)
    bytes.append(0x22)
    for byte in json {
      if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Puts the comma between two values; a value never ends in a byte after which none is wanted.
  private mutating func separate() {
    switch bytes.last {
    case nil, 0x7B, 0x5B, 0x3A, 0x2C: break
    default: bytes.append(0x2C)
    }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case 0x22, 0x5C, 0x2F:
      bytes.append(0x5C)
      bytes.append(byte)
    case 0x0A: append("\\n")
    case 0x0D: append("\\r")
    case 0x09: append("\\t")
    case 0..<0x20, 0x7F: append(unicode: UInt16(byte))
    default: bytes.append(byte)
    }
  }

  private mutating func append(unicode unit: UInt16) {
    append("\\u")
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: (unit >> UInt16(shift)) & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }
}
