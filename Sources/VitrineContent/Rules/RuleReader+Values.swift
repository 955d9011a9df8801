import VitrineCore

extension RuleReader {
  /// An id: small letters, digits and dashes, a letter first.
  mutating func id(_ mapping: YAMLMapping) -> String? {
    guard let text = yaml.text(mapping, "id", required: true, maximum: 60) else { return nil }
    let isLetter = { (byte: UInt8) in (97...122).contains(byte) }
    let isGood =
      text.utf8.first.map(isLetter) == true
      && text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 0x2D }
    if !isGood {
      let message = Message("rules.id", TerminalText.excerpt(text))
      yaml.add(message, rule: "rules.id", at: mapping["id"])
      return nil
    }
    return text
  }

  /// A date without a time.
  mutating func day(
    _ mapping: YAMLMapping, _ key: String, required: Bool = false
  ) -> CivilDate? {
    yaml.day(mapping, key, required: required)
  }

  /// Whether a first day lies behind the last.
  mutating func dates(
    _ from: CivilDate?, _ until: CivilDate?, _ mapping: YAMLMapping, _ name: String
  ) {
    guard let from, let until, from > until else { return }
    yaml.add(Message("rules.dates", name, from, until), rule: "rules.dates", at: mapping["until"])
  }

  mutating func sales(_ node: YAMLNode) -> SalesCalendar? {
    let keys = ["checkedOn", "owner", "areas", "periods"]
    guard let mapping = yaml.mapping(node, "sales", allowed: keys) else { return nil }
    _ = day(mapping, "checkedOn", required: true)
    _ = yaml.text(mapping, "owner", required: true, maximum: 60)
    var calendar = SalesCalendar()
    for item in requiredList(mapping, "areas") {
      if let area = area(item, calendar) { calendar.areas.append(area) }
    }
    for item in requiredList(mapping, "periods") {
      if let period = period(item, calendar) { calendar.periods.append(period) }
    }
    return calendar
  }

  private mutating func requiredList(_ mapping: YAMLMapping, _ key: String) -> [YAMLNode] {
    guard mapping[key] != nil else {
      _ = yaml.value(mapping, key, required: true)
      return []
    }
    return yaml.list(mapping, key) ?? []
  }

  private mutating func area(_ node: YAMLNode, _ calendar: SalesCalendar) -> SalesCalendar.Area? {
    let keys = ["id", "title", "departments"]
    guard let mapping = yaml.mapping(node, "sales.areas", allowed: keys), let id = id(mapping),
      let title = yaml.text(mapping, "title", required: true, maximum: 200)
    else { return nil }
    var departments: [String] = []
    for item in yaml.list(mapping, "departments") ?? [] {
      guard let text = yaml.text(item, mapping.path("departments"), maximum: 60) else { continue }
      if !Self.isDepartment(text) {
        let message = Message("rules.department", TerminalText.excerpt(text))
        yaml.add(message, rule: "rules.department", at: item)
      } else if let other = calendar.areas.first(where: { $0.departments.contains(text) }) {
        let message = Message("rules.department-twice", text, other.id)
        yaml.add(message, rule: "rules.department", at: item)
      } else {
        departments.append(text)
      }
    }
    if mapping["departments"] == nil,
      let other = calendar.areas.first(where: { $0.departments.isEmpty })
    {
      yaml.add(Message("rules.rest-twice", other.id, id), rule: "rules.department", at: node)
    }
    return SalesCalendar.Area(id: id, title: title, departments: departments)
  }

  private enum Confidence: String, CaseIterable {
    case computed, reported
  }

  private mutating func period(
    _ node: YAMLNode, _ calendar: SalesCalendar
  ) -> SalesCalendar.Period? {
    let keys = ["areas", "from", "until", "confidence"]
    guard let mapping = yaml.mapping(node, "sales.periods", allowed: keys) else { return nil }
    var areas: [String] = []
    for item in requiredList(mapping, "areas") {
      guard let name = yaml.text(item, mapping.path("areas"), maximum: 60) else { continue }
      if calendar.areas.contains(where: { $0.id == name }) {
        areas.append(name)
      } else {
        yaml.add(
          Message("rules.area", TerminalText.excerpt(name)), rule: "rules.area", at: item)
      }
    }
    _ = word(mapping, "confidence", Confidence.self)
    let from = day(mapping, "from", required: true)
    let until = day(mapping, "until", required: true)
    dates(from, until, mapping, "sales.periods")
    guard let from, let until else { return nil }
    return SalesCalendar.Period(areas: areas, from: from, until: until)
  }

  /// Two digits, `2A`, `2B`, or three digits overseas.
  private static func isDepartment(_ text: String) -> Bool {
    if text == "2A" || text == "2B" { return true }
    let isNumber = text.utf8.allSatisfy { (48...57).contains($0) }
    return isNumber && (text.utf8.count == 2 || (text.utf8.count == 3 && text.hasPrefix("9")))
  }
}
