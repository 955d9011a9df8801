/// Reads JSON (RFC 8259) from bytes, strictly.
///
/// Own reader because a broadcast reads some 3,600 answers that are JSON inside JSON, and because
/// half an answer, a doubled name or something behind the end must count as unreadable: for a write
/// that is the difference between "done" and "nobody knows".
struct JSONReader {
  /// How deep lists and objects may nest; Graph's answers nest less than ten deep.
  static let deepest = 64
  /// How many members an object may have; the search for doubled names is quadratic.
  static let widest = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var depth = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The value that the bytes are, whole; `nil` for anything else.
  static func read(_ bytes: some Sequence<UInt8>) -> JSONValue? {
    let result = bytes.withContiguousStorageIfAvailable { buffer -> JSONValue? in
      var reader = JSONReader(buffer)
      guard let value = reader.value() else { return nil }
      reader.skipSpace()
      return reader.index == buffer.count ? value : nil
    }
    return result ?? (bytes is [UInt8] ? nil : read(Array(bytes)))
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D: index += 1
      default: return
      }
    }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard bytes.count - index >= length else { return false }
    for offset in 0..<length where bytes[index + offset] != word.utf8Start[offset] { return false }
    index += length
    return true
  }

  private mutating func value() -> JSONValue? {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "\""): return string().map { .string($0) }
    case UInt8(ascii: "t"): return skip("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return skip("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return skip("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func nested(_ read: (inout Self) -> JSONValue?) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    index += 1
    defer { depth -= 1 }
    return read(&self)
  }

  private mutating func array() -> JSONValue? {
    var items: [JSONValue] = []
    skipSpace()
    if skip(UInt8(ascii: "]")) { return .array(items) }
    while true {
      guard let item = value() else { return nil }
      items.append(item)
      skipSpace()
      if skip(UInt8(ascii: "]")) { return .array(items) }
      guard skip(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func object() -> JSONValue? {
    var members: [JSONValue.Member] = []
    skipSpace()
    if skip(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard members.count < Self.widest, next == UInt8(ascii: "\""), let name = string(),
        !members.contains(where: { $0.name.utf8.elementsEqual(name.utf8) })
      else { return nil }
      skipSpace()
      guard skip(UInt8(ascii: ":")), let value = value() else { return nil }
      members.append(JSONValue.Member(name: name, value: value))
      skipSpace()
      if skip(UInt8(ascii: "}")) { return .object(members) }
      guard skip(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func string() -> String? {
    index += 1
    let start = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let plain = bytes[start..<index]
        index += 1
        return String(validating: plain, as: UTF8.self)
      case UInt8(ascii: "\\"): return escapedString(from: start)
      case 0..<0x20: return nil
      default: index += 1
      }
    }
    return nil
  }

  private mutating func escapedString(from start: Int) -> String? {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        index += 1
        guard escape(into: &text) else { return nil }
      case 0..<0x20: return nil
      default:
        text.append(byte)
        index += 1
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = escapedScalar() else { return false }
      text += Array(String(scalar).utf8)
    default: return false
    }
    return true
  }

  /// The scalar behind `\u`; half a surrogate pair becomes the replacement character, since a
  /// network cuts texts where it likes and the rest of the answer is still good.
  private mutating func escapedScalar() -> Unicode.Scalar? {
    guard let first = hexUnit() else { return nil }
    if let scalar = Unicode.Scalar(UInt32(first)) { return scalar }
    let behind = index
    guard first < 0xDC00, skip("\\u"), let second = hexUnit(), (0xDC00...0xDFFF).contains(second)
    else {
      index = behind
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
  }

  private mutating func hexUnit() -> UInt16? {
    guard bytes.count - index >= 4 else { return nil }
    var unit: UInt16 = 0
    for _ in 0..<4 {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 | UInt16(byte - 48)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 | UInt16(byte - 87)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 | UInt16(byte - 55)
      default: return nil
      }
      index += 1
    }
    return unit
  }

  private mutating func number() -> JSONValue? {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    let firstDigit = next
    guard let whole = digits() else { return nil }
    guard whole == 1 || firstDigit != UInt8(ascii: "0") else { return nil }
    var isWhole = true
    if skip(UInt8(ascii: ".")) {
      isWhole = false
      guard digits() != nil else { return nil }
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isWhole = false
      _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
      guard digits() != nil else { return nil }
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .integer(value) }
    return Double(text).map { .decimal($0) }
  }

  /// Passes ASCII digits; how many there were, `nil` for none.
  private mutating func digits() -> Int? {
    let start = index
    while let byte = next, (48...57).contains(byte) { index += 1 }
    return index == start ? nil : index - start
  }
}
