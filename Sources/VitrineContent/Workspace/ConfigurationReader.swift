import VitrineCore

/// Reads the settings out of the nodes of `vitrine.yaml` and out of the environment.
struct ConfigurationReader {
  private var yaml: YAMLReader
  private var settings: [ConfigurationKey: Configuration.Setting] = [:]

  init(file: String?) { yaml = YAMLReader(file: file) }

  var findings: [Finding] { yaml.findings }

  /// The settings that file and environment name.
  mutating func read(
    _ document: YAMLDocument, _ environment: [String: String]
  ) -> [ConfigurationKey: Configuration.Setting] {
    yaml.add(document.findings)
    guard document.findings.isEmpty else { return [:] }
    let empty = YAMLNode(content: .mapping([]), line: 1, column: 1)
    let root = document.root ?? empty
    read(root.isMissing ? empty : root, "")
    for key in ConfigurationKey.allCases {
      if let name = key.environmentName, let text = environment[name], !text.isEmpty {
        override(key, with: text, from: name)
      }
      if key.isRequired, settings[key] == nil, !isNamed(key, in: root) {
        yaml.add(Message("config.missing", key.rawValue), rule: "config.missing", at: root)
      }
    }
    return settings
  }

  private func isNamed(_ key: ConfigurationKey, in root: YAMLNode) -> Bool {
    var node: YAMLNode? = root
    for name in key.path { node = node?[name] }
    return node != nil
  }

  private mutating func read(_ node: YAMLNode, _ path: String) {
    guard let mapping = yaml.mapping(node, path, allowed: ConfigurationKey.names(below: path))
    else { return }
    for member in node.members ?? [] where mapping[member.key] != nil {
      let path = mapping.path(member.key)
      guard let key = ConfigurationKey(rawValue: path) else {
        if !member.value.isMissing { read(member.value, path) }
        continue
      }
      guard let value = yaml.value(mapping, member.key), let text = yaml.text(value, path) else {
        continue
      }
      if let problem = key.problem(with: text, knownTimeZone: ConfigurationFile.isTimeZone) {
        yaml.add(problem, rule: "config.value", at: value)
        continue
      }
      if key == .database, Configuration.withoutPassword(text) != text {
        let message = Message("config.password")
        yaml.add(severity: .warning, message, rule: "config.password", at: value)
      }
      settings[key] = Configuration.Setting(text, from: .file(line: value.line))
    }
  }

  private mutating func override(
    _ key: ConfigurationKey, with text: String, from name: String
  ) {
    if key.problem(with: text, knownTimeZone: ConfigurationFile.isTimeZone) != nil {
      let message = Message("config.environment", name, key.rawValue)
      yaml.add([Finding(.error, message, rule: "config.environment")])
    } else {
      settings[key] = Configuration.Setting(text, from: .environment(name))
    }
  }
}

extension ConfigurationKey {
  /// The names of the key from the root down.
  var path: [String] { rawValue.split(separator: ".").map(String.init) }

  /// The names that may stand directly below a path, in the order of the keys.
  static func names(below path: String) -> [String] {
    let depth = path.isEmpty ? 0 : path.split(separator: ".").count
    var names: [String] = []
    for key in allCases where path.isEmpty || key.rawValue.hasPrefix(path + ".") {
      let name = key.path[depth]
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
