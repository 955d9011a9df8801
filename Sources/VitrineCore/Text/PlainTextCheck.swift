/// Looks for Markdown in a text that networks will show as it stands.
///
/// The file is Markdown only by its name and front matter; a reader of the page would see the
/// asterisks. A link in brackets is an error, since its address would not be a link; the other
/// marks are warnings. Lists with `-` or `•` read well as plain text and are allowed; so are
/// hashtags (`#` with a letter right behind), lone asterisks and underscores inside words.
package enum PlainTextCheck {
  /// Returns a finding for each mark, with its place.
  package static func findings(
    in text: String, file: String? = nil, firstLine: Int = 1
  ) -> FindingList {
    var list = FindingList(file: file)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (offset, line) in lines.enumerated() {
      var scan = PlainTextLine(scalars: Array(line))
      for mark in scan.marks() {
        let place = SourcePosition(line: firstLine + offset, column: mark.offset + 1)
        list.add(Message(mark.code), mark.severity, at: place)
      }
    }
    return list
  }
}

/// One line of a text, searched for marks.
private struct PlainTextLine {
  struct Mark {
    let severity: Finding.Severity
    let code: String
    let offset: Int
  }

  /// Longer link texts and addresses are not looked for, so that a line of brackets stays cheap.
  private static let longestText = 300
  private static let longestAddress = 2100

  let scalars: [Unicode.Scalar]
  /// Signs that close nowhere on the rest of the line, so that no later one opens anything either.
  private var exhausted: Set<String> = []

  init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  mutating func marks() -> [Mark] {
    var marks: [Mark] = []
    let start = scalars.firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
    let hashes = scalars[start...].prefix { $0 == "#" }.count
    if (1...6).contains(hashes), start + hashes < scalars.count, scalars[start + hashes] == " " {
      marks.append(Mark(severity: .warning, code: "plain.heading", offset: start))
    }
    if has("> ", at: start) {
      marks.append(Mark(severity: .warning, code: "plain.quotation", offset: start))
    }
    if has("```", at: start) {
      marks.append(Mark(severity: .warning, code: "plain.code", offset: start))
      return marks
    }
    var index = start
    while index < scalars.count {
      if let (mark, next) = mark(at: index) {
        marks.append(mark)
        index = next
      } else {
        index += 1
      }
    }
    return marks
  }

  private mutating func mark(at index: Int) -> (Mark, Int)? {
    switch scalars[index] {
    case "`": return pair("`", at: index, "plain.code")
    case "*":
      return pair("**", at: index, "plain.emphasis") ?? pair("*", at: index, "plain.emphasis")
    case "_": return pair("__", at: index, "plain.emphasis")
    case "~": return pair("~~", at: index, "plain.emphasis")
    case "[":
      return link(at: index).map {
        (Mark(severity: .error, code: "plain.link", offset: index), $0)
      }
    default: return nil
    }
  }

  /// The mark, and the index behind its closing sign, when the sign here closes on this line.
  ///
  /// As in Markdown, an opening sign has no blank behind it and a closing one none before it, so
  /// that `3 * 4 * 5` and a footnote's asterisk are left alone.
  private mutating func pair(_ sign: String, at index: Int, _ code: String) -> (Mark, Int)? {
    let length = sign.unicodeScalars.count
    let inner = index + length
    guard !exhausted.contains(sign), has(sign, at: index), inner < scalars.count,
      !scalars[inner].properties.isWhitespace, scalars[inner] != scalars[index]
    else { return nil }
    var end = inner + 1
    while end + length <= scalars.count {
      if has(sign, at: end), !scalars[end - 1].properties.isWhitespace {
        return (Mark(severity: .warning, code: code, offset: index), end + length)
      }
      end += 1
    }
    exhausted.insert(sign)
    return nil
  }

  private func link(at index: Int) -> Int? {
    let text = scalars[(index + 1)...].prefix(Self.longestText)
    guard let close = text.firstIndex(of: "]"), close > index + 1, has("](", at: close) else {
      return nil
    }
    let address = scalars[(close + 2)...].prefix(Self.longestAddress)
    guard let end = address.firstIndex(of: ")"), end > close + 2 else { return nil }
    return end + 1
  }

  private func has(_ sign: String, at index: Int) -> Bool {
    scalars[index...].starts(with: sign.unicodeScalars)
  }
}
