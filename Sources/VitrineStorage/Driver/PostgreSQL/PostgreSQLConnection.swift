import VitrineCore

/// A place for one session, which is opened when it is needed and again after it broke.
actor PostgreSQLConnection {
  private let url: String
  private let options: DatabaseOptions
  private let executor = QueueExecutor(label: "vitrine.postgresql")
  private var session: PostgreSQLSession?

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Connects to nothing yet.
  init(url: String, options: DatabaseOptions) {
    self.url = url
    self.options = options
  }

  /// Connects now, to find out whether it can.
  func connect() throws {
    if session == nil { session = try PostgreSQLSession.connect(url, options: options) }
  }

  /// Runs a body between `begin` and a commit, or rolls it back.
  ///
  /// A `PostgreSQLFailure` that comes out says that the body may run again; all else is final.
  func transaction<T: Sendable>(
    _ begin: String, reading: Bool, _ body: @Sendable (any Transaction) throws -> T
  ) throws -> T {
    let session = try ready(begin)
    let transaction = PostgreSQLTransaction(session, reading: reading)
    let result: T
    do {
      result = try body(transaction)
      try transaction.refuseAfterFailure()
    } catch {
      rollBack(session)
      if let transient = transaction.transient, error as? Fault == transient.fault() {
        if transient.isStalePlan { try? session.forgetStatements() }
        throw transient
      }
      throw error
    }
    try commit(session)
    return result
  }

  /// Runs one statement outside a transaction, on the session that there is or a new one.
  func rows(_ sql: String, _ arguments: [SQLValue]) throws -> [Row] {
    try connect()
    guard let session else { return [] }
    do {
      return try session.query(sql, arguments).rows()
    } catch let failure as PostgreSQLFailure {
      throw failure.fault()
    }
  }

  /// Runs one statement outside a transaction that cannot run inside one.
  func run(_ sql: String) throws {
    do {
      try ready(sql)
    } catch let failure as PostgreSQLFailure {
      throw failure.fault()
    }
  }

  /// Whether the session that there is still answers; no new one is opened.
  func isAlive() -> Bool {
    guard let session else { return false }
    return (try? session.run("SELECT 1")) != nil
  }

  /// Ends the session.
  func end() { session = nil }

  /// A session that has taken its first statement.
  ///
  /// A connection that lay idle may have broken meanwhile (a restart of the server, a firewall);
  /// nothing was asked of it yet, so a new one takes its place.
  @discardableResult
  private func ready(_ first: String) throws -> PostgreSQLSession {
    do {
      if let session {
        try session.run(first)
        return session
      }
    } catch let failure as PostgreSQLFailure {
      guard failure.isBroken else { throw failure.fault() }
      session = nil
    }
    try connect()
    guard let session else { throw Fault(.internal, Message("storage.closed")) }
    do {
      try session.run(first)
    } catch let failure as PostgreSQLFailure {
      throw failure.fault()
    }
    return session
  }

  private func rollBack(_ session: PostgreSQLSession) {
    // A session that cannot roll back is not used again: the server rolls back when it ends.
    if (try? session.run("ROLLBACK")) == nil { self.session = nil }
  }

  private func commit(_ session: PostgreSQLSession) throws {
    do {
      guard try session.run("COMMIT") == "COMMIT" else {
        throw Fault(.internal, Message("storage.statement", "COMMIT"))
      }
    } catch let failure as PostgreSQLFailure {
      if failure.isBroken {
        self.session = nil
        throw Fault(
          .unavailable, Message("storage.commitUnknown"),
          hint: Message("storage.unavailable.hint"))
      }
      // The server has rolled back by itself.
      if failure.mayRetry { throw failure }
      throw failure.fault()
    }
  }
}
