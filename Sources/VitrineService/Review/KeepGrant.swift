import VitrineCore
import VitrineStorage

/// Answers a finding of a review: the grant stays, and why.
///
/// For those who could take it away; a record like every change, and quiet for ninety days.
package struct KeepGrant: UseCase {
  package static let action = Action.grantRevoke
  /// Which grant.
  package let id: GrantID
  /// Why it stays.
  package let reason: String

  /// Makes the use case.
  package init(id: GrantID, reason: String) {
    self.id = id
    self.reason = reason
  }

  /// Until when reviews say nothing about it.
  package struct Output: Codable, Sendable {
    /// The grant.
    package let id: GrantID
    /// Until when it is quiet.
    package let quietUntil: Timestamp
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    let grant = try transaction.existingGrant(id)
    return SubjectMatter(
      .anywhere,
      delegation: try transaction.delegation(to: grant.user, grant.role, grant.scope, at: now),
      object: AuditRecord.Object(type: "grant", id: id.rawValue))
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let grant = try context.transaction.existingGrant(id)
    try context.transaction.keepGrant(
      id, at: context.now, by: context.session.user, reason: reason)
    context.record(
      Self.action, target: AuditRecord.Target(type: "user", id: grant.user.rawValue),
      object: AuditRecord.Object(type: "grant", id: id.rawValue), state: "kept",
      detail: [
        "role": .string(grant.role.rawValue), "scope": .string(grant.scope.description),
      ], reason: reason)
    return Output(
      id: id, quietUntil: context.now.advanced(bySeconds: ReviewFinding.quietDays * 86_400))
  }
}
