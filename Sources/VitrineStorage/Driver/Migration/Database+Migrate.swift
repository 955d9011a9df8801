import VitrineCore

extension Database {
  /// Brings the schema up to the last of these migrations, each in a transaction of its own.
  ///
  /// Two processes that start together wait for each other. A schema that is newer than the last
  /// migration is `Fault(.configuration)` that names both versions: an older program must not write
  /// to tables it does not know. When nothing is to be done, nothing is locked or written.
  package func migrate(_ migrations: [Migration]) async throws {
    let steps = migrations.sorted { $0.number < $1.number }
    guard steps.map(\.number) == Array(1..<(steps.count + 1)) else {
      throw Fault(.internal, Message("storage.migrations"))
    }
    let present = try await read { try $0.schemaVersion() }
    guard present != steps.count else { return }
    try Self.refuseNewer(present, than: steps.count)
    for step in steps where step.number > present {
      try await write { transaction in
        try transaction.lockSchema()
        let version = try transaction.schemaVersion()
        try Self.refuseNewer(version, than: steps.count)
        guard version < step.number else { return }
        if version == 0 { try transaction.createVersionTable() }
        for statement in step.statements(transaction.dialect) { try transaction.execute(statement) }
        try transaction.execute(
          "INSERT INTO schema_version (number) VALUES (?1)", [SQLValue(step.number)])
      }
    }
  }

  private static func refuseNewer(_ present: Int, than known: Int) throws {
    guard present <= known else {
      throw Fault(
        .configuration, Message("storage.schemaNewer", present, known),
        hint: Message("storage.schemaNewer.hint"))
    }
  }
}

extension Transaction {
  /// The number of the last migration that was taken; 0 for an empty database.
  func schemaVersion() throws -> Int {
    guard try row(dialect.countTables, ["schema_version"])?.integer("count") != 0 else { return 0 }
    let last = try row("SELECT COALESCE(MAX(number), 0) AS number FROM schema_version")
    return try last?.int("number") ?? 0
  }

  /// Keeps other processes from migrating until the end of the transaction.
  ///
  /// SQLite's write transaction does so by itself. The key of the lock is the name of the product
  /// in ASCII, `vitrine`.
  fileprivate func lockSchema() throws {
    guard dialect == .postgresql else { return }
    try execute("SET LOCAL lock_timeout = '60s'")
    try execute("SELECT pg_advisory_xact_lock(33329996108492389)")
  }

  fileprivate func createVersionTable() throws {
    try execute(
      "CREATE TABLE IF NOT EXISTS schema_version "
        + "(number \(dialect.integerType) PRIMARY KEY)\(dialect.strictTable)")
  }
}
