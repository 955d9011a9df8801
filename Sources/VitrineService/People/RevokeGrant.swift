import VitrineCore
import VitrineStorage

/// Takes a grant back, at once.
package struct RevokeGrant: UseCase {
  package static let action = Action.grantRevoke
  /// Which grant.
  package let id: GrantID
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(id: GrantID, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    let grant = try transaction.existingGrant(id)
    return SubjectMatter(
      .anywhere,
      delegation: try transaction.delegation(to: grant.user, grant.role, grant.scope, at: now),
      leavesNoAdministrator: try transaction.leavesNoAdministrator(revoking: id, at: now),
      object: AuditRecord.Object(type: "grant", id: id.rawValue))
  }

  package func run(_ prepared: Void, in context: Context) throws -> [String: GrantID] {
    try Reason.check(reason)
    let grant = try context.transaction.existingGrant(id)
    try context.transaction.revokeGrant(
      id, at: context.now, by: context.session.user, reason: reason)
    context.record(
      .grantRevoke, target: AuditRecord.Target(type: "user", id: grant.user.rawValue),
      object: AuditRecord.Object(type: "grant", id: id.rawValue),
      detail: [
        "role": .string(grant.role.rawValue), "scope": .string(grant.scope.description),
      ], reason: reason)
    return ["id": id]
  }
}

extension Transaction {
  /// A grant that was not revoked, or `notFound`.
  func existingGrant(_ id: GrantID) throws -> Grant {
    guard let grant = try grant(id) else {
      throw Fault(.notFound, Message("people.noGrant", id), subject: id.rawValue)
    }
    return grant
  }
}
