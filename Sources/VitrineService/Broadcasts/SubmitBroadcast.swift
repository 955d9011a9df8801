import VitrineCore
import VitrineStorage

/// Hands a broadcast over to the approvers.
package struct SubmitBroadcast: BroadcastStep {
  package static let action = Action.broadcastSubmit
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    let rules = context.desk.rules
    return try context.step(id, Self.action) { broadcast in
      broadcast.state = .submitted
      broadcast.submitted = context.now
      broadcast.approvalsNeeded = broadcast.isUrgent ? rules.urgentApprovals : rules.approvals
      if broadcast.approvalsNeeded == 0 { broadcast.state = .approved }
      try context.transaction.deleteApprovals(of: broadcast)
    }
  }
}

/// Says yes to what was read; the last yes that is needed makes it approved.
package struct ApproveBroadcast: BroadcastStep {
  package static let action = Action.broadcastApprove
  package let id: BroadcastID
  /// The digest of what the person read, if the person says it.
  package let digest: String?

  /// Makes the use case.
  package init(id: BroadcastID, digest: String?) {
    self.id = id
    self.digest = digest
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    try context.step(id, Self.action) { broadcast in
      if let digest, digest != broadcast.digest {
        throw Fault(
          .stale, Message("broadcast.changed", id),
          hint: Message("broadcast.changed.hint", id), subject: id.rawValue)
      }
      try context.transaction.insertApproval(
        of: broadcast, by: context.session.user, at: context.now)
      let approvers = try context.transaction.approvers(of: broadcast)
      if approvers.count >= broadcast.approvalsNeeded { broadcast.state = .approved }
    }
  }
}

/// Says no, with a reason; every yes is void.
package struct RejectBroadcast: BroadcastStep {
  package static let action = Action.broadcastReject
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
      broadcast.state = .rejected
      broadcast.pauseReason = reason
      try context.transaction.deleteApprovals(of: broadcast)
    }
  }
}
