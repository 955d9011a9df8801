import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// Many rows in and out, on either database.
@Suite(.temporaryFolder)
struct ManyRowsTests {
  @Test(arguments: DriverUnderTest.allCases, [0, 1, 500, 501, 1_212, 40_000])
  func `many rows go in with few statements`(_ driver: DriverUnderTest, _ count: Int) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let rows: [[SQLValue]] = (0..<count).map { number in
        [
          SQLValue(number), number.isMultiple(of: 3) ? nil : .text("item \(number)"),
          .blob([1, 0]),
        ]
      }
      let (added, sum) = try await database.write { transaction in
        let added = try transaction.insertMany(
          into: "item", columns: ["id", "name", "bytes"], rows: rows)
        let sum = try transaction.row(
          "SELECT COALESCE(SUM(id), 0) AS sum, COUNT(name) AS names FROM item")
        return (added, sum)
      }
      #expect(added == count)
      #expect(try sum?.int("sum") == (0..<count).reduce(0, +))
      #expect(try sum?.int("names") == (0..<count).count { !$0.isMultiple(of: 3) })
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `rows that are there already are left alone when asked`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.addItems(10...19)
      let added = try await database.write { transaction in
        try transaction.insertMany(
          into: "item", columns: ["id"], rows: (0..<1_212).map { [SQLValue($0)] },
          onConflict: "ON CONFLICT (id) DO NOTHING")
      }
      #expect(added == 1_202)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a row of another length is a defect`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      let code = await faultCode {
        _ = try await database.write { transaction in
          try transaction.insertMany(
            into: "item", columns: ["id", "name"], rows: [[1, "a"], [2]])
        }
      }
      #expect(code == .internal)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `other statements run between the rows of a query`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.addItems(1...1_201)
      let pairs = try await database.write { transaction in
        var pairs = 0
        let query = "SELECT id FROM item WHERE id >= ?1 ORDER BY id"
        try transaction.forEachRow(query, [1]) { row in
          let id = try row.integer("id")
          guard id.isMultiple(of: 400) else { return }
          // The same text as the query around it.
          try transaction.forEachRow(query, [.integer(id)]) { _ in pairs += 1 }
        }
        return pairs
      }
      #expect(pairs == 802 + 402 + 2)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a body that throws between rows ends the query alone`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      try await database.makeItems()
      try await database.addItems(1...10)
      let seen = try await database.write { transaction in
        var seen = 0
        let error = thrown {
          try transaction.forEachRow("SELECT id FROM item", []) { _ in
            seen += 1
            if seen == 3 { throw Deliberate() }
          }
        }
        #expect(error is Deliberate)
        try transaction.addItem(11)
        return seen
      }
      #expect(seen == 3)
      #expect(try await database.itemCount() == 11)
    }
  }

  /// 100,000 rows of a kilobyte, in a process of its own, whose memory nobody else uses.
  @Test(arguments: DriverUnderTest.allCases)
  func `walking over 100,000 rows takes little memory`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    try await withDatabase(driver, at: location) { database in
      try await database.makeItems()
      let added = try await database.write { transaction in
        try transaction.execute(
          """
          WITH RECURSIVE n (i) AS (
            SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 100000
          )
          INSERT INTO item (id, bytes) SELECT i, CAST(?1 AS \(transaction.dialect.blobType)) FROM n
          """, [.blob([UInt8](repeating: 7, count: 1_000))])
      }
      #expect(added == 100_000)
    }
    await #expect(processExitsWith: .success) {
      [driver = driver as DriverUnderTest, location = location as String] in
      try await withDatabase(driver, at: location) { database in
        let before = peakMemory()
        let bytes = try await database.read { transaction in
          var bytes = 0
          try transaction.forEachRow("SELECT id, bytes FROM item", []) {
            bytes += try $0.blob("bytes").count
          }
          return bytes
        }
        try #require(bytes == 100_000_000)
        // Measured: 2 to 4 MiB; the rows together are 95 MiB.
        try #require(peakMemory() - before < 24 * 1_024)
      }
    }
  }
}

/// The most memory that this process has had, in KiB.
private func peakMemory() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}
