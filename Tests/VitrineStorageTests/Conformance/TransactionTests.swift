import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// All or nothing, on either database.
@Suite(.temporaryFolder)
struct TransactionTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a body that throws leaves nothing behind`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      await #expect(throws: Deliberate.self) {
        try await database.write { transaction in
          try transaction.addItem(1)
          throw Deliberate()
        }
      }
      #expect(try await database.itemCount() == 0)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `what was committed is seen by others`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    try await withDatabase(driver, at: location) { one in
      try await one.makeItems()
      try await withDatabase(driver, at: location) { other in
        try await one.addItems(1...3)
        #expect(try await other.itemCount() == 3)
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a savepoint that throws is undone alone`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.write { transaction in
        try transaction.addItem(1)
        let error = thrown {
          try transaction.savepoint {
            try transaction.addItem(2)
            try transaction.savepoint { try transaction.addItem(3) }
            throw Deliberate()
          }
        }
        #expect(error is Deliberate)
        try transaction.savepoint { try transaction.addItem(4) }
      }
      let ids = try await database.read { transaction in
        try transaction.rows("SELECT id FROM item ORDER BY id").map { try $0.integer("id") }
      }
      #expect(ids == [1, 4])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `after a failed statement in a savepoint the transaction goes on`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.write { transaction in
        try transaction.addItem(1)
        let error = thrown { try transaction.savepoint { try transaction.addItem(1) } }
        #expect((error as? Fault)?.code == .conflict)
        try transaction.addItem(2)
      }
      #expect(try await database.itemCount() == 2)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a body that swallows a failed statement cannot commit`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let code = await faultCode {
        try await database.write { transaction in
          try transaction.addItem(1)
          try? transaction.addItem(1)
          try? transaction.addItem(2)
        }
      }
      #expect(code == .conflict)
      #expect(try await database.itemCount() == 0)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a read body cannot write`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let code = await faultCode { try await database.read { try $0.addItem(1) } }
      #expect(code == .internal)
      #expect(try await database.itemCount() == 0)
    }
  }

  @Test(
    arguments: DriverUnderTest.allCases,
    [
      ("INSERT INTO item (id) VALUES (1)", Fault.Code.conflict),
      ("INSERT INTO item (id, name) VALUES (2, 'one')", .conflict),
      ("INSERT INTO item (id, parent) VALUES (2, 77)", .conflict),
      ("DELETE FROM item WHERE id = 1", .conflict),
      ("INSERT INTO item (id, name) VALUES (2, 'forbidden')", .internal),
      ("INSERT INTO nowhere (id) VALUES (1)", .internal),
      ("not SQL at all", .internal), ("SELECT 1; SELECT 2", .internal),
    ])
  func `errors of the database become faults`(
    _ driver: DriverUnderTest, _ row: (sql: String, code: Fault.Code)
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.write { transaction in
        try transaction.execute("INSERT INTO item (id, name) VALUES (1, 'one')")
        try transaction.execute("INSERT INTO item (id, parent) VALUES (5, 1)")
      }
      let code = await faultCode { try await database.write { try $0.execute(row.sql) } }
      #expect(code == row.code)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `statements say how many rows they changed`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let counts = try await database.write { transaction in
        [
          try transaction.execute("INSERT INTO item (id) VALUES (1), (2), (3)"),
          try transaction.execute("INSERT INTO item (id) VALUES (1) ON CONFLICT DO NOTHING"),
          try transaction.execute(
            "INSERT INTO item (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET name = ?1", ["new"]),
          try transaction.execute("UPDATE item SET parent = 1 WHERE id > 1"),
          try transaction.execute("UPDATE item SET parent = 1 WHERE id > 9"),
          try transaction.execute("SELECT id FROM item"),
          try transaction.execute("DELETE FROM item WHERE id = 3"),
        ]
      }
      #expect(counts == [3, 0, 1, 2, 0, 0, 1])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a statement that returns rows writes them too`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let ids = try await database.write { transaction in
        try transaction.rows(
          "INSERT INTO item (id, name) VALUES (?1, ?2), (?3, ?2 || '!') RETURNING id",
          [7, "seven", 8]
        ).map { try $0.integer("id") }
      }
      #expect(ids.sorted() == [7, 8])
      #expect(try await database.itemCount() == 2)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `an append-only table refuses changes`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.write { transaction in
        for statement in transaction.dialect.appendOnly("item") {
          try transaction.execute(statement)
        }
        try transaction.addItem(1)
      }
      for statement in ["UPDATE item SET name = 'x'", "DELETE FROM item"] {
        #expect(
          await faultCode { try await database.write { try $0.execute(statement) } } == .internal)
      }
      #expect(try await database.itemCount() == 1)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a closed database answers with a fault`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      await database.close()
      #expect(await faultCode { _ = try await database.itemCount() } == .internal)
      #expect(await faultCode { try await database.addItems(1...1) } == .internal)
      await database.close()
    }
  }
}
