import VitrineCore
import VitrineStorage

/// Makes a personal token for scripts; a personal token itself makes none.
package struct CreateToken: UseCase {
  package static let action = Action.tokenCreateSelf
  /// For how many days it is good, 1 to 90.
  package let days: Int

  /// Makes the use case.
  package init(days: Int) { self.days = days }

  /// The token, shown once.
  package struct Output: Codable, Sendable {
    /// Its id.
    package let id: TokenID
    /// The text.
    package let token: String
    /// When it ends.
    package let expires: Timestamp
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    guard (1...90).contains(days) else {
      throw Fault(.usage, Message("people.days", days), subject: "--expires")
    }
    guard context.session.token.kind == .session else {
      throw Refusal(
        rule: .tokenNarrows, action: Self.action, object: nil, session: context.session,
        at: context.now)
    }
    let issued = try context.transaction.issueToken(
      to: context.session.user, kind: .personal, days: days,
      signedIn: context.session.token.signedIn, at: context.now, random: context.desk.random)
    context.record(
      .tokenCreateSelf,
      target: AuditRecord.Target(type: "user", id: context.session.user.rawValue),
      object: AuditRecord.Object(type: "token", id: issued.id.rawValue),
      detail: ["days": .integer(Int64(days)), "kind": "personal"])
    return Output(id: issued.id, token: issued.secret.exposed, expires: issued.expires)
  }
}

/// Ends one of the person's own tokens.
package struct RevokeToken: UseCase {
  package static let action = Action.tokenCreateSelf
  /// Which token.
  package let id: TokenID

  /// Makes the use case.
  package init(id: TokenID) { self.id = id }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.anywhere)
  }

  package func run(_ prepared: Void, in context: Context) throws -> [String: TokenID] {
    guard
      try context.transaction.revokeToken(id, of: context.session.user, at: context.now)
    else {
      throw Fault(.notFound, Message("people.noToken", id), subject: id.rawValue)
    }
    context.record(
      .tokenCreateSelf,
      target: AuditRecord.Target(type: "user", id: context.session.user.rawValue),
      object: AuditRecord.Object(type: "token", id: id.rawValue), state: "revoked")
    return ["id": id]
  }
}

/// The person's own tokens, without their texts.
package struct ListTokens: Query {
  package static let action = Action.tokenCreateSelf

  /// Makes the query.
  package init() {}

  package func run(in context: ReadContext) throws -> [StoredToken] {
    try context.transaction.tokens(of: context.session.user)
  }
}
