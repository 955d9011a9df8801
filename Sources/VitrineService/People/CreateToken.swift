import VitrineCore
import VitrineStorage

/// Makes a personal token for scripts; a personal token itself makes none.
package struct CreateToken: UseCase {
  package static let action = Action.tokenCreateSelf
  /// For how many days it is good, 1 to 90.
  package let days: Int
  /// The only actions that it will allow; nil for all that its person may do.
  package let scopes: Set<Action>?

  /// Makes the use case.
  package init(days: Int, scopes: Set<Action>? = nil) {
    self.days = days
    self.scopes = scopes
  }

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
    let issued = try context.transaction.issueToken(
      to: context.session.user, kind: .personal, days: days,
      signedIn: context.session.token.signedIn, scopes: scopes, at: context.now,
      random: context.desk.random)
    var detail: [String: JSON] = ["days": .integer(Int64(days)), "kind": "personal"]
    if let scopes { detail["scopes"] = .array(scopes.map(\.rawValue).sorted().map(JSON.string)) }
    context.record(
      .tokenCreateSelf,
      target: AuditRecord.Target(type: "user", id: context.session.user.rawValue),
      object: AuditRecord.Object(type: "token", id: issued.id.rawValue), detail: detail)
    return Output(id: issued.id, token: issued.secret.exposed, expires: issued.expires)
  }
}

/// Ends one of the person's own tokens; everybody may, whatever they hold.
package struct RevokeToken: UseCase {
  package static let action = Action.tokenRevokeAny
  package static let isOwn = true
  /// Which token.
  package let id: TokenID

  /// Makes the use case.
  package init(id: TokenID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> [String: TokenID] {
    guard
      try context.transaction.revokeToken(id, of: context.session.user, at: context.now)
    else {
      throw Fault(.notFound, Message("people.noToken", id), subject: id.rawValue)
    }
    context.record(
      Self.action,
      target: AuditRecord.Target(type: "user", id: context.session.user.rawValue),
      object: AuditRecord.Object(type: "token", id: id.rawValue), state: "revoked")
    return ["id": id]
  }
}

/// The person's own tokens, without their texts; everybody may see them.
package struct ListTokens: Query {
  package static let action = Action.userRead

  /// Makes the query.
  package init() {}

  package func subjectMatter(in context: ReadContext) throws -> SubjectMatter {
    SubjectMatter(.own)
  }

  package func run(in context: ReadContext) throws -> [StoredToken] {
    try context.transaction.tokens(of: context.session.user)
  }
}
