import VitrineCore

extension YAMLReader {
  /// The lines of a list, none when there are more than may be.
  mutating func lines(_ mapping: YAMLMapping, _ key: String, atMost most: Int) -> [YAMLNode] {
    guard value(mapping, key, required: true) != nil else { return [] }
    let items = list(mapping, key) ?? []
    guard items.count > most else { return items }
    add(
      Message("days.lines", mapping.path(key), items.count, most), rule: "days.size",
      at: items[most], fix: Message("days.lines.fix"))
    return []
  }

  /// The keys of a line between braces.
  ///
  /// A value between braces ends at a comma: what stands behind it looks like a key without a value.
  /// It is told from a slip in a key by standing on the line of the value before it.
  mutating func line(_ node: YAMLNode, _ path: String, allowed: [String]) -> YAMLMapping? {
    guard let members = node.members else { return mapping(node, path, allowed: allowed) }
    var kept: [YAMLNode.Member] = []
    var last: YAMLNode.Member?
    for member in members {
      defer { last = member }
      guard let last, last.value.line == member.line, member.value.isMissing,
        !allowed.contains(member.key)
      else {
        kept.append(member)
        continue
      }
      let before = kept.last ?? last
      add(
        Message("days.comma", TerminalText.excerpt(member.key), TerminalText.excerpt(before.key)),
        rule: "days.comma", line: member.line, column: member.column,
        fix: Message("days.comma.fix", TerminalText.excerpt(before.key)))
    }
    return mapping(
      YAMLNode(content: .mapping(kept), line: node.line, column: node.column), path,
      allowed: allowed)
  }

  /// A day, `2026-12-24`.
  mutating func day(_ mapping: YAMLMapping, _ key: String, required: Bool = false) -> CivilDate? {
    guard let node = value(mapping, key, required: required) else { return nil }
    if let date = node.text.flatMap(MessageValidity.Moment.init)?.date { return date }
    let shown = TerminalText.excerpt(kind(node))
    add(Message("yaml.want-date", mapping.path(key), shown), rule: "yaml.type", at: node)
    return nil
  }

  /// Which stores a line is for, `all` where it does not say, and where it says so.
  mutating func stores(
    _ mapping: YAMLMapping
  ) -> (selector: Selector, place: SourcePosition)? {
    guard let node = mapping["stores"] else {
      let place = SourcePosition(line: mapping.node.line, column: mapping.node.column)
      return (.all, place)
    }
    guard value(mapping, "stores") != nil,
      let text = text(node, mapping.path("stores"), maximum: Selector.longest)
    else { return nil }
    do throws(SelectorError) {
      return (try Selector.parse(text), node.place(ofColumn: 1))
    } catch {
      let place = node.place(ofColumn: error.column)
      add(
        error.message, rule: "days.selector", line: place.line, column: place.column,
        fix: error.hint)
      return nil
    }
  }

  /// The times of a day, `09:00-12:30,14:00-19:00`, or `off`.
  mutating func spans(_ mapping: YAMLMapping) -> [OpeningHours.Span]? {
    guard let node = value(mapping, "open", required: true),
      let text = text(node, mapping.path("open"), maximum: 200)
    else { return nil }
    do throws(OpeningHoursError) {
      return try OpeningHours.times(text)
    } catch {
      let place = node.place(ofColumn: error.column)
      add(
        error.message, rule: "days.open", line: place.line, column: place.column,
        fix: Message("days.open.fix"))
      return nil
    }
  }

  /// The days of the week, `[Sa, Su]`; `nil` where the line does not say, or says nothing right.
  mutating func weekdays(_ mapping: YAMLMapping) -> [OpeningHours.Day]? {
    guard mapping["weekdays"] != nil else { return nil }
    var days: [OpeningHours.Day] = []
    for item in list(mapping, "weekdays") ?? [] {
      guard let text = text(item, mapping.path("weekdays"), maximum: 60) else { continue }
      if let day = OpeningHours.Day(rawValue: text), OpeningHours.Day.week.contains(day) {
        days.append(day)
        continue
      }
      let meant = OpeningHours.Day(meaning: text)
      add(
        Message("days.weekday", TerminalText.excerpt(text)), rule: "days.weekday", at: item,
        fix: meant.map { Message("did.you.mean", $0.rawValue) } ?? Message("days.weekday.fix"))
    }
    return days.isEmpty ? nil : days
  }
}

extension YAMLNode {
  /// The place of a column of its text without the blanks around it.
  ///
  /// Exact for a text on one line; escapes in double quotes move it.
  fileprivate func place(ofColumn column: Int) -> SourcePosition {
    guard case .scalar(let text, let style) = content, style != .block else {
      return SourcePosition(line: line, column: self.column)
    }
    let blanks = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" || $0 == "\n" }.count
    let quote = style == .quoted ? 1 : 0
    return SourcePosition(line: line, column: self.column + quote + blanks + column - 1)
  }
}
