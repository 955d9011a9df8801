import VitrineCore

/// What a person was and held at some instant.
extension Transaction {
  /// Notes a new state of an account; within one instant the last one counts.
  func insertAccountState(_ id: UserID, _ state: Account.State, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO account_state (account_id, step, state, changed_at)
      SELECT ?1, COALESCE(MAX(step), 0) + 1, ?2, ?3 FROM account_state WHERE account_id = ?1
      """, [SQLValue(id), .text(state.rawValue), SQLValue(now)])
  }

  /// The state of an account at an instant; nil before there was one.
  package func accountState(of id: UserID, at time: Timestamp) throws -> Account.State? {
    try row(
      """
      SELECT state FROM account_state WHERE account_id = ?1 AND changed_at <= ?2
      ORDER BY step DESC LIMIT 1
      """, [SQLValue(id), SQLValue(time)]
    ).map { try $0.value(of: "state", as: Account.State.self) }
  }

  /// The grants that a person had at an instant, also those that were revoked later.
  ///
  /// Those whose own time had not begun or had ended are among them: whether a grant holds is for
  /// the decision to say.
  package func grants(of user: UserID, at time: Timestamp) throws -> [Grant] {
    try rows(
      """
      SELECT * FROM access_grant WHERE account_id = ?1 AND created_at <= ?2
        AND (revoked_at IS NULL OR revoked_at > ?2) ORDER BY id
      """, [SQLValue(user), SQLValue(time)]
    ).map(Grant.init(row:))
  }

  /// One grant, revoked or not, for saying who gave it.
  package func anyGrant(_ id: GrantID) throws -> Grant? {
    try row("SELECT * FROM access_grant WHERE id = ?1", [SQLValue(id)]).map(Grant.init(row:))
  }
}

extension Grant {
  /// Reads a grant from a row with all its columns.
  package init(row: Row) throws {
    guard let scope = Scope(try row.text("scope")) else {
      throw Fault(.corrupt, Message("storage.column.kind", "scope"), subject: "scope")
    }
    self.init(
      id: GrantID(try row.text("id")), user: UserID(try row.text("account_id")),
      role: try row.value(of: "role", as: Role.self), scope: scope,
      from: try row.timestamp("valid_from"), until: try row.optionalTimestamp("valid_until"),
      grantedBy: UserID(try row.text("granted_by")))
  }
}
