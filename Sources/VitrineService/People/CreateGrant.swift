import VitrineCore
import VitrineStorage

/// Gives a person a role, somewhere, for a time.
package struct CreateGrant: UseCase {
  package static let action = Action.grantCreate
  /// To whom.
  package let user: UserID
  /// Which role.
  package let role: Role
  /// Where.
  package let scope: Scope
  /// Until when.
  package let until: Timestamp?
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(user: UserID, role: Role, scope: Scope, until: Timestamp?, reason: String) {
    self.user = user
    self.role = role
    self.scope = scope
    self.until = until
    self.reason = reason
  }

  /// The new grant.
  package struct Output: Codable, Sendable {
    /// Its id.
    package let id: GrantID
    /// To whom.
    package let user: UserID
    /// Which role.
    package let role: Role
    /// Where.
    package let scope: String
    /// Until when.
    package let until: Timestamp?
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    guard try transaction.account(user) != nil else {
      throw Fault(.notFound, Message("people.noUser", user), subject: user.rawValue)
    }
    try checkName(of: scope, in: transaction)
    var place: AccessTarget.Place?
    if case .store(let code) = scope {
      guard let store = try transaction.store(code) else {
        throw Fault(.notFound, Message("stores.unknown", code), subject: code.rawValue)
      }
      place = store.place
    }
    let delegation = Delegation(
      receiver: user, role: role, scope: scope, place: place,
      held: Set(try transaction.grants(of: user).map(\.role)))
    return SubjectMatter(
      .anywhere, delegation: delegation,
      object: AuditRecord.Object(type: "user", id: user.rawValue))
  }

  /// A region or format that no store has is a slip of the pen; before the first import, nobody knows.
  private func checkName(of scope: Scope, in transaction: any Transaction) throws {
    let (name, known): (String, [String])
    switch scope {
    case .region(let region): (name, known) = (region, try transaction.stores().map(\.region))
    case .format(let format):
      (name, known) = (format, StoreFormat.allCases.map(\.rawValue))
    case .all, .store: return
    }
    guard !known.isEmpty, !known.contains(name) else { return }
    throw Fault(
      .invalid, Message("people.scope", name),
      hint: EditDistance.suggestion(for: name, among: Set(known)).map {
        Message("did.you.mean", $0)
      }, subject: "--scope")
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    if let until, until <= context.now {
      throw Fault(.invalid, Message("people.untilPast", until), subject: "--until")
    }
    try Reason.check(reason)
    if role == .breakglass {
      guard let until, until <= context.now.advanced(bySeconds: 3_600) else {
        throw Fault(.invalid, Message("people.breakglass"), subject: "--until")
      }
    }
    let grant = Grant(
      id: context.desk.random.identifier("g"), user: user, role: role, scope: scope,
      from: context.now, until: until, grantedBy: context.session.user)
    try context.transaction.insertGrant(grant, reason: reason, at: context.now)
    var detail: [String: JSON] = [
      "role": .string(role.rawValue), "scope": .string(scope.description),
    ]
    if let until { detail["until"] = .string(until.description) }
    context.record(
      .grantCreate, target: AuditRecord.Target(type: "user", id: user.rawValue),
      object: AuditRecord.Object(type: "grant", id: grant.id.rawValue), detail: detail)
    return Output(
      id: grant.id, user: user, role: role, scope: scope.description, until: until)
  }
}
