import VitrineCore

extension Transaction {
  /// Takes posts down: what is public is deleted, what is not yet never will be.
  ///
  /// What has a call under way keeps the wish until that is clear: a release of which nobody knows is read
  /// first. What has ended without being public is left as it is. Returns the deliveries as they stand
  /// then; that a post is gone is recorded by the worker who deletes it, who wanted it by the caller.
  @discardableResult
  package func takeDownDeliveries(_ posts: [PostID], at now: Timestamp) throws -> [StoredDelivery] {
    try wish(.takedown, for: posts, at: now)
  }

  /// Stops posts of stores: a draft is deleted, and a release that is on its way may still arrive.
  ///
  /// Returns the deliveries as they stand then: `cancelled`, `discarding` while a draft is being deleted,
  /// and unchanged, with the wish, while a call is under way.
  @discardableResult
  package func cancelRoutineDeliveries(_ posts: [PostID], at now: Timestamp) throws
    -> [StoredDelivery]
  {
    try wish(.cancel, for: posts, at: now)
  }

  private func wish(_ wish: DeliveryWish, for posts: [PostID], at now: Timestamp) throws
    -> [StoredDelivery]
  {
    let open =
      switch wish {
      case .cancel: "\(Self.stoppable), 'staging', 'releasing'"
      case .takedown: "\(Self.stoppable), 'staging', 'releasing', \(Self.seen), 'replacing'"
      case .hold: "\(Self.stoppable), 'staging', 'releasing'"
      }
    // Who wants it gone wants more than who wants it stopped.
    let condition =
      wish == .cancel ? "AND COALESCE(wish, 'hold') = 'hold' AND broadcast_id IS NULL" : ""
    var found: [StoredDelivery] = []
    for some in posts.chunks(of: 500) {
      let places = some.placeholders(from: 3)
      try execute(
        """
        UPDATE delivery SET wish = ?1, updated_at = ?2
        WHERE post_id IN (\(places)) AND state IN (\(open)) \(condition)
        """, [.text(wish.rawValue), SQLValue(now)] + some.map { SQLValue($0) })
      try carryOutWishes(of: Array(some), at: now)
      found += try deliveries(of: Array(some))
    }
    return found
  }

  /// Carries out what people want of deliveries that nobody has in hand, and returns those that it moved.
  ///
  /// Of some posts, or of all. A wish to stop what turned out to be public is over; one to take it down is not.
  @discardableResult
  package func carryOutWishes(of posts: [PostID]? = nil, at now: Timestamp) throws
    -> [StoredDelivery]
  {
    func scope(from first: Int) -> String {
      posts.map { " AND post_id IN (\($0.placeholders(from: first)))" } ?? ""
    }
    let ids = (posts ?? []).map { SQLValue($0) }
    // What was public once, or may have been, is taken down; anything else is cancelled.
    let wasPublic = """
      state IN (\(Self.seen)) OR published_at IS NOT NULL
      OR (state = 'replacing' AND shown_since IS NOT NULL) OR \(Self.maybeSeen)
      """
    let moved = try rows(
      """
      UPDATE delivery SET state = CASE
          WHEN wish = 'takedown' AND remote_id IS NOT NULL AND (\(wasPublic)) THEN 'removing'
          WHEN remote_id IS NULL THEN 'cancelled' ELSE 'discarding' END,
        trouble = CASE WHEN wish = 'takedown' AND published_at IS NULL AND remote_id IS NOT NULL
          AND \(Self.maybeSeen) THEN trouble END,
        wish = NULL, unknown_since = NULL, attempts = 0, last_wait = 0, not_before = 0,
        updated_at = ?1
      WHERE wish IN ('cancel', 'takedown') AND worker_id IS NULL AND NOT (\(Self.unnamed))
        AND NOT (\(Self.unfound)) AND (
        (state IN (\(Self.stoppable)) AND (wish = 'takedown' OR published_at IS NULL))
        OR (wish = 'takedown' AND state IN (\(Self.seen), 'replacing')))\(scope(from: 2))
      RETURNING *
      """, [SQLValue(now)] + ids
    ).map(StoredDelivery.init(row:))
    try execute(
      """
      UPDATE delivery SET wish = NULL WHERE wish IN ('cancel', 'takedown') AND worker_id IS NULL
        AND state NOT IN ('staging', 'releasing') AND NOT (\(Self.unnamed))\(scope(from: 1))
      """, ids)
    return moved
  }

  /// Public for certain, and its id is still looked for: nothing can be asked of it yet.
  private static var unnamed: String { "state = 'published' AND remote_id IS NULL" }

  /// States in which nothing is public and nothing under way.
  private static var stoppable: String { "'ready', 'staged', 'held'" }

  /// Without anybody knowing whether visitors see it.
  private static var maybeSeen: String {
    "(state IN ('held', 'replacing') AND may_be_public = 1)"
  }

  /// Public, or maybe, under an id that nobody knows: a person has to find it before it can be deleted.
  private static var unfound: String {
    """
    remote_id IS NULL AND state IN ('held', 'confirmed')
      AND (published_at IS NOT NULL OR may_be_public = 1)
    """
  }

  /// States in which visitors see something of it; of what is made anew, maybe only a draft is gone.
  private static var seen: String { "'published', 'confirmed', 'amending'" }

  /// These deliveries.
  package func deliveries(of posts: [PostID]) throws -> [StoredDelivery] {
    var found: [StoredDelivery] = []
    for some in posts.chunks(of: 500) {
      found += try rows(
        "SELECT * FROM delivery WHERE post_id IN (\(some.placeholders(from: 1))) ORDER BY post_id",
        some.map { SQLValue($0) }
      ).map(StoredDelivery.init(row:))
    }
    return found
  }
}
