import VitrineCore
import VitrineStorage

extension Context {
  /// Voids what a person approved and nobody has launched, and returns the broadcasts.
  ///
  /// A broadcast that is short of approvals then waits for them again.
  func voidOpenApprovals(
    of user: UserID, in states: [BroadcastState] = [.draft, .submitted, .approved, .rejected]
  ) throws -> [BroadcastID] {
    let voided = try transaction.voidApprovals(of: user, in: states)
    for id in voided {
      guard var broadcast = try transaction.broadcast(id, lock: true),
        broadcast.state == .approved,
        try transaction.approvers(of: broadcast).count < broadcast.approvalsNeeded
      else { continue }
      broadcast.state = .submitted
      try transaction.updateBroadcast(broadcast)
    }
    return voided
  }

  /// Gives what a person handed over back to the drafts, and returns the broadcasts.
  ///
  /// Approvals of them are void.
  func returnSubmitted(of author: UserID) throws -> [BroadcastID] {
    let ids = try transaction.submittedBroadcasts(of: author)
    for id in ids {
      guard var broadcast = try transaction.broadcast(id, lock: true) else { continue }
      try transaction.deleteApprovals(of: broadcast)
      broadcast.state = .draft
      try transaction.updateBroadcast(broadcast)
    }
    return ids
  }
}
