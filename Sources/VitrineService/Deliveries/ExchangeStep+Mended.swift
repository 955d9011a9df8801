import VitrineCore
import VitrineStorage

extension ExchangeStep {
  /// Pages that were connected or mended since get the message without anybody launching again.
  ///
  /// After the end of a broadcast only while it says itself that it is still valid: a page that is
  /// connected a month later must not begin with an old message. What the network blocked, took for a
  /// duplicate or has lost waits for somebody to say `retry`; so does a token that cannot be opened,
  /// since the page knows nothing of it.
  func takeMendedPages(
    _ broadcast: inout StoredBroadcast, _ transaction: any Transaction
  ) throws {
    switch broadcast.state {
    case .scheduled, .staging, .awaitingExceptions, .releasing, .paused: break
    case .finished:
      guard let until = broadcast.validUntil, until > now else { return }
    case .draft, .submitted, .approved, .rejected, .cancelled, .closed: return
    }
    let count = try transaction.execute(
      """
      UPDATE delivery SET page_id = (\(Self.page)),
        state = CASE WHEN remote_id IS NULL THEN 'ready' ELSE 'staged' END,
        trouble = NULL, uploads = NULL, attempts = 0, not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'held' AND (\(Self.mendable)) AND EXISTS (\(Self.page))
      """, [SQLValue(broadcast.id), SQLValue(now)])
    guard count > 0 else { return }
    if broadcast.edition > 1 {
      // A page that was mended, and changed with the register since its approval, waits for that.
      try transaction.applyApprovals(
        to: broadcast, try ApprovalStanding(of: broadcast, in: transaction), at: now)
    }
    guard broadcast.state == .finished else { return }
    broadcast.state = .releasing
    broadcast.finished = nil
    try transaction.updateBroadcast(broadcast)
  }

  private static var page: String { ConnectedPage.query }

  /// Troubles that are over when the page is connected.
  static let mendable = PageTrouble.isMendable("delivery")
}

extension Transaction {
  /// Finished broadcasts that are still valid and have a held page that was mended since.
  func mendedBroadcasts(at now: Timestamp) throws -> [BroadcastID] {
    try rows(
      """
      SELECT b.id FROM broadcast b WHERE b.state = 'finished' AND b.valid_until > ?1
        AND EXISTS (SELECT 1 FROM delivery JOIN page p ON p.store_code = delivery.store_code
          AND p.network = delivery.network AND p.state = 'connected'
          WHERE delivery.broadcast_id = b.id AND delivery.state = 'held'
            AND (\(ExchangeStep.mendable)))
      ORDER BY b.created_at, b.id
      """, [SQLValue(now)]
    ).map { BroadcastID(try $0.text("id")) }
  }

  /// Broadcasts with a page that is due for its last look.
  ///
  /// Asked at every exchange of a worker: broadcast and state are hidden from their indexes, in which
  /// everything that was ever sent stands, so that the one of doubtful pages answers.
  func doubtfulBroadcasts(at now: Timestamp) throws -> [BroadcastID] {
    try rows(
      """
      SELECT DISTINCT broadcast_id || '' AS broadcast_id FROM delivery
      WHERE COALESCE(broadcast_id, '') <> '' AND is_doubtful = 1 AND doubt_until <= ?1
        AND not_before <= ?1 AND state || '' IN (\(ExchangeStep.Lane.sweptStates))
      ORDER BY 1
      """, [SQLValue(now)]
    ).map { BroadcastID(try $0.text("broadcast_id")) }
  }

  /// Forgets drafts that the network no longer knows and that were never released, so that a retry can
  /// make new ones.
  ///
  /// Where a release was once left without an answer, the id stays: visitors may have seen that post. A
  /// forgotten draft that turns up again is swept before the new one is released.
  func forgetLostDrafts(of id: BroadcastID, doubtUntil: Timestamp, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET remote_id = NULL, is_doubtful = 1, doubt_until = ?3, looked_at = NULL,
        updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'held' AND remote_id IS NOT NULL AND may_be_public = 0
        AND published_at IS NULL
        AND trouble LIKE '[["trouble.missing"%'
      """, [SQLValue(id), SQLValue(now), SQLValue(doubtUntil)])
  }
}
