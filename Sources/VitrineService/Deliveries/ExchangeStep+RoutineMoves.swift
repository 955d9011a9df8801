import VitrineCore
import VitrineStorage

/// What happens to posts of stores besides calls: pages break, times end, people change their minds.
extension ExchangeStep {
  /// Moves on what is due, and returns what changed.
  func advanceRoutine(
    _ work: RoutineWork, _ transaction: any Transaction
  ) throws -> [StoredDelivery] {
    var moved: [StoredDelivery] = []
    if work.has(.published, .releasing) { try leaveBrokenPosts(transaction) }
    if work.has(.ready, .staging, .staged) { moved += try holdBrokenPosts(transaction) }
    // What is held has no hour at which it would have to be looked at.
    if work.has(.ready, .staged) || signOn != nil { moved += try endPosts(transaction) }
    if work.wishes > 0 { moved += try carryOutWishes(transaction) }
    return moved
  }

  private func carryOutWishes(_ transaction: any Transaction) throws -> [StoredDelivery] {
    switch focus {
    case .everything:
      try transaction.carryOutWishes(at: now) + transaction.carryOutHolds(at: now)
    case .posts(let posts):
      try transaction.carryOutWishes(of: posts, at: now)
        + transaction.carryOutHolds(of: posts, at: now)
    case .broadcast: []
    }
  }

  /// Posts whose page stopped working, or whose store is gone, wait for a person.
  private func holdBrokenPosts(_ transaction: any Transaction) throws -> [StoredDelivery] {
    let end = now.advanced(byMilliseconds: desk.rules.quarantineMilliseconds)
    // A stage that nobody has the answer of may have left a draft.
    return try transaction.rows(
      """
      UPDATE delivery SET state = 'held', updated_at = ?1, unknown_since = NULL,
        is_doubtful = CASE WHEN state = 'staging' THEN 1 ELSE is_doubtful END,
        doubt_until = CASE WHEN state = 'staging' THEN ?2 ELSE doubt_until END,
        looked_at = CASE WHEN state = 'staging' THEN NULL ELSE looked_at END,
        trouble = CASE WHEN store_code IN (\(Self.removedStores)) THEN ?4
          ELSE (SELECT p.trouble FROM page p WHERE p.id = delivery.page_id) END
      WHERE broadcast_id IS NULL AND state IN ('ready', 'staging', 'staged')
        AND release_at <= ?3 AND worker_id IS NULL
        AND (page_id IN (SELECT p.id FROM page p WHERE p.state <> 'connected')
          OR store_code IN (\(Self.removedStores)))
        \(scope(of: "delivery", from: 5))
      RETURNING *
      """,
      [
        SQLValue(now), SQLValue(end), SQLValue(routineHorizon),
        .text(Trouble("storeRemoved").stored),
      ] + scopeArguments
    ).map(StoredDelivery.init(row:))
  }

  private static let removedStores = "SELECT s.code FROM store s WHERE s.removed_at IS NOT NULL"

  /// What may be public, or is, on a page that cannot be asked any more.
  private func leaveBrokenPosts(_ transaction: any Transaction) throws {
    try transaction.execute(
      """
      UPDATE delivery SET state = CASE WHEN state = 'published' THEN 'confirmed' ELSE state END,
        trouble = CASE WHEN state = 'published' THEN NULL
          ELSE (SELECT p.trouble FROM page p WHERE p.id = delivery.page_id) END,
        unknown_since = CASE WHEN state = 'published' THEN NULL
          ELSE COALESCE(unknown_since, ?1) END, updated_at = ?1
      WHERE broadcast_id IS NULL AND worker_id IS NULL
        AND state IN ('published', 'releasing', 'removing')
        AND (state = 'published' OR trouble IS NULL)
        AND page_id IN (SELECT p.id FROM page p WHERE p.state <> 'connected')
        \(scope(of: "delivery", from: 2))
      """, [SQLValue(now)] + scopeArguments)
  }

  /// After its end a post is not sent any more: it was missed, and its draft is deleted.
  private func endPosts(_ transaction: any Transaction) throws -> [StoredDelivery] {
    try transaction.rows(
      """
      UPDATE delivery SET state = CASE WHEN remote_id IS NULL THEN 'missed' ELSE 'discarding' END,
        trouble = ?2, unknown_since = NULL, attempts = 0, last_wait = 0, not_before = 0,
        updated_at = ?1
      WHERE broadcast_id IS NULL AND state IN ('ready', 'staged', 'held') AND release_at <= ?1
        AND worker_id IS NULL AND published_at IS NULL AND \(RoutineEnd.of("delivery")) <= ?1
        \(scope(of: "delivery", from: 3))
      RETURNING *
      """, [SQLValue(now), .text(Trouble("missed").stored)] + scopeArguments
    ).map(StoredDelivery.init(row:))
  }

  /// Takes posts in again whose page was connected or mended since, unless they have come to their end.
  ///
  /// The rules look at them once more. Returns how many.
  func takeMendedPosts(_ transaction: any Transaction) throws -> Int {
    try transaction.execute(
      """
      UPDATE delivery SET page_id = (\(ConnectedPage.query)),
        state = CASE WHEN remote_id IS NULL THEN 'ready' ELSE 'staged' END,
        trouble = NULL, uploads = NULL, reviewed_at = NULL, attempts = 0, not_before = 0,
        updated_at = ?1
      WHERE broadcast_id IS NULL AND state = 'held' AND published_at IS NULL
        AND (\(Self.mendable)) AND EXISTS (\(ConnectedPage.query))
        AND \(RoutineEnd.of("delivery")) > ?1\(scope(of: "delivery", from: 2))
      """, [SQLValue(now)] + scopeArguments)
  }
}
