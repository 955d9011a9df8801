import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

@testable import VitrineStorage

/// What is particular to a server: it can be missing, restart, or speak first.
@Suite(.disabled(if: PostgreSQLServer.isSkipped, "VITRINE_SKIP_POSTGRESQL is set"))
struct PostgreSQLDatabaseTests {
  @Test func `a server that is not there is unavailable`() async throws {
    let code = await faultCode {
      _ = try await Databases.open(
        "postgresql:///desk?host=/nonexistent-folder", base: URL(filePath: "/"))
    }
    #expect(code == .unavailable)
  }

  @Test(arguments: [
    "postgresql://user:hunter2@[::1/desk", "postgresql://user:hunter2%zz@host/desk",
    "postgres://user:hunter2@host/desk?nonsense=1",
  ])
  func `a bad URL is refused without repeating its password`(_ url: String) async throws {
    let fault = await #expect(throws: Fault.self) {
      _ = try await Databases.open(url, base: URL(filePath: "/"))
    }
    #expect(fault?.code == .configuration)
    #expect(fault.map { "\($0)".contains("hunter2") } == false)
  }

  @Test func `a missing library says what to install`() {
    guard case .failure(let fault) = Libpq.open("libpq-that-is-not-there.so.5") else {
      Issue.record("it was opened")
      return
    }
    #expect(fault.code == .configuration)
    #expect(fault.hint?.text(in: .en).contains("apt-get install libpq5") == true)
  }

  @Test func `commits wait for the disk`() async throws {
    try await withDatabase(.postgresql) { database in
      let row = try await database.write { try $0.row("SHOW synchronous_commit") }
      #expect(row?.values == ["on"])
    }
  }

  @Test func `a connection that broke while idle is replaced`() async throws {
    let location = try await PostgreSQLServer.freshDatabase()
    try await withDatabase(.postgresql, at: location) { one in
      try await one.makeItems()
      try await withDatabase(.postgresql, at: location) { other in
        try await other.endOtherSessions()
      }
      try await one.addItems(1...1)
      #expect(try await one.itemCount() == 1)
    }
  }

  @Test func `a connection that breaks in a transaction is unavailable, and the next one works`()
    async throws
  {
    let location = try await PostgreSQLServer.freshDatabase()
    try await withDatabase(.postgresql, at: location) { one in
      try await one.makeItems()
      try await withDatabase(.postgresql, at: location) { other in
        let (begun, ended) = (Rendezvous(2), Rendezvous(2))
        async let code = faultCode {
          try await one.write { transaction in
            try transaction.addItem(1)
            try begun.lead()
            try ended.lead()
            try transaction.addItem(2)
          }
        }
        try await other.read { _ in try begun.join() }
        try await other.endOtherSessions()
        try await other.read { _ in try ended.join() }
        #expect(await code == .unavailable)
      }
      #expect(try await one.itemCount() == 0)
      try await one.addItems(3...3)
    }
  }

  @Test func `a connection that breaks before the commit leaves the outcome open`() async throws {
    let location = try await PostgreSQLServer.freshDatabase()
    try await withDatabase(.postgresql, at: location) { one in
      try await one.makeItems()
      try await withDatabase(.postgresql, at: location) { other in
        let (begun, ended) = (Rendezvous(2), Rendezvous(2))
        async let write: Void = one.write { transaction in
          try transaction.addItem(1)
          try begun.lead()
          try ended.lead()
        }
        try await other.read { _ in try begun.join() }
        try await other.endOtherSessions()
        try await other.read { _ in try ended.join() }
        do {
          try await write
          Issue.record("it committed on a connection that is gone")
        } catch let fault as Fault {
          #expect(fault.code == .unavailable)
          #expect(fault.message.code == "storage.commitUnknown")
        }
      }
    }
  }

  @Test func `a lease is lost with its session, and says so`() async throws {
    let location = try await PostgreSQLServer.freshDatabase()
    try await withDatabase(.postgresql, at: location) { one in
      let hold = try #require(try await one.holdLease("worker"))
      try await withDatabase(.postgresql, at: location) { other in
        try await other.endOtherSessions()
        #expect(await hold.isHeld() == false)
        let next = try #require(try await other.holdLease("worker"))
        await hold.release()
        #expect(try await other.isLeaseHeld("worker"))
        await next.release()
      }
    }
  }

  @Test func `a statement whose columns a migration changed still works`() async throws {
    let location = try await PostgreSQLServer.freshDatabase()
    let single = DatabaseOptions(connections: 1)
    try await withDatabase(.postgresql, at: location, options: single) { one in
      try await one.makeItems()
      try await one.addItems(1...1)
      let before = try await one.read { try $0.row("SELECT * FROM item") }
      try await withDatabase(.postgresql, at: location) { other in
        try await other.write { try $0.execute("ALTER TABLE item ADD COLUMN more BIGINT") }
      }
      let after = try await one.read { try $0.row("SELECT * FROM item") }
      #expect(before?.values.count == 4)
      #expect(after?.values.count == 5)
    }
  }

  @Test func `more statements than the cache holds all work`() async throws {
    try await withDatabase(.postgresql, options: DatabaseOptions(connections: 1)) { database in
      let sum = try await database.read { transaction in
        try (0..<1_100).reduce(Int64(0)) { sum, number in
          try sum + (transaction.row("SELECT \(number) AS n")?.integer("n") ?? 0)
        }
      }
      #expect(sum == 604_450)
    }
  }

  @Test(arguments: [
    ("SELECT ?1, ?12", "SELECT $1, $12", 12), ("SELECT '?1', ?2", "SELECT '?1', $2", 2),
    ("SELECT \"a?1\", ?1", "SELECT \"a?1\", $1", 1),
    ("SELECT 'it''s ?1', ?1", "SELECT 'it''s ?1', $1", 1),
    ("SELECT ?1 -- ?2\n, ?3", "SELECT $1 -- ?2\n, $3", 3),
    ("SELECT /* ?2 */ ?1", "SELECT /* ?2 */ $1", 1),
    ("AS $$ ?1 '$$ ?1", "AS $$ ?1 '$$ $1", 1), ("AS $b$ ?1 $$ ?1 $b$", "AS $b$ ?1 $$ ?1 $b$", 0),
    ("a ? b", "a ? b", 0), ("ends with ?", "ends with ?", 0), ("open ' ?1", "open ' ?1", 0),
    ("é = ?1 'é' ?2", "é = $1 'é' $2", 2), ("", "", 0),
  ])
  func `placeholders are translated outside quotes`(
    _ sql: String, _ expected: String, _ count: Int
  ) {
    let result = Placeholders.translate(sql)
    #expect(result.sql == expected)
    #expect(result.count == count)
  }
}

extension Database {
  /// Ends all sessions on this database but the one that asks, and waits until they are gone.
  fileprivate func endOtherSessions() async throws {
    let others =
      "FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    _ = try await read { try $0.rows("SELECT pg_terminate_backend(pid, 10000) \(others)") }
  }
}
