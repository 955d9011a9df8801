/// Tells UTF-8 from what else a spreadsheet or an editor may have written.
package enum TextEncoding {
  /// A guess at what bytes are that are not UTF-8.
  package enum Guess: String, Sendable {
    /// UTF-16, low byte first: what Excel calls "Unicode text".
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, high byte first.
    case utf16BigEndian = "UTF-16BE"
    /// UTF-32 in either order.
    case utf32 = "UTF-32"
    /// The Western code page of Windows, and ISO 8859-1 within it.
    case windows1252 = "Windows-1252"
    /// Bytes that are no text in any of these.
    case unknown = "?"
  }

  /// Returns the guess and the offset of the first wrong byte, or `nil` when the bytes are UTF-8.
  package static func problem(in bytes: some RandomAccessCollection<UInt8>) -> (Guess, Int)? {
    let head = Array(bytes.prefix(4096))
    if let guess = wideGuess(head) { return (guess, 0) }
    guard let offset = firstInvalidOffset(Array(bytes)) else { return nil }
    // Windows-1252 leaves exactly these five bytes without a letter.
    let unassigned: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
    let isWestern = !bytes.contains { unassigned.contains($0) || $0 == 0 }
    return (isWestern ? .windows1252 : .unknown, offset)
  }

  /// The bytes without the byte-order mark of UTF-8.
  package static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }

  private static func wideGuess(_ head: [UInt8]) -> Guess? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      return .utf32
    }
    if head.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    // Without a mark: Latin text in UTF-16 has a zero in every other byte.
    var zeros = (even: 0, odd: 0)
    for (offset, byte) in head.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard head.count >= 4 else { return nil }
    if zeros.odd > head.count / 4, zeros.even <= head.count / 16 { return .utf16LittleEndian }
    if zeros.even > head.count / 4, zeros.odd <= head.count / 16 { return .utf16BigEndian }
    return nil
  }

  /// The offset of the first byte that RFC 3629 does not allow there.
  private static func firstInvalidOffset(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard length <= bytes.count - index, second.contains(bytes[index + 1]) else { return index }
      for next in (index + 2)..<max(index + 2, index + length)
      where !(0x80...0xBF).contains(bytes[next]) {
        return index
      }
      index += length
    }
    return nil
  }
}
