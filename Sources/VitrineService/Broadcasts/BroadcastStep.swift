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
      .national, broadcast: broadcast.facts(try transaction.approvers(of: broadcast)),
      object: broadcast.object)
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
  /// What approvals bind.
  package let digest: String
  /// Who has approved.
  package let approvers: [UserID]
  /// How many approvals it needs.
  package let approvalsNeeded: Int

  init(_ broadcast: StoredBroadcast, approvers: [UserID]) {
    id = broadcast.id
    state = broadcast.state
    digest = broadcast.digest
    self.approvers = approvers
    approvalsNeeded = broadcast.approvalsNeeded
  }
}

extension Context {
  /// Changes a broadcast under its lock, records the step, and says where it stands now.
  func step(
    _ id: BroadcastID, _ action: Action, detail: [String: JSON] = [:],
    _ body: (inout StoredBroadcast) throws -> Void
  ) throws -> BroadcastStepOutput {
    var broadcast = try transaction.existingBroadcast(id, lock: true)
    // Decided again under the lock: another step may have committed since the door looked.
    try demand(
      action,
      SubjectMatter(
        .national, broadcast: broadcast.facts(try transaction.approvers(of: broadcast)),
        object: broadcast.object))
    let before = broadcast.state
    try body(&broadcast)
    try transaction.updateBroadcast(broadcast)
    let approvers = try transaction.approvers(of: broadcast)
    // The number in force stands in every record, so that a lowered one can be found later.
    let detail = detail.merging([
      "approvalsNeeded": .integer(Int64(broadcast.approvalsNeeded))
    ]) { $1 }
    record(
      action, object: broadcast.object, broadcast: id,
      approvals: approvers.map { "\($0)@sha256:\(broadcast.digest)" },
      previousState: before.rawValue, state: broadcast.state.rawValue, detail: detail)
    return BroadcastStepOutput(broadcast, approvers: approvers)
  }
}
