import VitrineCore

/// A store of which nothing but mandatory messages leaves for now.
package struct StoredFreeze: Hashable, Sendable {
  /// The store.
  package let store: StoreCode
  /// The freeze, which may be that of many stores.
  package let id: FreezeID
  /// The stores as the person named them.
  package let selector: String
  /// Who froze it.
  package let by: UserID
  /// Since when.
  package let at: Timestamp

  /// Makes a freeze of one store.
  package init(store: StoreCode, id: FreezeID, selector: String, by: UserID, at: Timestamp) {
    self.store = store
    self.id = id
    self.selector = selector
    self.by = by
    self.at = at
  }

  init(row: Row) throws {
    store = StoreCode(try row.text("store_code"))
    id = FreezeID(try row.text("freeze_id"))
    selector = try row.text("selector")
    by = UserID(try row.text("frozen_by"))
    at = try row.timestamp("frozen_at")
  }
}

/// Which stores are frozen, as a condition of other statements.
package enum FrozenStores {
  /// That the store of a row, from a table under a name, is not frozen.
  ///
  /// While no store at all is, which is asked first and once, no row is looked up.
  package static func sparing(_ table: String) -> String {
    """
    (NOT EXISTS (SELECT 1 FROM store_freeze) OR NOT EXISTS (
      SELECT 1 FROM store_freeze z WHERE z.store_code = \(table).store_code))
    """
  }
}

extension Transaction {
  /// Freezes stores, and returns how many were not frozen before.
  package func insertFreezes(_ freezes: [StoredFreeze]) throws -> Int {
    try insertMany(
      into: "store_freeze",
      columns: ["store_code", "freeze_id", "selector", "frozen_by", "frozen_at"],
      rows: freezes.map {
        [
          SQLValue($0.store), SQLValue($0.id), .text($0.selector), SQLValue($0.by),
          SQLValue($0.at),
        ]
      }, onConflict: "ON CONFLICT (store_code) DO NOTHING")
  }

  /// Those of some stores that are frozen.
  package func freezes(of stores: [StoreCode]) throws -> [StoreCode: StoredFreeze] {
    var found: [StoreCode: StoredFreeze] = [:]
    for some in stores.chunks(of: 500) {
      for row in try rows(
        "SELECT * FROM store_freeze WHERE store_code IN (\(some.placeholders(from: 1)))",
        some.map { SQLValue($0) })
      {
        let freeze = try StoredFreeze(row: row)
        found[freeze.store] = freeze
      }
    }
    return found
  }

  /// Ends the freeze of some stores.
  package func deleteFreezes(of stores: [StoreCode]) throws {
    for some in stores.chunks(of: 500) {
      try execute(
        "DELETE FROM store_freeze WHERE store_code IN (\(some.placeholders(from: 1)))",
        some.map { SQLValue($0) })
    }
  }

  /// How many stores of the register are frozen, and the oldest freeze of them; nil where none is.
  package func frozenStores() throws -> (count: Int, oldest: StoredFreeze)? {
    let standing = """
      FROM store_freeze z JOIN store s ON s.code = z.store_code WHERE s.removed_at IS NULL
      """
    guard
      let oldest = try row(
        "SELECT z.* \(standing) ORDER BY z.frozen_at, z.store_code LIMIT 1"
      ).map(StoredFreeze.init(row:))
    else { return nil }
    return (try row("SELECT COUNT(*) AS count \(standing)")?.int("count") ?? 1, oldest)
  }
}
