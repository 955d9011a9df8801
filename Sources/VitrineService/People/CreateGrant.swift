import VitrineCore
import VitrineStorage

/// Gives a person a role, somewhere, for a time.
package struct CreateGrant: UseCase {
  package static let action = Action.grantCreate
  /// To whom: an id or an e-mail address.
  package let user: UserID
  /// Which role.
  package let role: Role
  /// Where.
  package let scope: Scope
  /// From when; `nil` for at once.
  package let from: Timestamp?
  /// Until when.
  package let until: Timestamp?
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(
    user: UserID, role: Role, scope: Scope, from: Timestamp? = nil, until: Timestamp?,
    reason: String
  ) {
    self.user = user
    self.role = role
    self.scope = scope
    self.from = from
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
    /// From when.
    package let from: Timestamp
    /// Until when.
    package let until: Timestamp?
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    let account = try transaction.person(user.rawValue)
    try checkName(of: scope, in: transaction)
    return SubjectMatter(
      .anywhere,
      delegation: try transaction.delegation(to: account.id, role, scope, at: now),
      object: account.object)
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
    try checkTerm(context.now)
    try Reason.check(reason)
    let account = try context.transaction.person(user.rawValue)
    let grant = Grant(
      id: context.desk.random.identifier("g"), user: account.id, role: role, scope: scope,
      from: from ?? context.now, until: until, grantedBy: context.session.user)
    try context.transaction.insertGrant(grant, reason: reason, at: context.now)
    context.recordGrant(grant, reason: reason)
    return Output(
      id: grant.id, user: grant.user, role: role, scope: scope.description, from: grant.from,
      until: until)
  }

  /// A grant begins now or later, ends after that, and in an emergency within the hour.
  private func checkTerm(_ now: Timestamp) throws {
    if let from, from < now {
      throw Fault(.invalid, Message("people.fromPast", from), subject: "--from")
    }
    let start = from ?? now
    if let until, until <= start {
      throw Fault(
        .invalid,
        until <= now
          ? Message("people.untilPast", until) : Message("people.untilBeforeFrom", until, start),
        subject: "--until")
    }
    guard role == .breakglass else { return }
    guard let until, until <= start.advanced(bySeconds: 3_600) else {
      throw Fault(.invalid, Message("people.breakglass"), subject: "--until")
    }
  }
}
