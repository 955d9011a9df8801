import VitrineCore

/// A mandatory message that some pages would miss as things are.
package struct MissedMessage: Hashable, Sendable {
  /// The broadcast.
  package let broadcast: BroadcastID
  /// Its title.
  package let title: String
  /// How many pages would miss it.
  package let pages: Int
  /// The hour of the first of them.
  package let at: Timestamp
}

extension Transaction {
  /// How many pages have a token that ends before an instant, and when the first one does; nil for none.
  package func dyingTokens(before end: Timestamp) throws -> (count: Int, first: Timestamp)? {
    let row = try row(
      """
      SELECT COUNT(*) AS count, MIN(token_expires_at) AS first FROM page
      WHERE state <> 'disconnected' AND token_expires_at < ?1
      """, [SQLValue(end)])
    guard let row, let first = try row.optionalTimestamp("first") else { return nil }
    return (try row.int("count"), first)
  }

  /// The messages of a span of time that a page would miss: it needs somebody now, or its token ends before its hour.
  ///
  /// What is still a draft or waits for its approvals counts too: once they are there, nobody looks any more. The
  /// mandatory entries of the calendar are among them as soon as they are applied.
  package func missedMessages(after now: Timestamp, before end: Timestamp) throws
    -> [MissedMessage]
  {
    try rows(
      """
      SELECT b.id, b.title, COUNT(*) AS pages, MIN(d.release_at) AS at
      FROM broadcast b JOIN delivery d ON d.broadcast_id = b.id
        JOIN page p ON p.store_code = d.store_code AND p.network = d.network
      WHERE b.state IN ('draft', 'submitted', 'approved', 'scheduled', 'staging')
        AND d.release_at > ?1 AND d.release_at <= ?2
        AND d.state IN ('ready', 'staging', 'staged', 'held')
        AND (p.state <> 'connected' OR p.token_expires_at < d.release_at)
      GROUP BY b.id, b.title ORDER BY MIN(d.release_at), b.id
      """, [SQLValue(now), SQLValue(end)]
    ).map {
      MissedMessage(
        broadcast: BroadcastID(try $0.text("id")), title: try $0.text("title"),
        pages: try $0.int("pages"), at: try $0.timestamp("at"))
    }
  }
}
