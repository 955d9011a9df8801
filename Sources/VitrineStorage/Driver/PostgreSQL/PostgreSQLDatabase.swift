import VitrineCore

/// A desk's database on a PostgreSQL server.
struct PostgreSQLDatabase: Database {
  let dialect = Dialect.postgresql
  private let url: String
  private let options: DatabaseOptions
  private let pool: PostgreSQLPool

  /// Connects once, so that a wrong URL or a missing server shows now.
  static func open(_ url: String, options: DatabaseOptions) async throws -> PostgreSQLDatabase {
    let connections = (0..<options.connections).map { _ in
      PostgreSQLConnection(url: url, options: options)
    }
    try await connections.last?.connect()
    return PostgreSQLDatabase(url: url, options: options, pool: PostgreSQLPool(connections))
  }

  private init(url: String, options: DatabaseOptions, pool: PostgreSQLPool) {
    self.url = url
    self.options = options
    self.pool = pool
  }

  func read<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await transaction(
      "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY", reading: true, body)
  }

  func write<T: Sendable>(
    _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await transaction(
      "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE", reading: false, body)
  }

  /// Takes a session advisory lock on a connection of its own.
  ///
  /// The lock needs a connection straight to the server, or a proxy that keeps sessions.
  func holdLease(_ name: String) async throws -> (any LeaseHold)? {
    try [.text(name)].refuseNUL()
    let connection = PostgreSQLConnection(url: url, options: options)
    let answer = try await connection.rows(
      "SELECT pg_try_advisory_lock(\(Self.leaseKey)) AS held", [.text(name)])
    guard try answer.first?.bool("held") == true else {
      await connection.end()
      return nil
    }
    return PostgreSQLLeaseHold(name: name, connection: connection)
  }

  func isLeaseHeld(_ name: String) async throws -> Bool {
    try await read { transaction in
      let answer = try transaction.row(
        """
        SELECT COUNT(*) AS count FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND ((CAST(classid AS BIGINT) << 32) | CAST(objid AS BIGINT)) = \(Self.leaseKey)
        """, [.text(name)])
      return try answer?.integer("count") != 0
    }
  }

  func wipeFreedSpace(of tables: [String]) async throws {
    try await waitForOlderSnapshots()
    for table in tables {
      try await pool.withConnection { try await $0.run("VACUUM (FULL) \(table)") }
    }
  }

  /// Waits until nobody in the cluster can look at what was deleted before this moment.
  ///
  /// A rewrite copies deleted rows as long as an older snapshot might want them. Sessions that are
  /// just starting have one, too, and do not show up; it lives for milliseconds, which the last wait
  /// leaves them. `locked` when somebody is at it for longer.
  private func waitForOlderSnapshots() async throws {
    let marker = try await write { transaction in
      try transaction.row("SELECT CAST(txid_current() % 4294967296 AS TEXT) AS marker")?
        .text("marker") ?? "0"
    }
    for _ in 0..<100 {
      let older = try await read { transaction in
        try transaction.row(
          """
          SELECT COUNT(*) AS count FROM pg_stat_activity WHERE pid <> pg_backend_pid()
            AND (age(backend_xid) > age(CAST(CAST(?1 AS TEXT) AS xid))
              OR age(backend_xmin) > age(CAST(CAST(?1 AS TEXT) AS xid)))
          """, [.text(marker)])?.integer("count") ?? 0
      }
      try await Task.sleep(for: .milliseconds(older == 0 ? 100 : 50))
      if older == 0 { return }
    }
    throw Fault(.locked, Message("storage.locked"))
  }

  func close() async {
    await pool.close()
  }

  /// The 64 bits that stand for a lease's name `?1`, different for two desks in one database; the
  /// seed tells leases from whatever else uses advisory locks there.
  static let leaseKey =
    "hashtextextended(COALESCE(current_schema(), '') || '/' || CAST(?1 AS TEXT), 1212)"

  /// How often a body runs before its deadlocks are somebody's fault.
  private static let attempts = 5

  private func transaction<T: Sendable>(
    _ begin: String, reading: Bool, _ body: @escaping @Sendable (any Transaction) throws -> T
  ) async throws -> T {
    try await pool.withConnection { connection in
      var attempt = 0
      while true {
        attempt += 1
        do {
          return try await connection.transaction(begin, reading: reading, body)
        } catch let failure as PostgreSQLFailure {
          guard attempt < Self.attempts else { throw failure.fault(reading: reading) }
          // Lets the other body of a deadlock take its lock first. No randomness: the server ends one
          // body of each deadlock and lets the others go on.
          try? await Task.sleep(for: .milliseconds(20 * attempt))
        }
      }
    }
  }
}
