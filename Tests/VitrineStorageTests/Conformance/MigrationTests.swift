import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// The schema goes forward, once, on either database.
@Suite(.temporaryFolder)
struct MigrationTests {
  static let first = Migration(1) { dialect in
    ["CREATE TABLE one (id \(dialect.integerType) PRIMARY KEY)\(dialect.strictTable)"]
  }
  static let second = Migration(2) { dialect in
    [
      "ALTER TABLE one ADD COLUMN name \(dialect.textType)",
      "INSERT INTO one (id, name) VALUES (1, 'what? a question')",
    ]
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `migrations run in order and only once`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.migrate([Self.first])
      try await database.migrate([Self.second, Self.first])
      try await database.migrate([Self.first, Self.second])
      let rows = try await database.read { try $0.rows("SELECT name FROM one") }
      #expect(try rows.map { try $0.text("name") } == ["what? a question"])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `programs that start together migrate once`(_ driver: DriverUnderTest) async throws {
    let location = try await driver.freshLocation()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<6 {
        group.addTask {
          try await withDatabase(driver, at: location) { database in
            try await database.migrate([Self.first, Self.second])
          }
        }
      }
      try await group.waitForAll()
    }
    try await withDatabase(driver, at: location) { database in
      let rows = try await database.read { try $0.rows("SELECT id FROM one") }
      #expect(rows.count == 1)
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a newer schema is refused with both versions`(_ driver: DriverUnderTest) async throws {
    try await withDatabase(driver) { database in
      try await database.migrate([Self.first, Self.second])
      let fault = await #expect(throws: Fault.self) { try await database.migrate([Self.first]) }
      #expect(fault?.code == .configuration)
      #expect(fault?.message.arguments == ["2", "1"])
    }
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a migration that fails leaves the version before it`(
    _ driver: DriverUnderTest
  ) async throws {
    try await withDatabase(driver) { database in
      let broken = Migration(2) { _ in ["INSERT INTO one (id) VALUES (9)", "no such statement"] }
      #expect(await faultCode { try await database.migrate([Self.first, broken]) } == .internal)
      let rows = try await database.read { try $0.rows("SELECT id FROM one") }
      #expect(rows.isEmpty)
      try await database.migrate([Self.first, Self.second])
    }
  }

  @Test(arguments: [[2], [1, 3], [1, 1], [0, 1]])
  func `numbers that are not 1, 2, 3 are a defect`(_ numbers: [Int]) async throws {
    try await withDatabase(.sqlite) { database in
      let steps = numbers.map { Migration($0) { _ in [] } }
      #expect(await faultCode { try await database.migrate(steps) } == .internal)
    }
  }
}
