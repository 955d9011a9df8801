/// A path as a person types it or drops it on a terminal.
///
/// What terminals paste for a dropped file: GNOME Terminal and Konsole put it in single quotes (an
/// apostrophe as `'\''`), macOS's Terminal and others put a backslash before each special character,
/// and some paste a `file://` address. A path typed by hand has none of these, and may hold blanks
/// and apostrophes: `photos du marché/l'étal.jpg` is taken as it stands.
package enum TypedPath {
  /// The path that is meant; `~` stays for whoever knows the home folder.
  ///
  /// Never normalised: the name of a file is its bytes, and a stick written on a Mac holds names in
  /// another form than NFC.
  package static func path(in typed: String) -> String {
    let text = FieldAnswer.trimmed(typed)
    if let address = fileAddress(text) { return address }
    let scalars = Array(text.unicodeScalars)
    if scalars.first == "'" || scalars.first == "\"" {
      return unquoted(scalars) ?? text
    }
    guard scalars.contains("\\") else { return text }
    // A blank that a backslash holds at the end was cut with the blanks around the path.
    return unescaped(scalars)
  }

  /// The path with the home folder in the place of a leading `~`.
  package static func expanded(_ path: String, home: String?) -> String {
    guard let home, path == "~" || path.utf8.starts(with: "~/".utf8) else { return path }
    return home + path.dropFirst()
  }

  /// Reads quotes as a shell does; `nil` when one is not closed or when several words stand there.
  private static func unquoted(_ scalars: [Unicode.Scalar]) -> String? {
    var result = String.UnicodeScalarView()
    var quote: Unicode.Scalar?
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if let open = quote {
        if scalar == open {
          quote = nil
        } else if open == "\"", scalar == "\\", index < scalars.count,
          ["\"", "\\", "$", "`"].contains(scalars[index])
        {
          result.append(scalars[index])
          index += 1
        } else {
          result.append(scalar)
        }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
      } else if scalar == "\\", index < scalars.count {
        result.append(scalars[index])
        index += 1
      } else if scalar.properties.isWhitespace {
        return nil
      } else {
        result.append(scalar)
      }
    }
    return quote == nil ? String(result) : nil
  }

  private static func unescaped(_ scalars: [Unicode.Scalar]) -> String {
    var result = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in scalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(scalar)
        isEscaped = false
      }
    }
    if isEscaped { result.append("\\") }
    return String(result)
  }

  /// The path of a `file://` address without a host; `nil` when it is none.
  private static func fileAddress(_ text: String) -> String? {
    let scheme = ["file:///", "file://localhost/"].first { text.lowercased().hasPrefix($0) }
    guard let scheme else { return nil }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8.dropFirst(scheme.utf8.count - 1))[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
