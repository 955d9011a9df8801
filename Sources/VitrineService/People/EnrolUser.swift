import VitrineCore
import VitrineStorage

/// Makes a new one-time code for a person who is there already: a lost token, or ninety days gone by.
///
/// Whoever redeems the code acts as that person, so the code is for those who could give the person
/// every role they hold: an administrator, or a manager for people of the own scope. It is recorded,
/// the person reads of it in `whoami`, and their open approvals are void until they give them again.
package struct EnrolUser: UseCase {
  package static let action = Action.userEnrol
  /// Whom: an id or an e-mail address.
  package let user: String

  /// Makes the use case.
  package init(user: String) { self.user = user }

  /// The new code.
  package struct Output: Codable, Sendable {
    /// The person.
    package let id: UserID
    /// The one-time code, shown once.
    package let enrolment: String
    /// The broadcasts that lost an approval of this person.
    package let voided: [BroadcastID]
    /// Posts that lost an approval of this person.
    package let voidedPosts: [PostID]
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere, object: try transaction.person(user).object)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let transaction = context.transaction
    let account = try transaction.person(user)
    guard account.state != .suspended else {
      throw Fault(
        .conflict, Message("people.isSuspended", account.id),
        hint: Message("people.isSuspended.hint", account.id), subject: account.id.rawValue)
    }
    try demandRight(over: account, in: context)
    let voided = try context.voidOpenApprovals(of: account.id)
    let posts = try context.voidOpenPostApprovals(of: account.id)
    try transaction.endEnrolments(of: account.id, at: context.now)
    let code = TokenText.make(.enrolment, random: context.desk.random)
    try transaction.insertEnrolment(
      hash: TokenText.hash(of: code, kind: .enrolment) ?? [], user: account.id,
      by: context.session.user, at: context.now,
      expires: context.now.advanced(bySeconds: 7 * 86_400))
    context.record(
      Self.action, target: account.target, object: account.object,
      detail: [
        "voided": .array(voided.prefix(1_000).map { .string($0.rawValue) }),
        "voidedPosts": .array(posts.prefix(1_000).map { .string($0.rawValue) }),
      ])
    return Output(id: account.id, enrolment: code.exposed, voided: voided, voidedPosts: posts)
  }

  private func demandRight(over account: Account, in context: Context) throws {
    if account.id == context.session.user {
      // A token for scripts, or a sign-in that is too old, must not renew itself for ever.
      return try context.demandFreshSession(Self.action, account.object)
    }
    let held = try context.transaction.grants(of: account.id).filter {
      $0.holds(atOrAfter: context.now)
    }
    for grant in held {
      try context.demand(
        Self.action,
        SubjectMatter(
          .anywhere,
          delegation: Delegation(
            receiver: account.id, role: grant.role, scope: grant.scope,
            place: try context.transaction.place(of: grant.scope, at: context.now), held: []),
          object: account.object))
    }
    guard held.isEmpty else { return }
    // Somebody without a grant belongs to nobody's scope but that of who invited them.
    guard try context.transaction.creator(of: account.id) != context.session.user else { return }
    try context.demand(Self.action, SubjectMatter(.national, object: account.object))
  }
}
