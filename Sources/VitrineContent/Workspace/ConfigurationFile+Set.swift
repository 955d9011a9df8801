import VitrineCore

extension ConfigurationFile {
  /// The text of `vitrine.yaml` with one value changed; comments, order and line ends stay.
  ///
  /// The result is read again before it is given back, and every other value must be what it was.
  /// Throws a `Fault`: `usage` for a key that does not exist or a value that may not stand,
  /// `configuration` when the file is broken or written in a way that needs a person.
  package static func set(_ text: String, _ key: String, _ value: String) throws -> String {
    guard let known = ConfigurationKey(rawValue: key) else { throw unknownKey(key) }
    if let problem = known.problem(with: value, knownTimeZone: isTimeZone) {
      throw Fault(.usage, problem, subject: key)
    }
    let before = try settings(of: text)
    var edit = try ConfigurationEdit(text)
    try edit.set(known.path, to: Scalar.written(value, kind: known.kind))
    let result = edit.text
    var expected = before
    expected[known] = value
    guard (try? settings(of: result)) == expected else { throw byHand(known) }
    return result
  }

  static func byHand(_ key: ConfigurationKey) -> Fault {
    Fault(.configuration, Message("config.by-hand", key.rawValue), subject: name)
  }

  private static func unknownKey(_ key: String) -> Fault {
    let shown = TerminalText.excerpt(key)
    let known = ConfigurationKey.allCases.map(\.rawValue)
    let suggestion = EditDistance.suggestion(for: key, among: known)
    return Fault(
      .usage,
      suggestion.map { Message("config.unknown-key-suggestion", shown, $0) }
        ?? Message("config.unknown-key", shown),
      hint: Message("config.unknown-key-hint", known.joined(separator: ", ")), subject: key)
  }

  /// What a text sets.
  ///
  /// A file that names too little, or something wrong, may be mended key by key; a text that
  /// cannot be read may not.
  private static func settings(of text: String) throws -> [ConfigurationKey: String] {
    let document = YAMLDocument(Array(text.utf8), file: name)
    guard document.findings.isEmpty else {
      throw Fault(
        .configuration, Message("config.invalid", name, document.findings.count), subject: name,
        findings: document.findings)
    }
    var result: [ConfigurationKey: String] = [:]
    for key in ConfigurationKey.allCases {
      var node = document.root
      for part in key.path { node = node?[part] }
      result[key] = node.flatMap { $0.isMissing ? nil : $0.text }
    }
    return result
  }
}

/// How a value is written in YAML.
enum Scalar {
  /// The value as it may stand behind `key: `; in double quotes where a plain one could be misread.
  static func written(_ value: String, kind: ConfigurationKey.Kind? = nil) -> String {
    switch kind {
    case .integer, .thousandths: return value
    default: break
    }
    if isPlain(value) { return value }
    var result = "\""
    for scalar in value.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  private static func isPlain(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard let first = bytes.first, let last = bytes.last, isWordByte(first) || first == 0x2F,
      last != 0x20, last != UInt8(ascii: ":")
    else { return false }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    // Other readers of the file would take these, and anything that begins like a number, for
    // something that is no text.
    guard !words.contains(value.lowercased()), !(48...57).contains(first) else { return false }
    return bytes.indices.allSatisfy { index in
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") { return bytes[index + 1] != 0x20 }
      return isWordByte(byte) || byte >= 0x80 || " /._-@+=?&'".utf8.contains(byte)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte >= 0x80
  }
}
