import VitrineCore
import VitrineStorage

/// A use case about one broadcast: who may do it depends on where the broadcast stands.
package protocol BroadcastStep: UseCase {
  /// Which broadcast.
  var id: BroadcastID { get }
}

extension BroadcastStep {
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    let broadcast = try transaction.existingBroadcast(id)
    return SubjectMatter(
      .national, broadcast: try transaction.facts(of: broadcast), object: broadcast.object)
  }
}

extension Transaction {
  /// The broadcast, or `notFound`.
  package func existingBroadcast(_ id: BroadcastID, lock: Bool = false) throws -> StoredBroadcast {
    guard let broadcast = try broadcast(id, lock: lock) else {
      throw Fault(
        .notFound, Message("broadcast.unknown", id), hint: Message("broadcast.unknown.hint"),
        subject: id.rawValue)
    }
    return broadcast
  }
}

/// Where a broadcast stands after a step; the keys are a contract.
package struct BroadcastStepOutput: Codable, Sendable {
  /// Its id.
  package let id: BroadcastID
  /// Where it stands.
  package let state: BroadcastState
  /// Which revision it is.
  package let revision: Int
  /// What approvals bind.
  package let digest: String
  /// Who has approved.
  package let approvers: [UserID]
  /// How many approvals it needs.
  package let approvalsNeeded: Int
  /// How many pages changed with the register and ask the approvers again.
  package let pagesAsking: Int
  /// How many approvals are still owed after an urgent launch.
  package let approvalsOwed: Int
  /// Who launched it.
  package let launchedBy: UserID?
  /// When.
  package let launched: Timestamp?

  init(_ broadcast: StoredBroadcast, _ standing: ApprovalStanding) {
    id = broadcast.id
    state = broadcast.state
    revision = broadcast.revision
    digest = broadcast.digest
    approvers = standing.approvals.map(\.user)
    approvalsNeeded = broadcast.approvalsNeeded
    pagesAsking = standing.isEnough ? standing.pagesAsking : 0
    approvalsOwed =
      broadcast.isUrgent && broadcast.launched != nil
      ? max(0, broadcast.approvalsInFull - standing.approvals.count) : 0
    launchedBy = broadcast.launchedBy
    launched = broadcast.launched
  }
}

extension Context {
  /// Changes a broadcast under its lock, records the step, and says where it stands now.
  ///
  /// The body may add to the detail of the record what it finds out, such as how many pages it moved.
  func step(
    _ id: BroadcastID, _ action: Action, detail: [String: JSON] = [:], reason: String? = nil,
    _ body: (inout StoredBroadcast, inout [String: JSON]) throws -> Void
  ) throws -> BroadcastStepOutput {
    var broadcast = try transaction.existingBroadcast(id, lock: true)
    // Decided again under the lock: another step may have committed since the door looked.
    try demand(
      action,
      SubjectMatter(
        .national, broadcast: try transaction.facts(of: broadcast), object: broadcast.object))
    let before = broadcast.state
    var detail = detail
    try body(&broadcast, &detail)
    try transaction.updateBroadcast(broadcast)
    let standing = try ApprovalStanding(of: broadcast, in: transaction)
    // The numbers in force stand in every record, so that a lowered one can be found later.
    detail["approvalsNeeded"] = .integer(Int64(broadcast.approvalsNeeded))
    detail["approvalsInForce"] = [
      "broadcast": .integer(Int64(desk.rules.approvals)),
      "urgent": .integer(Int64(desk.rules.urgentApprovals)),
    ]
    record(
      action, object: broadcast.object, broadcast: id, authors: [broadcast.author],
      editors: standing.editors.subtracting([broadcast.author]).sorted(),
      approvals: standing.approvals.map { "\($0.user)@sha256:\($0.digest)" },
      previousState: before.rawValue, state: broadcast.state.rawValue, detail: detail,
      reason: reason)
    return BroadcastStepOutput(broadcast, standing)
  }
}
