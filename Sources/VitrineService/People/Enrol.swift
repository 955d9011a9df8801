import VitrineCore
import VitrineStorage

/// Turns a one-time code into the person's own token: only the person makes their tokens.
package struct Enrol: Sendable {
  /// The code as the administrator handed it over.
  package let code: Secret

  /// Makes the use case.
  package init(code: Secret) { self.code = code }

  /// Who signed in, and the token.
  package struct Output: Sendable {
    /// The person.
    package let user: UserID
    /// The session token, shown once.
    package let token: Secret
  }

  /// Does it, and ends earlier sessions of the person; the code itself is what authenticates.
  package func run(_ desk: Desk) async throws -> Output {
    guard let hash = TokenText.hash(of: code, kind: .enrolment) else { throw Self.refused }
    return try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      let now = desk.time.now()
      guard let user = try transaction.redeemEnrolment(hash: hash, at: now),
        let account = try transaction.account(user), account.state != .suspended
      else { throw Self.refused }
      if account.state != .active {
        try transaction.setAccountState(user, .active, at: now)
      }
      // Whoever holds an old session may be the reason for the new code.
      let ended = try transaction.endTokens(of: user, kind: .session, at: now)
      let issued = try transaction.issueToken(
        to: user, kind: .session, days: 90, signedIn: now, at: now, random: desk.random)
      try transaction.append([
        AuditRecord(
          id: desk.random.recordID(), time: now, action: Action.tokenCreateSelf.rawValue,
          actor: AuditRecord.Actor(id: user, tokenID: issued.id, auth: "enrolment"),
          target: AuditRecord.Target(type: "user", id: user.rawValue),
          object: AuditRecord.Object(type: "token", id: issued.id.rawValue),
          detail: ["kind": "session", "endedSessions": .integer(Int64(ended))])
      ])
      return Output(user: user, token: issued.secret)
    }
  }

  private static let refused = Fault(
    .unauthenticated, Message("people.code"), hint: Message("people.code.hint"))
}
