/// The translation of `?1` into PostgreSQL's `$1`.
enum Placeholders {
  /// The statement with `$n` for each `?n`, except in strings, quoted names, comments and
  /// dollar-quoted bodies; and the highest `n`, which is how many arguments it takes.
  static func translate(_ sql: String) -> (sql: String, count: Int) {
    let bytes = Array(sql.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    var count = 0
    while index < bytes.count {
      let end = endOfQuoted(bytes, index)
      if end > index {
        result.append(contentsOf: bytes[index..<end])
        index = end
        continue
      }
      let digits = bytes[(index + 1)...].prefix(while: isDigit)
      if bytes[index] == UInt8(ascii: "?"), !digits.isEmpty {
        result.append(UInt8(ascii: "$"))
        // A number beyond all counting takes more arguments than anybody can give.
        count = max(count, Int(String(decoding: digits, as: UTF8.self)) ?? .max)
      } else {
        result.append(bytes[index])
      }
      index += 1
    }
    return (String(decoding: result, as: UTF8.self), count)
  }

  /// Where the quoted stretch that starts here ends; the start itself when none starts here.
  ///
  /// A doubled quote reads as two strings side by side, which comes to the same.
  private static func endOfQuoted(_ bytes: [UInt8], _ start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return after([bytes[start]], bytes, start + 1)
    case UInt8(ascii: "-") where bytes[start...].starts(with: "--".utf8):
      return after([UInt8(ascii: "\n")], bytes, start + 2)
    case UInt8(ascii: "/") where bytes[start...].starts(with: "/*".utf8):
      return after(Array("*/".utf8), bytes, start + 2)
    case UInt8(ascii: "$"):
      let tag = bytes[(start + 1)...].prefix { isLetter($0) || isDigit($0) }
      guard tag.endIndex < bytes.count, bytes[tag.endIndex] == UInt8(ascii: "$"),
        tag.first.map({ !isDigit($0) }) ?? true
      else { return start }
      return after(Array(bytes[start...tag.endIndex]), bytes, tag.endIndex + 1)
    default:
      return start
    }
  }

  /// The index behind the next occurrence of a mark, or the end.
  private static func after(_ mark: [UInt8], _ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index + mark.count <= bytes.count {
      if bytes[index..<(index + mark.count)].elementsEqual(mark) { return index + mark.count }
      index += 1
    }
    return bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }
}
