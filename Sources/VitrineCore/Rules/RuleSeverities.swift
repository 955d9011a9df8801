/// The severities that a retailer chooses in `vitrine.yaml`: `people-named=info alcohol-appeal=error`.
enum RuleSeverities {
  /// What is wrong with such a text; whether the rules exist is known when their files are read.
  static func problem(with text: String, key: String) -> Message? {
    var names: Set<String> = []
    for part in parts(text) {
      guard let (name, _) = pair(part) else { return Message("config.rule-severity", key, part) }
      guard names.insert(name).inserted else {
        return Message("config.rule-severity-twice", key, name)
      }
    }
    return names.isEmpty ? Message("config.value-empty", key) : nil
  }

  /// The severities by rule; parts that are none are left out.
  static func read(_ text: String) -> [String: RuleFinding.Severity] {
    Dictionary(parts(text).compactMap(pair), uniquingKeysWith: { first, _ in first })
  }

  private static func parts(_ text: String) -> [String] {
    text.utf8.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func pair(_ part: String) -> (String, RuleFinding.Severity)? {
    let sides = part.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty,
      let severity = RuleFinding.Severity(rawValue: String(sides[1]))
    else { return nil }
    return (String(sides[0]), severity)
  }
}
