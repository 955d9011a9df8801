import VitrineCore

extension Transaction {
  /// Since when each person whose name is still here could not act, or will not be able to.
  ///
  /// A suspended person: since the suspension. Anybody else: since the last token or one-time code
  /// ended; while one is good, that lies in the future. Nobody is inactive before they were created.
  package func inactiveSince() throws -> [UserID: Timestamp] {
    var times: [UserID: Timestamp] = [:]
    var suspended: Set<UserID> = []
    for row in try rows(
      """
      SELECT a.id AS id, a.state AS state, a.created_at AS created_at
      FROM account a JOIN identity i ON i.account_id = a.id
      """)
    {
      let id = UserID(try row.text("id"))
      times[id] = try row.timestamp("created_at")
      if try row.value(of: "state", as: Account.State.self) == .suspended { suspended.insert(id) }
    }
    func note(_ sql: String, _ matters: (UserID) -> Bool) throws {
      for row in try rows(sql) {
        let id = UserID(try row.text("account_id"))
        guard let known = times[id], matters(id) else { continue }
        times[id] = max(known, try row.timestamp("ended"))
      }
    }
    try note(
      """
      SELECT account_id, MAX(changed_at) AS ended FROM account_state
      WHERE state = 'suspended' GROUP BY account_id
      """
    ) { suspended.contains($0) }
    try note(
      """
      SELECT account_id, MAX(CASE WHEN revoked_at < expires_at THEN revoked_at ELSE expires_at END)
        AS ended
      FROM access_token GROUP BY account_id
      """
    ) { !suspended.contains($0) }
    try note(
      """
      SELECT account_id, MAX(CASE WHEN used_at IS NULL THEN expires_at ELSE used_at END) AS ended
      FROM enrolment GROUP BY account_id
      """
    ) { !suspended.contains($0) }
    return times
  }
}
