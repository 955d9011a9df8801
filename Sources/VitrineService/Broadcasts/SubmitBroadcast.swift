import VitrineCore
import VitrineStorage

/// Hands a broadcast over to the approvers.
package struct SubmitBroadcast: BroadcastStep {
  package static let action = Action.broadcastSubmit
  package let id: BroadcastID

  /// Makes the use case.
  package init(id: BroadcastID) { self.id = id }

  /// What is handed over is what the register says today.
  package func prepare(_ desk: Desk) async throws {
    _ = try await RefreshBroadcasts(only: id).run(desk)
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    let rules = context.desk.rules
    return try context.step(id, Self.action) { broadcast, _ in
      broadcast.state = .submitted
      broadcast.submitted = context.now
      broadcast.approvalsNeeded = rules.approvalsNeeded(isUrgent: broadcast.isUrgent)
      broadcast.approvalsInFull = rules.approvals
      if broadcast.approvalsNeeded == 0 { broadcast.state = .approved }
      try context.transaction.deleteApprovals(of: broadcast)
    }
  }
}

/// Says yes to what was read; the last yes that is needed makes it approved.
///
/// Said again to an approved broadcast whose pages changed with the register, it is a yes to those
/// pages; after an urgent launch it is the second yes that is still owed.
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
    try context.step(id, Self.action) { broadcast, detail in
      if let digest, digest != broadcast.digest {
        throw Fault(
          .stale, Message("broadcast.changed", id),
          hint: Message("broadcast.changed.hint", id), subject: id.rawValue)
      }
      let before = try ApprovalStanding(of: broadcast, in: context.transaction)
      try context.transaction.insertApproval(
        of: broadcast, by: context.session.user, at: context.now)
      let standing = try ApprovalStanding(of: broadcast, in: context.transaction)
      if broadcast.state == .submitted {
        if standing.isEnough { broadcast.state = .approved }
      } else {
        detail["pagesAsked"] = .integer(Int64(before.pagesAsking))
        detail["pagesAsking"] = .integer(Int64(standing.pagesAsking))
      }
      try context.transaction.applyApprovals(to: broadcast, standing, at: context.now)
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
    return try context.step(id, Self.action, reason: reason) { broadcast, _ in
      try context.transaction.deleteApprovals(of: broadcast)
      if broadcast.isAmendment {
        try context.dropAmendment(of: &broadcast)
      } else {
        broadcast.state = .rejected
      }
    }
  }
}
