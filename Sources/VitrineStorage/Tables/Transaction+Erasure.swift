import VitrineCore

/// The tables from which erasing a person takes something away.
package enum ErasableTables {
  /// Their names, for wiping what the rows left behind.
  package static let names = [
    "identity", "enrolment", "access_token", "access_grant", "grant_review", "audit_private",
    "notice",
  ]
}

extension Transaction {
  /// Erases what names a person or was written by them in free words, and says how many rows it was.
  ///
  /// What stays is the opaque id, so that the log still adds up: who held what and did what, without a
  /// name. The salt goes with the name, so that nobody can try names against the log.
  package func erase(_ user: UserID) throws -> Int {
    let person: [SQLValue] = [SQLValue(user)]
    var count = 0
    for statement in [
      "DELETE FROM identity WHERE account_id = ?1",
      "DELETE FROM enrolment WHERE account_id = ?1",
      "DELETE FROM access_token WHERE account_id = ?1",
      // What the person was told, and what others were told in the person's words.
      "DELETE FROM notice WHERE account_id = ?1 OR words_by = ?1",
      """
      UPDATE access_grant SET reason = ''
      WHERE (account_id = ?1 OR granted_by = ?1) AND reason <> ''
      """,
      """
      UPDATE access_grant SET revoke_reason = NULL
      WHERE (account_id = ?1 OR revoked_by = ?1) AND revoke_reason IS NOT NULL
      """,
      """
      UPDATE grant_review SET reason = '' WHERE reason <> '' AND (kept_by = ?1
        OR grant_id IN (SELECT id FROM access_grant WHERE account_id = ?1))
      """,
      // What others wrote when they did something to this person is about this person.
      """
      DELETE FROM audit_private WHERE position IN (
        SELECT p.position FROM audit_private p JOIN audit_leaf l ON l.position = p.position
        WHERE l.target = ?1 OR l.object = ?1)
      """,
    ] {
      count += try execute(statement, person)
    }
    return count + (try erasePrivate(by: user))
  }

  /// Whether the name of a person is still here.
  package func hasIdentity(_ user: UserID) throws -> Bool {
    try row("SELECT account_id FROM identity WHERE account_id = ?1", [SQLValue(user)]) != nil
  }
}
