/// A transaction in progress, for the synchronous body that it was given to and nobody else.
///
/// Statements are written in the subset that both databases speak. Placeholders are `?1`, `?2`, …;
/// PostgreSQL sees `$1`, `$2`, …. Instead of catching a conflict write `ON CONFLICT`, or use a
/// savepoint: PostgreSQL aborts the whole transaction at the first failed statement.
///
/// Errors of the database are a `Fault`: `conflict` (unique or foreign key), `locked` (waited too
/// long), `unavailable` (connection lost), `io` (disk), `corrupt` (damaged file), `invalid` (NUL in
/// text), `internal` (any other: a defect of the statement).
package protocol Transaction: AnyObject {
  /// The database that it runs on.
  var dialect: Dialect { get }

  /// Runs one statement and returns how many rows it inserted, updated or deleted.
  @discardableResult
  func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int

  /// Runs one statement and returns all its rows; for `RETURNING` too.
  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row]

  /// Runs one query and hands its rows over one at a time, so that memory stays bounded.
  ///
  /// The body may run other statements, but must not change the rows that it walks over.
  func forEachRow(_ sql: String, _ arguments: [SQLValue], _ body: (Row) throws -> Void) throws

  /// Runs a body of which nothing remains when it throws; the error goes on to the caller.
  @discardableResult
  func savepoint<T>(_ body: () throws -> T) throws -> T
}

extension Transaction {
  /// Runs one statement without arguments.
  @discardableResult
  package func execute(_ sql: String) throws -> Int {
    try execute(sql, [])
  }

  /// Runs one statement without arguments and returns all its rows.
  package func rows(_ sql: String) throws -> [Row] {
    try rows(sql, [])
  }

  /// The first row of an answer, or `nil` when there is none; say `LIMIT 1` where more could come.
  package func row(_ sql: String, _ arguments: [SQLValue] = []) throws -> Row? {
    try rows(sql, arguments).first
  }
}
