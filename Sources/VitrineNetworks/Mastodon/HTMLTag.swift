/// A tag or comment of HTML, read where a `<` stands.
struct HTMLTag {
  /// Elements that stand on lines of their own.
  static let blocks: Set<String> = [
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "pre", "ul",
  ]
  /// The longest tag that is read, in bytes; a longer one is text.
  static let longest = 16_384

  /// The element's name in lower case; empty for a comment.
  let name: String
  /// Whether it ends the element.
  let isClosing: Bool
  /// The attributes, their entities resolved.
  private(set) var attributes: [String: String] = [:]
  /// The place behind it.
  let end: Int

  /// Reads a tag; nil when what stands there is none, or does not end.
  init?(_ bytes: [UInt8], at start: Int) {
    var index = start + 1
    let limit = min(bytes.count, start + Self.longest)
    if bytes[index..<limit].starts(with: "!--".utf8) {
      guard let close = bytes[(index + 3)..<limit].firstRange(of: Array("-->".utf8)) else {
        return nil
      }
      (name, isClosing, end) = ("", false, close.upperBound)
      return
    }
    isClosing = index < limit && bytes[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let word = bytes[index..<limit].prefix(while: Self.isNameByte)
    guard let first = word.first, !(48...57).contains(first) else { return nil }
    name = String(decoding: word, as: UTF8.self).lowercased()
    index = word.endIndex
    while true {
      while index < limit, Self.isBlank(bytes[index]) || bytes[index] == UInt8(ascii: "/") {
        index += 1
      }
      guard index < limit else { return nil }
      if bytes[index] == UInt8(ascii: ">") { break }
      let key = bytes[index..<limit].prefix {
        !Self.isBlank($0) && !"=>/\"'<".utf8.contains($0)
      }
      guard !key.isEmpty else { return nil }
      index = key.endIndex
      var value: ArraySlice<UInt8> = []
      if index < limit, bytes[index] == UInt8(ascii: "=") {
        index += 1
        guard index < limit else { return nil }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
          value = bytes[(index + 1)..<limit].prefix { $0 != quote }
          guard value.endIndex < limit else { return nil }
          index = value.endIndex + 1
        } else {
          value = bytes[index..<limit].prefix { !Self.isBlank($0) && $0 != UInt8(ascii: ">") }
          index = value.endIndex
        }
      }
      attributes[String(decoding: key, as: UTF8.self).lowercased()] = HTMLEntity.resolve(value)
    }
    end = index + 1
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}

/// An entity of HTML: the few names that servers write, and numbers.
enum HTMLEntity {
  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]

  /// The text of the entity at the start, and how many bytes it takes; nil when there is none.
  static func read(_ bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
    let inner = bytes.dropFirst().prefix(10)
    guard let end = inner.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let word = String(decoding: inner[..<end], as: UTF8.self)
    let length = end + 1 - bytes.startIndex
    if let text = names[word] { return (text, length) }
    guard word.utf8.first == UInt8(ascii: "#") else { return nil }
    let isHex = word.utf8.dropFirst().first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = word.dropFirst(isHex ? 2 : 1)
    guard !digits.isEmpty, digits.utf8.first != UInt8(ascii: "+"),
      digits.utf8.first != UInt8(ascii: "-"), let value = UInt32(digits, radix: isHex ? 16 : 10),
      value != 0, let scalar = Unicode.Scalar(value)
    else { return nil }
    return (String(scalar), length)
  }

  /// Text with its entities resolved.
  static func resolve(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    var rest = bytes
    while let first = rest.first {
      if first == UInt8(ascii: "&"), let (text, length) = read(rest) {
        out += Array(text.utf8)
        rest = rest.dropFirst(length)
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
