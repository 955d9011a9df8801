import VitrineCore
import VitrineStorage

/// The stores for which a person may look at the library, with the networks of their pages.
///
/// The library itself lies in files; what the door has to say is who asks, and for which stores.
package struct ReadLibraryStores: Query {
  package static let action = Action.libraryRead

  /// Makes the query.
  package init() {}

  /// A store and where it has a page.
  package struct Item: Sendable {
    /// The store.
    package let store: Store
    /// The networks of its pages, by name.
    package let networks: [Network]
  }

  package func run(in context: ReadContext) throws -> [Item] {
    let register = try Register(in: context.transaction)
    return register.stores.filter { context.may(.libraryRead, at: $0.place) }.map { store in
      let pages = (register.pages[store.code] ?? []).filter { $0.state != .disconnected }
      return Item(store: store, networks: Set(pages.map(\.network)).sorted())
    }
  }
}
