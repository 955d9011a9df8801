import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// Changes one thing in the audit tables as the owner of the database could, by a seed.
///
/// The triggers go first. Each kind says which record is the first bad one, unless it touched none.
struct Tampering {
  static let kinds = [
    "flip", "flip with hash", "flip hash", "cut hash", "column", "delete", "close gap", "insert",
    "swap", "truncate", "cut whole", "flip node", "delete node", "extra node", "head",
    "delete head",
    "note", "checkpoint root", "checkpoint size", "delete checkpoint", "rename", "swap names",
    "stranger", "reason", "move reason", "fork",
  ]

  private let transaction: any Transaction
  private var generator: SeededGenerator
  private let seed: UInt64
  private let logKey: NoteSigner
  private let size: Int

  init(_ transaction: any Transaction, seed: UInt64, logKey: NoteSigner) throws {
    self.transaction = transaction
    self.seed = seed
    self.logKey = logKey
    generator = SeededGenerator(seed: seed)
    size = try transaction.auditHead().size
    // Rows are moved about below; nothing of it is ever committed.
    try transaction.execute("PRAGMA defer_foreign_keys = ON")
    for table in ["audit_leaf", "audit_node", "audit_person"] {
      for event in ["update", "delete"] {
        try transaction.execute("DROP TRIGGER \(table)_no_\(event)")
      }
    }
  }

