import VitrineCore

/// What brings a post back that is not on its page as it was left there.
package enum PostRepair: Hashable, Sendable {
  /// Its text is written again; `marker` stands for what somebody else wrote.
  case rewrite(marker: String)
  /// It is made anew, since it is gone.
  case remake
  /// It is released again under its id, since it is there and not public.
  case release
}

extension Transaction {
  /// Sends a settled post on its way again; false where it is not what was looked at any more.
  ///
  /// What a person took down, a correction changed or a worker has in hand since the page was asked is left
  /// alone. From when to when visitors saw it is kept.
  package func repair(_ post: StoredDelivery, _ repair: PostRepair, at now: Timestamp) throws
    -> Bool
  {
    guard let broadcast = post.broadcast, let remoteID = post.remoteID else { return false }
    let changes: String
    switch repair {
    case .rewrite:
      // One that shows an earlier text of ours keeps its digest, and the time since when.
      changes = """
        state = 'published',
        shown_since = CASE WHEN shown_digest IS NULL OR shown_digest = digest THEN ?2
          ELSE shown_since END,
        shown_digest = CASE WHEN shown_digest IS NULL OR shown_digest = digest THEN ?5
          ELSE shown_digest END
        """
    case .remake:
      changes = """
        state = 'ready', remote_id = NULL, container_id = NULL, shown_digest = NULL,
        shown_since = NULL, permalink = NULL, published_at = NULL, uploads = NULL,
        checked_at = NULL, looked_at = NULL, may_be_public = 0,
        intended_at = CASE WHEN is_doubtful = 1 THEN intended_at ELSE NULL END
        """
    case .release:
      changes = """
        state = 'staged', shown_since = NULL, published_at = NULL, checked_at = NULL,
        may_be_public = 0
        """
    }
    var arguments = [SQLValue(post.post), SQLValue(now), SQLValue(remoteID), .text(post.digest)]
    if case .rewrite(let marker) = repair { arguments.append(.text(marker)) }
    let moved = try rows(
      """
      UPDATE delivery SET \(changes), is_canary = 0, trouble = NULL, unknown_since = NULL,
        attempts = 0, last_wait = 0, not_before = 0, updated_at = ?2
      WHERE post_id = ?1 AND state = 'confirmed' AND worker_id IS NULL AND wish IS NULL
        AND remote_id = ?3 AND digest = ?4
      RETURNING post_id
      """, arguments)
    guard !moved.isEmpty else { return false }
    let showsOurs = post.shown == nil || post.shown == post.digest
    let hasEnded = if case .rewrite = repair { showsOurs } else { true }
    if hasEnded, let from = post.shownSince, from < now {
      try insertShowings(
        [Showing(post: post.post, digest: post.shown ?? post.digest, from: from, until: now)],
        of: broadcast)
    }
    return true
  }
}
