/// Reads JSON byte by byte; the rules stand at `JSON.init(bytes:)`.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The only value in the bytes.
  mutating func document() throws -> JSON {
    let value = try self.value()
    skipSpace()
    guard position == bytes.count else { throw unexpected }
    return value
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var unexpected: Fault {
    position < bytes.count
      ? fault(Message("json.unexpected", position)) : fault(Message("json.end", position))
  }

  private func fault(_ message: Message) -> Fault { Fault(.invalid, message) }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      position += 1
    }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value() throws -> JSON {
    skipSpace()
    guard let first = next else { throw unexpected }
    switch first {
    case UInt8(ascii: "{"): return try nested { try $0.object() }
    case UInt8(ascii: "["): return try nested { try $0.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected
    }
  }

  private mutating func nested(_ read: (inout Self) throws -> JSON) throws -> JSON {
    guard depth < JSON.depthLimit else {
      throw fault(Message("json.tooDeep", position, JSON.depthLimit))
    }
    depth += 1
    position += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  private mutating func array() throws -> JSON {
    var items: [JSON] = []
    skipSpace()
    if skip("]") { return .array(items) }
    while true {
      items.append(try value())
      skipSpace()
      if skip("]") { return .array(items) }
      guard skip(",") else { throw unexpected }
    }
  }

  private mutating func object() throws -> JSON {
    var members: [String: JSON] = [:]
    skipSpace()
    if skip("}") { return .object(members) }
    while true {
      skipSpace()
      let start = position
      let key = try string()
      skipSpace()
      guard skip(":") else { throw unexpected }
      guard members.updateValue(try value(), forKey: key) == nil else {
        throw fault(Message("json.duplicateKey", start, key))
      }
      skipSpace()
      if skip("}") { return .object(members) }
      guard skip(",") else { throw unexpected }
    }
  }

  private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
    for byte in word.utf8 {
      guard next == byte else { throw unexpected }
      position += 1
    }
    return value
  }

  private mutating func integer() throws -> Int64 {
    let start = position
    let isNegative = skip("-")
    let digits = position
    var value: Int64 = 0
    while let byte = next, (0x30...0x39).contains(byte) {
      let digit = Int64(byte - 0x30)
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) =
        isNegative
        ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      guard !tooLarge, !overflow else { throw fault(Message("json.tooLarge", start)) }
      value = sum
      position += 1
    }
    let hasLeadingZero = position - digits > 1 && bytes[digits] == UInt8(ascii: "0")
    guard position > digits else { throw unexpected }
    guard !hasLeadingZero else { throw fault(Message("json.leadingZero", start)) }
    if let byte = next, ".eE".utf8.contains(byte) { throw fault(Message("json.fraction", start)) }
    return value
  }

  private mutating func string() throws -> String {
    guard skip("\"") else { throw unexpected }
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      position += 1
    }
    if next == UInt8(ascii: "\""),
      let text = String(validating: bytes[start..<position], as: UTF8.self)
    {
      position += 1
      return text
    }
    var text = Array(bytes[start..<position])
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault(Message("json.control", position)) }
      position += 1
      if byte == UInt8(ascii: "\\") {
        text += try escape()
      } else {
        text.append(byte)
      }
    }
    guard skip("\"") else { throw unexpected }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw fault(Message("json.notUTF8", start))
    }
    return string
  }

  private mutating func escape() throws -> [UInt8] {
    let start = position - 1
    guard let byte = next else { throw unexpected }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(try scalar(from: start)).utf8)
    default: throw fault(Message("json.escape", start))
    }
  }

  /// The scalar of `\uXXXX`, with the second half of its pair where it has one.
  private mutating func scalar(from start: Int) throws -> Unicode.Scalar {
    let first = try fourDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, skip("\\"), skip("u") else {
      throw fault(Message("json.surrogate", start))
    }
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault(Message("json.surrogate", start)) }
    return scalar
  }

  private mutating func fourDigits() throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw unexpected }
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x57)
      default: throw fault(Message("json.escape", position))
      }
      position += 1
    }
    return value
  }
}
