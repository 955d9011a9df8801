import VitrineCore

extension RuleReader {
  private static let conditionKeys = [
    "about", "says", "offer", "discountAbove", "daysAhead", "lastsLonger", "ended", "sales",
    "photo", "consent", "network", "store",
  ]

  /// The items below `when`, `except` or `require`.
  mutating func items(
    _ mapping: YAMLMapping, _ key: String, required: Bool = false
  ) -> [RuleItem] {
    if required, mapping[key] == nil {
      _ = yaml.value(mapping, key, required: true)
      return []
    }
    var result: [RuleItem] = []
    for node in yaml.list(mapping, key) ?? [] {
      let path = mapping.path(key)
      guard let item = yaml.mapping(node, path, allowed: Self.conditionKeys) else { continue }
      let members = node.members ?? []
      if members.isEmpty { yaml.add(Message("yaml.empty", path), rule: "yaml.empty", at: node) }
      let conditions = members.compactMap { condition(item, $0.key) }
      if !conditions.isEmpty { result.append(RuleItem(conditions)) }
    }
    return result
  }

  private mutating func condition(_ item: YAMLMapping, _ key: String) -> RuleCondition? {
    switch key {
    case "about":
      let subjects = subjects(item, key)
      return subjects.isEmpty ? nil : .about(subjects)
    case "says":
      let phrases = phrases(item, key)
      return phrases.isEmpty ? nil : .says(phrases)
    case "offer": return .offer(words(item, key, RuleCondition.OfferKey.self))
    case "discountAbove":
      return yaml.integer(item, key, in: 0...99).map { .discountAbove($0) }
    case "daysAhead": return yaml.integer(item, key, in: 0...366).map { .daysAhead($0) }
    case "lastsLonger": return yaml.integer(item, key, in: 1...366).map { .lastsLonger($0) }
    case "ended": return only("true", item, key) ? .ended : nil
    case "sales": return only("outside", item, key) ? .outsideSales : nil
    case "photo": return .photo(words(item, key, RuleCondition.PictureMark.self))
    case "consent": return .consent(words(item, key, RuleCondition.Consent.self))
    case "network":
      let names = (yaml.list(item, key) ?? []).compactMap { node in
        oneOf(networks.map(\.rawValue), node, item.path(key))
      }
      return .network(names.map(Network.init(rawValue:)))
    case "store": return .store(words(item, key, RuleCondition.StoreTrait.self))
    default: return nil
    }
  }

  private mutating func only(_ word: String, _ item: YAMLMapping, _ key: String) -> Bool {
    guard let node = yaml.value(item, key) else { return false }
    return oneOf([word], node, item.path(key)) != nil
  }

  private mutating func words<Word: RawRepresentable & CaseIterable>(
    _ item: YAMLMapping, _ key: String, _: Word.Type
  ) -> [Word] where Word.RawValue == String {
    var result: [Word] = []
    for node in yaml.list(item, key) ?? [] {
      let known = Word.allCases.map(\.rawValue)
      if let word = oneOf(known, node, item.path(key)).flatMap(Word.init(rawValue:)) {
        result.append(word)
      }
    }
    return result
  }

  /// One of a few words, required.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ mapping: YAMLMapping, _ key: String, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let node = yaml.value(mapping, key, required: true) else { return nil }
    return oneOf(Word.allCases.map(\.rawValue), node, mapping.path(key))
      .flatMap(Word.init(rawValue:))
  }

  /// A text that must be one of a few.
  mutating func oneOf(_ known: [String], _ node: YAMLNode, _ path: String) -> String? {
    guard let text = yaml.text(node, path, maximum: 60) else { return nil }
    if known.contains(text) { return text }
    let shown = TerminalText.excerpt(text)
    let message =
      EditDistance.suggestion(for: text, among: known).map {
        Message("rules.value-suggestion", path, shown, $0)
      } ?? Message("rules.value", path, known.joined(separator: ", "), shown)
    yaml.add(message, rule: "yaml.type", at: node)
    return nil
  }
}
