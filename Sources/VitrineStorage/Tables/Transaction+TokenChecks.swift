import VitrineCore

extension Transaction {
  /// Notes that a page's token was asked about, and when it ends if that is known now.
  ///
  /// An answer about a token that was replaced meanwhile says nothing about the new one, and is not taken.
  package func noteTokenCheck(
    of page: PageID, connected: Timestamp, isAnswered: Bool, expires: Timestamp?,
    at now: Timestamp
  ) throws {
    try execute(
      """
      UPDATE page SET checked_at = ?2,
        token_expires_at = CASE WHEN ?3 = 1 THEN ?4 ELSE token_expires_at END
      WHERE id = ?1 AND connected_at = ?5
      """,
      [
        SQLValue(page), SQLValue(now), SQLValue(isAnswered), SQLValue(expires),
        SQLValue(connected),
      ])
  }

  /// The pages whose tokens nobody has asked about for longest, of those that it is time for.
  ///
  /// One that was just connected has just been answered with its token: its first turn comes an hour later.
  package func pagesToCheck(before: Timestamp, connectedBefore: Timestamp, limit: Int) throws
    -> [StoredPage]
  {
    try rows(
      """
      SELECT \(StoredPage.columns)
      FROM page
      WHERE state <> 'disconnected' AND connected_at <= ?2
        AND (checked_at IS NULL OR checked_at <= ?1)
      ORDER BY COALESCE(checked_at, 0), id LIMIT ?3
      """, [SQLValue(before), SQLValue(connectedBefore), SQLValue(limit)]
    ).map(StoredPage.init(row:))
  }

  /// How many of these pages nobody has asked about since they were connected.
  package func countUnchecked(among pages: [StoredPage]) throws -> Int {
    var count = 0
    for some in pages.map(\.id).chunks(of: 500) {
      count +=
        try row(
          """
          SELECT COUNT(*) AS count FROM page
          WHERE checked_at IS NULL AND id IN (\(some.placeholders(from: 1)))
          """, some.map { SQLValue($0) })?.int("count") ?? 0
    }
    return count
  }

  /// How many pages are in use.
  package func countPagesInUse() throws -> Int {
    try row("SELECT COUNT(*) AS count FROM page WHERE state <> 'disconnected'")?.int("count") ?? 0
  }
}
