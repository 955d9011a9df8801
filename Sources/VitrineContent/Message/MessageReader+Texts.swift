import VitrineCore

extension MessageReader {
  /// The texts that some networks have for their own.
  mutating func texts(_ root: YAMLMapping) -> [Network: SourceText] {
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

  /// A network by name; an unknown one is a finding.
  mutating func network(_ name: String, line: Int, column: Int) -> Network? {
    let networks = knowledge.networks
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
}
