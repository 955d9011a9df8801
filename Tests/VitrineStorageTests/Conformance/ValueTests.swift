import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// What is written comes back, byte for byte, on either database.
@Suite(.temporaryFolder)
struct ValueTests {
  static let texts = [
    "", " ", "plain", "'; DROP TABLE item; --", "\u{E9}", "e\u{301}", "l’été à Nîmes", "🥐👩‍👩‍👧",
    "\u{10FFFF}",
    "\u{FFFD}\u{FEFF}", "שלום עולם", "line\nline\r\n\ttab", "?1 $1 %s",
  ]
  static let blobs: [[UInt8]] = [[], [0], [0, 0, 1, 0], [0x5C, 0x78], Array(0...255)]
  static let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, 4_294_967_296, .max]

  @Test(arguments: DriverUnderTest.allCases)
  func `values come back as they were written`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      for number in Self.numbers {
        for text in Self.texts.map(Optional.some) + [nil] {
          for blob in Self.blobs.map(Optional.some) + [nil] {
            let row = try await database.write { transaction in
              try transaction.execute("DELETE FROM item")
              try transaction.execute(
                "INSERT INTO item (id, name, bytes) VALUES (?1, ?2, ?3)",
                [.integer(number), SQLValue(text), SQLValue(blob)])
              return try transaction.row("SELECT id, name, bytes FROM item")
            }
            #expect(try row?.integer("id") == number)
            #expect(
              try row?.optionalText("name").map { Array($0.utf8) } == text.map { Array($0.utf8) })
            #expect(try row?.optionalBlob("bytes") == blob)
          }
        }
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `composed and decomposed letters stay two texts`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let names = try await database.write { transaction in
        try transaction.insertMany(
          into: "item", columns: ["id", "name"], rows: [[1, "\u{E9}"], [2, "e\u{301}"]])
        return try transaction.rows("SELECT name FROM item WHERE name = ?1", ["e\u{301}"])
      }
      #expect(try names.map { Array(try $0.text("name").utf8) } == [[0x65, 0xCC, 0x81]])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `text sorts by its bytes`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let names = ["b", "a", "B", "é", "e", "f", "É", "~", "😀", "\u{FFFD}", "ab", "a b", ""]
      let sorted = try await database.write { transaction in
        try transaction.insertMany(
          into: "item", columns: ["id", "name"],
          rows: names.enumerated().map { [SQLValue($0.offset), .text($0.element)] })
        return try transaction.rows("SELECT name FROM item ORDER BY name").map {
          try $0.text("name")
        }
      }
      #expect(sorted == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `text with a NUL is refused and nothing is written`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let code = await faultCode {
        try await database.write { transaction in
          try transaction.addItem(1)
          try transaction.execute(
            "INSERT INTO item (id, name) VALUES (2, ?1)", [.text("be\u{0}fore")])
        }
      }
      #expect(code == .invalid)
      #expect(try await database.itemCount() == 0)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a sum of numbers is a number`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      for numbers in [
        [0], [1, -1], [10_000], [99_990_000], [-123_456_789], [.max], [.min], [.min, 7],
      ]
        as [[Int64]]
      {
        let row = try await database.write { transaction in
          try transaction.execute("DELETE FROM item")
          for number in numbers { try transaction.addItem(number) }
          return try transaction.row("SELECT SUM(id) AS sum FROM item")
        }
        #expect(try row?.integer("sum") == numbers.reduce(0, +))
      }
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a missing column or another kind is corrupt`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      let row = try #require(
        try await database.read { try $0.row("SELECT 2 AS n, CAST('x' AS TEXT) AS t") })
      let wrong: [() throws -> Void] = [
        { _ = try row.integer("absent") }, { _ = try row.text("n") }, { _ = try row.integer("t") },
        { _ = try row.blob("t") }, { _ = try row.bool("n") },
      ]
      for read in wrong { #expect(await faultCode { try read() } == .corrupt) }
      #expect(try row.int("n") == 2)
    }
  }

  @Test(
    arguments: DriverUnderTest.allCases,
    [("SELECT CAST(?1 AS TEXT)", 0), ("SELECT CAST(?1 AS TEXT)", 2), ("SELECT 1", 1)])
  func `another number of arguments is a defect`(
    _ driver: DriverUnderTest, _ statement: (sql: String, count: Int)
  ) async throws {
    try await withDatabase(driver) { database in
      let code = await faultCode {
        _ = try await database.read { transaction in
          try transaction.rows(statement.sql, Array(repeating: "a", count: statement.count))
        }
      }
      #expect(code == .internal)
    }
  }
}
