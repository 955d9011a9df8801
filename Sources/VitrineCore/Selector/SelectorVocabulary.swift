/// The values that a selector may name: those that occur in the register, and the fixed ones.
package struct SelectorVocabulary: Sendable {
  private let values: [Selector.Key: Set<String>]

  /// Gathers the values of a register; networks are those that the product can speak to.
  package init(stores: some Sequence<Store>, networks: some Sequence<Network>) {
    var values: [Selector.Key: Set<String>] = [
      .format: Set(StoreFormat.allCases.map(\.rawValue)),
      .mode: Set(StoreMode.allCases.map(\.rawValue)),
      .network: Set(networks.map(\.rawValue)),
    ]
    for store in stores {
      values[.region, default: []].insert(store.region)
      values[.department, default: []].insert(store.department)
      values[.country, default: []].insert(store.country)
      values[.store, default: []].insert(store.code.rawValue)
      values[.tag, default: []].formUnion(store.tags)
    }
    self.values = values
  }

  /// Whether a value occurs.
  package func contains(_ value: String, for key: Selector.Key) -> Bool {
    values[key]?.contains(value) ?? false
  }

  /// The value that was probably meant.
  package func suggestion(for value: String, key: Selector.Key) -> String? {
    EditDistance.suggestion(for: value, among: values[key] ?? [])
  }
}

extension Selector {
  /// A finding for each value that does not occur, so that a slip of the pen never means "nobody".
  ///
  /// An unknown value is bad content (exit 65); a selector of known values that picks no store is
  /// another thing (66).
  package func validate(against vocabulary: SelectorVocabulary) -> [Finding] {
    var list = FindingList()
    let found =
      places.isEmpty ? terms.map { Place(key: $0.key, value: $0.value, column: 0) } : places
    var seen: Set<Expression> = []
    for place in found where !vocabulary.contains(place.value, for: place.key) {
      guard seen.insert(.term(place.key, place.value)).inserted else { continue }
      let meant =
        list.isFull ? nil : vocabulary.suggestion(for: place.value, key: place.key)
      list.add(
        Message("selector.unknown.\(place.key.rawValue)", TerminalText.excerpt(place.value)),
        at: place.column > 0 ? SourcePosition(line: 1, column: place.column) : nil,
        fix: meant.map { Message("did.you.mean", $0) })
    }
    return list.all
  }
}
