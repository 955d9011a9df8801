import VitrineCore
import VitrineStorage

/// Sets an approved broadcast in motion; for one that is under way it changes nothing.
///
/// Its deliveries belong to the broadcast from then on, not to the person: revoking the launcher
/// stops the launcher's commands, not an approved message.
package struct LaunchBroadcast: BroadcastStep {
  package static let action = Action.broadcastLaunch
  package let id: BroadcastID
  /// How many pages go first; nil for the desk's number.
  package let canary: Int?
  /// Whether the held pages that were seen may go without.
  package let acceptHeld: Bool

  /// Makes the use case.
  package init(id: BroadcastID, canary: Int?, acceptHeld: Bool) {
    self.id = id
    self.canary = canary
    self.acceptHeld = acceptHeld
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try context.step(id, Self.action, detail: ["acceptHeld": .bool(acceptHeld)]) { broadcast in
      if broadcast.state == .paused {
        throw Fault(
          .conflict, Message("broadcast.isPaused", id),
          hint: Message("broadcast.isPaused.hint", id), subject: id.rawValue)
      }
      // Pages that were connected or mended since get the message, at whatever launch comes next.
      try context.transaction.attachPages(to: broadcast, onlyPageTroubles: true, at: context.now)
      try context.transaction.holdRemovedStores(of: broadcast, at: context.now)
      if acceptHeld {
        broadcast.acceptedHeld = try context.transaction.heldDigest(of: broadcast.id)
      }
      guard broadcast.state == .approved else {
        if broadcast.state == .awaitingExceptions, acceptHeld { broadcast.state = .releasing }
        try context.reopen(&broadcast)
        return
      }
      broadcast.launchedBy = context.session.user
      broadcast.launched = context.now
      broadcast.canary = canary ?? context.desk.rules.canary
      let lead = context.desk.rules.stageLeadMilliseconds
      if let at = broadcast.releaseAt, at.advanced(byMilliseconds: -lead) > context.now {
        broadcast.state = .scheduled
      } else {
        broadcast.state = .staging
        broadcast.started = context.now
      }
      try context.transaction.markCanary(broadcast.id, count: broadcast.canary)
    }
  }
}

extension Context {
  /// A finished broadcast with something to do again goes on; its gate was passed before.
  func reopen(_ broadcast: inout StoredBroadcast) throws {
    guard broadcast.state == .finished else { return }
    let counts = try transaction.deliveryCounts(of: broadcast.id)
    guard counts[.ready, default: 0] + counts[.staged, default: 0] > 0 else { return }
    broadcast.state = .releasing
    broadcast.finished = nil
  }
}

extension Transaction {
  /// Gives held deliveries the pages that were connected or mended since they were planned.
  ///
  /// With `onlyPageTroubles` those alone that waited for their page; what the network blocked or took
  /// for a duplicate waits for somebody to say `retry`.
  func attachPages(
    to broadcast: StoredBroadcast, onlyPageTroubles: Bool, at now: Timestamp
  ) throws {
    let troubles = ["noPage", "token", "connection", "permission", "unreadable"]
      .map { #"trouble LIKE '[["trouble.\#($0)"%'"# }
    let condition = onlyPageTroubles ? "AND (\(troubles.joined(separator: " OR ")))" : ""
    try execute(
      """
      UPDATE delivery SET page_id = (SELECT p.id FROM page p
          WHERE p.store_code = delivery.store_code AND p.network = delivery.network
            AND p.state = 'connected'), state = CASE
          WHEN remote_id IS NULL THEN 'ready' ELSE 'staged' END,
        trouble = NULL, attempts = 0, not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'held' \(condition) AND EXISTS (SELECT 1 FROM page p
          WHERE p.store_code = delivery.store_code AND p.network = delivery.network
            AND p.state = 'connected')
      """, [SQLValue(broadcast.id), SQLValue(now)])
  }

  /// A store that has left the register since gets nothing more in its name.
  func holdRemovedStores(of broadcast: StoredBroadcast, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET state = 'held', trouble = ?3, updated_at = ?2
      WHERE broadcast_id = ?1 AND state IN ('ready', 'staged') AND worker_id IS NULL
        AND store_code IN (SELECT s.code FROM store s WHERE s.removed_at IS NOT NULL)
      """,
      [SQLValue(broadcast.id), SQLValue(now), .text(Trouble("storeRemoved").stored)])
  }

  /// Marks the first few deliveries of each release time as its canary.
  func markCanary(_ id: BroadcastID, count: Int) throws {
    guard count > 0 else { return }
    try execute(
      """
      UPDATE delivery SET is_canary = 1 WHERE broadcast_id = ?1 AND post_id IN (
        SELECT post_id FROM delivery WHERE broadcast_id = ?1 AND state = 'ready'
        ORDER BY release_at, position LIMIT ?2)
      """, [SQLValue(id), SQLValue(count)])
  }
}
