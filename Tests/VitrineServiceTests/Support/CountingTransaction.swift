import Synchronization
import VitrineStorage

/// Passes statements on, and keeps them.
final class CountingTransaction: Transaction {
  let inner: any Transaction
  private let log = Mutex<[String]>([])

  init(_ inner: any Transaction) { self.inner = inner }

  /// What was asked, in order.
  var statements: [String] { log.withLock { $0 } }

  var dialect: Dialect { inner.dialect }

  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    log.withLock { $0.append(sql) }
    return try inner.execute(sql, arguments)
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
    log.withLock { $0.append(sql) }
    return try inner.rows(sql, arguments)
  }

  func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws {
    log.withLock { $0.append(sql) }
    try inner.forEachRow(sql, arguments, body)
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T { try inner.savepoint(body) }
}
