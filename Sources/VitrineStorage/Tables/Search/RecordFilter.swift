import VitrineCore

/// Which records to list; parts that are nil do not matter.
package struct RecordFilter: Hashable, Sendable {
  /// On one of these stores.
  package var stores: [StoreCode]?
  /// By this actor.
  package var actor: UserID?
  /// That this person had something to do with.
  package var person: UserID?
  /// What the person had to do with it; empty for anything.
  package var roles: Set<PersonRole> = []
  /// This action.
  package var action: String?
  /// On this object.
  package var object: String?
  /// Of this broadcast.
  package var broadcast: BroadcastID?
  /// With this result.
  package var result: String?
  /// From this instant on.
  package var since: Timestamp?
  /// Before this instant.
  package var until: Timestamp?
  /// Publications whose text has all of these words, folded as `SearchWords` does.
  package var words: [String] = []

  /// Makes a filter that lets everything through.
  package init() {}
}

extension RecordFilter {
  /// More stores than this are not looked up one by one.
  private static let mostStores = 64

  /// The conditions on `audit_leaf l` that a row must meet, with their arguments from number 1 on.
  func conditions() -> (sql: [String], arguments: [SQLValue]) {
    var clauses: [String] = []
    var arguments: [SQLValue] = []
    func add(_ clause: String, _ values: [SQLValue]) {
      let first = arguments.count
      arguments += values
      let list = values.indices.map { "?\(first + $0 + 1)" }.joined(separator: ",")
      clauses.append(clause.replacing("?", with: list))
    }
    if let stores { add("l.store IN (?)", stores.map { SQLValue($0) }) }
    if let actor { add("l.actor = ?", [SQLValue(actor)]) }
    if let action { add("l.action = ?", [.text(action)]) }
    if let object { add("l.object = ?", [.text(object)]) }
    if let broadcast { add("l.broadcast = ?", [SQLValue(broadcast)]) }
    if let result { add("l.result = ?", [.text(result)]) }
    if let since { add("l.time >= ?", [SQLValue(since)]) }
    if let until { add("l.time < ?", [SQLValue(until)]) }
    if let person {
      let roles = roleList.map { "'\($0.rawValue)'" }.joined(separator: ",")
      add(
        """
        EXISTS (SELECT 1 FROM audit_person p WHERE p.account_id = ? AND p.role IN (\(roles))
          AND p.position = l.position)
        """, [SQLValue(person)])
    }
    return (clauses, arguments)
  }

  /// The roles that were asked for; all of them where none was named.
  private var roleList: [PersonRole] {
    roles.isEmpty ? PersonRole.allCases : roles.sorted()
  }

  /// The indexed lists that hold every match, one for each part of the filter that has an index.
  func lists() -> [PositionList] {
    var lists: [PositionList] = []
    func add(_ table: String, _ condition: String, _ keys: [[SQLValue]]) {
      lists.append(PositionList(table: table, condition: condition, keys: keys))
    }
    if let object { add("audit_leaf", "object = ?1", [[.text(object)]]) }
    if let broadcast { add("audit_leaf", "broadcast = ?1", [[SQLValue(broadcast)]]) }
    if let person {
      let keys: [[SQLValue]] = roleList.map { [SQLValue(person), .text($0.rawValue)] }
      add("audit_person", "account_id = ?1 AND role = ?2", keys)
    }
    if let result, result != AuditRecord.Outcome.success.rawValue {
      add("audit_leaf", "result = ?1 AND result <> 'success'", [[.text(result)]])
    }
    if let stores, stores.count <= Self.mostStores {
      add("audit_leaf", "store = ?1", stores.map { [SQLValue($0)] })
    }
    if let actor { add("audit_leaf", "actor = ?1", [[SQLValue(actor)]]) }
    if let action { add("audit_leaf", "action = ?1", [[.text(action)]]) }
    return lists
  }
}

/// Positions that an index yields in order, for each of some keys.
struct PositionList {
  let table: String
  let condition: String
  let keys: [[SQLValue]]

  /// The highest positions below one bound and not below another, falling, at most so many.
  func next(
    below: Int, from lower: Int, limit: Int, in transaction: any Transaction
  ) throws -> [Int] {
    var found: Set<Int> = []
    for key in keys {
      for row in try transaction.rows(
        "SELECT position FROM \(range(key)) ORDER BY position DESC LIMIT ?\(key.count + 3)",
        key + [SQLValue(below), SQLValue(lower), SQLValue(limit)])
      {
        found.insert(try row.int("position"))
      }
    }
    return Array(found.sorted(by: >).prefix(limit))
  }

  /// How many positions there are, counted no further than so many in all: a region has a list for each
  /// of its stores, and whoever asks only wants to know which part of a filter is the rarest.
  func count(below: Int, from lower: Int, limit: Int, in transaction: any Transaction) throws -> Int
  {
    var sum = 0
    for key in keys where sum < limit {
      let row = try transaction.row(
        """
        SELECT COUNT(*) AS count FROM (SELECT 1 AS one FROM \(range(key))
          LIMIT ?\(key.count + 3)) AS few
        """, key + [SQLValue(below), SQLValue(lower), SQLValue(limit - sum)])
      sum += try row?.int("count") ?? 0
    }
    return sum
  }

  private func range(_ key: [SQLValue]) -> String {
    "\(table) WHERE \(condition) AND position < ?\(key.count + 1) AND position >= ?\(key.count + 2)"
  }
}
