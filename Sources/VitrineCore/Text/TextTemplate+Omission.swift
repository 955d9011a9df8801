extension TextTemplate {
  /// The template without the lines on which one of these fields stands.
  ///
  /// A field that may stay empty takes its whole line with it. Where that leaves two blank lines one
  /// behind the other they become one; blank lines that the author wrote stay as they are.
  package func omitting(_ names: Set<String>) -> TextTemplate {
    guard
      parts.contains(where: {
        if case .field(let name) = $0 { names.contains(name) } else { false }
      })
    else { return self }
    var kept: [[Part]] = []
    var isBehindGap = false
    for line in lines {
      if line.contains(where: {
        if case .field(let name) = $0 { names.contains(name) } else { false }
      }) {
        isBehindGap = true
      } else if isBehindGap, Self.isBlank(line), kept.last.map(Self.isBlank) ?? true {
        // The blank line on the far side of what was left out.
        isBehindGap = false
      } else {
        isBehindGap = false
        kept.append(line)
      }
    }
    while let last = kept.last, Self.isBlank(last) { kept.removeLast() }
    while let first = kept.first, Self.isBlank(first) { kept.removeFirst() }
    return TextTemplate(parts: Self.joined(kept))
  }

  /// The parts of each line, without the line ends.
  package var lines: [[Part]] {
    var lines: [[Part]] = [[]]
    for part in parts {
      guard case .text(let text) = part else {
        lines[lines.count - 1].append(part)
        continue
      }
      for (number, piece) in text.split(
        separator: "\n" as Character, omittingEmptySubsequences: false
      ).enumerated() {
        if number > 0 { lines.append([]) }
        if !piece.isEmpty { lines[lines.count - 1].append(.text(String(piece))) }
      }
    }
    return lines
  }

  private static func isBlank(_ line: [Part]) -> Bool {
    line.allSatisfy { if case .text(let text) = $0 { text.trimmingBlanks.isEmpty } else { false } }
  }

  private static func joined(_ lines: [[Part]]) -> [Part] {
    var parts: [Part] = []
    var text = ""
    for (number, line) in lines.enumerated() {
      if number > 0 { text += "\n" }
      for part in line {
        switch part {
        case .text(let piece): text += piece
        case .field:
          if !text.isEmpty { parts.append(.text(text)) }
          text = ""
          parts.append(part)
        }
      }
    }
    return text.isEmpty ? parts : parts + [.text(text)]
  }
}
