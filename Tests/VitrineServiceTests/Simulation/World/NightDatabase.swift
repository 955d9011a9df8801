import Foundation
import GRDB
import GRDBSQLite
import VitrineCore

@testable import VitrineStorage

/// The database of nights: SQLite under the product's own transactions, put back to its template between two
/// nights.
///
/// A database that each night opened anew prepared every statement again, which took most of a night. One
/// connection on the thread of the night is enough, since only one thing happens at a time in a world; pools,
/// processes and disks belong to the tests of the real program.
final class NightDatabase: Sendable {
  private let queue: DatabaseQueue
  private let file: URL
  private let blank: Data

  /// Opens a copy of a database in a file of its own.
  init(copyOf template: URL, at file: URL) throws {
    try FileManager.default.copyItem(at: template, to: file)
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // A rollback journal, since SQLite then sees in the file itself that somebody else has written it.
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
      try database.execute(sql: "PRAGMA journal_mode = MEMORY")
      try database.execute(sql: "PRAGMA synchronous = OFF")
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
      try database.execute(sql: "PRAGMA cache_size = -16384")
    }
    queue = try DatabaseQueue(path: file.path, configuration: configuration)
    self.file = file
    blank = try Data(contentsOf: file)
  }

  /// Runs a body that reads.
  func read<T>(_ body: (any Transaction) throws -> T) throws -> T {
    try queue.writeWithoutTransaction { try SQLiteTransaction.read($0, body) }
  }

  /// Runs a body in a transaction.
  func write<T>(_ body: (any Transaction) throws -> T) throws -> T {
    try queue.writeWithoutTransaction { try SQLiteTransaction.write($0, body) }
  }

  /// The statements that SQLite has prepared again at more than one of their runs.
  ///
  /// It does so by itself, for instance where the condition of an index is compared with a parameter; that
  /// can cost more than the statement does.
  func preparedAgain() -> [String] {
    queue.writeWithoutTransaction { database in
      var found: [String] = []
      var statement = sqlite3_next_stmt(database.sqliteConnection, nil)
      while let current = statement {
        if sqlite3_stmt_status(current, SQLITE_STMTSTATUS_REPREPARE, 0) > 1 {
          found.append(sqlite3_sql(current).map { String(cString: $0) } ?? "")
        }
        statement = sqlite3_next_stmt(database.sqliteConnection, current)
      }
      return found
    }
  }

  /// Puts the template's bytes back, in place and between two transactions, as another process could.
  ///
  /// The file's change counter is another one then: the connection forgets the pages that it knows, and keeps
  /// its statements, whose tables are the same (https://www.sqlite.org/fileformat2.html, "File change counter" and "Schema cookie").
  func putBack() throws {
    let handle = try FileHandle(forUpdating: file)
    defer { try? handle.close() }
    try handle.write(contentsOf: blank)
    try handle.truncate(atOffset: UInt64(blank.count))
  }
}
