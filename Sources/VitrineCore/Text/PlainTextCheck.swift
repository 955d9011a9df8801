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
      let scan = PlainTextLine(scalars: Array(line))
      for mark in scan.marks {
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

  let scalars: [Unicode.Scalar]

  var marks: [Mark] {
    var marks: [Mark] = []
    let start = scalars.firstIndex { $0 != " " && $0 != "\t" } ?? scalars.count
    let hashes = scalars[start...].prefix { $0 == "#" }.count
    if (1...6).contains(hashes), start + hashes < scalars.count, scalars[start + hashes] == " " {
      marks.append(Mark(severity: .warning, code: "plain.heading", offset: start))
    }
    if scalars[start...].starts(with: "> ".unicodeScalars) {
      marks.append(Mark(severity: .warning, code: "plain.quotation", offset: start))
    }
    if scalars[start...].starts(with: "```".unicodeScalars) {
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

  private func mark(at index: Int) -> (Mark, Int)? {
    switch scalars[index] {
    case "`":
      return pair("`", at: index).map { (warning("plain.code", index), $0) }
    case "*":
      return (pair("**", at: index) ?? pair("*", at: index)).map {
        (warning("plain.emphasis", index), $0)
      }
    case "_":
      return pair("__", at: index).map { (warning("plain.emphasis", index), $0) }
    case "~":
      return pair("~~", at: index).map { (warning("plain.emphasis", index), $0) }
    case "[":
      return link(at: index).map {
        (Mark(severity: .error, code: "plain.link", offset: index), $0)
      }
    default: return nil
    }
  }

  private func warning(_ code: String, _ offset: Int) -> Mark {
    Mark(severity: .warning, code: code, offset: offset)
  }

  /// The index behind a closing sign, when the sign here opens something that it closes on this line.
  ///
  /// As in Markdown, an opening sign has no blank behind it and a closing one none before it, so
  /// that `3 * 4 * 5` and a footnote's asterisk are left alone.
  private func pair(_ sign: String, at index: Int) -> Int? {
    let sign = Array(sign.unicodeScalars)
    let inner = index + sign.count
    guard scalars[index...].starts(with: sign), inner < scalars.count,
      !scalars[inner].properties.isWhitespace, scalars[inner] != sign[0]
    else { return nil }
    var end = inner + 1
    while end + sign.count <= scalars.count {
      if scalars[end...].starts(with: sign), !scalars[end - 1].properties.isWhitespace {
        return end + sign.count
      }
      end += 1
    }
    return nil
  }

  private func link(at index: Int) -> Int? {
    guard let close = scalars[index...].firstIndex(of: "]"), close > index + 1,
      close + 1 < scalars.count, scalars[close + 1] == "(",
      let end = scalars[(close + 1)...].firstIndex(of: ")"), end > close + 2
    else { return nil }
    return end + 1
  }
}
