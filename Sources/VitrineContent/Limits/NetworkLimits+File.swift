import Foundation
import VitrineCore

extension NetworkLimits {
  /// Where the limits stand in a workspace.
  package static let path = "content-library/rules/network-limits.yaml"

  /// The limits that Vitrine brings along, for a workspace without a file of its own.
  package static let builtIn = NetworkLimits(read(Array(builtInText.utf8), file: path).limits)

  /// The limits of a workspace: its own file, or those built in when it has none.
  ///
  /// Throws a `Fault` of code `invalid` with all the findings.
  package static func load(_ workspace: Workspace) throws -> NetworkLimits {
    let file = workspace.folder.appendingPathComponent(path).path
    do {
      return try parse(RegularFile.read(file, limit: 1 << 20), file: path)
    } catch let fault as Fault where fault.code == .notFound {
      return builtIn
    }
  }

  /// Turns the bytes of a file into limits; throws all the findings.
  package static func parse(_ bytes: [UInt8], file: String? = nil) throws -> NetworkLimits {
    let (limits, findings) = read(bytes, file: file)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("content.findings", file ?? "", findings.count), subject: file,
        findings: findings)
    }
    return NetworkLimits(limits)
  }

  private static func read(
    _ bytes: [UInt8], file: String?
  ) -> (limits: [Network: Limit], findings: [Finding]) {
    let document = YAMLDocument(bytes, file: file)
    var reader = YAMLReader(file: file)
    reader.add(document.findings)
    var limits: [Network: Limit] = [:]
    guard let node = document.root,
      let root = reader.mapping(node, "", allowed: ["networks"]),
      let networks = reader.value(root, "networks", required: true)
    else { return ([:], reader.findings + missing(document, file)) }
    guard let members = networks.members else {
      reader.add(Message("yaml.want-mapping", "networks", ""), rule: "yaml.type", at: networks)
      return ([:], reader.findings)
    }
    for member in members {
      let path = "networks.\(TerminalText.excerpt(member.key))"
      if let limit = reader.limit(member.value, path) {
        limits[Network(rawValue: member.key)] = limit
      }
    }
    return (limits, reader.findings.inOrder())
  }

  private static func missing(_ document: YAMLDocument, _ file: String?) -> [Finding] {
    guard document.root == nil, document.findings.isEmpty else { return [] }
    return [
      Finding(
        .error, Message("yaml.missing", "networks"), rule: "yaml.missing", file: file, line: 1,
        column: 1)
    ]
  }
}

extension YAMLReader {
  fileprivate mutating func limit(_ node: YAMLNode, _ path: String) -> NetworkLimits.Limit? {
    let keys = ["text", "source", "wording", "confidence", "checked"]
    guard let mapping = mapping(node, path, allowed: keys) else { return nil }
    let text = value(mapping, "text", required: true)
    let inner = self.mapping(text, mapping.path("text"), allowed: ["max", "unit"])
    let maximum = inner.flatMap { integer($0, "max", in: 1...10_000_000, required: true) }
    let unit = inner.flatMap { word($0, "unit", NetworkLimits.Unit.self) }
    let source = limitSource(mapping)
    guard let maximum, let unit, let source else { return nil }
    return NetworkLimits.Limit(
      maximum: maximum, unit: unit, source: source.page, wording: source.wording,
      confidence: source.confidence, checked: source.checked)
  }
}
