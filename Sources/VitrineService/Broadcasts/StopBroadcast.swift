import VitrineCore
import VitrineStorage

/// Stops a broadcast for now: drafts stay, nothing more becomes public; one person is enough.
package struct PauseBroadcast: BroadcastStep {
  package static let action = Action.broadcastPause
  package let id: BroadcastID
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(id: BroadcastID, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try Reason.check(reason)
    return try context.step(id, Self.action, reason: reason) { broadcast, _ in
      guard broadcast.state != .paused else { return }
      guard [.scheduled, .staging, .awaitingExceptions, .releasing].contains(broadcast.state)
      else {
        throw Fault(
          .conflict, Message("broadcast.notRunning", id, broadcast.state.rawValue),
          subject: id.rawValue)
      }
      broadcast.pausedFrom = broadcast.state
      broadcast.state = .paused
    }
  }
}

/// Lets a paused broadcast go on where it stopped.
package struct ResumeBroadcast: BroadcastStep {
  package static let action = Action.broadcastResume
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try context.step(id, Self.action) { broadcast, _ in
      guard broadcast.state == .paused, let before = broadcast.pausedFrom else {
        throw Fault(
          .conflict, Message("broadcast.notPaused", id, broadcast.state.rawValue),
          subject: id.rawValue)
      }
      broadcast.state = before
      broadcast.pausedFrom = nil
      broadcast.pauseReason = nil
    }
  }
}

/// Stops a broadcast for good: what is not public yet never will be, and its drafts are deleted.
package struct CancelBroadcast: BroadcastStep {
  package static let action = Action.broadcastCancel
  package let id: BroadcastID
  /// Why, if the person says so.
  package let reason: String?

  /// Makes the use case.
  package init(id: BroadcastID, reason: String? = nil) {
    self.id = id
    self.reason = reason
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    if let reason { try Reason.check(reason) }
    return try context.step(id, Self.action, reason: reason) { broadcast, detail in
      guard broadcast.state != .cancelled else { return }
      guard broadcast.state != .finished, broadcast.state != .closed else {
        throw Fault(
          .conflict, Message("broadcast.overAlready", id, broadcast.state.rawValue),
          hint: Message("broadcast.overAlready.hint"), subject: id.rawValue)
      }
      if broadcast.isAmendment { try context.dropAmendment(of: &broadcast) }
      // Of what was over, only its correction is called off.
      guard broadcast.state != .finished else { return }
      broadcast.state = .cancelled
      broadcast.pausedFrom = nil
      detail["pages"] = try context.transaction.moving(id) {
        try context.transaction.cancelDeliveries(of: id, at: context.now)
      }
      let counts = try context.transaction.deliveryCounts(of: id)
      if !counts.isMoving { broadcast.finished = context.now }
    }
  }
}

extension Transaction {
  /// Cancels what has no draft, and lets the drafts of the rest be deleted.
  ///
  /// What was public and is held, or may be public under an id that nobody knows, is nothing to cancel.
  /// What is in flight (`staging`, `releasing`) is left to its answer: only that says whether there
  /// is a draft to delete, or a post that is public already.
  func cancelDeliveries(of id: BroadcastID, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET
        state = CASE WHEN remote_id IS NULL THEN 'cancelled' ELSE 'discarding' END,
        trouble = NULL, attempts = 0, not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND worker_id IS NULL
        AND (state IN ('ready', 'staged', 'held', 'missed')
          OR (state = 'replacing' AND shown_since IS NULL))
        AND NOT (state = 'held'
          AND (published_at IS NOT NULL OR (remote_id IS NULL AND may_be_public = 1)))
      """, [SQLValue(id), SQLValue(now)])
    // What is public stays as it is, also where a correction had not come to it.
    try execute(
      """
      UPDATE delivery SET state = 'confirmed', updated_at = ?2
      WHERE broadcast_id = ?1 AND worker_id IS NULL AND state = 'published'
        AND shown_digest <> digest
      """, [SQLValue(id), SQLValue(now)])
    try deleteAmendedTexts(of: id, isLaunched: true)
    // An earlier text that was being taken down to be posted anew comes down for good.
    try execute(
      """
      UPDATE delivery SET state = 'removing', attempts = 0, not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND worker_id IS NULL AND state = 'replacing'
      """, [SQLValue(id), SQLValue(now)])
  }
}

extension [DeliveryState: Int] {
  /// Whether something is still to be sent, answered or deleted.
  var isMoving: Bool {
    self.contains { state, count in count > 0 && !state.isSettled }
  }
}

extension Transaction {
  /// How many pages a step moved from one state to another: what its record says of them.
  ///
  /// Counts and not stores: which page came from where stands in the page's own records.
  func moving(_ id: BroadcastID, _ body: () throws -> Void) throws -> JSON {
    let before = try deliveryCounts(of: id)
    try body()
    let after = try deliveryCounts(of: id)
    var moved: [String: JSON] = [:]
    for state in Set(before.keys).union(after.keys) {
      let delta = after[state, default: 0] - before[state, default: 0]
      if delta != 0 { moved[state.rawValue] = .integer(Int64(delta)) }
    }
    return .object(moved)
  }
}
