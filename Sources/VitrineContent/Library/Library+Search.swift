import VitrineCore

/// Which templates and messages somebody looks for; every part narrows the answer.
package struct LibraryFilter: Sendable {
  /// Words that must all stand in it, or begin a word of it; case and accents do not count.
  package var words: String?
  /// Its category, as written but for case and accents.
  package var category: String?
  /// A network on which it may be posted.
  package var network: Network?
  /// A store that may use it.
  package var store: Store?
  /// Only one of the two kinds.
  package var kind: MessageKind?

  /// Makes a filter; without parts everything passes.
  package init(
    words: String? = nil, category: String? = nil, network: Network? = nil, store: Store? = nil,
    kind: MessageKind? = nil
  ) {
    self.words = words
    self.category = category
    self.network = network
    self.store = store
    self.kind = kind
  }
}

extension Library {
  /// The entries that pass a filter and have no errors, in the order of their paths.
  package func entries(_ filter: LibraryFilter) -> [(entry: LibraryEntry, source: MessageSource)] {
    let words = filter.words.map(SearchWords.of)
    let category = filter.category.map(SearchWords.of)
    return entries.compactMap { entry in
      guard let source = entry.source, !entry.hasErrors,
        filter.kind.map({ $0 == entry.kind }) ?? true,
        category.map({ $0 == SearchWords.of(source.category ?? "") }) ?? true,
        filter.network.map({ source.networks.isEmpty || source.networks.contains($0) }) ?? true,
        filter.store.map({ source.refusal(for: $0) == nil }) ?? true,
        words.map({ source.contains($0) }) ?? true
      else { return nil }
      return (entry, source)
    }
  }
}

extension MessageSource {
  /// Whether each word begins one of the message's own.
  fileprivate func contains(_ words: [String]) -> Bool {
    let text =
      [id, title, category ?? "", usage ?? "", body.text, families.joined(separator: " ")]
      + fields.map { $0.label ?? $0.name } + texts.values.map(\.text)
    let own = SearchWords.of(text.joined(separator: "\n"))
    return words.allSatisfy { word in own.contains { $0.utf8.starts(with: word.utf8) } }
  }
}
