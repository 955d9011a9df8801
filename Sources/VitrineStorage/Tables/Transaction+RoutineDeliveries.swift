import VitrineCore

extension Transaction {
  /// Posts of stores that are about to leave and that the rules have not looked at yet, by their time.
  package func deliveriesToReview(before horizon: Timestamp, limit: Int) throws -> [StoredDelivery]
  {
    var found: [StoredDelivery] = []
    // One state a question: the index then gives the rows in their order.
    for state in ["staged", "ready"] {
      found += try rows(
        """
        SELECT * FROM delivery WHERE broadcast_id IS NULL AND state = '\(state)'
          AND release_at <= ?1 AND reviewed_at IS NULL AND worker_id IS NULL
        ORDER BY release_at, post_id LIMIT ?2
        """, [SQLValue(horizon), SQLValue(limit - found.count)]
      ).map(StoredDelivery.init(row:))
    }
    return found
  }

  /// Notes that the rules let posts of stores go, exactly as they are stored now.
  ///
  /// A post whose content was changed since it was read keeps waiting: the digest says so. Returns how many
  /// may go.
  @discardableResult
  package func noteReviewed(_ deliveries: [StoredDelivery], at now: Timestamp) throws -> Int {
    var count = 0
    for delivery in deliveries {
      count += try execute(
        """
        UPDATE delivery SET reviewed_at = ?3, updated_at = ?3
        WHERE post_id = ?1 AND digest = ?2 AND broadcast_id IS NULL AND reviewed_at IS NULL
        """, [SQLValue(delivery.post), .text(delivery.digest), SQLValue(now)])
    }
    return count
  }

  /// Holds a post of a store that the rules do not let go; false when it has moved on meanwhile.
  @discardableResult
  package func holdRoutineDelivery(
    _ delivery: StoredDelivery, _ trouble: Trouble, at now: Timestamp
  ) throws -> Bool {
    try execute(
      """
      UPDATE delivery SET state = 'held', trouble = ?3, updated_at = ?4
      WHERE post_id = ?1 AND digest = ?2 AND broadcast_id IS NULL
        AND state IN ('ready', 'staged') AND worker_id IS NULL
      """,
      [
        SQLValue(delivery.post), .text(delivery.digest), .text(trouble.stored), SQLValue(now),
      ]) == 1
  }

  /// Lets posts of stores that wait for a person go again, and returns how many do.
  ///
  /// Held ones, failed ones and those that missed their time, once their page is connected; the rules look
  /// at them again. What is later than its time gets the present one; its end of validity stays. A draft
  /// that the network has lost is forgotten where nobody can have seen it, and looked for until
  /// `doubtUntil`.
  @discardableResult
  package func resumeHeldDeliveries(
    _ posts: [PostID], doubtUntil: Timestamp, at now: Timestamp
  ) throws -> Int {
    var count = 0
    for some in posts.chunks(of: 500) {
      let ids = some.map { SQLValue($0) }
      try execute(
        """
        UPDATE delivery SET remote_id = NULL, is_doubtful = 1, doubt_until = ?2, looked_at = NULL,
          updated_at = ?1
        WHERE post_id IN (\(some.placeholders(from: 3))) AND broadcast_id IS NULL
          AND state = 'held' AND remote_id IS NOT NULL AND may_be_public = 0
          AND trouble LIKE '[["trouble.missing"%'
        """, [SQLValue(now), SQLValue(doubtUntil)] + ids)
      count += try execute(
        """
        UPDATE delivery SET page_id = (\(ConnectedPage.query)),
          state = CASE WHEN remote_id IS NULL OR state = 'missed' THEN 'ready' ELSE 'staged' END,
          remote_id = CASE WHEN state = 'missed' THEN NULL ELSE remote_id END,
          release_at = CASE WHEN release_at < ?1 THEN ?1 ELSE release_at END,
          reviewed_at = NULL, uploads = NULL, trouble = NULL, looked_at = NULL, attempts = 0,
          last_wait = 0, not_before = 0, updated_at = ?1
        WHERE post_id IN (\(some.placeholders(from: 2))) AND broadcast_id IS NULL
          AND (state = 'held' OR (state = 'missed' AND may_be_public = 0)
            OR (state = 'failed' AND remote_id IS NULL))
          AND EXISTS (\(ConnectedPage.query))
        """, [SQLValue(now)] + ids)
    }
    return count
  }

  /// When the desk's pace allows the next post of a store.
  package func routinePace() throws -> Timestamp {
    try row("SELECT value FROM counter WHERE name = 'pace'")?.timestamp("value")
      ?? Timestamp(clamping: 0)
  }

  /// Moves that time on.
  package func setRoutinePace(_ time: Timestamp) throws {
    try execute("UPDATE counter SET value = ?1 WHERE name = 'pace'", [SQLValue(time)])
  }
}

/// The page that the store of a row of `delivery` has now on its network.
package enum ConnectedPage {
  /// A subquery for its id; it has no row where there is none, or one that needs attention.
  package static let query = """
    SELECT p.id FROM page p WHERE p.store_code = delivery.store_code
      AND p.network = delivery.network AND p.state = 'connected'
    """
}
