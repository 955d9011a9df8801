import VitrineCore

/// Reads entries out of the nodes of a calendar file.
struct CalendarReader {
  var yaml: YAMLReader
  let knowledge: CalendarKnowledge
  var changes: ClockChanges

  /// What an entry may leave to its file, and a step to its entry.
  struct Inherited {
    var zone: String?
    var template: String?
    var values: [String: Placed] = [:]
    /// Whether something stands there that is no value, which is said already.
    var hasUnreadValues = false
    var stores = Selector.all
    var networks: [Network] = []
    var binding: CalendarBinding?
    var deadline = CalendarDeadline.usual
    var whenClosed = ClosedDayRule.post
    var modes: [StoreMode: CalendarReach] = [:]
  }

  /// A value of a field and where it stands.
  struct Placed {
    let text: String
    let node: YAMLNode
  }

  private static let shared = [
    "template", "values", "stores", "networks", "binding", "adapt_until", "when_closed", "modes",
  ]
  private static let entryKeys =
    ["id", "title", "at", "zone", "repeat", "except", "chain"] + shared
  private static let stepKeys = ["id", "title", "at", "task", "owner"] + shared

  init(file: String, _ knowledge: CalendarKnowledge) {
    yaml = YAMLReader(file: file)
    self.knowledge = knowledge
    changes = ClockChanges(from: knowledge.today, through: knowledge.horizon)
  }

  mutating func read(_ node: YAMLNode) -> [CalendarEntry] {
    guard let root = yaml.mapping(node, "", allowed: ["title", "zone", "modes", "entries"]),
      yaml.value(root, "entries", required: true) != nil
    else { return [] }
    _ = yaml.text(root, "title", maximum: 200)
    var inherited = Inherited()
    inherited.zone = zone(root)
    inherited.modes = modes(root, inherited.modes)
    return (yaml.list(root, "entries") ?? []).compactMap { entry($0, inherited) }
  }

  private mutating func entry(_ node: YAMLNode, _ file: Inherited) -> CalendarEntry? {
    let before = yaml.findings.count
    guard let mapping = yaml.mapping(node, "entries", allowed: Self.entryKeys) else { return nil }
    let id = id(mapping)
    let title = yaml.text(mapping, "title", maximum: 200)
    var inherited = inherited(mapping, file)
    inherited.zone = zone(mapping) ?? file.zone
    let anchor = time(mapping, inherited.zone)
    let rule = rule(mapping)
    let excluded = excluded(mapping, hasRule: rule != nil)
    var steps: [CalendarStep] = []
    if let anchor {
      if mapping["chain"] != nil {
        for item in yaml.list(mapping, "chain") ?? [] {
          if let step = step(item, inherited, anchor) { steps.append(step) }
        }
        checkNames(of: steps, mapping)
      } else {
        let step = post(nil, nil, mapping, inherited, .days(0, hour: nil), anchor.clock)
        steps = step.map { [$0] } ?? []
      }
    }
    // Only an entry without an error is looked at as a whole.
    guard yaml.findings[before...].allSatisfy({ $0.severity != .error }), let id, let anchor else {
      return nil
    }
    let entry = CalendarEntry(
      id: id, title: title, anchor: anchor, rule: rule, excluded: excluded, steps: steps,
      place: place(mapping["id"] ?? node))
    check(entry, mapping)
    checkExcluded(entry, mapping)
    return yaml.findings[before...].contains { $0.severity == .error } ? nil : entry
  }

  private mutating func step(
    _ node: YAMLNode, _ entry: Inherited, _ anchor: CalendarTime
  ) -> CalendarStep? {
    guard let mapping = yaml.mapping(node, "chain", allowed: Self.stepKeys) else { return nil }
    let id = id(mapping)
    let title = yaml.text(mapping, "title", maximum: 200)
    let inherited = inherited(mapping, entry)
    guard let id, let (offset, clock) = offset(mapping, anchor) else { return nil }
    guard mapping["task"] != nil else {
      if let owner = mapping["owner"] {
        yaml.add(Message("calendar.ownerOfPost"), rule: "calendar.task", at: owner)
      }
      return post(id, title, mapping, inherited, offset, clock)
    }
    for key in ["template", "values", "binding", "adapt_until", "when_closed", "networks"]
    where mapping[key] != nil {
      yaml.add(Message("calendar.taskKey", key), rule: "calendar.task", at: mapping[key])
    }
    let task = yaml.text(mapping, "task", required: true, maximum: 300)
    let owner = yaml.text(mapping, "owner", required: true, maximum: 100)
    guard let task, let owner else { return nil }
    return CalendarStep(
      id: id, title: title ?? task, work: .task(task, owner: owner), offset: offset, clock: clock,
      stores: inherited.stores, binding: .optional, modes: inherited.modes, place: place(node))
  }

  /// A step that is a post; what is wrong with its template is said too.
  private mutating func post(
    _ id: String?, _ title: String?, _ mapping: YAMLMapping, _ inherited: Inherited,
    _ offset: CalendarOffset, _ clock: CalendarTime.Clock
  ) -> CalendarStep? {
    guard let template = inherited.template else {
      if mapping["template"] == nil {
        yaml.add(
          Message("yaml.missing", mapping.path("template")), rule: "yaml.missing",
          at: mapping.node)
      }
      return nil
    }
    guard let binding = inherited.binding else {
      if mapping["binding"] == nil {
        yaml.add(
          Message("calendar.noBinding"), rule: "yaml.missing", at: mapping.node,
          fix: Message("calendar.noBinding.fix"))
      }
      return nil
    }
    if binding == .mandatory, inherited.whenClosed != .post {
      yaml.add(
        Message("calendar.mandatoryClosed"), rule: "calendar.closed",
        at: mapping["when_closed"] ?? mapping["binding"] ?? mapping.node,
        fix: Message("calendar.mandatoryClosed.fix"))
    }
    let step = CalendarStep(
      id: id, title: title, work: .post(template: template), offset: offset, clock: clock,
      values: inherited.values.mapValues(\.text), stores: inherited.stores,
      networks: inherited.networks, binding: binding, deadline: inherited.deadline,
      whenClosed: inherited.whenClosed, modes: inherited.modes,
      place: place(mapping["id"] ?? mapping.node))
    check(step, inherited, mapping)
    return step
  }

  /// What is said at this level, and what is left of the level above.
  private mutating func inherited(_ mapping: YAMLMapping, _ above: Inherited) -> Inherited {
    var result = above
    if let template = template(mapping) { result.template = template }
    let before = yaml.findings.count
    for (name, value) in values(mapping) { result.values[name] = value }
    result.hasUnreadValues = above.hasUnreadValues || yaml.findings.count > before
    if let stores = stores(mapping) { result.stores = stores }
    if let networks = networks(mapping) { result.networks = networks }
    if let binding = word(mapping, "binding", CalendarBinding.self) { result.binding = binding }
    if let deadline = deadline(mapping) { result.deadline = deadline }
    if let rule = word(mapping, "when_closed", ClosedDayRule.self) { result.whenClosed = rule }
    result.modes = modes(mapping, above.modes)
    return result
  }

  private mutating func checkNames(of steps: [CalendarStep], _ mapping: YAMLMapping) {
    var seen: Set<String> = []
    for step in steps {
      guard let id = step.id, !seen.insert(id).inserted else { continue }
      yaml.add(
        Message("calendar.stepTwice", id), rule: "calendar.id", line: step.place.line,
        column: step.place.column)
    }
  }

  func place(_ node: YAMLNode) -> CalendarPlace {
    CalendarPlace(file: yaml.file ?? "", line: node.line, column: node.column)
  }
}
