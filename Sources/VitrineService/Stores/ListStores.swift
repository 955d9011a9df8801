import VitrineCore
import VitrineStorage

/// The stores that a selector picks, as far as the person may see them.
package struct ListStores: Query {
  package static let action = Action.storeRead
  /// Which stores; nil for every one.
  package let selector: Selector?

  /// Makes the query.
  package init(selector: Selector?) { self.selector = selector }

  /// A store with its pages.
  package struct Item: Sendable {
    /// The store.
    package let store: Store
    /// Its pages.
    package let pages: [StoredPage]
  }

  package func run(in context: ReadContext) throws -> [Item] {
    let register = try Register(in: context.transaction)
    let picked = try selector.map { try register.pick($0) } ?? register.stores
    return picked.filter { context.may(.storeRead, at: $0.place) }
      .map { Item(store: $0, pages: register.pages[$0.code] ?? []) }
  }
}

/// The register and its pages, read in one snapshot.
package struct Register: Sendable {
  /// The stores in order.
  package let stores: [Store]
  /// The pages of each store.
  package let pages: [StoreCode: [StoredPage]]
  /// The count of changes at which it was read.
  package let version: Int64

  /// Reads it; with a selector no more of it than that one looks at.
  package init(in transaction: any Transaction, for selector: Selector? = nil) throws {
    let columns: Set<Selector.Key> = [.store, .region, .format]
    if let selector, selector.terms.allSatisfy({ columns.contains($0.key) }) {
      stores = try transaction.storeOutlines()
      pages = [:]
    } else {
      stores = try transaction.stores()
      pages = Dictionary(grouping: try transaction.pages(), by: \.store)
    }
    version = try transaction.registerVersion()
  }

  /// The values that a selector may name.
  package var vocabulary: SelectorVocabulary {
    let present = Set(pages.values.flatMap { $0 }.map(\.network))
    return SelectorVocabulary(stores: stores, networks: present.union([.facebook]).sorted())
  }

  /// The stores that a selector picks; a value that does not occur is bad content.
  package func pick(_ selector: Selector) throws -> [Store] {
    let findings = selector.validate(against: vocabulary)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("stores.selector"), subject: selector.canonical, findings: findings)
    }
    let picked = stores.filter { store in
      let networks = Set((pages[store.code] ?? []).map(\.network))
      return selector.evaluate(on: store, networks: networks)
    }
    guard !picked.isEmpty else {
      throw Fault(
        .notFound, Message("stores.none", selector.canonical), subject: selector.canonical)
    }
    return picked
  }
}
