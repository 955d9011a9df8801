import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// Opens a new database, or the one at a location, for the length of a body.
@discardableResult
func withDatabase<T>(
  _ driver: DriverUnderTest, at location: String? = nil,
  options: DatabaseOptions = DatabaseOptions(), _ body: (any Database) async throws -> T
) async throws -> T {
  let place: String
  if let location { place = location } else { place = try await driver.freshLocation() }
  let database = try await Databases.open(place, base: URL(filePath: "/"), options: options)
  do {
    let result = try await body(database)
    await database.close()
    return result
  } catch {
    await database.close()
    throw error
  }
}

extension Database {
  /// Makes the table that most tests use.
  func makeItems() async throws {
    try await write { transaction in
      let dialect = transaction.dialect
      try transaction.execute(
        """
        CREATE TABLE item (
          id \(dialect.integerType) NOT NULL PRIMARY KEY, name \(dialect.textType),
          bytes \(dialect.blobType), parent \(dialect.integerType) REFERENCES item (id),
          CHECK (id >= -9223372036854775808), CHECK (name <> 'forbidden'), UNIQUE (name)
        )\(dialect.strictTable)
        """)
    }
  }

  /// How many items there are.
  func itemCount() async throws -> Int64 {
    try await read { try $0.items() }
  }

  /// Adds items with these numbers.
  func addItems(_ ids: ClosedRange<Int64>) async throws {
    try await write { transaction in
      for id in ids { try transaction.addItem(id) }
    }
  }
}

extension Transaction {
  /// How many items this transaction sees.
  func items() throws -> Int64 {
    try row("SELECT COUNT(*) AS count FROM item")?.integer("count") ?? -1
  }

  /// Adds an item without a name.
  func addItem(_ id: Int64) throws {
    try execute("INSERT INTO item (id) VALUES (?1)", [.integer(id)])
  }
}

/// The code of the fault that a body throws; records an issue when it throws none.
func faultCode<T>(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> T
) async -> Fault.Code? {
  do {
    _ = try await body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
    return nil
  } catch let fault as Fault {
    return fault.code
  } catch {
    Issue.record("not a fault: \(error)", sourceLocation: sourceLocation)
    return nil
  }
}

/// A failure of the test's own, to tell it from those of the database.
struct Deliberate: Error {}

/// The error that a body throws.
///
/// For the inside of a transaction's body, where Swift 6.3.1 compiles `#expect(throws:)` wrongly: the
/// error that it caught is thrown again by the next call.
func thrown<T>(by body: () throws -> T) -> (any Error)? {
  do {
    _ = try body()
    return nil
  } catch {
    return error
  }
}
