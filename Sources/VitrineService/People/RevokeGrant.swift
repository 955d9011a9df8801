import VitrineCore
import VitrineStorage

/// Takes a grant back, at once.
package struct RevokeGrant: UseCase {
  package static let action = Action.grantRevoke
  /// Which grant.
  package let id: GrantID

  /// Makes the use case.
  package init(id: GrantID) { self.id = id }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    guard let grant = try transaction.grant(id) else {
      throw Fault(.notFound, Message("people.noGrant", id), subject: id.rawValue)
    }
    var place: AccessTarget.Place?
    if case .store(let code) = grant.scope { place = try transaction.store(code)?.place }
    let delegation = Delegation(
      receiver: grant.user, role: grant.role, scope: grant.scope, place: place, held: [])
    return SubjectMatter(
      .anywhere, delegation: delegation,
      object: AuditRecord.Object(type: "grant", id: id.rawValue))
  }

  package func run(_ prepared: Void, in context: Context) throws -> [String: GrantID] {
    guard let grant = try context.transaction.grant(id) else {
      throw Fault(.notFound, Message("people.noGrant", id), subject: id.rawValue)
    }
    try context.transaction.revokeGrant(id, at: context.now, by: context.session.user)
    context.record(
      .grantRevoke, target: AuditRecord.Target(type: "user", id: grant.user.rawValue),
      object: AuditRecord.Object(type: "grant", id: id.rawValue),
      detail: [
        "role": .string(grant.role.rawValue), "scope": .string(grant.scope.description),
      ])
    return ["id": id]
  }
}

/// Grants that were not revoked, of one person or of all.
package struct ListGrants: Query {
  package static let action = Action.grantRead
  package static let isNational = true
  /// Whose; nil for everybody's.
  package let user: UserID?

  /// Makes the query.
  package init(user: UserID?) { self.user = user }

  package func run(in context: ReadContext) throws -> [Grant] {
    try user.map { try context.transaction.grants(of: $0) } ?? context.transaction.grants()
  }
}
