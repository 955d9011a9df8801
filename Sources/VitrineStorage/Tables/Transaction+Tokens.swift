import VitrineCore

/// A token of a person as stored: its hash only.
package struct StoredToken: Hashable, Sendable {
  /// What a token can do besides acting.
  package enum Kind: String, Codable, Sendable {
    /// From signing in; may create personal tokens.
    case session
    /// For scripts; may create none.
    case personal
  }

  /// The token's id.
  package let id: TokenID
  /// Whose it is.
  package let user: UserID
  /// What kind it is.
  package let kind: Kind
  /// SHA-256 of the token.
  package let hash: [UInt8]
  /// The last four characters, by which a person knows it.
  package let ending: String
  /// When it was made.
  package let created: Timestamp
  /// When it ends.
  package let expires: Timestamp
  /// When its person last signed in.
  package let signedIn: Timestamp
  /// The only actions that it allows; nil for all that its person may do.
  package let scopes: Set<Action>?
  /// When it was revoked.
  package let revoked: Timestamp?

  /// Makes a token row.
  package init(
    id: TokenID, user: UserID, kind: Kind, hash: [UInt8], ending: String, created: Timestamp,
    expires: Timestamp, signedIn: Timestamp, scopes: Set<Action>? = nil,
    revoked: Timestamp? = nil
  ) {
    self.id = id
    self.user = user
    self.kind = kind
    self.hash = hash
    self.ending = ending
    self.created = created
    self.expires = expires
    self.signedIn = signedIn
    self.scopes = scopes
    self.revoked = revoked
  }
}

extension Transaction {
  /// Stores a token.
  package func insertToken(_ token: StoredToken) throws {
    try execute(
      """
      INSERT INTO access_token
        (id, account_id, kind, hash, ending, created_at, expires_at, signed_in_at, scopes)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        SQLValue(token.id), SQLValue(token.user), .text(token.kind.rawValue), .blob(token.hash),
        .text(token.ending), SQLValue(token.created), SQLValue(token.expires),
        SQLValue(token.signedIn),
        SQLValue(token.scopes.map { $0.map(\.rawValue).sorted().joined(separator: " ") }),
      ])
  }

  /// The token with that hash.
  package func token(hash: [UInt8]) throws -> StoredToken? {
    try row("SELECT * FROM access_token WHERE hash = ?1", [.blob(hash)]).map(token(from:))
  }

  /// The tokens of a person, newest first.
  package func tokens(of user: UserID) throws -> [StoredToken] {
    try rows(
      "SELECT * FROM access_token WHERE account_id = ?1 ORDER BY created_at DESC, id",
      [SQLValue(user)]
    ).map(token(from:))
  }

  /// Ends a token; false when it is not there or ended before.
  package func revokeToken(_ id: TokenID, of user: UserID?, at now: Timestamp) throws -> Bool {
    try execute(
      """
      UPDATE access_token SET revoked_at = ?3
      WHERE id = ?1 AND (?2 = '' OR account_id = ?2) AND revoked_at IS NULL
      """, [SQLValue(id), .text(user?.rawValue ?? ""), SQLValue(now)]) == 1
  }

  /// Stores the hash of a one-time enrolment code.
  package func insertEnrolment(
    hash: [UInt8], user: UserID, by creator: UserID, at now: Timestamp, expires: Timestamp
  ) throws {
    try execute(
      """
      INSERT INTO enrolment (code_hash, account_id, created_by, created_at, expires_at)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """, [.blob(hash), SQLValue(user), SQLValue(creator), SQLValue(now), SQLValue(expires)])
  }

  /// Uses a code up and returns whose it is; `nil` when it is unknown, used or ended.
  package func redeemEnrolment(hash: [UInt8], at now: Timestamp) throws -> UserID? {
    try row(
      """
      UPDATE enrolment SET used_at = ?2
      WHERE code_hash = ?1 AND used_at IS NULL AND expires_at > ?2 RETURNING account_id
      """, [.blob(hash), SQLValue(now)]
    ).map { UserID(try $0.text("account_id")) }
  }

  private func token(from row: Row) throws -> StoredToken {
    StoredToken(
      id: TokenID(try row.text("id")), user: UserID(try row.text("account_id")),
      kind: try row.value(of: "kind", as: StoredToken.Kind.self), hash: try row.blob("hash"),
      ending: try row.text("ending"), created: try row.timestamp("created_at"),
      expires: try row.timestamp("expires_at"), signedIn: try row.timestamp("signed_in_at"),
      scopes: try row.optionalText("scopes").map(scopes(stored:)),
      revoked: try row.optionalTimestamp("revoked_at"))
  }
  /// An action that this version does not know stays unknown: it allows nothing, and takes nothing else
  /// with it.
  private func scopes(stored text: String) -> Set<Action> {
    Set(text.split(separator: " ").compactMap { Action(rawValue: String($0)) })
  }
}
