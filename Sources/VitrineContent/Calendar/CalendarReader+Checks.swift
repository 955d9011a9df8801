import VitrineCore

extension CalendarReader {
  /// The id of a template that the library has.
  mutating func template(_ mapping: YAMLMapping) -> String? {
    guard let id = yaml.text(mapping, "template", maximum: 60) else { return nil }
    guard knowledge.templates[id] == nil, !knowledge.broken.contains(id) else { return id }
    let meant = EditDistance.suggestion(for: id, among: knowledge.templates.keys.sorted())
    yaml.add(
      Message("calendar.noTemplate", TerminalText.excerpt(id)), rule: "calendar.template",
      at: mapping["template"], fix: meant.map { Message("did.you.mean", $0) })
    return nil
  }

  /// Whether a step fits its template: values, networks, and nothing left open that must go out.
  mutating func check(_ step: CalendarStep, _ inherited: Inherited, _ mapping: YAMLMapping) {
    guard let template = step.template, let source = knowledge.templates[template] else { return }
    if !source.networks.isEmpty {
      for network in step.networks where !source.networks.contains(network) {
        let names = source.networks.map(\.rawValue).joined(separator: ", ")
        yaml.add(
          Message("calendar.network", template, network, names), rule: "calendar.template",
          at: mapping["networks"] ?? mapping.node)
      }
    }
    for (name, value) in inherited.values.sorted(by: { $0.key < $1.key }) {
      guard let field = source.fields.first(where: { $0.name == name }) else {
        let meant = EditDistance.suggestion(for: name, among: source.fields.map(\.name))
        yaml.add(
          Message("calendar.noField", template, TerminalText.excerpt(name)),
          rule: "calendar.values", at: value.node, fix: meant.map { Message("did.you.mean", $0) })
        continue
      }
      if field.kind == .image {
        yaml.add(Message("calendar.imageField", name), rule: "calendar.values", at: value.node)
      } else if !Self.fits(value.text, field) {
        yaml.add(
          Message("values.unfit", name, TerminalText.excerpt(value.text)), rule: "calendar.values",
          at: value.node, fix: field.advice(about: value.text))
      }
    }
    guard step.binding != .optional, !inherited.hasUnreadValues else { return }
    let open = source.fields.filter {
      $0.isRequired && $0.standard == nil && inherited.values[$0.name] == nil
    }
    if let field = open.first {
      yaml.add(
        Message("calendar.open", template, open.map(\.name).joined(separator: ", ")),
        rule: "calendar.values", at: mapping["template"] ?? mapping["id"] ?? mapping.node,
        fix: Message("calendar.open.fix", field.name))
    }
  }

  /// A day may be written from the anchor, since it is not known before.
  private static func fits(_ text: String, _ field: MessageField) -> Bool {
    if field.kind == .date, case .days(_, hour: nil)? = CalendarOffset(text) { return true }
    return FieldValue.fits(TextNormalization.normalized(text), field)
  }

  /// Looks at an entry as a whole: its times exist, on each clock, as far as ten years reach.
  mutating func check(_ entry: CalendarEntry, _ mapping: YAMLMapping) {
    let node = mapping["at"] ?? mapping.node
    if let rule = entry.rule, entry.anchors(from: .first, through: knowledge.horizon).isEmpty {
      yaml.add(
        Message("calendar.never", rule, entry.anchor), rule: "calendar.repeat",
        at: mapping["repeat"] ?? node)
    }
    var told: Set<String> = []
    for occurrence in entry.occurrences(from: knowledge.today, through: knowledge.horizon) {
      let time = occurrence.time
      let zones: [String] =
        switch time.clock {
        case .store: knowledge.zones
        case .zone(let zone): [zone]
        }
      for zone in zones where changes.mayChange(in: zone, on: time.time.date) {
        do {
          _ = try time.time.instant(in: zone)
        } catch let fault as Fault {
          guard told.insert("\(zone) \(occurrence.step.id ?? "")").inserted else { continue }
          let place = occurrence.step.id == nil ? nil : occurrence.step.place
          yaml.add(
            fault.message, rule: "calendar.at", line: place?.line ?? node.line,
            column: place?.column ?? node.column,
            fix: entry.rule == nil ? nil : Message("calendar.gap.fix", time.time.date))
        } catch {
          continue
        }
      }
    }
    // What lies in the past is counted by a plan, and is no finding; its hour must exist all the same.
    if entry.rule == nil, entry.anchor.time.date < knowledge.today,
      case .zone(let zone) = entry.anchor.clock
    {
      do {
        _ = try entry.anchor.time.instant(in: zone)
      } catch let fault as Fault {
        yaml.add(fault.message, rule: "calendar.at", at: node)
      } catch {}
    }
  }
}
