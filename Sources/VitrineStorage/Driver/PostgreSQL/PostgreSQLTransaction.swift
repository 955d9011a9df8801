import VitrineCore

/// A transaction on a session.
///
/// After a failed statement the server refuses all others until the end of the transaction or of the
/// savepoint; this says the first failure again instead of the server's "is aborted".
final class PostgreSQLTransaction: Transaction {
  let dialect = Dialect.postgresql
  private let session: PostgreSQLSession
  private let reading: Bool
  private var depth = 0
  private var cursors = 0
  private var failure: PostgreSQLFailure?
  /// The last failure after which the whole body can run again, also when a savepoint has undone it.
  private(set) var transient: PostgreSQLFailure?

  /// Begins nothing: the connection has.
  init(_ session: PostgreSQLSession, reading: Bool) {
    self.session = session
    self.reading = reading
  }

  @discardableResult
  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
    try query(sql, arguments).changed
  }

  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
    try query(sql, arguments).rows()
  }

  /// Walks a cursor in steps, so that other statements can run between.
  func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws {
    let name = "vitrine_\(cursors)"
    cursors += 1
    try query("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", arguments)
    while true {
      let step = try query("FETCH FORWARD \(Self.step) FROM \(name)", [])
      do {
        try step.forEachRow(body)
      } catch {
        // After a failed statement the cursor goes with the transaction or the savepoint.
        if failure == nil { try query("CLOSE \(name)", []) }
        throw error
      }
      if step.count < Self.step { break }
    }
    try query("CLOSE \(name)", [])
  }

  func savepoint<T>(_ body: () throws -> T) throws -> T {
    let name = "vitrine_\(depth)"
    try query("SAVEPOINT \(name)", [])
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      try query("RELEASE \(name)", [])
      return result
    } catch {
      let cause = failure
      failure = nil
      if (try? query("ROLLBACK TO \(name)", [])) == nil
        || (try? query("RELEASE \(name)", [])) == nil
      {
        // The connection broke: nothing more runs, and the commit is refused for the first reason.
        failure = cause ?? failure
      }
      throw error
    }
  }

  /// Throws when a statement failed and nothing has undone it, so that a body that swallowed the
  /// error cannot believe itself committed.
  func refuseAfterFailure() throws {
    if let failure { throw failure.fault(reading: reading) }
  }

  private static var step: Int { 500 }

  @discardableResult
  private func query(_ sql: String, _ arguments: [SQLValue]) throws -> PostgreSQLResult {
    try refuseAfterFailure()
    try arguments.refuseNUL()
    do {
      return try session.query(sql, arguments)
    } catch let failure as PostgreSQLFailure {
      self.failure = failure
      if failure.mayRetry { transient = failure }
      throw failure.fault(reading: reading)
    }
  }
}
