import Foundation
import VitrineCore

extension Transaction {
  /// The register in the order of its import, without removed stores.
  package func stores() throws -> [Store] {
    let decoder = JSONDecoder()
    return try rows("SELECT data FROM store WHERE removed_at IS NULL ORDER BY position, code")
      .map { try store(from: $0, decoder) }
  }

  /// The stores of the register with only what has a column of its own: code, name, format, region and zone.
  ///
  /// For questions that ask for nothing else: reading all that a thousand stores say takes longer than
  /// many an answer.
  package func storeOutlines() throws -> [Store] {
    try rows(
      """
      SELECT code, name, format, region, timezone FROM store
      WHERE removed_at IS NULL ORDER BY position, code
      """, []
    ).map {
      Store(
        code: StoreCode(try $0.text("code")), name: try $0.text("name"),
        format: try $0.value(of: "format", as: StoreFormat.self), city: "",
        region: try $0.text("region"), timeZone: try $0.text("timezone"))
    }
  }

  /// One store of the register, or `nil`.
  package func store(_ code: StoreCode) throws -> Store? {
    try row("SELECT data FROM store WHERE code = ?1 AND removed_at IS NULL", [SQLValue(code)])
      .map { try store(from: $0, JSONDecoder()) }
  }

  /// The next few stores that a broadcast goes to, in the order of their codes.
  ///
  /// For what must not hold the whole register in memory; the last code asks for the next ones.
  package func stores(
    of broadcast: BroadcastID, after code: StoreCode?, limit: Int
  ) throws -> [Store] {
    let decoder = JSONDecoder()
    return try rows(
      """
      SELECT s.data FROM store s
      WHERE s.removed_at IS NULL AND s.code > ?2 AND EXISTS (
        SELECT 1 FROM delivery d WHERE d.broadcast_id = ?1 AND d.store_code = s.code
          AND (d.trouble IS NULL OR d.trouble NOT LIKE '[["trouble.notPicked"%'))
      ORDER BY s.code LIMIT ?3
      """,
      [SQLValue(broadcast), .text(code?.rawValue ?? ""), .integer(Int64(limit))]
    ).map { try store(from: $0, decoder) }
  }

  /// How often the register has changed: what was planned on another count is stale.
  package func registerVersion(lock: Bool = false) throws -> Int64 {
    let suffix = lock ? dialect.forUpdate : ""
    return try row("SELECT value FROM counter WHERE name = 'register'" + suffix)?
      .integer("value") ?? 0
  }

  /// Counts a change of the register.
  package func advanceRegister() throws {
    try execute("UPDATE counter SET value = value + 1 WHERE name = 'register'")
  }

  /// Adds or replaces stores; their order in the list is the order of the register.
  package func upsertStores(_ stores: [(position: Int, store: Store)]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    try insertMany(
      into: "store",
      columns: ["code", "name", "format", "region", "timezone", "position", "data"],
      rows: stores.map { position, store in
        [
          SQLValue(store.code), .text(store.name), .text(store.format.rawValue),
          .text(store.region), .text(store.timeZone), SQLValue(position),
          .text(String(decoding: try encoder.encode(store), as: UTF8.self)),
        ]
      },
      onConflict: """
        ON CONFLICT (code) DO UPDATE SET name = excluded.name, format = excluded.format,
        region = excluded.region, timezone = excluded.timezone, position = excluded.position,
        data = excluded.data, removed_at = NULL
        """)
  }

  /// Takes a store out of the register; its history stays.
  package func removeStore(_ code: StoreCode, at now: Timestamp) throws {
    try execute(
      "UPDATE store SET removed_at = ?2 WHERE code = ?1", [SQLValue(code), SQLValue(now)])
  }

  func store(from row: Row, _ decoder: JSONDecoder) throws -> Store {
    do {
      return try decoder.decode(Store.self, from: Data(try row.text("data").utf8))
    } catch is DecodingError {
      throw Fault(.corrupt, Message("storage.column.kind", "data"), subject: "store")
    }
  }
}

extension Store {
  /// The store as access sees it.
  package var place: AccessTarget.Place {
    AccessTarget.Place(code: code, region: region, format: format.rawValue)
  }
}
