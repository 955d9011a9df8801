import VitrineCore

/// A one-time code as stored, without the code.
package struct StoredEnrolment: Hashable, Sendable {
  /// Whose it is.
  package let user: UserID
  /// Who made it.
  package let by: UserID
  /// When.
  package let created: Timestamp
  /// Until when it can be used.
  package let expires: Timestamp
  /// When it was used.
  package let used: Timestamp?

  init(row: Row) throws {
    user = UserID(try row.text("account_id"))
    by = UserID(try row.text("created_by"))
    created = try row.timestamp("created_at")
    expires = try row.timestamp("expires_at")
    used = try row.optionalTimestamp("used_at")
  }
}

extension Transaction {
  /// The codes that were made for a person (or for everybody), oldest first.
  package func enrolments(of user: UserID? = nil) throws -> [StoredEnrolment] {
    let condition = user == nil ? "" : "WHERE account_id = ?1"
    return try rows(
      "SELECT * FROM enrolment \(condition) ORDER BY created_at, account_id",
      user.map { [SQLValue($0)] } ?? []
    ).map(StoredEnrolment.init(row:))
  }

  /// Stores the hashes of many codes that were made at once.
  package func insertEnrolments(
    _ codes: [(hash: [UInt8], user: UserID)], by creator: UserID, at now: Timestamp,
    expires: Timestamp
  ) throws {
    try insertMany(
      into: "enrolment",
      columns: ["code_hash", "account_id", "created_by", "created_at", "expires_at"],
      rows: codes.map {
        [
          .blob($0.hash), SQLValue($0.user), SQLValue(creator), SQLValue(now),
          SQLValue(expires),
        ]
      })
  }

  /// Ends every code of a person that could still be used, and says how many there were.
  @discardableResult
  package func endEnrolments(of user: UserID, at now: Timestamp) throws -> Int {
    try execute(
      """
      UPDATE enrolment SET expires_at = ?2
      WHERE account_id = ?1 AND used_at IS NULL AND expires_at > ?2
      """, [SQLValue(user), SQLValue(now)])
  }
}
