/// Makes a value of a file fit to be quoted in a message.
enum Shown {
  /// The text with control and direction characters written as `\u{…}`, cut to 80 characters.
  ///
  /// A value that a finding quotes comes from outside: it must not move the cursor or hide text.
  static func text(_ text: String, limit: Int = 80) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      guard count < limit else { return result + "…" }
      count += 1
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        result += name(scalar)
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A scalar as `\u{202E}`.
  static func name(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }
}
