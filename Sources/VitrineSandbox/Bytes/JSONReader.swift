/// Reads one JSON document (RFC 8259) from bytes, with a bound on its depth.
struct JSONReader {
  /// The input is not one JSON document.
  struct Malformed: Error {
    let offset: Int
  }

  private static let deepest = 64
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  static func read(_ text: String) throws(Malformed) -> JSONValue {
    try read(Array(text.utf8))
  }

  static func read(_ bytes: [UInt8]) throws(Malformed) -> JSONValue {
    let outcome: Result<JSONValue, Malformed> = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      do throws(Malformed) {
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        return reader.at == buffer.count ? .success(value) : .failure(reader.malformed)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private var malformed: Malformed { Malformed(offset: at) }

  private var current: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      at += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
    guard depth < Self.deepest else { throw malformed }
    skipSpace()
    switch current {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x22: return .string(try string())
    case 0x74: return try literal("true", .bool(true))
    case 0x66: return try literal("false", .bool(false))
    case 0x6E: return try literal("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func literal(_ text: StaticString, _ value: JSONValue) throws(Malformed)
    -> JSONValue
  {
    let length = text.utf8CodeUnitCount
    guard bytes.count - at >= length else { throw malformed }
    for index in 0..<length where bytes[at + index] != text.utf8Start[index] { throw malformed }
    at += length
    return value
  }

  private mutating func object(depth: Int) throws(Malformed) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take(0x7D) { return .object(members) }
    while true {
      skipSpace()
      guard current == 0x22 else { throw malformed }
      let name = try string()
      skipSpace()
      guard take(0x3A) else { throw malformed }
      members.append(.init(name: name, value: try value(depth: depth + 1)))
      skipSpace()
      if take(0x2C) { continue }
      if take(0x7D) { return .object(members) }
      throw malformed
    }
  }

  private mutating func array(depth: Int) throws(Malformed) -> JSONValue {
    at += 1
    var items: [JSONValue] = []
    skipSpace()
    if take(0x5D) { return .array(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if take(0x2C) { continue }
      if take(0x5D) { return .array(items) }
      throw malformed
    }
  }

  private mutating func number() throws(Malformed) -> String {
    let start = at
    _ = take(0x2D)
    let whole = digits()
    guard whole > 0, whole == 1 || bytes[at - whole] != 0x30 else { throw malformed }
    if take(0x2E), digits() == 0 { throw malformed }
    if take(0x65) || take(0x45) {
      if !take(0x2B) { _ = take(0x2D) }
      guard digits() > 0 else { throw malformed }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = at
    while let byte = current, (0x30...0x39).contains(byte) { at += 1 }
    return at - start
  }

  private mutating func string() throws(Malformed) -> String {
    at += 1
    let start = at
    while let byte = current, byte != 0x22, byte != 0x5C, byte >= 0x20 { at += 1 }
    if current == 0x22 {
      at += 1
      return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    }
    var text = Array(bytes[start..<at])
    while let byte = current {
      at += 1
      switch byte {
      case 0x22: return String(decoding: text, as: UTF8.self)
      case 0x5C: try appendEscape(to: &text)
      case 0..<0x20: throw malformed
      default: text.append(byte)
      }
    }
    throw malformed
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(Malformed) {
    guard let byte = current else { throw malformed }
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: text.append(contentsOf: String(try escapedScalar()).utf8)
    default: throw malformed
    }
  }

  /// Reads the digits of `\uXXXX` and a low surrogate behind a high one; half a pair becomes U+FFFD.
  private mutating func escapedScalar() throws(Malformed) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    if (0xD800..<0xDC00).contains(unit), current == 0x5C, at + 1 < bytes.count,
      bytes[at + 1] == 0x75
    {
      let before = at
      at += 2
      let low = try hexadecimal()
      let combined = 0x10000 + (unit - 0xD800) << 10 + (low &- 0xDC00)
      if (0xDC00..<0xE000).contains(low), let scalar = Unicode.Scalar(combined) { return scalar }
      at = before
    }
    return "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Malformed) -> UInt32 {
    guard bytes.count - at >= 4 else { throw malformed }
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = hexadecimalDigit(bytes[at]) else { throw malformed }
      unit = unit << 4 | UInt32(digit)
      at += 1
    }
    return unit
  }
}

/// The value of an ASCII hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
