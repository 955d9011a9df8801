import VitrineCore

/// A post that somebody made by hand, as it takes the place of one of ours.
package struct AdoptedPost: Sendable {
  /// Our post.
  package let post: PostID
  /// The page on which it was found.
  package let page: PageID
  /// The network.
  package let network: Network
  /// The network's id.
  package let remoteID: RemoteID
  /// Where visitors find it.
  package let permalink: String?
  /// Since when it has been public.
  package let published: Timestamp
  /// What is to be said of it, if anything.
  package let trouble: Trouble?

  /// Makes an adoption.
  package init(
    post: PostID, page: PageID, network: Network, remoteID: RemoteID, permalink: String?,
    published: Timestamp, trouble: Trouble?
  ) {
    self.post = post
    self.page = page
    self.network = network
    self.remoteID = remoteID
    self.permalink = permalink
    self.published = published
    self.trouble = trouble
  }
}

extension Transaction {
  /// Makes a post that is on the page already the one of a delivery; false when a worker has it in hand.
  ///
  /// A draft of ours becomes the orphan that the last look at the page deletes, and is never released,
  /// since releases go by the recorded id. The fence moves on, so that no answer that still comes is taken.
  package func adoptDelivery(
    _ adopted: AdoptedPost, doubtUntil: Timestamp, at now: Timestamp
  ) throws -> Bool {
    let isOther = "(remote_id IS NOT NULL AND remote_id <> ?3)"
    let count = try execute(
      """
      UPDATE delivery SET state = 'confirmed', page_id = ?2,
        orphan_id = CASE WHEN \(isOther) THEN remote_id ELSE orphan_id END,
        doubt_until = CASE WHEN is_doubtful = 1 OR state = 'staging'
            THEN COALESCE(doubt_until, ?7)
          WHEN \(isOther) THEN ?8 ELSE doubt_until END,
        is_doubtful = CASE WHEN \(isOther) OR state = 'staging' THEN 1 ELSE is_doubtful END,
        remote_id = ?3, permalink = ?4, published_at = ?5, trouble = ?6, uploads = NULL,
        container_id = NULL, timer_at = NULL, checked_at = NULL, shown_since = ?5, shown_digest = digest,
        may_be_public = 0, looked_at = NULL, attempts = 0, last_wait = 0, not_before = 0,
        unknown_since = NULL, worker_id = NULL, lease_until = NULL, fence = fence + 1,
        updated_at = ?8
      WHERE post_id = ?1 AND wish IS NULL AND (worker_id IS NULL OR lease_until < ?8)
      """,
      [
        SQLValue(adopted.post), SQLValue(adopted.page), SQLValue(adopted.remoteID),
        SQLValue(adopted.permalink), SQLValue(adopted.published),
        SQLValue(adopted.trouble?.stored), SQLValue(doubtUntil), SQLValue(now),
      ])
    guard count == 1 else { return false }
    // What a comparison took for a stranger's post is ours from now on, and its words are known here.
    try execute(
      """
      UPDATE sighting SET post_id = ?1, body = NULL WHERE network = ?2 AND remote_id = ?3
      """, [SQLValue(adopted.post), .text(adopted.network.rawValue), SQLValue(adopted.remoteID)])
    if let permalink = adopted.permalink {
      try insertLinks([(post: adopted.post, address: permalink)])
    }
    return true
  }
}
