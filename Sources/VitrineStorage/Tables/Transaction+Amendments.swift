import VitrineCore

/// What a page of a broadcast shall say after a correction.
package struct AmendedText: Hashable, Sendable {
  /// The post.
  package let post: PostID
  /// Its text.
  package let body: String
  /// The digest of all that is said.
  package let digest: String
  /// The edition that it belongs to.
  package let edition: Int

  /// Makes a text.
  package init(post: PostID, body: String, digest: String, edition: Int) {
    self.post = post
    self.body = body
    self.digest = digest
    self.edition = edition
  }
}

/// From when to when visitors of a page saw a text that is no longer there.
package struct Showing: Hashable, Sendable {
  /// The post.
  package let post: PostID
  /// The digest of what they saw.
  package let digest: String
  /// From when.
  package let from: Timestamp
  /// Until when.
  package let until: Timestamp

  /// Makes a showing.
  package init(post: PostID, digest: String, from: Timestamp, until: Timestamp) {
    self.post = post
    self.digest = digest
    self.from = from
    self.until = until
  }
}

extension Transaction {
  /// Keeps the texts of a correction, in the place of those of an earlier one that was not launched.
  package func keepAmendedTexts(_ texts: [AmendedText], of broadcast: BroadcastID) throws {
    try deleteAmendedTexts(of: broadcast)
    try insertMany(
      into: "amended_text", columns: ["post_id", "broadcast_id", "body", "digest", "edition"],
      rows: texts.map {
        [
          SQLValue($0.post), SQLValue(broadcast), .text($0.body), .text($0.digest),
          SQLValue($0.edition),
        ]
      })
  }

  /// Forgets a correction that was not launched, or what is left of those that were.
  package func deleteAmendedTexts(of broadcast: BroadcastID, isLaunched: Bool = false) throws {
    try execute(
      "DELETE FROM amended_text WHERE broadcast_id = ?1 AND is_launched = ?2",
      [SQLValue(broadcast), SQLValue(isLaunched)])
  }

  /// Launches a correction: its texts take the place of what is left of an earlier one.
  package func launchAmendedTexts(of broadcast: BroadcastID, at now: Timestamp) throws {
    try execute(
      """
      DELETE FROM amended_text WHERE broadcast_id = ?1 AND is_launched = 1
        AND post_id IN (SELECT n.post_id FROM amended_text n
          WHERE n.broadcast_id = ?1 AND n.is_launched = 0)
      """, [SQLValue(broadcast)])
    try execute(
      "UPDATE amended_text SET is_launched = 1 WHERE broadcast_id = ?1", [SQLValue(broadcast)])
    try applyAmendedTexts(of: broadcast, at: now)
  }

  /// Whether texts of a launched correction have not reached their delivery yet.
  package func hasAmendedTexts(of broadcast: BroadcastID) throws -> Bool {
    try row(
      "SELECT 1 AS found FROM amended_text WHERE broadcast_id = ?1 AND is_launched = 1 LIMIT 1",
      [SQLValue(broadcast)]) != nil
  }

  /// Gives the texts of a launched correction to the deliveries that nothing is under way for.
  ///
  /// A draft or post of which nobody knows is looked for by its text, so that its delivery keeps the old one until
  /// that is clear. What has ended without being public needs no correction.
  package func applyAmendedTexts(of broadcast: BroadcastID, at now: Timestamp) throws {
    guard try hasAmendedTexts(of: broadcast) else { return }
    try execute(
      """
      UPDATE delivery SET body = a.body, digest = a.digest, edition = a.edition,
        state = CASE WHEN delivery.state = 'confirmed' THEN 'published' ELSE delivery.state END,
        trouble = CASE WHEN delivery.state = 'confirmed' THEN NULL ELSE delivery.trouble END,
        attempts = 0, last_wait = 0, not_before = 0, updated_at = ?2
      FROM amended_text a
      WHERE a.post_id = delivery.post_id AND a.broadcast_id = ?1 AND a.is_launched = 1
        AND delivery.worker_id IS NULL
        AND NOT (delivery.state IN ('published', 'confirmed') AND delivery.remote_id IS NULL)
        AND delivery.state IN ('ready', 'staged', 'held', 'failed', 'missed', 'published',
          'confirmed', 'amending', 'replacing')
      """, [SQLValue(broadcast), SQLValue(now)])
    try execute(
      """
      DELETE FROM amended_text WHERE broadcast_id = ?1 AND is_launched = 1 AND EXISTS (
        SELECT 1 FROM delivery d WHERE d.post_id = amended_text.post_id
          AND (d.digest = amended_text.digest
            OR d.state IN ('refused', 'cancelled', 'discarding', 'removing', 'takenDown')))
      """, [SQLValue(broadcast)])
  }

  /// Keeps what visitors no longer see.
  package func insertShowings(_ showings: [Showing], of broadcast: BroadcastID) throws {
    guard !showings.isEmpty else { return }
    try insertMany(
      into: "showing", columns: ["post_id", "broadcast_id", "digest", "shown_from", "shown_until"],
      rows: showings.map {
        [
          SQLValue($0.post), SQLValue(broadcast), .text($0.digest), SQLValue($0.from),
          SQLValue($0.until),
        ]
      })
  }

  /// What the pages of a broadcast said before, by post, oldest first.
  package func showings(of broadcast: BroadcastID) throws -> [PostID: [Showing]] {
    let all = try rows(
      "SELECT * FROM showing WHERE broadcast_id = ?1 ORDER BY post_id, shown_from",
      [SQLValue(broadcast)]
    ).map {
      Showing(
        post: PostID(try $0.text("post_id")), digest: try $0.text("digest"),
        from: try $0.timestamp("shown_from"), until: try $0.timestamp("shown_until"))
    }
    return Dictionary(grouping: all, by: \.post)
  }
}
