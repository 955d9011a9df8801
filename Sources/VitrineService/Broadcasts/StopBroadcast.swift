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
    return try context.step(id, Self.action) { broadcast in
      guard broadcast.state != .paused else { return }
      guard [.scheduled, .staging, .awaitingExceptions, .releasing].contains(broadcast.state)
      else {
        throw Fault(
          .conflict, Message("broadcast.notRunning", id, broadcast.state.rawValue),
          subject: id.rawValue)
      }
      broadcast.pausedFrom = broadcast.state
      broadcast.pauseReason = reason
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
    try context.step(id, Self.action) { broadcast in
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

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try context.step(id, Self.action) { broadcast in
      guard broadcast.state != .cancelled else { return }
      guard broadcast.state != .finished, broadcast.state != .closed else {
        throw Fault(
          .conflict, Message("broadcast.overAlready", id, broadcast.state.rawValue),
          hint: Message("broadcast.overAlready.hint"), subject: id.rawValue)
      }
      broadcast.state = .cancelled
      try context.transaction.cancelDeliveries(of: id, at: context.now)
    }
  }
}

extension Transaction {
  /// Cancels what has no draft, and lets the drafts of the rest be deleted.
  ///
  /// What is in flight (`staging`, `releasing`) is left to its answer: only that says whether there
  /// is a draft to delete, or a post that is public already.
  func cancelDeliveries(of id: BroadcastID, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET
        state = CASE WHEN remote_id IS NULL THEN 'cancelled' ELSE 'discarding' END,
        trouble = NULL, attempts = 0, not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND state IN ('ready', 'staged', 'held', 'missed')
        AND worker_id IS NULL
      """, [SQLValue(id), SQLValue(now)])
  }
}

/// Tries held and failed pages again, after somebody has mended them.
package struct RetryBroadcast: BroadcastStep {
  package static let action = Action.broadcastRetry
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try context.step(id, Self.action) { broadcast in
      guard broadcast.state.isUnderWay, broadcast.state != .paused else {
        throw Fault(
          .conflict, Message("broadcast.notRunning", id, broadcast.state.rawValue),
          subject: id.rawValue)
      }
      try context.transaction.attachPages(
        to: broadcast, onlyPageTroubles: false, at: context.now)
      try context.transaction.execute(
        """
        UPDATE delivery SET state = 'ready', trouble = NULL, attempts = 0, not_before = 0,
          updated_at = ?2
        WHERE broadcast_id = ?1 AND state = 'failed' AND remote_id IS NULL
        """, [SQLValue(id), SQLValue(context.now)])
      if broadcast.state == .awaitingExceptions { broadcast.state = .staging }
      try context.reopen(&broadcast)
    }
  }
}
