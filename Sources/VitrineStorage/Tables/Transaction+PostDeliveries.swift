import VitrineCore

extension Transaction {
  /// Gives a store's post to the deliveries, or gives it to them again after it was stopped.
  ///
  /// Of a row that is there the doubts stay: a draft that a lost call may have made is still looked
  /// for. A draft of an earlier text is deleted before the new one is released. Returns false where a worker has it in hand, or its old draft is still being deleted.
  package func handOver(_ delivery: StoredDelivery, at now: Timestamp) throws -> Bool {
    guard let old = try self.delivery(of: delivery.post) else {
      try insertDeliveries([delivery], at: now)
      return true
    }
    guard old.broadcast == nil else { return false }
    return try execute(
      """
      UPDATE delivery SET body = ?2, link = ?3, digest = ?4, media = ?5, page_id = ?6,
        release_at = ?7, launched_by = ?8, credit = ?9, valid_until = ?10, reviewed_at = ?11,
        state = CASE WHEN remote_id IS NOT NULL AND state <> 'cancelled' AND digest = ?4
            AND ?12 = 'ready' THEN 'staged' ELSE ?12 END,
        trouble = ?13, uploads = NULL, attempts = 0, last_wait = 0, not_before = 0,
        unknown_since = NULL, wish = NULL, updated_at = ?14, moved_from = ?15, moved_because = ?16,
        orphan_id = CASE WHEN state <> 'cancelled' AND digest <> ?4 AND remote_id IS NOT NULL
          THEN remote_id ELSE orphan_id END,
        remote_id = CASE WHEN state = 'cancelled' OR digest <> ?4 THEN NULL ELSE remote_id END
      WHERE post_id = ?1 AND worker_id IS NULL AND NOT (state = 'missed' AND may_be_public = 1)
        AND (state IN ('ready', 'staged', 'held', 'missed', 'failed', 'cancelled')
          OR (state = 'refused' AND remote_id IS NULL))
      """,
      [
        SQLValue(delivery.post), .text(delivery.content.text), SQLValue(delivery.content.link),
        .text(delivery.digest),
        try .json(delivery.content.media.isEmpty ? nil : delivery.content.media),
        SQLValue(delivery.page), SQLValue(delivery.releaseAt), SQLValue(delivery.launchedBy),
        try .json(delivery.credit), SQLValue(delivery.validUntil), SQLValue(delivery.reviewed),
        .text(delivery.state.rawValue), SQLValue(delivery.trouble?.stored), SQLValue(now),
        SQLValue(delivery.movedFrom), SQLValue(delivery.movedBecause?.stored),
      ]) == 1
  }

  /// Holds what a person let go and is not on its way yet, since that person has left.
  ///
  /// Posts of the calendar go on: they are head office's word, which others approved.
  package func holdPosts(
    launchedBy user: UserID, _ trouble: Trouble, at now: Timestamp
  ) throws -> [PostID] {
    try rows(
      """
      UPDATE delivery SET state = 'held', trouble = ?2, updated_at = ?3
      WHERE launched_by = ?1 AND broadcast_id IS NULL AND worker_id IS NULL
        AND state IN ('ready', 'staged')
        AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = delivery.post_id AND p.is_planned = 1)
      RETURNING post_id
      """, [SQLValue(user), .text(trouble.stored), SQLValue(now)]
    ).map { PostID(try $0.text("post_id")) }.sorted()
  }
}
