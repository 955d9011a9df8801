import VitrineCore

/// What the last look at the pages of a broadcast found.
package struct StoredVerification: Hashable, Sendable {
  /// The broadcast.
  package let broadcast: BroadcastID
  /// When.
  package let at: Timestamp
  /// How many posts were there and said what they should.
  package let same: Int
  /// How many said something else.
  package let altered: Int
  /// How many were gone, or not public.
  package let missing: Int
  /// How many pages gave no clear answer.
  package let unclear: Int

  /// Makes a result.
  package init(
    broadcast: BroadcastID, at: Timestamp, same: Int, altered: Int, missing: Int, unclear: Int
  ) {
    self.broadcast = broadcast
    self.at = at
    self.same = same
    self.altered = altered
    self.missing = missing
    self.unclear = unclear
  }

  init(row: Row) throws {
    self.init(
      broadcast: BroadcastID(try row.text("broadcast_id")), at: try row.timestamp("checked_at"),
      same: try row.int("same"), altered: try row.int("altered"),
      missing: try row.int("missing"), unclear: try row.int("unclear"))
  }
}

extension Transaction {
  /// Keeps a result, in the place of the one before.
  package func keepVerification(_ result: StoredVerification) throws {
    try execute(
      """
      INSERT INTO verification (broadcast_id, checked_at, same, altered, missing, unclear)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (broadcast_id) DO UPDATE SET checked_at = excluded.checked_at,
        same = excluded.same, altered = excluded.altered, missing = excluded.missing,
        unclear = excluded.unclear
      """,
      [
        SQLValue(result.broadcast), SQLValue(result.at), SQLValue(result.same),
        SQLValue(result.altered), SQLValue(result.missing), SQLValue(result.unclear),
      ])
  }

  /// The last result of a broadcast; nil where nobody has looked.
  package func verification(of broadcast: BroadcastID) throws -> StoredVerification? {
    try row("SELECT * FROM verification WHERE broadcast_id = ?1", [SQLValue(broadcast)])
      .map(StoredVerification.init(row:))
  }

  /// The broadcast whose turn it is: those that nobody has looked at first, then those not looked at longest.
  ///
  /// Its last page was settled before `finished`; it is still valid, or has no end and was settled after
  /// `endless`; nobody has looked since `checked`.
  package func broadcastToVerify(
    finishedBefore finished: Timestamp, endlessAfter endless: Timestamp,
    checkedBefore checked: Timestamp, at now: Timestamp
  ) throws -> BroadcastID? {
    try row(
      """
      SELECT b.id FROM broadcast b LEFT JOIN verification v ON v.broadcast_id = b.id
      WHERE b.state = 'finished' AND b.finished_at IS NOT NULL AND b.finished_at <= ?1
        AND (b.valid_until > ?4 OR (b.valid_until IS NULL AND b.finished_at > ?2))
        AND (v.checked_at IS NULL OR v.checked_at <= ?3)
      ORDER BY COALESCE(v.checked_at, 0), b.finished_at, b.id LIMIT 1
      """,
      [SQLValue(finished), SQLValue(endless), SQLValue(checked), SQLValue(now)]
    ).map { BroadcastID(try $0.text("id")) }
  }

  /// The results that somebody has to look at, of broadcasts that a repair would still be taken for.
  package func damagedBroadcasts(at now: Timestamp) throws
    -> [(title: String, result: StoredVerification)]
  {
    try rows(
      """
      SELECT b.title, v.* FROM verification v JOIN broadcast b ON b.id = v.broadcast_id
      WHERE v.altered + v.missing > 0 AND b.state IN ('finished', 'releasing')
        AND (b.valid_until IS NULL OR b.valid_until > ?1)
      ORDER BY v.checked_at, v.broadcast_id
      """, [SQLValue(now)]
    ).map { (try $0.text("title"), try StoredVerification(row: $0)) }
  }
}
