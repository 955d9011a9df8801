import VitrineCore

/// What a freeze means for the posts of its stores while it lasts, and when it ends.
extension Transaction {
  /// How many posts of these stores are scheduled and have nothing public: all of them, or those alone whose
  /// hour comes after an instant.
  package func countScheduledPosts(
    at stores: [StoreCode], after time: Timestamp = Timestamp(clamping: 0)
  ) throws -> Int {
    // From the index of states: that of stores holds everything that was ever sent.
    let isLater = time.milliseconds > 0 ? ">" : ">="
    return try stores.chunks(of: 500).reduce(0) { sum, some in
      sum
        + (try row(
          """
          SELECT COUNT(*) AS count FROM delivery WHERE broadcast_id IS NULL
            AND state IN ('ready', 'staging', 'staged') AND release_at \(isLater) ?1
            AND store_code || '' IN (\(some.placeholders(from: 2)))
          """, [SQLValue(time)] + some.map { SQLValue($0) })?.int("count") ?? 0)
    }
  }

  /// The entries of the calendar that some posts belong to.
  package func entries(of posts: [PostID]) throws -> [PostID: String] {
    var entries: [PostID: String] = [:]
    for some in posts.chunks(of: 500) {
      for row in try rows(
        """
        SELECT id, entry FROM post
        WHERE entry IS NOT NULL AND id IN (\(some.placeholders(from: 1)))
        """, some.map { SQLValue($0) })
      {
        entries[PostID(try row.text("id"))] = try row.text("entry")
      }
    }
    return entries
  }

  /// How many posts of these stores, which are frozen still, came to their end while they were.
  package func countPostsEndedInFreeze(at stores: [StoreCode], at now: Timestamp) throws -> Int {
    try stores.chunks(of: 500).reduce(0) { sum, some in
      sum
        + (try row(
          """
          SELECT COUNT(*) AS count FROM delivery d JOIN store_freeze z ON z.store_code = d.store_code
          WHERE d.broadcast_id IS NULL AND d.state IN ('ready', 'staged', 'held', 'missed')
            AND d.release_at <= ?1 AND d.published_at IS NULL
            AND \(RoutineEnd.of("d")) <= ?1 AND \(RoutineEnd.of("d")) > z.frozen_at
            AND d.store_code || '' IN (\(some.placeholders(from: 2)))
          """, [SQLValue(now)] + some.map { SQLValue($0) })?.int("count") ?? 0)
    }
  }

  /// Holds the posts of these stores whose hour has come, so that none of them leaves by itself, and returns
  /// them.
  ///
  /// What a worker has in hand, or nobody knows the last answer of, is held by `carryOutHolds` once that is
  /// clear, if it is not public then. What waits for its page waits for a person from now on, or it would leave
  /// when the page is mended. What has come to its end is left to be missed.
  package func holdPostsAfterFreeze(
    at stores: [StoreCode], at now: Timestamp
  ) throws -> [StoredDelivery] {
    for some in stores.chunks(of: 500) {
      // One state a question: the index of states then answers it, and not everything that was ever sent.
      for state in ["ready", "staging", "staged", "releasing", "held"] {
        let isOfPage = state == "held" ? "AND (\(PageTrouble.isMendable("delivery")))" : ""
        try execute(
          """
          UPDATE delivery SET wish = 'hold', updated_at = ?1
          WHERE broadcast_id IS NULL AND state = '\(state)' AND release_at <= ?1
            AND published_at IS NULL AND wish IS NULL \(isOfPage)
            AND \(RoutineEnd.of("delivery")) > ?1
            AND store_code || '' IN (\(some.placeholders(from: 2)))
          """, [SQLValue(now)] + some.map { SQLValue($0) })
      }
    }
    return try carryOutHolds(at: now)
  }

  /// Holds what is to wait for a person and nobody has in hand any more; returns those that it moved.
  ///
  /// Of some posts, or of all. What turned out to be public, or ended otherwise, is as it is.
  package func carryOutHolds(
    of posts: [PostID]? = nil, at now: Timestamp
  ) throws -> [StoredDelivery] {
    func scope(from first: Int) -> String {
      posts.map { " AND post_id IN (\($0.placeholders(from: first)))" } ?? ""
    }
    let ids = (posts ?? []).map { SQLValue($0) }
    let moved = try rows(
      """
      UPDATE delivery SET state = 'held', wish = NULL, trouble = ?2, unknown_since = NULL,
        attempts = 0, last_wait = 0, not_before = 0, updated_at = ?1
      WHERE wish = 'hold' AND worker_id IS NULL AND published_at IS NULL
        AND (state IN ('ready', 'staged')
          OR state = 'held' AND (\(PageTrouble.isMendable("delivery"))))\(scope(from: 3))
      RETURNING *
      """, [SQLValue(now), .text(Trouble("frozen").stored)] + ids
    ).map(StoredDelivery.init(row:))
    try execute(
      """
      UPDATE delivery SET wish = NULL WHERE wish = 'hold' AND worker_id IS NULL
        AND state NOT IN ('ready', 'staging', 'staged', 'releasing')\(scope(from: 1))
      """, ids)
    return moved
  }
}
