import VitrineCore

/// Reads the front matter and the body of a message.
struct MessageReader {
  private var yaml: YAMLReader
  private let networks: [Network]

  /// The keys of the front matter.
  static let keys = [
    "title", "link", "media", "networks", "text", "valid", "urgent", "category", "fields",
    "storeNote",
  ]

  init(file: String?, networks: [Network]) {
    yaml = YAMLReader(file: file, firstLine: FrontMatter.yamlLine)
    self.networks = networks
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
    return MessageSource(
      title: title ?? "", link: link(root), media: media(root), networks: networkList(root),
      body: body, texts: texts(root), validity: validity(root),
      isUrgent: yaml.bool(root, "urgent") ?? false,
      category: yaml.text(root, "category", maximum: 60),
      fields: yaml.fields(root),
      storeNote: yaml.text(root, "storeNote", maximum: 2000, lines: true), file: yaml.file)
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

  private mutating func networkList(_ root: YAMLMapping) -> [Network] {
    var result: [Network] = []
    for item in yaml.list(root, "networks") ?? [] {
      guard let name = yaml.text(item, "networks", maximum: 60),
        let network = network(name, line: item.line, column: item.column)
      else { continue }
      if result.contains(network) {
        yaml.add(Message("message.network-twice", name), rule: "message.network", at: item)
      } else {
        result.append(network)
      }
    }
    return result
  }

  private mutating func texts(_ root: YAMLMapping) -> [Network: SourceText] {
    guard let node = yaml.value(root, "text") else { return [:] }
    guard let members = node.members else {
      yaml.add(Message("message.text-mapping"), rule: "yaml.type", at: node)
      return [:]
    }
    var result: [Network: SourceText] = [:]
    for member in members {
      guard let network = network(member.key, line: member.line, column: member.column) else {
        continue
      }
      let path = "text.\(network)"
      guard let raw = member.value.text, !raw.trimmingBlanks().isEmpty else {
        yaml.add(Message("yaml.empty", path), rule: "yaml.empty", at: member.value)
        continue
      }
      _ = yaml.text(member.value, path, maximum: MessageFile.sizeLimit, lines: true)
      let line = member.value.textLine + yaml.lineOffset
      result[network] = SourceText(TextNormalization.normalized(raw), line: line)
    }
    return result
  }

  private mutating func network(_ name: String, line: Int, column: Int) -> Network? {
    if networks.contains(Network(rawValue: name)) { return Network(rawValue: name) }
    let known = networks.map(\.rawValue)
    let suggestion = EditDistance.suggestion(for: name, among: known)
    let shown = TerminalText.excerpt(name)
    let message =
      suggestion.map { Message("message.network-suggestion", shown, $0) }
      ?? Message("message.network", shown, known.joined(separator: ", "))
    yaml.add(message, rule: "message.network", line: line, column: column)
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

  private mutating func media(_ root: YAMLMapping) -> [MessageMedia] {
    var result: [MessageMedia] = []
    for item in yaml.list(root, "media") ?? [] {
      guard let mapping = yaml.mapping(item, "media", allowed: ["file", "alt"]) else { continue }
      let alt = yaml.text(mapping, "alt", maximum: 1000)
      if mapping["alt"] == nil {
        yaml.add(severity: .warning, Message("message.no-alt"), rule: "message.alt", at: item)
      }
      guard let file = yaml.text(mapping, "file", required: true, maximum: 300),
        let node = mapping["file"]
      else { continue }
      if let problem = MediaPath.problem(with: file) {
        yaml.add(problem, rule: "message.media", at: node)
      } else {
        result.append(MessageMedia(file: file, alt: alt))
      }
    }
    return result
  }
}
