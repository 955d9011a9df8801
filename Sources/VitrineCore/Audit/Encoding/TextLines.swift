/// Reads the line-based formats of C2SP byte by byte.
///
/// Works on bytes because to Swift a CR LF is one Character, and a mark that combines with a line
/// feed hides it.
struct TextLines {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: some Collection<UInt8>) { rest = Array(bytes)[...] }

  var isAtEnd: Bool { rest.isEmpty }

  /// What has not been read.
  var remaining: [UInt8] { Array(rest) }

  /// The next line without its line feed; `nil` when nothing ends in a line feed any more.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: 0x0A) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }

  /// The rest of the next line behind a word and a space, if it starts so; else the line stays.
  mutating func value(after word: String) -> ArraySlice<UInt8>? {
    let head = word.utf8.count + 1
    guard let end = rest.firstIndex(of: 0x0A), rest[..<end].starts(with: "\(word) ".utf8)
    else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end].dropFirst(head)
  }

  /// Hashes, one a line, up to the empty line; `nil` when a line is no hash or there are over 63.
  ///
  /// 63 because a tree of at most 2^63 leaves has no longer proof (C2SP tlog-witness).
  mutating func hashes() -> [Hash]? {
    var hashes: [Hash] = []
    while let line = next() {
      if line.isEmpty { return hashes }
      guard hashes.count < 63, let bytes = Base64.bytes(line), let hash = Hash(bytes: bytes)
      else { return nil }
      hashes.append(hash)
    }
    return nil
  }

  /// A whole number in its one decimal spelling, from 0 to the largest `Int`.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0") else {
      return nil
    }
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      let (product, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = product.addingReportingOverflow(Int(byte - 0x30))
      guard !tooLarge, !overflow else { return nil }
      value = sum
    }
    return value
  }
}
