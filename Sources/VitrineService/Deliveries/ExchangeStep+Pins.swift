import VitrineCore
import VitrineStorage

extension Transaction {
  /// Broadcasts with a post that is due to be pinned, or to be taken off the top of its page.
  ///
  /// Asked at every exchange of a worker, also for those that are over: each half is answered by an index in
  /// which only pins stand. A page that needs attention waits until it is mended.
  func pinnedBroadcasts(at now: Timestamp) throws -> [BroadcastID] {
    let isDue = """
      COALESCE(d.broadcast_id, '') <> '' AND d.pin_after <= ?1 AND d.not_before <= ?1
      AND p.state = 'connected'
      """
    return try rows(
      """
      SELECT d.broadcast_id FROM delivery d JOIN page p ON p.id = d.page_id
        JOIN broadcast b ON b.id = d.broadcast_id
      WHERE \(ExchangeStep.Lane.pins) AND d.pin_until > ?1 AND \(isDue)
        AND b.state IN ('releasing', 'finished')
      UNION
      SELECT d.broadcast_id FROM delivery d JOIN page p ON p.id = d.page_id
      WHERE \(ExchangeStep.Lane.unpins) AND d.pin_until <= ?1 AND \(isDue)
      ORDER BY 1
      """, [SQLValue(now)]
    ).map { BroadcastID(try $0.text("broadcast_id")) }
  }
}
