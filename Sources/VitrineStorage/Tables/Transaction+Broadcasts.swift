import VitrineCore

extension Transaction {
  /// Stores a new broadcast.
  package func insertBroadcast(_ broadcast: StoredBroadcast) throws {
    try execute(
      """
      INSERT INTO broadcast
        (id, title, state, revision, digest, source, source_digest, selector, author, is_urgent,
         approvals_needed, created_at, release_at, valid_until, recipe, basis, approvals_full)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
      """,
      [
        SQLValue(broadcast.id), .text(broadcast.title), .text(broadcast.state.rawValue),
        SQLValue(broadcast.revision), .text(broadcast.digest), .text(broadcast.source),
        .text(broadcast.sourceDigest), .text(broadcast.selector), SQLValue(broadcast.author),
        SQLValue(broadcast.isUrgent), SQLValue(broadcast.approvalsNeeded),
        SQLValue(broadcast.created), SQLValue(broadcast.releaseAt),
        SQLValue(broadcast.validUntil), .text(broadcast.recipe), .text(broadcast.basis),
        SQLValue(broadcast.approvalsInFull),
      ])
  }

  /// Writes what a new revision or edition changes: the text, the targets, the times.
  package func rewriteBroadcast(_ broadcast: StoredBroadcast) throws {
    try execute(
      """
      UPDATE broadcast SET title = ?2, revision = ?3, edition = ?4, digest = ?5, source = ?6,
        source_digest = ?7, selector = ?8, is_urgent = ?9, release_at = ?10, valid_until = ?11,
        recipe = ?12, basis = ?13
      WHERE id = ?1
      """,
      [
        SQLValue(broadcast.id), .text(broadcast.title), SQLValue(broadcast.revision),
        SQLValue(broadcast.edition), .text(broadcast.digest), .text(broadcast.source),
        .text(broadcast.sourceDigest), .text(broadcast.selector), SQLValue(broadcast.isUrgent),
        SQLValue(broadcast.releaseAt), SQLValue(broadcast.validUntil), .text(broadcast.recipe),
        .text(broadcast.basis),
      ])
  }

  /// Writes what can change in a broadcast's life.
  package func updateBroadcast(_ broadcast: StoredBroadcast) throws {
    try execute(
      """
      UPDATE broadcast SET state = ?2, submitted_at = ?3, launched_by = ?4, launched_at = ?5,
        accepted_held = ?6, canary = ?7, paused_from = ?8, pause_reason = ?9, pace_at = ?10,
        started_at = ?11, finished_at = ?12, approvals_needed = ?13, approvals_full = ?14,
        is_trial = ?15, amends = ?16
      WHERE id = ?1
      """,
      [
        SQLValue(broadcast.id), .text(broadcast.state.rawValue), SQLValue(broadcast.submitted),
        SQLValue(broadcast.launchedBy), SQLValue(broadcast.launched),
        SQLValue(broadcast.acceptedHeld), SQLValue(broadcast.canary),
        SQLValue(broadcast.pausedFrom?.rawValue), SQLValue(broadcast.pauseReason),
        SQLValue(broadcast.paceAt), SQLValue(broadcast.started), SQLValue(broadcast.finished),
        SQLValue(broadcast.approvalsNeeded), SQLValue(broadcast.approvalsInFull),
        SQLValue(broadcast.isTrial), SQLValue(broadcast.amends),
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

  /// The newest broadcasts that are approved or were launched, and go to one of these stores.
  package func broadcasts(
    knownTo stores: Set<StoreCode>, limit: Int
  ) throws -> [StoredBroadcast] {
    guard !stores.isEmpty else { return [] }
    let codes = stores.map(\.rawValue).sorted().map(SQLValue.text)
    let places = (2..<2 + codes.count).map { "?\($0)" }.joined(separator: ", ")
    return try rows(
      """
      SELECT b.* FROM broadcast b WHERE (b.launched_at IS NOT NULL OR b.state = 'approved')
        AND EXISTS (SELECT 1 FROM delivery d
          WHERE d.broadcast_id = b.id AND d.store_code IN (\(places)))
      ORDER BY b.created_at DESC, b.id LIMIT ?1
      """, [SQLValue(limit)] + codes
    ).map(StoredBroadcast.init(row:))
  }

  /// The broadcasts that workers have something to do for, oldest first.
  package func activeBroadcasts() throws -> [BroadcastID] {
    let states = BroadcastState.allCases.filter(\.isActive).map { "'\($0.rawValue)'" }
    return try rows(
      """
      SELECT id FROM broadcast b WHERE (state IN (\(states.joined(separator: ", ")))
          OR (amends IS NOT NULL AND state IN ('submitted', 'approved')))
        AND ((state <> 'cancelled' AND amends IS NULL) OR EXISTS (SELECT 1 FROM delivery d
          WHERE d.broadcast_id = b.id AND d.state IN ('ready', 'staging', 'staged', 'releasing',
            'published', 'amending', 'replacing', 'discarding')))
      ORDER BY created_at, id
      """
    ).map { BroadcastID(try $0.text("id")) }
  }
}
