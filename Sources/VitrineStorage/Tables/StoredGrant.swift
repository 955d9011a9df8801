import VitrineCore

/// A grant with its whole history: why it was given, and how it ended.
package struct StoredGrant: Hashable, Sendable {
  /// Why a grant does not hold.
  package enum Ending: String, CaseIterable, Sendable {
    /// Its time is over.
    case expired
    /// Somebody took it back.
    case revoked
    /// Everything of the person was taken back at once.
    case offboarded
  }

  /// The grant itself.
  package let grant: Grant
  /// Why it was given; empty once it was erased.
  package let reason: String
  /// When it was given.
  package let created: Timestamp
  /// When it was taken back.
  package let revoked: Timestamp?
  /// Who took it back.
  package let revokedBy: UserID?
  /// Why it was taken back; `nil` where nobody did, or the reason was erased.
  package let revokeReason: String?
  /// Whether it ended with everything else of the person.
  package let isOffboarded: Bool

  /// The grant's id.
  package var id: GrantID { grant.id }

  /// Who holds it.
  package var user: UserID { grant.user }

  /// Reads a grant from a row with all its columns.
  init(row: Row) throws {
    grant = try Grant(row: row)
    reason = try row.text("reason")
    created = try row.timestamp("created_at")
    revoked = try row.optionalTimestamp("revoked_at")
    revokedBy = try row.optionalText("revoked_by").map(UserID.init(_:))
    revokeReason = try row.optionalText("revoke_reason")
    isOffboarded = try row.bool("is_offboarded")
  }

  /// How it ended; `nil` for one that holds now or later.
  package func ending(at now: Timestamp) -> Ending? {
    if revoked != nil { return isOffboarded ? .offboarded : .revoked }
    if let until = grant.until, until <= now { return .expired }
    return nil
  }

  /// When it ended; `nil` for one that holds now or later.
  package func ended(at now: Timestamp) -> Timestamp? {
    revoked ?? grant.until.flatMap { $0 <= now ? $0 : nil }
  }
}

extension Transaction {
  /// Every grant ever given, or those of one person, revoked ones too.
  package func grantHistory(of user: UserID? = nil) throws -> [StoredGrant] {
    let condition = user == nil ? "" : "WHERE account_id = ?1"
    return try rows(
      "SELECT * FROM access_grant \(condition) ORDER BY account_id, created_at, id",
      user.map { [SQLValue($0)] } ?? []
    ).map(StoredGrant.init(row:))
  }

  /// One grant, whether it was revoked or not.
  package func storedGrant(_ id: GrantID) throws -> StoredGrant? {
    try row("SELECT * FROM access_grant WHERE id = ?1", [SQLValue(id)])
      .map(StoredGrant.init(row:))
  }

  /// Stores many grants with their reason.
  package func insertGrants(_ grants: [Grant], reason: String, at now: Timestamp) throws {
    try insertMany(
      into: "access_grant",
      columns: [
        "id", "account_id", "role", "scope", "valid_from", "valid_until", "granted_by", "reason",
        "created_at",
      ],
      rows: grants.map {
        [
          SQLValue($0.id), SQLValue($0.user), .text($0.role.rawValue),
          .text($0.scope.description), SQLValue($0.from), SQLValue($0.until),
          SQLValue($0.grantedBy), .text(reason), SQLValue(now),
        ]
      })
  }

  /// Ends a grant at once, with the reason.
  package func revokeGrant(
    _ id: GrantID, at now: Timestamp, by user: UserID, reason: String
  ) throws {
    try execute(
      """
      UPDATE access_grant SET revoked_at = ?2, revoked_by = ?3, revoke_reason = ?4
      WHERE id = ?1 AND revoked_at IS NULL
      """, [SQLValue(id), SQLValue(now), SQLValue(user), .text(reason)])
  }

  /// Notes that somebody looked at a grant and wants it kept.
  package func keepGrant(
    _ id: GrantID, at now: Timestamp, by user: UserID, reason: String
  ) throws {
    try execute(
      """
      INSERT INTO grant_review (grant_id, kept_at, kept_by, reason) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (grant_id) DO UPDATE SET kept_at = ?2, kept_by = ?3, reason = ?4
      """, [SQLValue(id), SQLValue(now), SQLValue(user), .text(reason)])
  }

  /// The grants that somebody wanted kept since then.
  package func keptGrants(since: Timestamp) throws -> Set<GrantID> {
    Set(
      try rows("SELECT grant_id FROM grant_review WHERE kept_at > ?1", [SQLValue(since)])
        .map { GrantID(try $0.text("grant_id")) })
  }
}
