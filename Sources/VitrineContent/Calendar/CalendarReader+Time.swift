import VitrineCore

extension CalendarReader {
  /// A zone that this machine knows.
  mutating func zone(_ mapping: YAMLMapping) -> String? {
    guard let zone = yaml.text(mapping, "zone", maximum: 60) else { return nil }
    guard ClockChanges.isKnown(zone) else {
      let meant = EditDistance.suggestion(for: zone, among: ClockChanges.frenchZones)
      yaml.add(
        Message("calendar.zone", TerminalText.excerpt(zone)), rule: "calendar.zone",
        at: mapping["zone"], fix: meant.map { Message("did.you.mean", $0) })
      return nil
    }
    return zone
  }

  /// The time of an entry: a store's own hour, an instant, or an hour on the clock of a zone.
  mutating func time(_ mapping: YAMLMapping, _ zone: String?) -> CalendarTime? {
    guard let node = yaml.value(mapping, "at", required: true),
      let text = yaml.text(node, mapping.path("at"), maximum: 60)
    else { return nil }
    let shown = TerminalText.excerpt(text)
    let time: CalendarTime
    if text.utf8.starts(with: "local:".utf8), let local = LocalTime(String(text.dropFirst(6))) {
      time = CalendarTime(local, on: .store)
    } else if let local = LocalTime(text) {
      guard let zone else {
        yaml.add(
          Message("calendar.noZone", shown), rule: "calendar.at", at: node,
          fix: Message("calendar.noZone.fix", shown))
        return nil
      }
      time = CalendarTime(local, on: .zone(zone))
    } else {
      let written = text.utf8.starts(with: "instant:".utf8) ? String(text.dropFirst(8)) : text
      guard let instant = Timestamp(written), instant.milliseconds % 60_000 == 0,
        let local = LocalTime(
          date: CivilDate(daysSince1970: Int(instant.milliseconds / 86_400_000)),
          minutes: Int(instant.milliseconds % 86_400_000 / 60_000))
      else {
        yaml.add(
          Message("calendar.at", shown), rule: "calendar.at", at: node,
          fix: Message("calendar.at.fix"))
        return nil
      }
      time = CalendarTime(local, on: .zone("UTC"))
    }
    guard time.time.date <= knowledge.horizon else {
      yaml.add(
        Message("calendar.far", shown, knowledge.horizon), rule: "calendar.window", at: node)
      return nil
    }
    return time
  }

  /// Where a step lies, and on whose clock.
  mutating func offset(
    _ mapping: YAMLMapping, _ anchor: CalendarTime
  ) -> (CalendarOffset, CalendarTime.Clock)? {
    guard let node = yaml.value(mapping, "at", required: true),
      let text = yaml.text(node, mapping.path("at"), maximum: 60)
    else { return nil }
    let isLocal = text.utf8.starts(with: "local:".utf8)
    guard let offset = CalendarOffset(isLocal ? String(text.dropFirst(6)) : text) else {
      yaml.add(
        Message("calendar.offset", TerminalText.excerpt(text)), rule: "calendar.at", at: node,
        fix: Message("calendar.offset.fix"))
      return nil
    }
    return (offset, isLocal ? .store : anchor.clock)
  }

  /// The rule of a series.
  mutating func rule(_ mapping: YAMLMapping) -> RecurrenceRule? {
    guard let node = yaml.value(mapping, "repeat"),
      let text = yaml.text(node, mapping.path("repeat"), maximum: 500)
    else { return nil }
    do throws(RecurrenceError) {
      return try RecurrenceRule.parse(text)
    } catch {
      yaml.add(
        error.message, rule: "calendar.repeat", line: node.line,
        column: node.column + error.offset, fix: Message("calendar.repeat.fix"))
      return nil
    }
  }

  /// The days on which a series is left out.
  mutating func excluded(_ mapping: YAMLMapping, hasRule: Bool) -> Set<CivilDate> {
    guard let node = yaml.value(mapping, "except") else { return [] }
    if !hasRule, mapping["repeat"] == nil {
      yaml.add(Message("calendar.exceptAlone"), rule: "calendar.repeat", at: node)
    }
    var days: Set<CivilDate> = []
    for item in yaml.list(mapping, "except") ?? [] {
      if let day = item.text.flatMap(MessageValidity.Moment.init)?.date {
        days.insert(day)
      } else {
        let shown = TerminalText.excerpt(yaml.kind(item))
        yaml.add(
          Message("yaml.want-date", mapping.path("except"), shown), rule: "yaml.type", at: item)
      }
    }
    return days
  }

  /// Says which days are left out of a series that has nothing on them.
  mutating func checkExcluded(_ entry: CalendarEntry, _ mapping: YAMLMapping) {
    guard entry.rule != nil, !entry.excluded.isEmpty else { return }
    var whole = entry
    whole.excluded = []
    let days = Set(whole.anchors(from: .first, through: knowledge.horizon).map(\.date))
    guard case .sequence(let items)? = mapping["except"]?.content else { return }
    for item in items {
      guard let day = item.text.flatMap(MessageValidity.Moment.init)?.date, !days.contains(day)
      else { continue }
      yaml.add(
        severity: .warning, Message("calendar.exceptNothing", day), rule: "calendar.repeat",
        at: item)
    }
  }

  /// Until when a store may say no.
  mutating func deadline(_ mapping: YAMLMapping) -> CalendarDeadline? {
    guard let node = yaml.value(mapping, "adapt_until"),
      let text = yaml.text(node, mapping.path("adapt_until"), maximum: 60)
    else { return nil }
    if let day = MessageValidity.Moment(text)?.date { return .day(day) }
    if let offset = CalendarOffset(text) {
      guard !offset.isLater else {
        yaml.add(
          Message("calendar.deadline.late", TerminalText.excerpt(text)), rule: "calendar.deadline",
          at: node, fix: Message("calendar.deadline.fix"))
        return nil
      }
      return .before(offset)
    }
    yaml.add(
      Message("calendar.deadline", TerminalText.excerpt(text)), rule: "calendar.deadline",
      at: node, fix: Message("calendar.deadline.fix"))
    return nil
  }
}
