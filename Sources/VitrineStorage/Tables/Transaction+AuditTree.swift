import VitrineCore

/// A record as a verification meets it: nothing in it is believed.
package struct StoredLeaf: Sendable {
  /// Its index as stored.
  package let index: Int
  /// The exact bytes.
  package let bytes: [UInt8]
  /// What is stored as the hash of its leaf; any bytes.
  package let leafHash: [UInt8]
  /// The columns as stored.
  package let columns: AuditColumns

  fileprivate static let statement = """
    SELECT position, record, leaf_hash, time, actor, action, result, target, store, object, broadcast
    FROM audit_leaf ORDER BY position
    """

  /// By position: looking up eleven names would cost more than the hash of the record.
  fileprivate init(values: [SQLValue]) throws {
    guard case .integer(let index) = values[0], case .blob(let bytes) = values[1],
      case .blob(let leafHash) = values[2], case .integer(let time) = values[3],
      case .text(let actor) = values[4], case .text(let action) = values[5],
      case .text(let result) = values[6], let index = Int(exactly: index)
    else { throw Fault(.corrupt, Message("storage.column.kind", "record"), subject: "audit_leaf") }
    func optional(_ place: Int) throws -> String? {
      switch values[place] {
      case .null: return nil
      case .text(let text): return text
      default:
        throw Fault(.corrupt, Message("storage.column.kind", "record"), subject: "audit_leaf")
      }
    }
    self.index = index
    self.bytes = bytes
    self.leafHash = leafHash
    columns = AuditColumns(
      time: time, actorID: actor, action: action, targetID: try optional(7),
      store: try optional(8), objectID: try optional(9), broadcastID: try optional(10),
      result: result)
  }
}

/// A kept checkpoint as stored.
package struct StoredCheckpoint: Sendable {
  /// The size in its column.
  package let size: Int
  /// The root in its column; any bytes.
  package let root: [UInt8]
  /// The signed note.
  package let note: String
}

extension Transaction {
  /// Hands over every record in order of its index, one at a time.
  ///
  /// Throws `corrupt` at a row that no append could have written.
  package func forEachLeaf(_ body: (StoredLeaf) throws -> Void) throws {
    try forEachRow(StoredLeaf.statement, []) { try body(StoredLeaf(values: $0.values)) }
  }

  /// Hands over the stored subtrees of a level whose indices lie in a range, in order.
  package func forEachNode(
    level: Int, in range: Range<Int>, _ body: (_ index: Int, _ hash: [UInt8]) throws -> Void
  ) throws {
    try forEachRow(
      """
      SELECT position, hash FROM audit_node
      WHERE level = ?1 AND position >= ?2 AND position < ?3 ORDER BY position
      """, [SQLValue(level), SQLValue(range.lowerBound), SQLValue(range.upperBound)]
    ) { row in
      guard case .integer(let index) = row.values[0], case .blob(let hash) = row.values[1] else {
        throw Fault(.corrupt, Message("storage.column.kind", "hash"), subject: "audit_node")
      }
      try body(Int(index), hash)
    }
  }

  private static var strayLimit: Int { 20 }

  /// Stored subtrees that a log of that size cannot have, at most twenty: a log that was cut back has
  /// many, and they must not crowd out what else is found.
  package func strayNodes(size: Int) throws -> [(level: Int, index: Int)] {
    var found: [(level: Int, index: Int)] = []
    func add(_ sql: String, _ arguments: [SQLValue]) throws {
      guard found.count < Self.strayLimit else { return }
      let limit = Self.strayLimit - found.count
      for row in try rows(sql + " ORDER BY level, position LIMIT \(limit)", arguments) {
        found.append((try row.int("level"), try row.int("position")))
      }
    }
    try add("SELECT level, position FROM audit_node WHERE level < 1", [])
    for level in 1...62 {
      try add(
        "SELECT level, position FROM audit_node WHERE level = ?1 AND position >= ?2",
        [SQLValue(level), SQLValue(size >> level)])
      try add(
        "SELECT level, position FROM audit_node WHERE level = ?1 AND position < 0",
        [SQLValue(level)])
    }
    try add("SELECT level, position FROM audit_node WHERE level > 62", [])
    return found
  }

  /// One hash of the tree: a stored subtree, or at level 0 the hash of a record.
  ///
  /// Throws `corrupt` when it is missing.
  package func treeHash(level: Int, index: Int) throws -> Hash {
    let found =
      level == 0
      ? try row(
        "SELECT leaf_hash AS hash FROM audit_leaf WHERE position = ?1", [SQLValue(index)])
      : try row(
        "SELECT hash FROM audit_node WHERE level = ?1 AND position = ?2",
        [SQLValue(level), SQLValue(index)])
    guard let hash = try found.flatMap({ Hash(bytes: try $0.blob("hash")) }) else {
      throw Fault(
        .corrupt, Message("storage.auditNode", level, index),
        hint: Message("storage.auditNode.hint"), subject: "audit_node")
    }
    return hash
  }

  /// Every kept checkpoint, smallest first.
  package func storedCheckpoints() throws -> [StoredCheckpoint] {
    try rows("SELECT size, root, note FROM audit_checkpoint ORDER BY size").map {
      StoredCheckpoint(
        size: try $0.int("size"), root: try $0.blob("root"), note: try $0.text("note"))
    }
  }

  /// The smallest kept checkpoint of a tree with at least so many records.
  package func checkpoint(covering size: Int) throws -> String? {
    try row(
      "SELECT note FROM audit_checkpoint WHERE size >= ?1 ORDER BY size LIMIT 1",
      [SQLValue(size)]
    ).map { try $0.text("note") }
  }

  /// The kept checkpoint of a tree with exactly so many records.
  package func checkpointNote(size: Int) throws -> String? {
    try row("SELECT note FROM audit_checkpoint WHERE size = ?1", [SQLValue(size)])
      .map { try $0.text("note") }
  }

  /// The size of the largest kept checkpoint.
  package func lastCheckpointSize() throws -> Int? {
    try row("SELECT MAX(size) AS size FROM audit_checkpoint")?.optionalInteger("size")
      .map { Int($0) }
  }

  /// Replaces the note of a kept checkpoint by one with more signatures.
  package func updateCheckpoint(size: Int, note: String) throws {
    try execute(
      "UPDATE audit_checkpoint SET note = ?2 WHERE size = ?1", [SQLValue(size), .text(note)])
  }

  /// Every name that is not erased, with the salt of what its record binds.
  package func forEachIdentity(
    _ body: (_ account: String, _ name: String, _ email: String?, _ salt: [UInt8]) throws -> Void
  ) throws {
    try forEachRow("SELECT account_id, name, email, salt FROM identity ORDER BY account_id", []) {
      try body(
        $0.text("account_id"), $0.text("name"), $0.optionalText("email"), $0.blob("salt"))
    }
  }
}
