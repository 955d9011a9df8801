/// The parameters of a call, query first, then body: where a name occurs twice the later one counts.
struct GraphParameters: Sendable {
  private(set) var items: [(name: String, value: String)] = []

  mutating func append(_ name: String, _ value: String) {
    items.append((name, value))
  }

  subscript(name: String) -> String? {
    items.last { $0.name == name }?.value
  }

  /// A boolean as the network reads one; nil where it is absent.
  func flag(_ name: String) -> Bool? {
    guard let text = self[name] else { return nil }
    return text == "true" || text == "1" || text == "True" || text == "yes"
  }

  /// The parts of a list: a JSON list, or texts between commas.
  func list(_ name: String) -> [String]? {
    guard let text = self[name] else { return nil }
    if text.utf8.first == 0x5B, let items = (try? JSONReader.read(text))?.items {
      return items.map(\.parameterText)
    }
    return text.split(separator: ",").map(String.init)
  }

  /// The values of `name=[…]` in their order, and of `name[0]=…` in that of their numbers.
  func structuredList(_ name: String) throws(GraphError) -> [JSONValue] {
    if let text = self[name] {
      guard let items = (try? JSONReader.read(text))?.items else {
        throw .invalidParameter("param \(name) must be an array.")
      }
      return items
    }
    var values: [(place: Int, value: JSONValue)] = []
    for item in items where item.name.hasPrefix("\(name)[") {
      guard let value = try? JSONReader.read(item.value) else {
        throw .invalidParameter("param \(item.name) must be valid JSON.")
      }
      let place = Int(item.name.dropFirst(name.utf8.count + 1).dropLast())
      values.append((place ?? values.count, value))
    }
    return values.sorted { $0.place < $1.place }.map(\.value)
  }
}
