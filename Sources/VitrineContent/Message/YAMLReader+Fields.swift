import VitrineCore

extension YAMLReader {
  /// Nobody answers more questions than this about one post.
  private static let mostFields = 20

  private static var fieldKeys: [String] {
    ["name", "type", "label", "help", "required", "default", "min", "max", "choices"]
  }

  /// The fields of a template, in the order of the file.
  mutating func fields(_ root: YAMLMapping) -> [MessageField] {
    var result: [MessageField] = []
    let items = list(root, "fields") ?? []
    if items.count > Self.mostFields {
      add(
        Message("field.too-many", Self.mostFields, items.count), rule: "field.count",
        at: items[Self.mostFields])
    }
    for item in items {
      guard let mapping = mapping(item, "fields", allowed: Self.fieldKeys),
        let field = field(mapping)
      else { continue }
      if result.contains(where: { $0.name == field.name }) {
        add(Message("field.twice", field.name), rule: "field.name", at: mapping["name"])
      }
      result.append(field)
    }
    return result
  }

  private mutating func field(_ mapping: YAMLMapping) -> MessageField? {
    let name = text(mapping, "name", required: true, maximum: 40)
    let kindName = text(mapping, "type", required: true, maximum: 40)
    let label = text(mapping, "label", maximum: 120)
    let help = text(mapping, "help", maximum: 500, lines: true)
    let isRequired = bool(mapping, "required") ?? true
    let standard = text(mapping, "default", maximum: 2000)
    let choices = choices(mapping)
    let minimum = text(mapping, "min", maximum: 40)
    let maximum = text(mapping, "max", maximum: 40)
    guard let name, let kindName, isName(name, at: mapping["name"]) else { return nil }
    guard let kind = MessageField.Kind(rawValue: kindName) else {
      unknownKind(kindName, at: mapping["type"])
      return nil
    }
    let field = MessageField(
      name: name, kind: kind, label: label, help: help, isRequired: isRequired,
      standard: standard, minimum: minimum, maximum: maximum, choices: choices)
    check(field, mapping)
    return field
  }

  private mutating func isName(_ name: String, at node: YAMLNode?) -> Bool {
    let isLetter = { (byte: UInt8) in (97...122).contains(byte) || (65...90).contains(byte) }
    let isGood =
      name.utf8.first.map(isLetter) == true
      && name.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 0x5F }
    if !isGood || name == "store" {
      add(Message("field.bad-name", TerminalText.excerpt(name)), rule: "field.name", at: node)
      return false
    }
    return true
  }

  private mutating func unknownKind(_ name: String, at node: YAMLNode?) {
    let known = MessageField.Kind.allCases.map(\.rawValue)
    let shown = TerminalText.excerpt(name)
    let message =
      EditDistance.suggestion(for: name, among: known).map {
        Message("field.type-suggestion", shown, $0)
      }
      ?? Message("field.type", shown, known.joined(separator: ", "))
    add(message, rule: "field.type", at: node)
  }

  private mutating func choices(_ mapping: YAMLMapping) -> [String] {
    var result: [String] = []
    for item in list(mapping, "choices") ?? [] {
      guard let choice = text(item, mapping.path("choices"), maximum: 200) else { continue }
      if result.contains(choice) {
        add(
          Message("field.choice-twice", TerminalText.excerpt(choice)), rule: "field.choices",
          at: item)
      }
      result.append(choice)
    }
    return result
  }

  /// Whether the limits fit the type, and the default fits the limits.
  private mutating func check(_ field: MessageField, _ mapping: YAMLMapping) {
    if (field.kind == .choice) == field.choices.isEmpty {
      let code = field.kind == .choice ? "field.no-choices" : "field.useless-choices"
      add(Message(code, field.name), rule: "field.choices", at: mapping["choices"] ?? mapping.node)
    } else if field.kind == .choice, !(2...12).contains(field.choices.count) {
      add(
        Message("field.choice-count", field.name, field.choices.count), rule: "field.choices",
        at: mapping["choices"])
    }
    for (key, value) in [("min", field.minimum), ("max", field.maximum)] {
      guard let value, !FieldValue.isLimit(value, of: field.kind) else { continue }
      let message = Message(
        "field.limit", field.name, key, TerminalText.excerpt(value), field.kind.rawValue)
      add(message, rule: "field.limit", at: mapping[key])
    }
    if let least = field.minimum, let most = field.maximum,
      FieldValue.isAfter(least, most, of: field.kind)
    {
      add(Message("field.limits", field.name, least, most), rule: "field.limit", at: mapping["max"])
    }
    if let standard = field.standard, !FieldValue.fits(standard, field) {
      let message = Message("field.default", TerminalText.excerpt(standard), field.name)
      add(
        message, rule: "field.default", at: mapping["default"],
        fix: field.advice(about: standard))
    }
  }
}
