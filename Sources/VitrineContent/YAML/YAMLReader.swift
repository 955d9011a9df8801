import VitrineCore

/// Reads typed values out of YAML nodes and collects what is wrong, all of it, in one pass.
///
/// A reading function answers `nil` both for a value that is not there and for one that is wrong;
/// the difference stands in the findings.
package struct YAMLReader {
  /// What was found so far.
  package private(set) var findings: [Finding] = []
  /// The name of the file in findings.
  package let file: String?
  /// The line of the file on which the YAML begins, less one.
  package let lineOffset: Int

  /// Makes a reader; `firstLine` is where the YAML begins in its file.
  package init(file: String?, firstLine: Int = 1) {
    self.file = file
    lineOffset = firstLine - 1
  }

  /// Whether any finding is an error.
  package var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Adds a finding at a node.
  package mutating func add(
    severity: Finding.Severity = .error, _ message: Message, rule: String, at node: YAMLNode?,
    fix: Message? = nil
  ) {
    add(
      severity: severity, message, rule: rule, line: node?.line ?? 1, column: node?.column ?? 1,
      fix: fix)
  }

  /// Adds a finding at a place of the YAML text.
  package mutating func add(
    severity: Finding.Severity = .error, _ message: Message, rule: String, line: Int,
    column: Int, fix: Message? = nil
  ) {
    findings.append(
      Finding(
        severity, message, rule: rule, file: file, line: line + lineOffset, column: column, fix: fix
      ))
  }

  /// Adds findings that are complete already.
  package mutating func add(_ more: [Finding]) { findings += more }

  /// The members of a mapping by key; a key that is not allowed is a finding.
  ///
  /// `path` says to people where the mapping stands (`valid`); it is empty at the root.
  package mutating func mapping(_ node: YAMLNode?, _ path: String, allowed: [String])
    -> YAMLMapping?
  {
    guard let node else { return nil }
    guard let members = node.members else {
      let shown = TerminalText.excerpt(kind(node))
      let message =
        path.isEmpty
        ? Message("yaml.want-mapping-root", shown) : Message("yaml.want-mapping", path, shown)
      add(message, rule: "yaml.type", at: node)
      return nil
    }
    var known: [String: YAMLNode] = [:]
    for member in members {
      guard allowed.contains(member.key) else {
        unknownKey(member, among: allowed)
        continue
      }
      known[member.key] = member.value
    }
    return YAMLMapping(node: node, path: path, values: known)
  }

  private mutating func unknownKey(_ member: YAMLNode.Member, among allowed: [String]) {
    let name = TerminalText.excerpt(member.key)
    let suggestion = EditDistance.suggestion(for: member.key, among: allowed)
    let message =
      suggestion.map { Message("yaml.unknown-key-suggestion", name, $0) }
      ?? Message("yaml.unknown-key", name, allowed.sorted().joined(separator: ", "))
    add(
      message, rule: "yaml.unknown-key", line: member.line, column: member.column,
      fix: suggestion.map { Message("yaml.unknown-key-fix", $0) })
  }

  func kind(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, _): text
    case .sequence: "[…]"
    case .mapping: "{…}"
    }
  }
}

/// The known members of a mapping.
package struct YAMLMapping {
  /// The mapping itself.
  package let node: YAMLNode
  /// Where it stands, for people; empty at the root.
  package let path: String
  let values: [String: YAMLNode]

  /// The value of a key.
  package subscript(key: String) -> YAMLNode? { values[key] }

  /// The path of a key, for people: `valid.from`.
  package func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}
