/// The forms of values that a line of iCalendar can hold.
///
/// Whatever comes in comes out as one value: no byte of it can end the line, the value or the
/// parameter that it stands in.
enum ICalendarText {
  /// A TEXT (RFC 5545 3.3.11): line ends of any kind become `\n`, other control characters go.
  ///
  /// NEL and the separators of Unicode are line ends here too: readers that are written in Python
  /// split at them.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isBehindReturn = false
    for scalar in text.unicodeScalars {
      defer { isBehindReturn = scalar == "\r" }
      switch scalar {
      case "\n" where isBehindReturn: continue
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        result.append(contentsOf: #"\n"#.unicodeScalars)
      case "\t": result.append(" ")
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      default: if !isControl(scalar) { result.append(scalar) }
      }
    }
    return String(result)
  }

  /// The value of a parameter (RFC 5545 3.2), in quotes where it has a mark that would end it.
  ///
  /// A quote cannot be said there; it becomes an apostrophe.
  static func parameter(_ text: String) -> String {
    let plain = name(text)
    let needsQuotes = plain.utf8.contains { [0x2C, 0x3A, 0x3B].contains($0) }
    return needsQuotes ? "\"\(plain)\"" : plain
  }

  /// A name that stands both in a parameter and in a value, so that both say the same.
  static func name(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !isControl(scalar) && !isSeparator(scalar) {
      result.append(scalar == "\"" ? "'" : scalar)
    }
    return String(result)
  }

  /// C0, DEL and C1.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
  }

  /// A line or paragraph separator of Unicode.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}"
  }
}
