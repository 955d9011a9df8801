import VitrineCore

extension NetworkLimits: FiguresFile {
  /// Where the limits stand in a workspace.
  package static let path = "content-library/rules/network-limits.yaml"
  /// The one key of the file.
  package static let key = "networks"
  /// The limits that Vitrine brings along, for a workspace without a file of its own.
  package static let builtIn = Self(read(Array(builtInText.utf8), file: path).figures)

  /// The limits of one network.
  package static func figures(
    _ node: YAMLNode, _ path: String, _ reader: inout YAMLReader
  ) -> Limit? {
    reader.limit(node, path)
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
