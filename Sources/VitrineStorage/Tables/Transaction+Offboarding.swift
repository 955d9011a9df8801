import VitrineCore

extension Transaction {
  /// Ends every token of a person (or only those of a kind), and says how many there were.
  @discardableResult
  package func endTokens(
    of user: UserID, kind: StoredToken.Kind? = nil, at now: Timestamp
  ) throws -> Int {
    try execute(
      """
      UPDATE access_token SET revoked_at = ?2
      WHERE account_id = ?1 AND revoked_at IS NULL AND expires_at > ?2
        AND (?3 = '' OR kind = ?3)
      """, [SQLValue(user), SQLValue(now), .text(kind?.rawValue ?? "")])
  }

  /// Ends every grant of a person, and says how many there were.
  @discardableResult
  package func endGrants(
    of user: UserID, at now: Timestamp, by actor: UserID, reason: String
  ) throws -> Int {
    try execute(
      """
      UPDATE access_grant
      SET revoked_at = ?2, revoked_by = ?3, revoke_reason = ?4, is_offboarded = 1
      WHERE account_id = ?1 AND revoked_at IS NULL AND (valid_until IS NULL OR valid_until > ?2)
      """, [SQLValue(user), SQLValue(now), SQLValue(actor), .text(reason)])
  }

  /// Voids a person's approvals of broadcasts in these states, and says of which.
  package func voidApprovals(
    of user: UserID, in states: [BroadcastState]
  ) throws -> [BroadcastID] {
    let names = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try rows(
      """
      DELETE FROM approval WHERE account_id = ?1
        AND broadcast_id IN (SELECT id FROM broadcast WHERE state IN (\(names)))
      RETURNING broadcast_id
      """, [SQLValue(user)]
    ).map { BroadcastID(try $0.text("broadcast_id")) }.sorted { $0.rawValue < $1.rawValue }
  }

  /// The broadcasts that a person wrote and handed over, and that nobody has approved in full.
  package func submittedBroadcasts(of author: UserID) throws -> [BroadcastID] {
    try rows(
      "SELECT id FROM broadcast WHERE author = ?1 AND state = 'submitted' ORDER BY id",
      [SQLValue(author)]
    ).map { BroadcastID(try $0.text("id")) }
  }
}