  mutating func run() throws -> (name: String, target: Int?) {
    let name = Self.kinds[Int(seed) % Self.kinds.count]
    let place = number(size)
    let target: Int? =
      switch name {
      case "flip": try change("record", at: place)
      case "flip with hash": try flipWithHash(at: place)
      case "flip hash": try change("leaf_hash", at: place)
      case "cut hash": try cutHash(at: place)
      case "column": try column(at: place)
      case "delete": try delete(place)
      case "close gap": try closeGap(at: place)
      case "insert": try insert(at: place)
      case "swap": try swap(place)
      case "truncate": try truncate(1 + number(size - 1))
      case "cut whole": try cutWhole(1 + number(size - 1))
      case "flip node", "delete node", "extra node": try node(name)
      case "head", "delete head": try head(name)
      case "note", "checkpoint root", "checkpoint size", "delete checkpoint": try checkpoint(name)
      case "rename", "swap names", "stranger": try identity(name)
      case "reason", "move reason": try reason(name)
      default: try fork(at: place)
      }
    return (name, target)
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &generator) }

  private mutating func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    bytes[number(bytes.count)] ^= 1 << UInt8(number(8))
    return bytes
  }

  private func blob(_ column: String, at place: Int) throws -> [UInt8] {
    try #require(
      try transaction.row(
        "SELECT \(column) FROM audit_leaf WHERE position = ?1", [SQLValue(place)])
    ).blob(column)
  }

  private mutating func change(_ column: String, at place: Int) throws -> Int {
    let bytes = flipped(try blob(column, at: place))
    try transaction.execute(
      "UPDATE audit_leaf SET \(column) = ?2 WHERE position = ?1", [SQLValue(place), .blob(bytes)])
    return place
  }

  /// The columns are made to fit as well, so that only the tree can tell.
  private mutating func flipWithHash(at place: Int) throws -> Int? {
    var record = try AuditRecord(bytes: blob("record", at: place))
    record.requestID = "rq_\(number(1 << 30))"
    let bytes = try record.bytes()
    try transaction.execute(
      "UPDATE audit_leaf SET record = ?2, leaf_hash = ?3 WHERE position = ?1",
      [SQLValue(place), .blob(bytes), .blob(MerkleTree.leaf(bytes).bytes)])
    // Two records share the lowest subtree; the last one of an odd log has only the head above it.
    return size % 2 == 1 && place == size - 1 ? nil : place & ~1
  }

  private func cutHash(at place: Int) throws -> Int {
    try transaction.execute(
      "UPDATE audit_leaf SET leaf_hash = ?2 WHERE position = ?1",
      [SQLValue(place), .blob(Array(try blob("leaf_hash", at: place).dropLast()))])
    return place
  }

  private mutating func column(at place: Int) throws -> Int {
    let columns = ["actor", "action", "result", "store", "object", "broadcast", "target"]
    let column = columns[number(columns.count)]
    try transaction.execute(
      "UPDATE audit_leaf SET \(column) = 'x' WHERE position = ?1", [SQLValue(place)])
    return place
  }

  private func delete(_ place: Int) throws -> Int {
    try transaction.execute("DELETE FROM audit_leaf WHERE position = ?1", [SQLValue(place)])
    return place
  }

  private func shift(from place: Int, by delta: Int) throws {
    try transaction.execute(
      "UPDATE audit_leaf SET position = -position - 10 WHERE position >= ?1", [SQLValue(place)])
    try transaction.execute(
      "UPDATE audit_leaf SET position = -position - 10 + ?1 WHERE position < 0", [SQLValue(delta)])
  }

  private func closeGap(at place: Int) throws -> Int {
    _ = try delete(place)
    try shift(from: place + 1, by: -1)
    // The subtree of two that held it, unless the log now ends before that is whole.
    return place | 1 <= size - 2 ? place & ~1 : size - 1
  }

  private mutating func insert(at place: Int) throws -> Int {
    try shift(from: place, by: 1)
    let record = SealedDesk.record(100_000 + number(1000))
    let bytes = try record.bytes()
    let columns = record.filterColumns
    try transaction.execute(
      """
      INSERT INTO audit_leaf
        (position, record, leaf_hash, time, actor, action, result, target, store, object, broadcast)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      """,
      [
        SQLValue(place), .blob(bytes), .blob(MerkleTree.leaf(bytes).bytes),
        .integer(columns.time), .text(columns.actorID), .text(columns.action),
        .text(columns.result), SQLValue(columns.targetID), SQLValue(columns.store),
        SQLValue(columns.objectID), SQLValue(columns.broadcastID),
      ])
    return place & ~1
  }

  private mutating func swap(_ place: Int) throws -> Int {
    let other = (place + 1 + number(size - 1)) % size
    for (from, to) in [(place, -1), (other, place), (-1, other)] {
      try transaction.execute(
        "UPDATE audit_leaf SET position = ?2 WHERE position = ?1", [SQLValue(from), SQLValue(to)])
    }
    return min(place, other) & ~1
  }

  private func truncate(_ place: Int) throws -> Int {
    try transaction.execute("DELETE FROM audit_leaf WHERE position >= ?1", [SQLValue(place)])
    return place
  }

  /// Cuts records, tree and head alike: an honest shorter log, but for its checkpoints.
  private func cutWhole(_ place: Int) throws -> Int? {
    _ = try truncate(place)
    var frontier = Frontier()
    try transaction.forEachRow("SELECT leaf_hash FROM audit_leaf ORDER BY position", []) {
      _ = frontier.append(try #require(Hash(bytes: $0.blob("leaf_hash"))))
    }
    for level in 1...20 {
      try transaction.execute(
        "DELETE FROM audit_node WHERE level = ?1 AND position >= ?2",
        [SQLValue(level), SQLValue(place >> level)])
    }
    try transaction.execute(
      "UPDATE audit_head SET size = ?1, frontier = ?2",
      [SQLValue(place), .blob(frontier.bytes)])
    return place
  }

  private mutating func node(_ name: String) throws -> Int? {
    let nodes = try transaction.rows("SELECT level, position, hash FROM audit_node")
    let row = nodes[number(nodes.count)]
    let (level, place) = (try row.int("level"), try row.int("position"))
    let key = [SQLValue(level), SQLValue(place)]
    switch name {
    case "flip node":
      try transaction.execute(
        "UPDATE audit_node SET hash = ?3 WHERE level = ?1 AND position = ?2",
        key + [.blob(flipped(try row.blob("hash")))])
    case "delete node":
      try transaction.execute("DELETE FROM audit_node WHERE level = ?1 AND position = ?2", key)
    default:
      let far = (size >> level) + number(9)
      try transaction.execute(
        "INSERT INTO audit_node (level, position, hash) VALUES (?1, ?2, ?3)",
        [SQLValue(level), SQLValue(far), .blob(try row.blob("hash"))])
      return far << level
    }
    return place << level
  }

  private mutating func head(_ name: String) throws -> Int? {
    guard name == "head" else {
      try transaction.execute("DELETE FROM audit_head")
      return 0
    }
    let bytes = try transaction.auditHead().bytes
    // A peak, not the size before the peaks.
    let tail = flipped(Array(bytes.dropFirst(8)))
    try transaction.execute(
      "UPDATE audit_head SET frontier = ?1", [.blob(Array(bytes.prefix(8)) + tail)])
    return nil
  }

  private mutating func checkpoint(_ name: String) throws -> Int? {
    let stored = try transaction.storedCheckpoints()
    let one = stored[number(stored.count)]
    let key = SQLValue(one.size)
    switch name {
    case "note":
      // A digit of the size line or of the signature; both stay text.
      var note = Array(one.note.utf8)
      let place = note.count - 20 - number(40)
      note[place] = note[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      try transaction.updateCheckpoint(
        size: one.size, note: String(decoding: note, as: UTF8.self))
    case "checkpoint root":
      try transaction.execute(
        "UPDATE audit_checkpoint SET root = ?2 WHERE size = ?1", [key, .blob(flipped(one.root))])
    case "checkpoint size":
      try transaction.execute("UPDATE audit_checkpoint SET size = size + 1 WHERE size = ?1", [key])
    default: try transaction.execute("DELETE FROM audit_checkpoint WHERE size = ?1", [key])
    }
    return nil
  }

  private mutating func identity(_ name: String) throws -> Int? {
    let rows = try transaction.rows("SELECT * FROM identity ORDER BY account_id")
    let place = number(rows.count)
    let (one, two) = (rows[place], rows[(place + 1) % rows.count])
    func rename(_ row: Row, to name: String) throws {
      try transaction.execute(
        "UPDATE identity SET name = ?2 WHERE account_id = ?1",
        [.text(try row.text("account_id")), .text(name)])
    }
    switch name {
    case "rename": try rename(one, to: "Somebody Else")
    case "swap names":
      try rename(one, to: two.text("name"))
      try rename(two, to: one.text("name"))
    default:
      try transaction.execute(
        "INSERT INTO account (id, state, created_at, created_by) VALUES ('u_new', 'active', 1, 'x')"
      )
      try transaction.execute(
        "INSERT INTO identity (account_id, name, email, salt) VALUES ('u_new', 'New', NULL, ?1)",
        [.blob([1])])
      return nil
    }
    return try bound([one] + (name == "rename" ? [] : [two]))
  }

  /// The first of the records that bind these names.
  private func bound(_ rows: [Row]) throws -> Int? {
    try rows.compactMap { row in
      try transaction.row(
        "SELECT MIN(position) AS place FROM audit_leaf WHERE action = 'user.invite' AND object = ?1",
        [.text(try row.text("account_id"))])?.int("place")
    }.min()
  }

  private mutating func reason(_ name: String) throws -> Int? {
    let rows = try transaction.rows("SELECT position FROM audit_private ORDER BY position")
    let place = try rows[number(rows.count)].int("position")
    guard name == "reason" else {
      let free = size - 1 - number(50)
      try transaction.execute(
        "UPDATE audit_private SET position = ?2 WHERE position = ?1",
        [SQLValue(place), SQLValue(free)])
      return free
    }
    try transaction.execute(
      "UPDATE audit_private SET body = 'because' WHERE position = ?1", [SQLValue(place)])
    return place
  }

  /// Rewrites the log from a record on, with a tree that fits, signed with the true key.
  private mutating func fork(at place: Int) throws -> Int? {
    let records = try transaction.rows(
      "SELECT record FROM audit_leaf WHERE position >= ?1 ORDER BY position", [SQLValue(place)]
    ).map { try AuditRecord(bytes: $0.blob("record")) }
    _ = try cutWhole(place)
    var changed = records
    changed[0].requestID = "rq_forged"
    for table in ["audit_private", "audit_person", "published_text"] {
      try transaction.execute("DELETE FROM \(table) WHERE position >= ?1", [SQLValue(place)])
    }
    try transaction.append(changed)
    let head = try transaction.auditHead()
    try transaction.execute(
      "DELETE FROM audit_checkpoint WHERE size > ?1", [SQLValue(place)])
    let checkpoint = try Checkpoint(origin: logKey.name, size: head.size, root: head.root)
    try transaction.insertCheckpoint(
      checkpoint, note: String(decoding: checkpoint.signed(by: logKey).bytes, as: UTF8.self),
      at: Timestamp(clamping: 1))
    return nil
  }
}
