import VitrineCore

extension Transaction {
  /// Stores a grant with its reason.
  package func insertGrant(_ grant: Grant, reason: String, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO access_grant
        (id, account_id, role, scope, valid_from, valid_until, granted_by, reason, created_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
      """,
      [
        SQLValue(grant.id), SQLValue(grant.user), .text(grant.role.rawValue),
        .text(grant.scope.description), SQLValue(grant.from), SQLValue(grant.until),
        SQLValue(grant.grantedBy), .text(reason), SQLValue(now),
      ])
  }

  /// The grants of a person that were not revoked.
  package func grants(of user: UserID) throws -> [Grant] {
    try rows(
      "SELECT * FROM access_grant WHERE account_id = ?1 AND revoked_at IS NULL ORDER BY id",
      [SQLValue(user)]
    ).map(Grant.init(row:))
  }

  /// Every grant that was not revoked.
  package func grants() throws -> [Grant] {
    try rows("SELECT * FROM access_grant WHERE revoked_at IS NULL ORDER BY account_id, id")
      .map(Grant.init(row:))
  }

  /// One grant that was not revoked.
  package func grant(_ id: GrantID) throws -> Grant? {
    try row("SELECT * FROM access_grant WHERE id = ?1 AND revoked_at IS NULL", [SQLValue(id)])
      .map(Grant.init(row:))
  }

  /// Ends a grant at once.
  package func revokeGrant(_ id: GrantID, at now: Timestamp, by user: UserID) throws {
    try execute(
      "UPDATE access_grant SET revoked_at = ?2, revoked_by = ?3 WHERE id = ?1",
      [SQLValue(id), SQLValue(now), SQLValue(user)])
  }
}
