import VitrineCore
import Yams

/// The strict reading of one YAML document.
///
/// Yams reads the syntax; what people do not need and attackers like is refused: anchors, aliases,
/// merge keys, tags, several documents, keys that are no texts, and nesting beyond 30.
package struct YAMLDocument: Sendable {
  /// The value at the root; `nil` for an empty document, and when there are findings.
  package let root: YAMLNode?
  /// What is wrong; each is an error.
  package let findings: [Finding]

  /// The deepest nesting that is read.
  package static let depthLimit = 30

  /// Reads the bytes of a file; `file` is the name that findings show.
  package init(_ bytes: [UInt8], file: String? = nil) {
    let decoded = FileText(bytes, file: file)
    guard decoded.findings.isEmpty else {
      self.init(root: nil, findings: decoded.findings)
      return
    }
    self.init(text: decoded.text, file: file)
  }

  /// Reads a text with `\n` line ends; `firstLine` is the line of the file on which it begins.
  package init(text: String, file: String? = nil, firstLine: Int = 1) {
    do {
      self.init(root: try Self.compose(text), findings: [])
    } catch {
      self.init(root: nil, findings: [error.finding(file: file, firstLine: firstLine)])
    }
  }

  private init(root: YAMLNode?, findings: [Finding]) {
    self.root = root
    self.findings = findings
  }

  private static func compose(_ text: String) throws(YAMLProblem) -> YAMLNode? {
    // Yams hashes keys while it reads them; an alias in a key could make that endless.
    if let place = AnchorScan.anchorWithAlias(in: text) { throw YAMLProblem(.anchor, at: place) }
    let node: Node?
    let parser: Yams.Parser
    do {
      // Without resolver rules no scalar is taken for a number; with the encoding named, Yams asks
      // no variable of the environment.
      parser = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8)
      node = try parser.singleRoot()
    } catch {
      throw YAMLProblem(yams: error, in: text)
    }
    guard let node else { return nil }
    // An anchor is a weak reference that the parser keeps alive.
    defer { withExtendedLifetime(parser) {} }
    return try convert(node, 1)
  }

  private static func convert(
    _ node: Node, _ depth: Int, isKey: Bool = false
  ) throws(YAMLProblem) -> YAMLNode {
    let place = YAMLProblem.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    if node.anchor != nil { throw YAMLProblem(.anchor, at: place) }
    guard depth <= depthLimit else { throw YAMLProblem(.depth, at: place) }
    switch node {
    case .scalar(let scalar):
      try refuse(tag: scalar.tag, at: place, mayBeText: isKey || scalar.style != .plain)
      return YAMLNode(
        content: .scalar(scalar.string.nfc, style(scalar.style)),
        line: place.line, column: place.column)
    case .sequence(let sequence):
      try refuse(tag: sequence.tag, at: place, mayBeText: false)
      var items: [YAMLNode] = []
      for item in sequence { items.append(try convert(item, depth + 1)) }
      return YAMLNode(content: .sequence(items), line: place.line, column: place.column)
    case .mapping(let mapping):
      try refuse(tag: mapping.tag, at: place, mayBeText: false)
      var members: [YAMLNode.Member] = []
      for (key, value) in mapping { members.append(try member(key, value, depth)) }
      return YAMLNode(content: .mapping(members), line: place.line, column: place.column)
    case .alias:
      throw YAMLProblem(.anchor, at: place)
    }
  }

  private static func style(_ style: Node.Scalar.Style) -> YAMLNode.Style {
    switch style {
    case .plain, .any: .plain
    case .singleQuoted, .doubleQuoted: .quoted
    case .literal, .folded: .block
    }
  }

  private static func member(
    _ key: Node, _ value: Node, _ depth: Int
  ) throws(YAMLProblem) -> YAMLNode.Member {
    if key.scalar == nil, key.anchor == nil {
      let place = YAMLProblem.Place(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
      throw YAMLProblem(.key, at: place)
    }
    let node = try convert(key, depth + 1, isKey: true)
    let place = YAMLProblem.Place(line: node.line, column: node.column)
    guard let text = node.text else { throw YAMLProblem(.key, at: place) }
    if text == "<<" { throw YAMLProblem(.anchor, at: place) }
    return YAMLNode.Member(
      key: text, line: node.line, column: node.column, value: try convert(value, depth + 1))
  }

  private static func refuse(
    tag: Tag, at place: YAMLProblem.Place, mayBeText: Bool
  ) throws(YAMLProblem) {
    // Yams itself gives quoted scalars and keys the tag of a text; any other tag was written.
    let name = tag.description
    guard name.isEmpty || (mayBeText && name == Tag.Name.str.rawValue) else {
      throw YAMLProblem(.tag, at: place, [name])
    }
  }
}
