import Foundation
import VitrineCore

/// The text of a file: UTF-8, line ends made `\n`, free of characters that hide or break things.
///
/// Done once, before anything is parsed or hashed, so that a CRLF or a byte-order mark never
/// changes what is approved.
struct FileText {
  /// The text without byte-order mark, with `\n` for line ends.
  let text: String
  /// What must not stand in it; a text with findings is not to be used.
  let findings: [Finding]

  /// Decodes bytes; `file` is the name that findings show.
  init(_ bytes: [UInt8], file: String?) {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      let message = Message("file.utf16")
      findings = [Finding(.error, message, rule: "file.encoding", file: file, line: 1, column: 1)]
      text = ""
      return
    }
    var clean: [UInt8] = []
    clean.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A, previous == 0x0D { clean.removeLast() }
      clean.append(byte)
      previous = byte
    }
    guard let decoded = String(validating: clean, as: UTF8.self) else {
      findings = [Self.invalidByte(clean, file)]
      text = ""
      return
    }
    text = decoded
    findings = Self.refusedScalars(decoded, file)
  }

  /// The canonical composition: two spellings of `é` become one before anything is compared.
  static func composed(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCanonicalMapping
  }

  private static func invalidByte(_ bytes: [UInt8], _ file: String?) -> Finding {
    var line = 1
    var column = 1
    var index = bytes.startIndex
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    decoding: while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar):
        index += scalar.count
        column += 1
        if scalar.first == 0x0A { (line, column) = (line + 1, 1) }
      case .error, .emptyInput: break decoding
      }
    }
    let byte = index < bytes.endIndex ? String(bytes[index], radix: 16, uppercase: true) : ""
    return Finding(
      .error, Message("file.not-utf8", "0x" + byte), rule: "file.encoding", file: file, line: line,
      column: column, fix: Message("file.save-utf8"))
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
            .error, Message("file.control", Shown.name(scalar)), rule: "file.control", file: file,
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
