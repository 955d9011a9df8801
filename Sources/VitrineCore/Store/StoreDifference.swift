/// What an import would change in the register.
package struct StoreDifference: Hashable, Sendable {
  /// A store that is in both, with other values.
  package struct Update: Hashable, Sendable {
    /// The store as the register has it.
    package let before: Store
    /// The store as the import has it.
    package let after: Store
    /// The columns that differ, in the order of the header, then `x-…` by name.
    package let columns: [String]
  }

  /// Stores that the register does not have, by code.
  package let created: [Store]
  /// Stores with other values, by code.
  package let updated: [Update]
  /// Stores that are the same, by code.
  package let unchanged: [StoreCode]
  /// Stores of the register that the import leaves out, by code; whether they close is not said here.
  package let removed: [Store]

  /// Compares the register with an import; of two stores with one code the later counts.
  package init(from current: some Sequence<Store>, to imported: some Sequence<Store>) {
    let before = Dictionary(current.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    let after = Dictionary(imported.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    var created: [Store] = []
    var updated: [Update] = []
    var unchanged: [StoreCode] = []
    for store in after.values.sorted(by: { $0.code < $1.code }) {
      if let old = before[store.code] {
        let columns = Self.columns(old, store)
        if columns.isEmpty {
          unchanged.append(store.code)
        } else {
          updated.append(Update(before: old, after: store, columns: columns))
        }
      } else {
        created.append(store)
      }
    }
    self.created = created
    self.updated = updated
    self.unchanged = unchanged
    removed = before.values.filter { after[$0.code] == nil }.sorted { $0.code < $1.code }
  }

  private static func columns(_ old: Store, _ new: Store) -> [String] {
    if old == new { return [] }
    let before = old.columns
    let after = new.columns
    let own = Set(old.extra.keys).union(new.extra.keys).sorted()
    return (StoreRegister.requiredColumns + StoreRegister.optionalColumns + own).filter {
      before[$0, default: ""] != after[$0, default: ""]
    }
  }
}
