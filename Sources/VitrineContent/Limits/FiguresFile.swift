import Foundation
import VitrineCore

/// A rule file of figures by network, of which Vitrine brings a copy along.
package protocol FiguresFile: Sendable {
  /// What the file says of one network.
  associatedtype Figures: Sendable

  /// Where it stands in a workspace.
  static var path: String { get }
  /// Its one key, under which the networks stand.
  static var key: String { get }
  /// The copy that is built in, which a workspace without a file of its own gets.
  static var builtIn: Self { get }

  /// Takes figures that are already checked.
  init(_ figures: [Network: Figures])
  /// Reads what stands behind a network; `nil` when a finding says why not.
  static func figures(_ node: YAMLNode, _ path: String, _ reader: inout YAMLReader) -> Figures?
}

extension FiguresFile {
  /// The figures of a workspace: its own file, or those built in when it has none.
  ///
  /// Throws a `Fault` of code `invalid` with all the findings.
  package static func load(_ workspace: Workspace) throws -> Self {
    let file = workspace.folder.appendingPathComponent(path).path
    do {
      return try parse(RegularFile.read(file, limit: 1 << 20), file: path)
    } catch let fault as Fault where fault.code == .notFound {
      return builtIn
    }
  }

  /// Turns the bytes of a file into figures; throws all the findings.
  package static func parse(_ bytes: [UInt8], file: String? = nil) throws -> Self {
    let (figures, findings) = read(bytes, file: file)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("content.findings", file ?? "", findings.count), subject: file,
        findings: findings)
    }
    return Self(figures)
  }

  /// What can be read of a file, and what is wrong with it.
  static func read(
    _ bytes: [UInt8], file: String?
  ) -> (figures: [Network: Figures], findings: [Finding]) {
    let document = YAMLDocument(bytes, file: file)
    var reader = YAMLReader(file: file)
    reader.add(document.findings)
    guard let root = document.root else {
      if document.findings.isEmpty {
        reader.add(Message("yaml.missing", key), rule: "yaml.missing", at: nil)
      }
      return ([:], reader.findings)
    }
    guard let mapping = reader.mapping(root, "", allowed: [key]),
      let networks = reader.value(mapping, key, required: true)
    else { return ([:], reader.findings) }
    guard let members = networks.members else {
      reader.add(Message("yaml.want-mapping", key, ""), rule: "yaml.type", at: networks)
      return ([:], reader.findings)
    }
    var figures: [Network: Figures] = [:]
    for member in members {
      let path = "\(key).\(TerminalText.excerpt(member.key))"
      figures[Network(rawValue: member.key)] = Self.figures(member.value, path, &reader)
    }
    return (figures, reader.findings.inOrder())
  }
}
