extension Schema {
  /// What the networks' limits leave, shared by all workers: `docs/limits.md`.
  static func limits(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      // A page stands here while its last report counts and said 60 % or more.
      """
      CREATE TABLE page_usage (
        network \(text) NOT NULL,
        remote_page \(text) NOT NULL,
        percent \(integer) NOT NULL,
        reported_at \(integer) NOT NULL,
        counts_until \(integer) NOT NULL,
        next_at \(integer) NOT NULL,
        PRIMARY KEY (network, remote_page)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE network_state (
        network \(text) PRIMARY KEY,
        app_percent \(integer) NOT NULL,
        app_reported_at \(integer) NOT NULL,
        app_counts_until \(integer) NOT NULL,
        app_next_at \(integer) NOT NULL,
        host_next_at \(integer) NOT NULL,
        silences \(integer) NOT NULL,
        silent_since \(integer),
        probe_at \(integer),
        blocked_page \(text),
        blocked_at \(integer)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE broadcast_wave (
        broadcast_id \(text) PRIMARY KEY REFERENCES broadcast (id),
        bits \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      // One call at a time a page: who is in hand is looked up for every call that is claimed.
      """
      CREATE INDEX delivery_in_hand ON delivery (page_id, lease_until)
      WHERE worker_id IS NOT NULL
      """,
      // The first in the line of each page, without reading the line. Not `IS NULL`: for that the unique
      // key of broadcasts and pages seems better, and holds every post that the page ever had.
      """
      CREATE INDEX delivery_line ON delivery (page_id, state, release_at, post_id)
      WHERE COALESCE(broadcast_id, '') = ''
      """,
    ]
  }
}
