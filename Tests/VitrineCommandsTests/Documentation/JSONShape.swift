import VitrineCore

/// A JSON value without its values: which keys there are, and what kind of thing stands behind each.
indirect enum JSONShape: Equatable {
  case null
  case leaf(String)
  case list(JSONShape)
  case object([String: JSONShape])

  init(_ value: JSON) {
    switch value {
    case .null: self = .null
    case .bool: self = .leaf("bool")
    case .integer: self = .leaf("number")
    case .string: self = .leaf("text")
    case .array(let items): self = .list(items.reduce(.null) { $0.merged(with: JSONShape($1)) })
    case .object(let members):
      // Where people's ids are the keys, they are as good as values.
      let pairs = members.map { key, value in
        (key.utf8.starts(with: "u_".utf8) ? "USER" : key, JSONShape(value))
      }
      self = .object(Dictionary(pairs) { $0.merged(with: $1) })
    }
  }

  /// What fits both: an item of a list may lack what another one has.
  private func merged(with other: JSONShape) -> JSONShape {
    switch (self, other) {
    case (.null, _): other
    case (_, .null): self
    case (.list(let left), .list(let right)): .list(left.merged(with: right))
    case (.object(let left), .object(let right)):
      .object(left.merging(right) { $0.merged(with: $1) })
    default: self
    }
  }

  /// The shape on one line, or on several where one would be long.
  func text(indent: String = "") -> String {
    let flat = flat
    guard flat.count + indent.count > 96 else { return flat }
    let deeper = indent + "  "
    switch self {
    case .null, .leaf: return flat
    case .list(let item): return "[" + item.text(indent: indent) + ", …]"
    case .object(let members):
      let lines = members.sorted { $0.key < $1.key }.map {
        "\(deeper)\"\($0.key)\": \($0.value.text(indent: deeper))"
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private var flat: String {
    switch self {
    case .null: "null"
    case .leaf(let name): name
    case .list(.null): "[]"
    case .list(let item): "[\(item.flat), …]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value.flat)" }
        .joined(separator: ", ") + "}"
    }
  }
}
