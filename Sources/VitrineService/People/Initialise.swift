import VitrineCore
import VitrineStorage

/// Makes the first administrator of an empty desk, with the administrator's own first token.
///
/// The one change without a signed-in person: it refuses a desk that has people already.
package struct Initialise: Sendable {
  /// The administrator's name.
  package let name: String

  /// Makes the use case.
  package init(name: String) { self.name = name }

  /// The new administrator and token.
  package struct Output: Sendable {
    /// The administrator.
    package let admin: UserID
    /// The token, shown once.
    package let token: Secret
  }

  /// Refuses a desk that has its people already.
  package static func checkEmpty(_ desk: Desk) async throws {
    try await desk.database.read { try checkEmpty($0) }
  }

  private static func checkEmpty(_ transaction: any Transaction) throws {
    guard try transaction.accounts().isEmpty else {
      throw Fault(
        .conflict, Message("people.initialised"), hint: Message("people.initialised.hint"))
    }
  }

  /// Does it, in one transaction with its records.
  package func run(_ desk: Desk) async throws -> Output {
    guard let name = PersonName.normal(name) else {
      throw Fault(.invalid, Message("people.name"), hint: Message("people.name.hint"))
    }
    return try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      try Self.checkEmpty(transaction)
      let now = desk.time.now()
      let person = NewPerson(name: name, email: nil, random: desk.random)
      let id = person.id
      try transaction.insertAccount(
        id, name: name, email: nil, state: .active, salt: person.salt, at: now, by: id)
      let grant = Grant(
        id: desk.random.identifier("g"), user: id, role: .nationalAdmin, scope: .all, from: now,
        until: nil, grantedBy: id)
      try transaction.insertGrant(grant, reason: "init", at: now)
      let issued = try transaction.issueToken(
        to: id, kind: .session, days: 90, signedIn: now, at: now, random: desk.random)
      let actor = AuditRecord.Actor(id: id, type: .system, auth: "init")
      func record(_ action: Action, _ object: AuditRecord.Object, _ detail: [String: JSON])
        -> AuditRecord
      {
        AuditRecord(
          id: desk.random.recordID(), time: now, action: action.rawValue, actor: actor,
          target: AuditRecord.Target(type: "user", id: id.rawValue), object: object,
          detail: detail)
      }
      try transaction.append([
        record(
          .userInvite, AuditRecord.Object(type: "user", id: id.rawValue),
          ["identity": .string(person.commitment)]),
        record(
          .grantCreate, AuditRecord.Object(type: "grant", id: grant.id.rawValue),
          ["role": .string(grant.role.rawValue), "scope": .string(grant.scope.description)]),
        record(
          .tokenCreateSelf, AuditRecord.Object(type: "token", id: issued.id.rawValue),
          ["kind": "session"]),
      ])
      return Output(admin: id, token: issued.secret)
    }
  }
}

extension Transaction {
  /// Makes a token for a person and stores its hash.
  func issueToken(
    to user: UserID, kind: StoredToken.Kind, days: Int, signedIn: Timestamp,
    scopes: Set<Action>? = nil, at now: Timestamp, random: RandomSource
  ) throws -> (id: TokenID, secret: Secret, expires: Timestamp) {
    let secret = TokenText.make(kind == .session ? .session : .personal, random: random)
    let token = StoredToken(
      id: random.identifier("tk"), user: user, kind: kind,
      hash: TokenText.hash(of: secret) ?? [], ending: String(secret.exposed.suffix(4)),
      created: now, expires: now.advanced(bySeconds: Int64(days) * 86_400), signedIn: signedIn,
      scopes: scopes)
    try insertToken(token)
    return (token.id, secret, token.expires)
  }
}
