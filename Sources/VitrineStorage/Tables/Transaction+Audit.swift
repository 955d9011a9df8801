import VitrineCore

extension Transaction {
  /// Appends records to the log, in the transaction of the change that they tell of.
  ///
  /// The head row is locked first, so that indices have no gap and no order but that of the commits;
  /// a sequence would leave both. `texts` are the erasable texts of some of the records, by their place
  /// in the list; the record itself holds their HMAC.
  package func append(
    _ records: [AuditRecord], texts: [Int: PrivateText] = [:]
  ) throws {
    guard !records.isEmpty else { return }
    var frontier = try auditHead(lock: true)
    let start = frontier.size
    var leaves: [[SQLValue]] = []
    var nodes: [[SQLValue]] = []
    leaves.reserveCapacity(records.count)
    for record in records {
      let bytes = try record.bytes()
      let hash = MerkleTree.leaf(bytes)
      let columns = record.filterColumns
      leaves.append([
        SQLValue(frontier.size), .blob(bytes), .blob(hash.bytes), .integer(columns.time),
        .text(columns.actorID), .text(columns.action), .text(columns.result),
        SQLValue(columns.targetID), SQLValue(columns.store), SQLValue(columns.objectID),
        SQLValue(columns.broadcastID),
      ])
      frontier.append(hash) { node in
        nodes.append([SQLValue(node.level), SQLValue(node.index), .blob(node.hash.bytes)])
      }
    }
    try insertMany(
      into: "audit_leaf",
      columns: [
        "position", "record", "leaf_hash", "time", "actor", "action", "result", "target", "store",
        "object", "broadcast",
      ], rows: leaves)
    try insertMany(into: "audit_node", columns: ["level", "position", "hash"], rows: nodes)
    try insertPrivate(texts, from: start)
    try index(records, from: start)
    try execute(
      """
      INSERT INTO audit_head (id, size, frontier) VALUES (1, ?1, ?2)
      ON CONFLICT (id) DO UPDATE SET size = ?1, frontier = ?2
      """, [SQLValue(frontier.size), .blob(frontier.bytes)])
  }

  /// The right edge of the log's tree.
  package func auditHead(lock: Bool = false) throws -> Frontier {
    let suffix = lock ? dialect.forUpdate : ""
    guard let row = try row("SELECT size, frontier FROM audit_head WHERE id = 1" + suffix) else {
      return Frontier()
    }
    let frontier = try Frontier(bytes: try row.blob("frontier"))
    guard frontier.size == (try row.int("size")) else {
      throw Fault(.corrupt, Message("storage.column.kind", "audit_head"), subject: "audit_head")
    }
    return frontier
  }

  /// One record by its index.
  package func record(at index: Int) throws -> StoredRecord? {
    try row("SELECT * FROM audit_leaf WHERE position = ?1", [SQLValue(index)])
      .map(StoredRecord.init(row:))
  }

  /// Stores a signed checkpoint.
  package func insertCheckpoint(_ checkpoint: Checkpoint, note: String, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO audit_checkpoint (size, root, note, signed_at) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (size) DO NOTHING
      """,
      [
        SQLValue(checkpoint.size), .blob(checkpoint.root.bytes), .text(note), SQLValue(now),
      ])
  }
}

/// A record as stored: the bytes that are proven, and the columns that only find it.
package struct StoredRecord: Sendable {
  /// Its index in the log.
  package let index: Int
  /// The exact bytes.
  package let bytes: [UInt8]
  /// The stored hash of its leaf.
  package let leafHash: [UInt8]
  /// The columns as stored.
  package let columns: AuditColumns

  init(row: Row) throws {
    index = try row.int("position")
    bytes = try row.blob("record")
    leafHash = try row.blob("leaf_hash")
    columns = AuditColumns(
      time: try row.integer("time"), actorID: try row.text("actor"),
      action: try row.text("action"), targetID: try row.optionalText("target"),
      store: try row.optionalText("store"), objectID: try row.optionalText("object"),
      broadcastID: try row.optionalText("broadcast"), result: try row.text("result"))
  }
}
