import VitrineCore

/// The text of a file: UTF-8, line ends made `\n`, free of characters that hide or break things.
///
/// Done once, before anything is parsed or hashed, so that a CRLF or a byte-order mark never
/// changes what is approved.
package struct FileText {
  /// The text without byte-order mark, with `\n` for line ends.
  package let text: String
  /// What must not stand in it; a text with findings is not to be used.
  package let findings: [Finding]

  /// Decodes bytes; `file` is the name that findings show.
  package init(_ bytes: [UInt8], file: String?) {
    if let (guess, offset) = TextEncoding.problem(in: bytes) {
      findings = [Self.wrongEncoding(guess, bytes, offset, file)]
      text = ""
      return
    }
    let bytes = TextEncoding.withoutMark(bytes[...])
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous == 0x0D { clean.removeLast() }
      clean.append(byte)
      previous = byte
    }
    let decoded = String(decoding: clean, as: UTF8.self)
    text = decoded
    findings = Self.refusedScalars(decoded, file)
  }

  private static func wrongEncoding(
    _ guess: TextEncoding.Guess, _ bytes: [UInt8], _ offset: Int, _ file: String?
  ) -> Finding {
    var place = SourcePosition(line: 1, column: 1)
    for byte in bytes[..<offset] {
      if byte == 0x0A { place = SourcePosition(line: place.line + 1, column: 0) }
      // Continuation bytes belong to the scalar before them.
      if byte & 0xC0 != 0x80 { place.column += 1 }
    }
    let message =
      guess == .unknown
      ? Message("file.not-text") : Message("file.not-utf8", guess.rawValue)
    return Finding(
      .error, message, rule: "file.encoding", file: file, line: place.line, column: place.column,
      fix: Message("file.save-utf8"))
  }

  private static func refusedScalars(_ text: String, _ file: String?) -> [Finding] {
    var findings: [Finding] = []
    var line = 1
    var column = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        (line, column) = (line + 1, 1)
        continue
      }
      if isRefused(scalar) {
        findings.append(
          Finding(
            .error, Message("file.control", scalar.shown), rule: "file.control", file: file,
            line: line, column: column))
        if findings.count == 100 { break }
      }
      column += 1
    }
    return findings
  }

  /// Controls but tab and line feed, separators that some tools take for line ends, a byte-order
  /// mark in the middle, and the two values that are no characters.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
