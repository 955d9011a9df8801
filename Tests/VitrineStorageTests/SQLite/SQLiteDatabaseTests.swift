import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

/// What is particular to the file: durability, permissions, and files that are not ours.
@Suite(.temporaryFolder)
struct SQLiteDatabaseTests {
  @Test(arguments: [
    ("synchronous", SQLValue.integer(2)), ("journal_mode", "wal"), ("foreign_keys", 1),
    ("secure_delete", 1), ("application_id", .integer(0x5674_726E)),
  ])
  func `the writer's settings read back`(_ name: String, _ expected: SQLValue) async throws {
    try await withDatabase(.sqlite) { database in
      let row = try await database.write { try $0.row("PRAGMA \(name)") }
      #expect(row?.values == [expected])
    }
  }

  @Test func `only the owner can read the files`() async throws {
    let location = try await DriverUnderTest.sqlite.freshLocation()
    try await withDatabase(.sqlite, at: location) { database in
      try await database.makeItems()
      let folder = URL(filePath: location).deletingLastPathComponent().path
      for path in [location, location + "-wal", location + "-shm"] {
        #expect(try mode(path) == 0o600, "\(path)")
      }
      for path in [folder, location + ".leases"] { #expect(try mode(path) == 0o700, "\(path)") }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names.count { $0.contains(".new-") } == 0)
    }
  }

  @Test func `a path stands from the base`() async throws {
    let base = try TemporaryFolder.url()
    let database = try await Databases.open("deep/desk.db", base: base)
    await database.close()
    #expect(FileManager.default.fileExists(atPath: base.appending(path: "deep/desk.db").path))
  }

  @Test func `another program's database is refused and not touched`() async throws {
    let path = try TemporaryFolder.url().appending(path: "other.db").path
    try await withDatabase(.sqlite, at: path) { database in
      try await database.makeItems()
      try await database.write { try $0.execute("PRAGMA application_id = 7") }
    }
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(
      await faultCode { try await withDatabase(.sqlite, at: path) { _ in } } == .configuration)
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test func `a file that is no database is refused and not touched`() async throws {
    let file = try TemporaryFolder.url().appending(path: "notes.txt")
    let text = Data(String(repeating: "Not a database. ", count: 100).utf8)
    try text.write(to: file)
    #expect(
      await faultCode { try await withDatabase(.sqlite, at: file.path) { _ in } } == .configuration)
    #expect(try Data(contentsOf: file) == text)
  }

  @Test(arguments: ["/proc/vitrine/desk.db", "/proc/vitrine.db", "/dev/null/desk.db"])
  func `a place that cannot be written is said`(_ path: String) async throws {
    #expect(await faultCode { try await withDatabase(.sqlite, at: path) { _ in } } == .io)
  }

  @Test(arguments: ["", "mysql://host/desk", "a\u{0}b"])
  func `a location that is neither path nor URL is refused`(_ location: String) async throws {
    #expect(
      await faultCode { _ = try await Databases.open(location, base: URL(filePath: "/tmp")) }
        == .configuration)
  }

  @Test func `a full disk is said and leaves what was there`() async throws {
    try await withDatabase(.sqlite) { database in
      try await database.makeItems()
      try await database.addItems(1...1)
      let code = await faultCode {
        try await database.write { transaction in
          try transaction.execute("PRAGMA max_page_count = 20")
          let blob = SQLValue.blob([UInt8](repeating: 1, count: 100_000))
          try transaction.execute("INSERT INTO item (id, bytes) VALUES (2, ?1)", [blob])
        }
      }
      #expect(code == .io)
      #expect(try await database.itemCount() == 1)
    }
  }

  @Test func `a full disk inside a savepoint cannot be passed over`() async throws {
    try await withDatabase(.sqlite) { database in
      try await database.makeItems()
      let code = await faultCode {
        try await database.write { transaction in
          try transaction.addItem(1)
          try transaction.execute("PRAGMA max_page_count = 20")
          let blob = SQLValue.blob([UInt8](repeating: 1, count: 100_000))
          try transaction.savepoint {
            try transaction.execute("INSERT INTO item (id, bytes) VALUES (2, ?1)", [blob])
          }
        }
      }
      #expect(code == .io)
      #expect(try await database.itemCount() == 0)
    }
  }

  @Test func `many programs make one new file together`() async throws {
    let location = try await DriverUnderTest.sqlite.freshLocation()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { try await withDatabase(.sqlite, at: location) { _ in } }
      }
      try await group.waitForAll()
    }
    try await withDatabase(.sqlite, at: location) { try await $0.makeItems() }
  }

  private func mode(_ path: String) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    return (value as? NSNumber)?.intValue ?? -1
  }
}
