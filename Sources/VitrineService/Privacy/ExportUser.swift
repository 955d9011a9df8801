import VitrineCore
import VitrineStorage

/// Everything that is kept about one person, for the person's right to see it (GDPR, article 15).
///
/// A change and not a query, since that somebody took a copy is itself a record.
package struct ExportUser: UseCase {
  package static let action = Action.userRead
  /// Whom: an id or an e-mail address.
  package let user: String

  /// Makes the use case.
  package init(user: String) { self.user = user }

  /// The copy.
  package struct Output: Codable, Sendable {
    /// The person.
    package let id: UserID
    /// One JSON document, without a line end.
    package let document: String
    /// How many records of the log are in it.
    package let records: Int
  }

  /// One's own data, or a matter for the whole country.
  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    SubjectMatter(.national, object: try transaction.person(user).object)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    let transaction = context.transaction
    let account = try transaction.person(user)
    var records: [JSON] = []
    try transaction.forEachRecord(about: account.id) { stored in
      records.append(["index": .integer(Int64(stored.index)), "record": Self.json(stored)])
    }
    let document: JSON = [
      "person": try Self.person(account, transaction),
      "grants": .array(try transaction.grantHistory(of: account.id).map(Self.json)),
      "tokens": .array(try transaction.tokens(of: account.id).map(Self.json)),
      "enrolments": .array(try transaction.enrolments(of: account.id).map(Self.json)),
      "approvals": .array(
        try transaction.approvals(by: account.id).map {
          [
            "broadcast": .string($0.broadcast.rawValue), "revision": .integer(Int64($0.revision)),
            "digest": .string($0.digest), "at": .string($0.at.description),
          ]
        }),
      "broadcasts": .array(
        try transaction.broadcasts(of: account.id).map {
          [
            "id": .string($0.id.rawValue), "title": .string($0.title), "author": .bool($0.isAuthor),
            "launcher": .bool($0.isLauncher),
          ]
        }),
      "posts": .array(
        try transaction.postHands(of: account.id).map {
          [
            "id": .string($0.post.rawValue), "store": .string($0.store.rawValue),
            "author": .bool($0.isAuthor), "revisions": .integer(Int64($0.revisions)),
            "approver": .bool($0.isApprover), "launcher": .bool($0.isLauncher),
          ]
        }),
      "notices": .array(
        try transaction.notices(of: account.id, includingRead: true, behind: nil, limit: 10_000)
          .map { $0.notice.json(in: .en) }),
      "reasons": .array(
        try transaction.privateTexts(by: account.id).map {
          ["index": .integer(Int64($0.index)), "text": .string($0.body)]
        }),
      "records": .array(records), "exportedAt": .string(context.now.description),
    ]
    context.record(
      Self.action, target: account.target, object: account.object, state: "exported",
      detail: ["records": .integer(Int64(records.count))])
    return Output(id: account.id, document: document.text, records: records.count)
  }
}

extension ExportUser {
  private static func person(_ account: Account, _ transaction: any Transaction) throws -> JSON {
    let created = try transaction.creations()[account.id]
    let isNamed = try transaction.hasIdentity(account.id)
    return [
      "id": .string(account.id.rawValue), "name": isNamed ? .string(account.name) : .null,
      "email": account.email.map(JSON.string) ?? .null,
      "state": .string(account.state.rawValue),
      "createdAt": created.map { .string($0.at.description) } ?? .null,
      "createdBy": created.map { .string($0.by.rawValue) } ?? .null,
    ]
  }

  private static func json(_ stored: StoredRecord) -> JSON {
    (try? JSON(bytes: stored.bytes)) ?? .null
  }

  private static func json(_ stored: StoredGrant) -> JSON {
    [
      "id": .string(stored.grant.id.rawValue), "role": .string(stored.grant.role.rawValue),
      "scope": .string(stored.grant.scope.description),
      "from": .string(stored.grant.from.description),
      "until": stored.grant.until.map { .string($0.description) } ?? .null,
      "grantedBy": .string(stored.grant.grantedBy.rawValue), "reason": .string(stored.reason),
      "revokedAt": stored.revoked.map { .string($0.description) } ?? .null,
      "revokeReason": stored.revokeReason.map(JSON.string) ?? .null,
    ]
  }

  private static func json(_ token: StoredToken) -> JSON {
    [
      "id": .string(token.id.rawValue), "kind": .string(token.kind.rawValue),
      "ending": .string(token.ending), "created": .string(token.created.description),
      "expires": .string(token.expires.description),
      "signedIn": .string(token.signedIn.description),
      "revoked": token.revoked.map { .string($0.description) } ?? .null,
    ]
  }

  private static func json(_ enrolment: StoredEnrolment) -> JSON {
    [
      "by": .string(enrolment.by.rawValue), "created": .string(enrolment.created.description),
      "expires": .string(enrolment.expires.description),
      "used": enrolment.used.map { .string($0.description) } ?? .null,
    ]
  }
}
