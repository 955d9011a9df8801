import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// Figures of this machine, printed when `VITRINE_MEASURE` is set; run them alone.
@Suite(
  .temporaryFolder, .serialized,
  .enabled(if: ProcessInfo.processInfo.environment["VITRINE_MEASURE"] != nil))
struct MeasuredTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `commits a second, one row each`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    let clock = ContinuousClock()
    let opened = try await clock.measure { try await withDatabase(driver, at: location) { _ in } }
    print("\(driver) first open and close: \(opened)")
    try await withDatabase(driver, at: location) { database in
      try await database.makeItems()
      let alone = try await clock.measure {
        for id in 1...500 { try await database.addItems(Int64(id)...Int64(id)) }
      }
      print("\(driver) 500 one-row commits in a row: \(alone)")
      let together = try await clock.measure {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for id in 501...1_000 as ClosedRange<Int64> {
            group.addTask { try await database.addItems(id...id) }
          }
          try await group.waitForAll()
        }
      }
      print("\(driver) 500 one-row commits at once: \(together)")
      #expect(try await database.itemCount() == 1_000)
    }
    let again = try await clock.measure { try await withDatabase(driver, at: location) { _ in } }
    print("\(driver) open and close: \(again)")
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `many rows in and out`(_ driver: DriverUnderTest) async throws {
    let clock = ContinuousClock()
    try await withDatabase(driver) { database in
      try await database.makeItems()
      for count in [1_212, 1_212, 100_000] {
        let rows: [[SQLValue]] = (0..<count).map {
          [SQLValue($0), .text("item \($0)"), .blob([UInt8](repeating: 1, count: 200))]
        }
        let written = try await clock.measure {
          try await database.write { transaction in
            try transaction.execute("DELETE FROM item")
            try transaction.insertMany(into: "item", columns: ["id", "name", "bytes"], rows: rows)
          }
        }
        print("\(driver) insertMany of \(count) rows: \(written)")
      }
      var bytes = 0
      let read = try await clock.measure {
        bytes = try await database.read { transaction in
          var bytes = 0
          try transaction.forEachRow("SELECT id, name, bytes FROM item ORDER BY id", []) {
            bytes += try $0.blob("bytes").count + $0.text("name").utf8.count
          }
          return bytes
        }
      }
      print("\(driver) forEachRow over 100,000 rows: \(read)")
      #expect(bytes > 20_000_000)
    }
  }
}
