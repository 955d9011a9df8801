extension TextTemplate {
  /// Reads a template; with an error among the findings it must not be used.
  ///
  /// - Parameters:
  ///   - text: the body, in any line ends; it is normalized first (`TextNormalization`).
  ///   - declared: the names of the fields that may stand in it; the store's own `store.x-…` may always.
  ///   - file: the file's name, for the findings.
  ///   - firstLine: the line of the file on which the body starts.
  /// - Returns: what could be read, and everything that is wrong with it.
  package static func parse(
    _ text: String, declared: some Sequence<String>, file: String? = nil, firstLine: Int = 1
  ) -> (template: TextTemplate, findings: FindingList) {
    let reading = read(text, declared: declared, file: file, firstLine: firstLine)
    return (reading.template, reading.findings)
  }

  /// A hole of a template, and where it stands.
  package struct Hole: Hashable, Sendable {
    /// The name of the field.
    package let name: String
    /// The place of its first brace.
    package let place: SourcePosition
  }

  /// Reads a template as `parse` does, and says besides where its holes stand.
  package static func read(
    _ text: String, declared: some Sequence<String>, file: String? = nil, firstLine: Int = 1
  ) -> (template: TextTemplate, holes: [Hole], findings: FindingList) {
    let source = TextNormalization.lines(text)
    var parser = TemplateParser(
      scalars: Array(source.unicodeScalars), declared: Set(declared),
      findings: TextCheck.findings(in: source, file: file, firstLine: firstLine),
      place: SourcePosition(line: firstLine, column: 1))
    parser.parse()
    return (TextTemplate(parts: parser.finishedParts), parser.holes, parser.findings)
  }
}

/// Goes through a template once, scalar by scalar.
private struct TemplateParser {
  let scalars: [Unicode.Scalar]
  let declared: Set<String>
  var findings: FindingList
  var place: SourcePosition
  var index = 0
  var parts: [TextTemplate.Part] = []
  var holes: [TextTemplate.Hole] = []
  var literal = String.UnicodeScalarView()
  /// How many braces of this line were opened as text, and so close as text.
  var literalPairs = 0
  /// The line on which braces were found unclosed: no later ones on it can close either.
  var unclosedLine = 0

  /// The parts, without line ends at the start and the end of the text.
  var finishedParts: [TextTemplate.Part] {
    var parts = parts
    if case .text(let text) = parts.first {
      parts[0] = .text(String(text.unicodeScalars.drop { $0 == "\n" || $0 == "\u{FEFF}" }))
    }
    if case .text(let text) = parts.last {
      let end = text.unicodeScalars.lastIndex { $0 != "\n" }
      parts[parts.count - 1] = .text(end.map { String(text.unicodeScalars[...$0]) } ?? "")
    }
    return parts.filter { $0 != .text("") }
  }

  mutating func parse() {
    while index < scalars.count {
      if !Self.isSign(scalars[index]) {
        if scalars[index] == "\n" { literalPairs = 0 }
        keep(1)
      } else if starts(with: "\\{{") || starts(with: "\\}}") || starts(with: "\\{%") {
        if starts(with: "\\{{") { literalPairs += 1 }
        pass()
        keep(2)
      } else if starts(with: "{{") {
        parseHole()
      } else if starts(with: "{%") {
        findings.add(Message("template.code"), at: place)
        keep(2)
      } else if starts(with: "}}"), literalPairs > 0 {
        literalPairs -= 1
        keep(2)
      } else if starts(with: "}}") {
        findings.add(Message("template.close"), at: place)
        keep(2)
      } else {
        keep(1)
      }
    }
    endLiteral()
  }

  /// Whether anything but text can begin with a scalar; nearly none can.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "{" || scalar == "}" || scalar == "\\"
  }

  private mutating func parseHole() {
    let start = place
    let begin = index
    guard unclosedLine != place.line,
      let close = offset(of: "}}", from: index + 2, to: scalars.count)
    else {
      if unclosedLine != place.line { findings.add(Message("template.unclosed"), at: start) }
      unclosedLine = place.line
      keep(2)
      return
    }
    let inner = scalars[(begin + 2)..<close]
    if let nested = offset(of: "{{", from: begin + 2, to: close) {
      let column = start.column + nested - begin
      findings.add(
        Message("template.nested"), at: SourcePosition(line: start.line, column: column))
    } else if let field = name(from: inner, at: start) {
      endLiteral()
      parts.append(.field(field))
      holes.append(TextTemplate.Hole(name: field, place: start))
    }
    while index < close + 2 { pass() }
    // A third brace closes a form that other languages know and this one does not.
    if inner.first == "{", index < scalars.count, scalars[index] == "}" { pass() }
  }

  private mutating func name(
    from inner: ArraySlice<Unicode.Scalar>, at start: SourcePosition
  ) -> String? {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: inner)
    let name = String(view).trimmingBlanks
    if name.isEmpty {
      findings.add(Message("template.empty"), at: start)
    } else if let sign = name.unicodeScalars.first, "#/^>!&{=%".unicodeScalars.contains(sign) {
      findings.add(Message("template.section", TerminalText.excerpt("{{\(name)}}")), at: start)
    } else if !TextTemplate.isFieldName(name) {
      findings.add(Message("template.name", TerminalText.excerpt(name)), at: start)
    } else if !declared.contains(name), !Store.isExtraField(name) {
      let meant =
        findings.isFull ? nil : EditDistance.suggestion(for: name, among: declared.sorted())
      findings.add(
        Message("template.unknown", TerminalText.excerpt(name)), at: start,
        fix: meant.map { Message("did.you.mean", "{{\($0)}}") })
    } else {
      return name
    }
    return nil
  }

  private func starts(with text: String) -> Bool {
    scalars[index...].starts(with: text.unicodeScalars)
  }

  /// Where a pair of equal braces comes next on this line and before an end.
  private func offset(of pair: String, from start: Int, to end: Int) -> Int? {
    var index = start
    while index + 1 < end, scalars[index] != "\n" {
      if scalars[index...].starts(with: pair.unicodeScalars) { return index }
      index += 1
    }
    return nil
  }

  private mutating func pass() {
    place.pass(scalars[index])
    index += 1
  }

  private mutating func keep(_ count: Int) {
    for _ in 0..<min(count, scalars.count - index) {
      literal.append(scalars[index])
      pass()
    }
  }

  private mutating func endLiteral() {
    if !literal.isEmpty { parts.append(.text(String(literal).nfc)) }
    literal = String.UnicodeScalarView()
  }
}
