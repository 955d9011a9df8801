extension Selector {
  /// Whether the selector picks a store that has pages on these networks.
  package func evaluate(on store: Store, networks: Set<Network>) -> Bool {
    Self.evaluate(expression, on: store, networks: networks)
  }

  private static func evaluate(
    _ expression: Expression, on store: Store, networks: Set<Network>
  ) -> Bool {
    switch expression {
    case .all: true
    case .not(let inner): !evaluate(inner, on: store, networks: networks)
    case .and(let parts): parts.allSatisfy { evaluate($0, on: store, networks: networks) }
    case .or(let parts): parts.contains { evaluate($0, on: store, networks: networks) }
    case .term(let key, let value):
      switch key {
      case .format: store.format.rawValue == value
      case .region: store.region == value
      case .department: store.department == value
      case .country: store.country == value
      case .store: store.code.rawValue == value
      case .tag: store.tags.contains(value)
      case .mode: store.mode.rawValue == value
      case .network: networks.contains(Network(rawValue: value))
      }
    }
  }

  /// Whether a term asks for the networks of a store, so that pages must be known to evaluate.
  package var asksForNetworks: Bool { terms.contains { $0.key == .network } }

  /// The terms in the order of the text, each as key and value.
  package var terms: [(key: Key, value: String)] {
    var terms: [(key: Key, value: String)] = []
    Self.collect(expression, into: &terms)
    return terms
  }

  private static func collect(
    _ expression: Expression, into terms: inout [(key: Key, value: String)]
  ) {
    switch expression {
    case .all: break
    case .term(let key, let value): terms.append((key, value))
    case .not(let inner): collect(inner, into: &terms)
    case .and(let parts), .or(let parts): for part in parts { collect(part, into: &terms) }
    }
  }
}
