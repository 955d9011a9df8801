import VitrineCore
import VitrineStorage

extension ExchangeStep {
  /// When the first few pages of an hour are through: go on, or stop by itself if too many failed.
  ///
  /// Each release time has canaries of its own: that Réunion's pages took a message says nothing about
  /// Paris seven hours later, and Réunion must not wait for Paris either. What a person took down or
  /// stopped meanwhile says nothing against the others, and a page that hangs keeps nobody waiting;
  /// nor does one that broke, whose post nobody can read or correct until somebody has mended it.
  func judgeCanary(
    _ broadcast: inout StoredBroadcast, _ transaction: any Transaction
  ) throws {
    guard broadcast.canary > 0, broadcast.state == .releasing else { return }
    let rows = try transaction.rows(
      """
      SELECT release_at, COALESCE(SUM(CASE WHEN state IN ('ready', 'staging')
          AND hung_at IS NOT NULL THEN 0 ELSE 1 END), 0) AS total,
        COALESCE(SUM(CASE WHEN state IN ('confirmed', 'removing', 'takenDown', 'cancelled')
          OR (state = 'discarding' AND trouble IS NULL) THEN 1 ELSE 0 END), 0) AS good,
        COALESCE(SUM(CASE WHEN state IN ('held', 'refused', 'failed', 'missed')
          OR (state IN ('releasing', 'discarding', 'amending', 'replacing') AND trouble IS NOT NULL)
          OR (state IN ('releasing', 'published', 'amending', 'replacing') AND worker_id IS NULL
            AND COALESCE(timer_at, 0) <= ?2 AND EXISTS (SELECT 1 FROM page p
              WHERE p.id = delivery.page_id AND p.state <> 'connected'))
          THEN 1 ELSE 0 END), 0) AS bad
      FROM delivery WHERE broadcast_id = ?1 AND is_canary = 1
      GROUP BY release_at ORDER BY release_at
      """, [SQLValue(broadcast.id), SQLValue(now)])
    var open = rows.count
    for row in rows {
      let (total, good, bad) = (try row.int("total"), try row.int("good"), try row.int("bad"))
      guard total > 0, good + bad >= total else { continue }
      open -= 1
      try transaction.execute(
        "UPDATE delivery SET is_canary = 0 WHERE broadcast_id = ?1 AND release_at = ?2",
        [SQLValue(broadcast.id), SQLValue(try row.timestamp("release_at"))])
      guard bad * 5 > total, broadcast.state == .releasing else { continue }
      broadcast.pausedFrom = broadcast.state
      broadcast.state = .paused
      broadcast.pauseReason = "canary \(bad)/\(total)"
    }
    if open == 0 { broadcast.canary = 0 }
    if open == 0, broadcast.isTrial {
      // Back to the rehearsal: the other pages are staged when a person has looked and launches.
      broadcast.isTrial = false
      broadcast.pausedFrom = .staging
      broadcast.state = .paused
      broadcast.pauseReason = TrialPage.reason
    }
    if open < rows.count || open == 0 { try transaction.updateBroadcast(broadcast) }
  }
}
