import VitrineCore

extension MessageReader {
  /// Where the message goes.
  mutating func networkList(_ root: YAMLMapping) -> [Network] {
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

  /// The formats of store that it is for.
  mutating func formats(_ root: YAMLMapping) -> [StoreFormat] {
    let known = StoreFormat.allCases.map(\.rawValue)
    return words(root, "formats", "message.format") { name, item, reader in
      if let format = StoreFormat(rawValue: name) { return format }
      reader.unknown("message.format", name, among: known, at: item)
      return nil
    }
  }

  /// The regions that it is for; which ones there are is for the register to say.
  mutating func regions(_ root: YAMLMapping) -> [String] {
    words(root, "regions", "message.region") { name, item, reader in
      reader.keep(name, item)
      return name
    }
  }

  /// The families of goods that it is about.
  mutating func families(_ root: YAMLMapping) -> [String] {
    let known = knowledge.families
    return words(root, "families", "message.family") { name, item, reader in
      guard let known, !known.contains(name) else { return name }
      reader.unknown("message.family", name, among: known, at: item)
      return nil
    }
  }

  /// The items of a list of words, each once.
  private mutating func words<Word: Equatable>(
    _ root: YAMLMapping, _ key: String, _ rule: String,
    _ read: (String, YAMLNode, inout MessageReader) -> Word?
  ) -> [Word] {
    var result: [Word] = []
    for item in yaml.list(root, key) ?? [] {
      guard let name = yaml.text(item, key, maximum: 100), let word = read(name, item, &self)
      else { continue }
      if result.contains(word) {
        yaml.add(Message("message.twice", TerminalText.excerpt(name)), rule: rule, at: item)
      } else {
        result.append(word)
      }
    }
    return result
  }

  private mutating func unknown(
    _ rule: String, _ name: String, among known: [String], at node: YAMLNode
  ) {
    let meant = EditDistance.suggestion(for: name, among: known)
    let shown = TerminalText.excerpt(name)
    let message =
      meant.map { Message("message.word-suggestion", shown, $0) }
      ?? Message("message.word", shown, known.joined(separator: ", "))
    yaml.add(message, rule: rule, at: node)
  }
}
