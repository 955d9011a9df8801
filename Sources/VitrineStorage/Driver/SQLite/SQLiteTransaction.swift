import GRDB
import GRDBSQLite
import VitrineCore

/// A transaction on a connection of GRDB's pool.
///
/// Statements are stepped through SQLite's own interface: GRDB's rows would copy each value twice.
/// After a failed statement the transaction refuses all others, as PostgreSQL does, so that a body
/// that works here works there.
final class SQLiteTransaction: Transaction {
  let dialect = Dialect.sqlite
  private let database: GRDB.Database
  private let reading: Bool
  private var depth = 0
  private var failure: Fault?

  private init(_ database: GRDB.Database, reading: Bool) {
    self.database = database
    self.reading = reading
  }

  /// Runs a body in a snapshot that GRDB has begun.
  static func read<T>(_ database: GRDB.Database, _ body: (any Transaction) throws -> T) throws -> T
  {
    let transaction = SQLiteTransaction(database, reading: true)
    let result = try body(transaction)
    try transaction.refuseAfterFailure()
    return result
  }

  /// Runs a body in a transaction that has the write lock from its start.
  static func write<T>(_ database: GRDB.Database, _ body: (any Transaction) throws -> T) throws -> T
  {
    var result: Result<T, any Error>?
    do {
      try database.inTransaction(.immediate) {
        let transaction = SQLiteTransaction(database, reading: false)
        result = .success(try body(transaction))
        try transaction.refuseAfterFailure()
        return .commit
      }
    } catch {
      throw SQLiteFault.translate(error)
    }
    guard let result else { throw Fault(.internal, Message("storage.statement", "")) }
    return try result.get()
  }

  @discardableResult
  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    let connection = database.sqliteConnection
    let before = sqlite3_total_changes64(connection)
    try step(sql, arguments) { _ in }
    return sqlite3_total_changes64(connection) == before ? 0 : Int(sqlite3_changes64(connection))
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
    var rows: [Row] = []
    try forEachRow(sql, arguments) { rows.append($0) }
    return rows
  }

  func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws {
    var columns: RowColumns?
    try step(sql, arguments) { statement in
      let names = columns ?? statement.columns()
      columns = names
      try body(Row(columns: names, values: try statement.values(names.names.count)))
    }
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T {
    let name = "vitrine_\(depth)"
    try execute("SAVEPOINT \(name)", [])
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      try execute("RELEASE \(name)", [])
      return result
    } catch {
      let cause = failure
      failure = nil
      do {
        try execute("ROLLBACK TO \(name)", [])
        try execute("RELEASE \(name)", [])
      } catch let consequence {
        // SQLite ends the whole transaction by itself when the disk is full: then nothing more
        // runs, and the commit is refused for the first reason.
        failure = cause ?? consequence as? Fault
      }
      throw error
    }
  }

  private func refuseAfterFailure() throws {
    if let failure { throw failure }
  }

  /// Binds, steps to the end, and hands each row over while it stands.
  private func step(
    _ sql: String, _ arguments: [SQLValue], _ onRow: (SQLiteCursor) throws -> Void
  ) throws {
    try refuseAfterFailure()
    try arguments.refuseNUL()
    let statement = try prepared(sql)
    let cursor = SQLiteCursor(handle: statement.sqliteStatement)
    defer { cursor.reset() }
    guard cursor.bind(arguments) else {
      throw fail(Fault(.internal, Message("storage.arguments", sql)))
    }
    while true {
      switch sqlite3_step(cursor.handle) {
      case SQLITE_ROW: try onRow(cursor)
      case SQLITE_DONE: return
      default: throw fail(lastFault())
      }
    }
  }

  /// The statement from the connection's cache, unless it is long (and then likely built for one
  /// batch) or in the middle of its rows.
  private func prepared(_ sql: String) throws -> Statement {
    do {
      guard sql.utf8.count <= 4_096 else { return try database.makeStatement(sql: sql) }
      let cached = try database.cachedStatement(sql: sql)
      guard sqlite3_stmt_busy(cached.sqliteStatement) == 0 else {
        return try database.makeStatement(sql: sql)
      }
      return cached
    } catch let error as DatabaseError {
      let code = error.extendedResultCode.rawValue
      throw fail(SQLiteFault.fault(code, error.message ?? "\(code)", reading: reading))
    }
  }

  private func lastFault() -> Fault {
    let connection = database.sqliteConnection
    return SQLiteFault.fault(
      sqlite3_extended_errcode(connection), String(cString: sqlite3_errmsg(connection)),
      reading: reading)
  }

  private func fail(_ fault: Fault) -> Fault {
    failure = fault
    return fault
  }
}
