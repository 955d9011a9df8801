import VitrineCore

extension CalendarReader {
  /// A name: small letters, digits and hyphens.
  mutating func id(_ mapping: YAMLMapping) -> String? {
    guard let id = yaml.text(mapping, "id", required: true, maximum: 60) else { return nil }
    guard MessageSource.isID(id) else {
      yaml.add(
        Message("calendar.id", TerminalText.excerpt(id)), rule: "calendar.id", at: mapping["id"])
      return nil
    }
    return id
  }

  /// One of a few words; `nil` when it is not there.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ mapping: YAMLMapping, _ key: String, _: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let text = yaml.text(mapping, key, maximum: 60) else { return nil }
    if let word = Word(rawValue: text) { return word }
    unknown(text, among: Word.allCases.map(\.rawValue), mapping.path(key), at: mapping[key])
    return nil
  }

  mutating func unknown(_ text: String, among known: [String], _ path: String, at node: YAMLNode?) {
    let shown = TerminalText.excerpt(text)
    let message =
      EditDistance.suggestion(for: text, among: known).map {
        Message("calendar.word.suggestion", path, shown, $0)
      } ?? Message("calendar.word", path, shown, known.joined(separator: ", "))
    yaml.add(message, rule: "calendar.word", at: node)
  }

  /// The networks, each once.
  mutating func networks(_ mapping: YAMLMapping) -> [Network]? {
    guard mapping["networks"] != nil else { return nil }
    var result: [Network] = []
    let known = knowledge.networks.map(\.rawValue)
    for item in yaml.list(mapping, "networks") ?? [] {
      guard let name = yaml.text(item, mapping.path("networks"), maximum: 60) else { continue }
      guard known.contains(name) else {
        unknown(name, among: known, mapping.path("networks"), at: item)
        continue
      }
      let network = Network(rawValue: name)
      if result.contains(network) {
        yaml.add(Message("message.network-twice", name), rule: "calendar.twice", at: item)
      } else {
        result.append(network)
      }
    }
    return result
  }

  /// A selector, or a list of store codes of which none stands twice.
  mutating func stores(_ mapping: YAMLMapping) -> Selector? {
    guard let node = yaml.value(mapping, "stores") else { return nil }
    guard case .sequence = node.content else {
      guard let text = yaml.text(node, mapping.path("stores"), maximum: 10_000) else { return nil }
      return selector(text, at: node)
    }
    var codes: [StoreCode] = []
    for item in yaml.list(mapping, "stores") ?? [] {
      guard let text = yaml.text(item, mapping.path("stores"), maximum: 60) else { continue }
      let code = StoreCode(text)
      if codes.contains(code) {
        yaml.add(
          Message("calendar.storeTwice", TerminalText.excerpt(text)), rule: "calendar.twice",
          at: item)
      } else {
        codes.append(code)
      }
    }
    guard let selector = Selector.stores(codes) else { return nil }
    check(selector, at: node)
    return selector
  }

  private mutating func selector(_ text: String, at node: YAMLNode) -> Selector? {
    do throws(SelectorError) {
      let selector = try Selector.parse(text)
      check(selector, at: node)
      return selector
    } catch {
      yaml.add(
        error.message, rule: "calendar.selector", line: node.line,
        column: node.column + error.column - 1, fix: error.hint)
      return nil
    }
  }

  /// What the register does not have is an error: a slip of the pen must not mean "nobody".
  private mutating func check(_ selector: Selector, at node: YAMLNode) {
    guard let vocabulary = knowledge.vocabulary else { return }
    for finding in selector.validate(against: vocabulary) {
      yaml.add(
        finding.message, rule: "calendar.selector", line: node.line,
        column: node.column + max(0, (finding.column ?? 1) - 1), fix: finding.fix)
    }
  }

  /// What head office fills in, by the name of the field.
  mutating func values(_ mapping: YAMLMapping) -> [String: Placed] {
    guard let node = yaml.value(mapping, "values") else { return [:] }
    guard let members = node.members else {
      yaml.add(
        Message("yaml.want-mapping", mapping.path("values"), TerminalText.excerpt(yaml.kind(node))),
        rule: "yaml.type", at: node)
      return [:]
    }
    var values: [String: Placed] = [:]
    for member in members {
      let path = "values.\(TerminalText.excerpt(member.key))"
      guard let text = yaml.text(member.value, path, maximum: 2000, lines: true) else { continue }
      values[member.key] = Placed(text: text, node: member.value)
    }
    return values
  }

  /// What a message is to stores of each mode.
  mutating func modes(
    _ mapping: YAMLMapping, _ above: [StoreMode: CalendarReach]
  ) -> [StoreMode: CalendarReach] {
    let known = StoreMode.allCases.map(\.rawValue)
    guard let node = yaml.value(mapping, "modes"),
      let inner = yaml.mapping(node, mapping.path("modes"), allowed: known)
    else { return above }
    var result = above
    for mode in StoreMode.allCases {
      if let reach = word(inner, mode.rawValue, CalendarReach.self) { result[mode] = reach }
    }
    return result
  }
}
