import VitrineCore

/// Reads the front matter and the body of a message or template.
struct MessageReader {
  var yaml: YAMLReader
  let kind: MessageKind
  let knowledge: MessageKnowledge
  /// Where the id and the pictures stand, for whoever sees the whole library.
  private(set) var places: [String: SourcePosition] = [:]

  /// The keys of the front matter.
  static let keys = [
    "id", "title", "category", "networks", "formats", "regions", "valid", "usage", "link", "media",
    "text", "fields", "families", "offer", "storeNote", "urgent",
  ]

  init(file: String?, kind: MessageKind, knowledge: MessageKnowledge) {
    yaml = YAMLReader(file: file, firstLine: FrontMatter.yamlLine)
    self.kind = kind
    self.knowledge = knowledge
  }

  var findings: [Finding] { yaml.findings }

  /// The message; only to be used when no finding is an error.
  mutating func read(_ parts: FrontMatter) -> MessageSource? {
    let document = YAMLDocument(
      text: parts.yaml, file: yaml.file, firstLine: FrontMatter.yamlLine)
    yaml.add(document.findings)
    let body = body(parts)
    guard document.findings.isEmpty else { return nil }
    let empty = YAMLNode(content: .mapping([]), line: 1, column: 1)
    guard let root = yaml.mapping(document.root ?? empty, "", allowed: Self.keys) else {
      return nil
    }
    let title = yaml.text(root, "title", required: true, maximum: 200)
    let fields = yaml.fields(root)
    let source = MessageSource(
      title: title ?? "", link: link(root), media: media(root), networks: networkList(root),
      body: body, texts: texts(root), validity: validity(root),
      isUrgent: yaml.bool(root, "urgent") ?? false,
      category: yaml.text(root, "category", maximum: 60), fields: fields,
      storeNote: yaml.text(root, "storeNote", maximum: 2000, lines: true),
      writtenID: id(root), formats: formats(root), regions: regions(root),
      usage: yaml.text(root, "usage", maximum: 2000, lines: true), families: families(root),
      offer: yaml.offer(root, fields: fields), file: yaml.file)
    check(source, root)
    return source
  }

  private mutating func body(_ parts: FrontMatter) -> SourceText {
    // Blank lines between the front matter and the text are layout; those inside it are text.
    var rest = parts.body
    var line = parts.bodyLine
    while let end = rest.firstIndex(of: "\n"), String(rest[..<end]).trimmingBlanks().isEmpty {
      rest = rest[rest.index(after: end)...]
      line += 1
    }
    let text = TextNormalization.normalized(String(rest))
    if text.isEmpty {
      yaml.add(
        Message("message.no-text"), rule: "message.text", line: parts.bodyLine - yaml.lineOffset,
        column: 1)
    }
    return SourceText(text, line: line)
  }

  /// Keeps the place of something that is judged later.
  mutating func keep(_ name: String, _ node: YAMLNode) {
    places[name] = SourcePosition(line: node.line + yaml.lineOffset, column: node.column)
  }

  private mutating func id(_ root: YAMLMapping) -> String? {
    guard let node = yaml.value(root, "id"), let id = yaml.text(node, "id", maximum: 200) else {
      return nil
    }
    keep("id", node)
    if MessageSource.isID(id) { return id }
    yaml.add(Message("message.id", TerminalText.excerpt(id)), rule: "message.id", at: node)
    return nil
  }

  private mutating func validity(_ root: YAMLMapping) -> MessageValidity {
    guard let mapping = yaml.mapping(root["valid"], "valid", allowed: ["from", "until"]) else {
      return MessageValidity()
    }
    let validity = MessageValidity(
      from: yaml.moment(mapping, "from"), until: yaml.moment(mapping, "until"))
    if validity.isEmpty, let from = validity.from, let until = validity.until {
      yaml.add(
        Message("message.validity", from.text, until.text), rule: "message.validity",
        at: mapping["until"])
    }
    return validity
  }

  private mutating func link(_ root: YAMLMapping) -> String? {
    guard let node = yaml.value(root, "link"),
      let text = yaml.text(node, "link", maximum: 4000)
    else { return nil }
    return yaml.link(text, at: node)
  }
}
