import VitrineCore
import VitrineStorage

/// A person who is signed in, as one request sees them.
package struct Session: Sendable {
  /// The person with all grants.
  package let subject: Subject
  /// The token that was shown.
  package let token: StoredToken
  /// The ticket that the person named, in an emergency.
  package let ticket: Ticket?

  /// The person's id.
  package var user: UserID { subject.id }

  /// What the token, the sign-in and the ticket take away or add at an instant.
  package func credential(at now: Timestamp) -> AccessCredential {
    // A clock that was set back must not make an old sign-in look young for ever.
    let age = max(0, now.milliseconds(since: token.signedIn)) / 60_000
    return AccessCredential(
      scopes: token.scopes, isPersonal: token.kind == .personal, signInAge: Int(age),
      ticket: ticket)
  }

  /// The roles that hold now, as records write them: `approver@all`.
  package func roles(at now: Timestamp) -> [String] {
    subject.grants.filter { $0.holds(at: now) }.map { "\($0.role.rawValue)@\($0.scope)" }
  }

  /// The person as records name them: ids only.
  package func actor(at now: Timestamp) -> AuditRecord.Actor {
    AuditRecord.Actor(
      id: user, roles: roles(at: now), tokenID: token.id, auth: auth)
  }

  /// How the person signed in, as records write it.
  var auth: String { token.kind == .session ? "session" : "pat" }
}

extension Transaction {
  /// Who shows this token.
  ///
  /// Throws `unauthenticated` for a token that is malformed, unknown, ended or revoked, all with
  /// one message: a stranger learns nothing.
  func session(
    of credential: Secret, ticket: Ticket? = nil, at now: Timestamp
  ) throws -> Session {
    guard let hash = TokenText.hash(of: credential),
      let token = try token(hash: hash), token.revoked == nil, now < token.expires,
      let account = try account(token.user)
    else {
      throw Fault(
        .unauthenticated, Message("access.noToken"), hint: Message("access.noToken.hint"))
    }
    let subject = Subject(
      id: account.id, isActive: account.state == .active, grants: try grants(of: account.id))
    return Session(subject: subject, token: token, ticket: ticket)
  }
}

extension RandomSource {
  /// The id of a record, `r_…`.
  func recordID() -> String {
    let id: Identifier<AuditRecord> = identifier("r")
    return id.rawValue
  }

  /// The id of a request, `q_…`.
  func requestID() -> String {
    let id: Identifier<Context> = identifier("q")
    return id.rawValue
  }
}
