/// Puts a text into the one form in which it is checked, hashed, approved and published.
package enum TextNormalization {
  /// Returns the text with `\n` as its only line end, without a byte-order mark, without blanks at
  /// the ends of lines, without line ends at its start and end, in NFC.
  ///
  /// Done once, before anything is hashed: two editors that differ in line ends alone must not
  /// void an approval. Controls are left in, for `TextCheck` to refuse.
  package static func normalized(_ text: String) -> String {
    trimmingLineEnds(lines(text)).nfc
  }

  /// Line ends made `\n`, no byte-order mark, no blanks at line ends: the places of all else stay.
  static func lines(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var blanks = 0
    var afterReturn = false
    for byte in TextEncoding.withoutMark(Array(text.utf8)[...]) {
      let isLineEnd = byte == 0x0A || byte == 0x0D
      if byte == 0x0A, afterReturn {
        afterReturn = false
        continue
      }
      afterReturn = byte == 0x0D
      if isLineEnd {
        result.removeLast(blanks)
        result.append(0x0A)
      } else {
        result.append(byte)
      }
      blanks = byte == 0x20 || byte == 0x09 ? blanks + 1 : 0
    }
    result.removeLast(blanks)
    return String(decoding: result, as: UTF8.self)
  }

  /// The text without line ends at its start and end, nor marks of byte order among the first.
  static func trimmingLineEnds(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let start = scalars.firstIndex(where: { $0 != "\n" && $0 != "\u{FEFF}" }),
      let end = scalars.lastIndex(where: { $0 != "\n" })
    else { return "" }
    return String(scalars[start...end])
  }
}
