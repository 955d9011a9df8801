import VitrineCore

extension YAMLReader {
  /// The text of a key; missing, empty, multi-line (unless allowed) or too long is a finding.
  package mutating func text(
    _ mapping: YAMLMapping, _ key: String, required: Bool = false, maximum: Int = 10_000,
    lines: Bool = false
  ) -> String? {
    guard let node = value(mapping, key, required: required) else { return nil }
    return text(node, mapping.path(key), maximum: maximum, lines: lines)
  }

  /// The text of a node.
  package mutating func text(
    _ node: YAMLNode, _ path: String, maximum: Int = 10_000, lines: Bool = false
  ) -> String? {
    guard let raw = node.text else {
      add(Message("yaml.want-text", path, kind(node)), rule: "yaml.type", at: node)
      return nil
    }
    let text = raw.trimmingBlanks()
    let length = text.unicodeScalars.count
    if text.isEmpty {
      add(Message("yaml.empty", path), rule: "yaml.empty", at: node)
    } else if length > maximum {
      add(Message("yaml.long", path, length, maximum), rule: "yaml.long", at: node)
    } else if !lines, text.utf8.contains(0x0A) {
      add(Message("yaml.one-line", path), rule: "yaml.one-line", at: node)
    } else if let scalar = text.unicodeScalars.first(where: Self.isControl) {
      add(Message("yaml.control", path, scalar.shown), rule: "file.control", at: node)
    } else {
      return text
    }
    return nil
  }

  /// `true` or `false`; `yes`, `on` and their like are refused, since readers of YAML disagree.
  package mutating func bool(_ mapping: YAMLMapping, _ key: String) -> Bool? {
    guard let node = value(mapping, key) else { return nil }
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      let shown = TerminalText.excerpt(kind(node))
      add(Message("yaml.want-bool", mapping.path(key), shown), rule: "yaml.type", at: node)
      return nil
    }
  }

  /// A whole number in ASCII digits inside a range.
  package mutating func integer(
    _ mapping: YAMLMapping, _ key: String, in range: ClosedRange<Int>, required: Bool = false
  ) -> Int? {
    guard let node = value(mapping, key, required: required) else { return nil }
    let digits = node.text ?? ""
    let isNumber =
      (1...18).contains(digits.utf8.count) && digits.utf8.allSatisfy { (48...57).contains($0) }
    if isNumber, let number = Int(digits), range.contains(number) { return number }
    let shown = TerminalText.excerpt(kind(node))
    let bounds = (range.lowerBound, range.upperBound)
    add(
      Message("yaml.want-integer", mapping.path(key), bounds.0, bounds.1, shown),
      rule: "yaml.type", at: node)
    return nil
  }

  /// A date or an RFC 3339 instant.
  package mutating func moment(_ mapping: YAMLMapping, _ key: String) -> MessageValidity.Moment? {
    guard let node = value(mapping, key) else { return nil }
    if let moment = node.text.flatMap(MessageValidity.Moment.init) { return moment }
    let shown = TerminalText.excerpt(kind(node))
    add(Message("yaml.want-moment", mapping.path(key), shown), rule: "yaml.type", at: node)
    return nil
  }

  /// The items of a list; an empty list is a finding.
  package mutating func list(_ mapping: YAMLMapping, _ key: String) -> [YAMLNode]? {
    guard let node = value(mapping, key) else { return nil }
    guard case .sequence(let items) = node.content else {
      let shown = TerminalText.excerpt(kind(node))
      add(
        Message("yaml.want-list", mapping.path(key), shown), rule: "yaml.type", at: node,
        fix: Message("yaml.want-list-fix", mapping.path(key)))
      return nil
    }
    if items.isEmpty { add(Message("yaml.empty", mapping.path(key)), rule: "yaml.empty", at: node) }
    return items
  }

  /// The value of a key; a key with nothing behind it is a finding, and so is one that is required
  /// and not there.
  package mutating func value(
    _ mapping: YAMLMapping, _ key: String, required: Bool = false
  ) -> YAMLNode? {
    guard let node = mapping[key] else {
      if required {
        let path = mapping.path(key)
        add(Message("yaml.missing", path), rule: "yaml.missing", at: mapping.node)
      }
      return nil
    }
    if node.isMissing {
      add(Message("yaml.empty", mapping.path(key)), rule: "yaml.empty", at: node)
      return nil
    }
    return node
  }

  /// Controls and overrides of the writing direction; escapes in double quotes can bring in what
  /// the check of the file did not see.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
    }
  }
}

extension String {
  /// The text without ASCII blanks and line ends at both ends, by bytes.
  func trimmingBlanks() -> String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let tail = utf8.drop(while: isBlank)
    guard let last = tail.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(self[tail.startIndex...last])
  }
}
