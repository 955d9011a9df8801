extension TerminalText {
  /// Returns how many columns a one-line text takes on a terminal.
  ///
  /// East Asian wide letters and emoji take two, combining marks and joiners none, a flag of two
  /// regional letters two, a joined emoji as much as its first part. Terminals differ on new emoji;
  /// a table may then be off by one column, never by a line.
  package static func displayWidth(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    var width = 0
    var last = 0
    var isJoined = false
    for scalar in text.unicodeScalars {
      if scalar.value == 0x200D {
        isJoined = last > 0
      } else if scalar.value == 0xFE0F, last == 1 {
        // The emoji form of a letter that is narrow by itself, as in ❤️.
        width += 1
        last = 2
      } else if isJoined {
        isJoined = false
      } else {
        let own = columns(of: scalar)
        width += own
        if own > 0 { last = own }
      }
    }
    return width
  }

  /// Returns a one-line text cut or filled with blanks to exactly that many columns.
  package static func fitted(_ text: String, to width: Int) -> String {
    let safe = escapedLine(text)
    let needed = displayWidth(safe)
    if needed <= width { return safe + String(repeating: " ", count: width - needed) }
    guard width > 0 else { return "" }
    var result = ""
    var taken = 0
    for character in safe {
      let own = displayWidth(String(character))
      guard taken + own <= width - 1 else { break }
      taken += own
      result.append(character)
    }
    return result + "…" + String(repeating: " ", count: width - 1 - taken)
  }

  private static func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return scalar.value == 0xAD ? 0 : 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Skin tones colour the emoji before them.
    if (0x1F3FB...0x1F3FF).contains(scalar.value) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  /// The blocks of East_Asian_Width W and F that are in use (Unicode 15, `EastAsianWidth.txt`).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF,
      0x20000...0x3FFFD:
      true
    case 0x1F1E6...0x1F1FF: false
    default: scalar.properties.isEmojiPresentation
    }
  }
}
