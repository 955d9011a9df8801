import VitrineCore
import VitrineStorage

/// Turns a one-time code into the person's own first token: only the person makes their tokens.
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

  /// Does it; the code itself is what authenticates.
  package func run(_ desk: Desk) async throws -> Output {
    guard let hash = TokenText.hash(of: code, kind: .enrolment) else { throw Self.refused }
    return try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      let now = desk.time.now()
      guard let user = try transaction.redeemEnrolment(hash: hash, at: now),
        let account = try transaction.account(user), account.state != .suspended
      else { throw Self.refused }
      try transaction.setAccountState(user, .active)
      let issued = try transaction.issueToken(
        to: user, kind: .session, days: 90, signedIn: now, at: now, random: desk.random)
      try transaction.append([
        AuditRecord(
          id: desk.random.recordID(), time: now, action: Action.tokenCreateSelf.rawValue,
          actor: AuditRecord.Actor(id: user, tokenID: issued.id, auth: "enrolment"),
          target: AuditRecord.Target(type: "user", id: user.rawValue),
          object: AuditRecord.Object(type: "token", id: issued.id.rawValue),
          detail: ["kind": "session"])
      ])
      return Output(user: user, token: issued.secret)
    }
  }

  private static let refused = Fault(
    .unauthenticated, Message("people.code"), hint: Message("people.code.hint"))
}
