import VitrineCore

extension Transaction {
  /// What is known of each network's limits.
  package func networkStates() throws -> [StoredNetworkState] {
    try rows("SELECT * FROM network_state ORDER BY network").map(StoredNetworkState.init(row:))
  }

  /// Writes what is known of a network's limits.
  package func setNetworkState(_ state: StoredNetworkState) throws {
    try execute(
      """
      INSERT INTO network_state (network, app_percent, app_reported_at, app_counts_until,
        app_next_at, host_next_at, silences, silent_since, probe_at, blocked_page, blocked_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      ON CONFLICT (network) DO UPDATE SET app_percent = excluded.app_percent,
        app_reported_at = excluded.app_reported_at, app_counts_until = excluded.app_counts_until,
        app_next_at = excluded.app_next_at, host_next_at = excluded.host_next_at,
        silences = excluded.silences, silent_since = excluded.silent_since,
        probe_at = excluded.probe_at, blocked_page = excluded.blocked_page,
        blocked_at = excluded.blocked_at
      """,
      [
        .text(state.network.rawValue), SQLValue(state.appPercent), SQLValue(state.appReported),
        SQLValue(state.appCountsUntil), SQLValue(state.appNext), SQLValue(state.hostNext),
        SQLValue(state.silences), SQLValue(state.silentSince), SQLValue(state.probe),
        SQLValue(state.blockedPage), SQLValue(state.blocked),
      ])
  }

  /// The pages that have used much of their budget, by reports that still count.
  package func pageUsages(at now: Timestamp) throws -> [StoredPageUsage] {
    try rows(
      "SELECT * FROM page_usage WHERE counts_until > ?1 ORDER BY network, remote_page",
      [SQLValue(now)]
    ).map(StoredPageUsage.init(row:))
  }

  /// Writes how much pages have used.
  package func setPageUsages(_ usages: [StoredPageUsage]) throws {
    try insertMany(
      into: "page_usage",
      columns: [
        "network", "remote_page", "percent", "reported_at", "counts_until", "next_at",
      ],
      rows: usages.map {
        [
          .text($0.network.rawValue), SQLValue($0.page), SQLValue($0.percent),
          SQLValue($0.reported), SQLValue($0.countsUntil), SQLValue($0.next),
        ]
      },
      onConflict: """
        ON CONFLICT (network, remote_page) DO UPDATE SET percent = excluded.percent,
          reported_at = excluded.reported_at, counts_until = excluded.counts_until,
          next_at = excluded.next_at
        """)
  }

  /// Forgets the reports that do not count any more, and returns how many.
  @discardableResult
  package func forgetPageUsages(at now: Timestamp) throws -> Int {
    try execute("DELETE FROM page_usage WHERE counts_until <= ?1", [SQLValue(now)])
  }

  /// How the last pages of a broadcast ended, as bits; 0 where none failed.
  package func wave(of broadcast: BroadcastID) throws -> Int64 {
    try row(
      "SELECT bits FROM broadcast_wave WHERE broadcast_id = ?1", [SQLValue(broadcast)])?
      .integer("bits") ?? 0
  }

  /// Keeps how they ended.
  package func setWave(of broadcast: BroadcastID, _ bits: Int64) throws {
    try execute(
      """
      INSERT INTO broadcast_wave (broadcast_id, bits) VALUES (?1, ?2)
      ON CONFLICT (broadcast_id) DO UPDATE SET bits = excluded.bits
      """, [SQLValue(broadcast), .integer(bits)])
  }

  /// The broadcasts under way that have pages on a network.
  package func broadcastsUnderWay(on network: Network) throws -> [BroadcastID] {
    try rows(
      """
      SELECT b.id FROM broadcast b
      WHERE b.state IN ('staging', 'awaiting-exceptions', 'releasing')
        AND EXISTS (SELECT 1 FROM delivery d
          WHERE d.broadcast_id = b.id AND d.network = ?1)
      ORDER BY b.id
      """, [.text(network.rawValue)]
    ).map { BroadcastID(try $0.text("id")) }
  }

  /// Whether a worker is putting mandatory messages on pages of a network right now.
  ///
  /// With a due delivery and nobody at work there is nothing to give way to.
  package func isMandatoryDue(
    on network: Network, aliveSince: Timestamp, at now: Timestamp
  ) throws -> Bool {
    try row(
      """
      SELECT 1 AS found FROM broadcast b JOIN delivery d ON d.broadcast_id = b.id
        JOIN page p ON p.id = d.page_id
      WHERE b.state IN ('staging', 'releasing') AND d.network = ?1
        AND d.state IN ('ready', 'staging', 'staged', 'releasing') AND d.not_before <= ?2
        AND d.release_at <= ?2 AND p.state = 'connected'
        AND EXISTS (SELECT 1 FROM worker w WHERE w.heartbeat_at >= ?3) LIMIT 1
      """, [.text(network.rawValue), SQLValue(now), SQLValue(aliveSince)]) != nil
  }
}
