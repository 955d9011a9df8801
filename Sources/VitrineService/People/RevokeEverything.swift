import VitrineCore
import VitrineStorage

/// Somebody leaves: every way in is closed, in one transaction and with one record.
///
/// Inactive at once; grants, sessions, tokens and open codes gone; what they handed over and nobody
/// has approved in full goes back to the drafts; their open approvals of others' messages are void.
/// Posts of stores that they scheduled wait until somebody else lets them go.
/// A message that is approved or under way goes on: it belongs to head office, not to a person.
package struct RevokeEverything: UseCase {
  package static let action = Action.userRevokeAll
  /// Whom: an id or an e-mail address, and without a name any more an id.
  package let user: String
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(user: String, reason: String) {
    self.user = user
    self.reason = reason
  }

  /// What was taken back; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The person.
    package let id: UserID
    /// Grants that held or would have held.
    package let grants: Int
    /// Sessions and personal tokens.
    package let tokens: Int
    /// One-time codes that could still be used.
    package let enrolments: Int
    /// Broadcasts that went back to the drafts.
    package let returned: [BroadcastID]
    /// Broadcasts that lost an approval of this person.
    package let voided: [BroadcastID]
    /// Posts that went back to the drafts.
    package let returnedPosts: [PostID]
    /// Posts that lost an approval of this person.
    package let voidedPosts: [PostID]
    /// Posts that this person had scheduled, and that wait for somebody else to let them go.
    package let heldPosts: [PostID]
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    try .ending(try transaction.person(user), in: transaction, at: now)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let account = try context.transaction.person(user)
    let output = try context.takeEverything(from: account, reason: reason)
    context.record(
      Self.action, target: account.target, object: account.object,
      previousState: account.state.rawValue, state: Account.State.suspended.rawValue,
      detail: output.detail, reason: reason)
    return output
  }
}

extension RevokeEverything.Output {
  /// The counts as the record keeps them, and the ids of what changed with it.
  var detail: [String: JSON] {
    [
      "grants": .integer(Int64(grants)), "tokens": .integer(Int64(tokens)),
      "enrolments": .integer(Int64(enrolments)),
      "returned": .array(returned.prefix(1_000).map { .string($0.rawValue) }),
      "voided": .array(voided.prefix(1_000).map { .string($0.rawValue) }),
      "returnedPosts": .array(returnedPosts.prefix(300).map { .string($0.rawValue) }),
      "voidedPosts": .array(voidedPosts.prefix(300).map { .string($0.rawValue) }),
      "heldPosts": .array(heldPosts.prefix(300).map { .string($0.rawValue) }),
    ]
  }
}

extension Context {
  /// Takes everything from a person that lets them act.
  fileprivate func takeEverything(
    from account: Account, reason: String
  ) throws -> RevokeEverything.Output {
    if account.state != .suspended {
      try transaction.setAccountState(account.id, .suspended, at: now)
    }
    return RevokeEverything.Output(
      id: account.id,
      grants: try transaction.endGrants(
        of: account.id, at: now, by: session.user, reason: reason),
      tokens: try transaction.endTokens(of: account.id, at: now),
      enrolments: try transaction.endEnrolments(of: account.id, at: now),
      returned: try returnSubmitted(of: account.id),
      voided: try voidOpenApprovals(of: account.id, in: [.draft, .submitted, .rejected]),
      returnedPosts: try returnSubmittedPosts(of: account.id),
      voidedPosts: try voidOpenPostApprovals(
        of: account.id, in: [.draft, .submitted, .rejected]),
      heldPosts: try transaction.holdPosts(
        launchedBy: account.id, Trouble("launcherLeft"), at: now))
  }
}
