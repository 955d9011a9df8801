import VitrineCore

extension Transaction {
  /// Stores a new broadcast.
  package func insertBroadcast(_ broadcast: StoredBroadcast) throws {
    try execute(
      """
      INSERT INTO broadcast
        (id, title, state, revision, digest, source, source_digest, selector, author, is_urgent,
         approvals_needed, created_at, release_at, valid_until)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      """,
      [
        SQLValue(broadcast.id), .text(broadcast.title), .text(broadcast.state.rawValue),
        SQLValue(broadcast.revision), .text(broadcast.digest), .text(broadcast.source),
        .text(broadcast.sourceDigest), .text(broadcast.selector), SQLValue(broadcast.author),
        SQLValue(broadcast.isUrgent), SQLValue(broadcast.approvalsNeeded),
        SQLValue(broadcast.created), SQLValue(broadcast.releaseAt),
        SQLValue(broadcast.validUntil),
      ])
  }

  /// Writes what can change in a broadcast's life.
  package func updateBroadcast(_ broadcast: StoredBroadcast) throws {
    try execute(
      """
      UPDATE broadcast SET state = ?2, submitted_at = ?3, launched_by = ?4, launched_at = ?5,
        accepted_held = ?6, canary = ?7, paused_from = ?8, pause_reason = ?9, pace_at = ?10,
        started_at = ?11, finished_at = ?12, approvals_needed = ?13
      WHERE id = ?1
      """,
      [
        SQLValue(broadcast.id), .text(broadcast.state.rawValue), SQLValue(broadcast.submitted),
        SQLValue(broadcast.launchedBy), SQLValue(broadcast.launched),
        SQLValue(broadcast.acceptedHeld), SQLValue(broadcast.canary),
        SQLValue(broadcast.pausedFrom?.rawValue), SQLValue(broadcast.pauseReason),
        SQLValue(broadcast.paceAt), SQLValue(broadcast.started), SQLValue(broadcast.finished),
        SQLValue(broadcast.approvalsNeeded),
      ])
  }

  /// One broadcast; with `lock` nobody else changes it until the end of the transaction.
  package func broadcast(_ id: BroadcastID, lock: Bool = false) throws -> StoredBroadcast? {
    try row(
      "SELECT * FROM broadcast WHERE id = ?1" + (lock ? dialect.forUpdate : ""), [SQLValue(id)]
    ).map(StoredBroadcast.init(row:))
  }

  /// The newest broadcasts.
  package func broadcasts(limit: Int) throws -> [StoredBroadcast] {
    try rows("SELECT * FROM broadcast ORDER BY created_at DESC, id LIMIT ?1", [SQLValue(limit)])
      .map(StoredBroadcast.init(row:))
  }

  /// The broadcasts that workers have something to do for, oldest first.
  package func activeBroadcasts() throws -> [BroadcastID] {
    let states = BroadcastState.allCases.filter(\.isActive).map { "'\($0.rawValue)'" }
    return try rows(
      """
      SELECT id FROM broadcast b WHERE state IN (\(states.joined(separator: ", ")))
        AND (state <> 'cancelled' OR EXISTS (SELECT 1 FROM delivery d
          WHERE d.broadcast_id = b.id AND d.state IN
            ('ready', 'staging', 'staged', 'releasing', 'published', 'discarding')))
      ORDER BY created_at, id
      """
    ).map { BroadcastID(try $0.text("id")) }
  }

  /// Stores a person's yes to a digest; once a person and revision.
  package func insertApproval(
    of broadcast: StoredBroadcast, by user: UserID, at now: Timestamp
  ) throws {
    try execute(
      """
      INSERT INTO approval (broadcast_id, revision, account_id, digest, approved_at)
      VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (broadcast_id, revision, account_id) DO NOTHING
      """,
      [
        SQLValue(broadcast.id), SQLValue(broadcast.revision), SQLValue(user),
        .text(broadcast.digest), SQLValue(now),
      ])
  }

  /// Who approved the present digest of a broadcast.
  package func approvers(of broadcast: StoredBroadcast) throws -> [UserID] {
    try rows(
      """
      SELECT account_id FROM approval
      WHERE broadcast_id = ?1 AND revision = ?2 AND digest = ?3 ORDER BY approved_at, account_id
      """, [SQLValue(broadcast.id), SQLValue(broadcast.revision), .text(broadcast.digest)]
    ).map { UserID(try $0.text("account_id")) }
  }

  /// Voids every approval of a revision, as a rejection does.
  package func deleteApprovals(of broadcast: StoredBroadcast) throws {
    try execute(
      "DELETE FROM approval WHERE broadcast_id = ?1 AND revision = ?2",
      [SQLValue(broadcast.id), SQLValue(broadcast.revision)])
  }
}
