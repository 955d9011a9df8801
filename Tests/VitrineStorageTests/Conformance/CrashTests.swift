import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// A process that is killed leaves what it committed and nothing else, on either database.
@Suite(.temporaryFolder)
struct CrashTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a kill in the middle of a transaction leaves nothing of it`(
    _ driver: DriverUnderTest
  ) async throws {
    let location = try await driver.freshLocation()
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [driver = driver as DriverUnderTest, location = location as String] in
      try await withDatabase(driver, at: location) { database in
        try await database.makeItems()
        try await database.addItems(1...10)
        try await database.write { transaction in
          let text = SQLValue.blob([UInt8](repeating: 1, count: 5_000))
          try transaction.insertMany(
            into: "item", columns: ["id", "bytes"], rows: (11...3_000).map { [SQLValue($0), text] })
          kill(getpid(), SIGKILL)
        }
      }
    }
    try await withDatabase(driver, at: location) { database in
      #expect(try await database.itemCount() == 10)
      try await database.addItems(11...12)
      #expect(try await database.itemCount() == 12)
      guard driver == .sqlite else { return }
      let check = try await database.read {
        try $0.rows("PRAGMA integrity_check").map { try $0.text("integrity_check") }
      }
      #expect(check == ["ok"])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `deleted text can be wiped from the disk`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    let secret = "Wiped-9f3c2a7e51-" + UUID().uuidString
    try await withDatabase(driver, at: location) { database in
      try await database.makeItems()
      try await database.addItems(1...5)
      try await database.write {
        try $0.execute("INSERT INTO item (id, name) VALUES (6, ?1)", [.text(secret)])
      }
      try await database.write { try $0.execute("DELETE FROM item WHERE id = 6") }
      try await database.wipeFreedSpace(of: ["item"])
      #expect(try await database.itemCount() == 5)
      guard driver == .sqlite else { return }
      for file in [location, location + "-wal"] {
        let bytes = try Data(contentsOf: URL(filePath: file))
        #expect(bytes.range(of: Data(secret.utf8)) == nil, "in \(file)")
      }
    }
  }
}
