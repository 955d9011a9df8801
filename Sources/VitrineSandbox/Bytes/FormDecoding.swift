/// Decoding of `application/x-www-form-urlencoded` text, over bytes.
enum FormDecoding {
  /// Appends the pairs of a query string or form body to the parameters, in their order.
  static func append(_ text: Substring, to parameters: inout GraphParameters) {
    var text = text
    text.withUTF8 { append($0, to: &parameters) }
  }

  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to parameters: inout GraphParameters) {
    var scratch: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x26) ?? bytes.count
      let equals = bytes[start..<end].firstIndex(of: 0x3D) ?? end
      if end > start {
        let name = decode(bytes, start..<equals, &scratch)
        let value = equals < end ? decode(bytes, (equals + 1)..<end, &scratch) : ""
        parameters.append(name, value)
      }
      start = end + 1
    }
  }

  /// Decodes percent escapes in a path segment, where a plus stays a plus.
  static func decodePath(_ segment: Substring) -> String {
    guard segment.utf8.contains(0x25) else { return String(segment) }
    var segment = segment
    return segment.withUTF8 { bytes in
      var scratch: [UInt8] = []
      return decode(bytes, 0..<bytes.count, &scratch, plusIsSpace: false)
    }
  }

  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ scratch: inout [UInt8],
    plusIsSpace: Bool = true
  ) -> String {
    guard bytes[range].contains(where: { $0 == 0x25 || $0 == 0x2B }) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    scratch.removeAll(keepingCapacity: true)
    var at = range.lowerBound
    while at < range.upperBound {
      let byte = bytes[at]
      if byte == 0x25, range.upperBound - at > 2, let high = hexadecimalDigit(bytes[at + 1]),
        let low = hexadecimalDigit(bytes[at + 2])
      {
        scratch.append(high << 4 | low)
        at += 3
      } else {
        scratch.append(byte == 0x2B && plusIsSpace ? 0x20 : byte)
        at += 1
      }
    }
    return String(decoding: scratch, as: UTF8.self)
  }

  /// Encodes a text for use as the value of a query parameter.
  static func encode(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.append(byte)
      default:
        encoded.append(0x25)
        for digit in [byte >> 4, byte & 0xF] {
          encoded.append(digit < 10 ? 0x30 + digit : 0x37 + digit)
        }
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
