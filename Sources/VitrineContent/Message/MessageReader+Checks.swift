import VitrineCore

extension MessageReader {
  /// What no key shows by itself: holes without fields, fields without holes, pictures, the urgent lane.
  mutating func check(_ source: MessageSource, _ root: YAMLMapping) {
    let written = declared(root)
    let texts = MessageTextCheck(
      source, networks: source.networks, limits: knowledge.limits,
      declaring: written.map(\.name))
    yaml.add(texts.findings)
    checkTexts(source, root)
    checkPictures(source, root)
    // What follows is about a message that is right so far; anything else would be said twice.
    guard !yaml.hasErrors else { return }
    checkUrgent(source, written)
    checkUse(source, texts.used, written)
  }

  /// The names that the file gives to fields, whatever else is wrong with them.
  private func declared(_ root: YAMLMapping) -> [(name: String, node: YAMLNode)] {
    guard case .sequence(let items)? = root["fields"]?.content else { return [] }
    return items.compactMap { item in
      guard let node = item["name"], let name = node.text else { return nil }
      return (name, node)
    }
  }

  private mutating func checkTexts(_ source: MessageSource, _ root: YAMLMapping) {
    guard !source.networks.isEmpty, let members = root["text"]?.members else { return }
    for member in members {
      let network = Network(rawValue: member.key)
      guard source.texts[network] != nil, !source.networks.contains(network) else { continue }
      yaml.add(
        severity: .warning, Message("message.text-unused", network), rule: "message.text",
        line: member.line, column: member.column)
    }
  }

  private mutating func checkPictures(_ source: MessageSource, _ root: YAMLMapping) {
    let hasField = source.fields.contains { $0.kind == .image && $0.isRequired }
    // A picture with a mistake of its own is a picture all the same.
    guard root["media"] == nil, !hasField else { return }
    for network in source.networks where knowledge.pictureNetworks.contains(network) {
      let node: YAMLNode? =
        if case .sequence(let items)? = root["networks"]?.content {
          items.first { $0.text == network.rawValue }
        } else {
          nil
        }
      yaml.add(Message("message.no-picture", network), rule: "message.no-picture", at: node)
    }
  }

  private mutating func checkUrgent(
    _ source: MessageSource, _ written: [(name: String, node: YAMLNode)]
  ) {
    guard source.isUrgent else { return }
    for field in source.fields where field.kind == .text && field.maximum == nil {
      let node = written.first { $0.name == field.name }?.node
      yaml.add(
        Message("message.urgent-limit", field.name), rule: "message.urgent", at: node)
    }
  }

  private mutating func checkUse(
    _ source: MessageSource, _ used: Set<String>, _ written: [(name: String, node: YAMLNode)]
  ) {
    let used = used.union(source.offer?.fieldNames ?? [])
    for field in source.fields where field.kind != .image && !used.contains(field.name) {
      let node = written.first { $0.name == field.name }?.node
      yaml.add(
        severity: .warning, Message("field.unused", field.name), rule: "field.unused", at: node)
    }
  }
}
