import VitrineCore

extension Transaction {
  /// Signs a worker on.
  package func insertWorker(_ id: WorkerID, host: String, pid: Int, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO worker (id, host, pid, started_at, heartbeat_at) VALUES (?1, ?2, ?3, ?4, ?4)
      """, [SQLValue(id), .text(host), SQLValue(pid), SQLValue(now)])
  }

  /// Signs a worker off.
  package func deleteWorker(_ id: WorkerID) throws {
    try execute("DELETE FROM worker WHERE id = ?1", [SQLValue(id)])
  }

  /// Every worker that signed on and not off.
  package func workers() throws -> [WorkerID] {
    try rows("SELECT id FROM worker ORDER BY id").map { WorkerID(try $0.text("id")) }
  }

  /// Notes that a worker is alive; false when it is not signed on (any more).
  package func beat(_ id: WorkerID, at now: Timestamp) throws -> Bool {
    try execute(
      "UPDATE worker SET heartbeat_at = ?2 WHERE id = ?1", [SQLValue(id), SQLValue(now)]) == 1
  }

  /// Stops calls on a page, or (with an empty page) of the whole app, until a time.
  package func throttle(_ network: Network, page: String, until: Timestamp) throws {
    try execute(
      """
      INSERT INTO throttle (network, remote_page, until) VALUES (?1, ?2, ?3)
      ON CONFLICT (network, remote_page) DO UPDATE SET until = excluded.until
      WHERE excluded.until > throttle.until
      """, [.text(network.rawValue), .text(page), SQLValue(until)])
  }
}
