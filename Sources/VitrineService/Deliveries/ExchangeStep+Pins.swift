import VitrineCore
import VitrineStorage

extension Transaction {
  /// Broadcasts with a post that is due to be pinned, or to be taken off the top of its page.
  ///
  /// Asked at every exchange of a worker, also for those that are over: broadcast and order are hidden from the
  /// indexes in which everything stands, so that each half is answered by one in which only pins do. A page that
  /// needs attention waits until it is mended.
  func pinnedBroadcasts(at now: Timestamp) throws -> [BroadcastID] {
    let isDue = """
      COALESCE(d.broadcast_id, '') <> '' AND d.pin_after <= ?1 AND d.not_before <= ?1
      AND EXISTS (SELECT 1 FROM page p WHERE p.id = d.page_id AND p.state = 'connected')
      """
    let found = try rows(
      """
      SELECT DISTINCT d.broadcast_id || '' AS broadcast_id FROM delivery d
      WHERE \(ExchangeStep.Lane.pins) AND d.pin_until > ?1 AND \(isDue)
        AND EXISTS (SELECT 1 FROM broadcast b WHERE b.id = d.broadcast_id
          AND b.state IN ('releasing', 'finished'))
      UNION ALL
      SELECT DISTINCT d.broadcast_id || '' AS broadcast_id FROM delivery d
      WHERE \(ExchangeStep.Lane.unpins) AND d.pin_until <= ?1 AND \(isDue)
      """, [SQLValue(now)]
    ).map { BroadcastID(try $0.text("broadcast_id")) }
    return Set(found).sorted()
  }
}
