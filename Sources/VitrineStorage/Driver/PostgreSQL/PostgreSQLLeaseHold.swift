/// A lease held by a session of its own on the server.
final class PostgreSQLLeaseHold: LeaseHold {
  let name: String
  private let connection: PostgreSQLConnection

  /// Keeps a connection whose session has the lock.
  init(name: String, connection: PostgreSQLConnection) {
    self.name = name
    self.connection = connection
  }

  func isHeld() async -> Bool { await connection.isAlive() }

  func release() async {
    // Unlocked by name first: the end of a session takes the server a moment to notice.
    if await connection.isAlive() {
      _ = try? await connection.rows(
        "SELECT pg_advisory_unlock(\(PostgreSQLDatabase.leaseKey)) AS freed", [.text(name)])
    }
    await connection.end()
  }
}
