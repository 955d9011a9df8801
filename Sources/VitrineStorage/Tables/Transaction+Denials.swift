import VitrineCore

/// A refusal that may come again and again: who, what, by which rule, on what.
package struct StoredDenial: Hashable, Sendable {
  /// Who was refused.
  package let actor: UserID
  /// What they wanted.
  package let action: String
  /// The rule.
  package let rule: String
  /// The kind of object; empty for none.
  package let objectType: String
  /// The object's id; empty for none.
  package let objectID: String
  /// The token of the first attempt.
  package let token: TokenID
  /// How the person had signed in.
  package let auth: String
  /// When the first attempt was, which has a record of its own.
  package let since: Timestamp
  /// How many equal ones came after it.
  package let further: Int

  /// Makes a refusal that has happened once.
  package init(
    actor: UserID, action: String, rule: String, objectType: String, objectID: String,
    token: TokenID, auth: String, since: Timestamp, further: Int = 0
  ) {
    self.actor = actor
    self.action = action
    self.rule = rule
    self.objectType = objectType
    self.objectID = objectID
    self.token = token
    self.auth = auth
    self.since = since
    self.further = further
  }
}

extension Transaction {
  /// Counts a refusal; true when it is the first of its minute, which is recorded at once.
  ///
  /// Callers take `endedDenials` first, so that a row of an earlier minute is out of the way.
  package func countDenial(_ denial: StoredDenial) throws -> Bool {
    try rows(
      """
      INSERT INTO denial
        (actor, action, rule, object_type, object_id, token_id, auth, since)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      ON CONFLICT (actor, action, rule, object_type, object_id)
        DO UPDATE SET further = denial.further + 1
      RETURNING further
      """,
      [
        SQLValue(denial.actor), .text(denial.action), .text(denial.rule),
        .text(denial.objectType), .text(denial.objectID), SQLValue(denial.token),
        .text(denial.auth), SQLValue(denial.since),
      ]
    ).first?.int("further") == 0
  }

  /// Takes out every refusal that began at that instant or before; only those with further ones are
  /// returned, oldest first.
  package func endedDenials(since: Timestamp) throws -> [StoredDenial] {
    let ended = try rows(
      """
      SELECT * FROM denial WHERE since <= ?1 ORDER BY since, actor, action, rule, object_id
      """, [SQLValue(since)]
    ).map { row in
      StoredDenial(
        actor: UserID(try row.text("actor")), action: try row.text("action"),
        rule: try row.text("rule"), objectType: try row.text("object_type"),
        objectID: try row.text("object_id"), token: TokenID(try row.text("token_id")),
        auth: try row.text("auth"), since: try row.timestamp("since"),
        further: try row.int("further"))
    }
    guard !ended.isEmpty else { return [] }
    try execute("DELETE FROM denial WHERE since <= ?1", [SQLValue(since)])
    return ended.filter { $0.further > 0 }
  }
}
