extension MessageSource {
  /// What stands in the fields of the message: the values that were given, then the standards.
  ///
  /// A value that the field does not take is a finding, and so is a name that the message does not
  /// have, a field that must be filled and is not, or an offer that contradicts itself. Values go into the text as they are: what
  /// somebody types is never read as a template.
  package func filled(with values: [String: String]) -> (values: [String: String], [Finding]) {
    var filled: [String: String] = [:]
    var findings = FindingList(file: file)
    let names = fields.map(\.name)
    for name in values.keys.sorted() where !names.contains(name) {
      let meant = EditDistance.suggestion(for: name, among: names)
      findings.add(
        Message("values.unknown", TerminalText.excerpt(name)), at: nil,
        fix: meant.map { Message("did.you.mean", $0) })
    }
    for field in fields {
      guard let value = values[field.name] ?? field.standard, !value.isEmpty else {
        if field.isRequired {
          findings.add(Message("values.missing", field.name, field.label ?? field.name), at: nil)
        }
        continue
      }
      let text = TextNormalization.normalized(value)
      if text.utf8.contains(where: { $0 < 0x20 }) || TextCheck.findings(in: text).hasErrors {
        findings.add(Message("values.control", field.name), at: nil)
      } else if !FieldValue.fits(text, field) {
        findings.add(
          Message("values.unfit", field.name, TerminalText.excerpt(text)), at: nil,
          fix: field.advice(about: text))
      } else {
        filled[field.name] = text
      }
    }
    if let offer {
      for (key, message) in offer.filled(with: filled).contradictions {
        findings.add(Finding(.error, message, rule: "offer.\(key.rawValue)", file: file))
      }
    }
    return (filled, findings.all)
  }

  /// Whether the text is locked: what a person may fill in is typed, and words have a length.
  ///
  /// Only such a message takes the urgent lane, since one person and one approver speak for every
  /// store there. A picture cannot be judged by a type, so a field for one is not locked.
  package var isLocked: Bool {
    !fields.isEmpty
      && fields.allSatisfy { field in
        switch field.kind {
        case .text: field.maximum != nil
        case .image: false
        case .number, .price, .date, .choice: true
        }
      }
  }
}

extension MessageField {
  /// What the field takes, or what was probably meant: `4,99` for `4.99`.
  ///
  /// Only advice: a file and a flag are written for the program, and a guess about a price would be
  /// published.
  package func advice(about text: String) -> Message {
    let meant = text.replacing(",", with: ".").filter { $0 != " " && $0 != "\u{A0}" && $0 != "€" }
    let limits = (minimum ?? "–", maximum ?? "–")
    switch kind {
    case .number, .price:
      if meant != text, FieldValue.fits(meant, self) { return Message("write.instead", meant) }
      return Message(
        kind == .price ? "values.takes-price" : "values.takes-number", limits.0, limits.1)
    case .date: return Message("values.takes-date", limits.0, limits.1)
    case .text:
      return Message("values.takes-text", minimum ?? "0", maximum ?? "\(FieldValue.longestText)")
    case .choice: return Message("values.takes-choice", choices.joined(separator: " | "))
    case .image: return Message("values.takes-image")
    }
  }
}
