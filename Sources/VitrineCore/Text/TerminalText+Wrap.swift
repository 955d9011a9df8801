extension TerminalText {
  /// The lines of a text, made safe for a terminal and broken to so many columns.
  ///
  /// Breaks at ordinary blanks only, since a no-break space holds `4,99 €` together; a word that is
  /// wider than the line, such as an address, is broken where the line ends. An empty line stays.
  package static func wrapped(_ text: String, to width: Int) -> [String] {
    let width = max(1, width)
    return escaped(text).split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrappedLine(String($0), width) }
  }

  private static func wrappedLine(_ text: String, _ width: Int) -> [String] {
    let text = String(text.map { $0 == "\t" ? " " : $0 })
    if displayWidth(text) <= width { return [text] }
    var lines: [String] = []
    var line = ""
    var taken = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let own = displayWidth(String(word))
      if !line.isEmpty, taken + 1 + own <= width {
        line += " " + word
        taken += 1 + own
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, taken) = ("", 0)
      for part in broken(word, width) {
        if !line.isEmpty { lines.append(line) }
        (line, taken) = (part, displayWidth(part))
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// The word in parts of at most that width; a character that is wider still has a line of its own.
  private static func broken(_ word: Substring, _ width: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    var taken = 0
    for character in word {
      let own = displayWidth(String(character))
      if taken + own > width, !part.isEmpty {
        parts.append(part)
        (part, taken) = ("", 0)
      }
      part.append(character)
      taken += own
    }
    return parts + [part]
  }
}
