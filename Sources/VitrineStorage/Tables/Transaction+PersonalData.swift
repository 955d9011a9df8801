import VitrineCore

/// What the log and the messages hold about one person, for the person's right to see it.
extension Transaction {
  /// Hands over every record that a person made, or that is about them, oldest first.
  package func forEachRecord(
    about user: UserID, _ body: (StoredRecord) throws -> Void
  ) throws {
    try forEachRow(
      """
      SELECT * FROM audit_leaf WHERE actor = ?1 OR target = ?1 OR object = ?1 ORDER BY position
      """, [SQLValue(user)]
    ) { try body(StoredRecord(row: $0)) }
  }

  /// The reasons that a person wrote, by the index of their record.
  package func privateTexts(by author: UserID) throws -> [(index: Int, body: String)] {
    try rows(
      "SELECT position, body FROM audit_private WHERE account_id = ?1 ORDER BY position",
      [SQLValue(author)]
    ).map { (try $0.int("position"), try $0.text("body")) }
  }

  /// The approvals that a person gave and that still stand.
  package func approvals(by user: UserID) throws -> [StoredApproval] {
    try rows(
      """
      SELECT broadcast_id, revision, digest, approved_at FROM approval WHERE account_id = ?1
      ORDER BY approved_at, broadcast_id
      """, [SQLValue(user)]
    ).map {
      StoredApproval(
        broadcast: BroadcastID(try $0.text("broadcast_id")), revision: try $0.int("revision"),
        digest: try $0.text("digest"), at: try $0.timestamp("approved_at"))
    }
  }

  /// The broadcasts that a person wrote or launched: id, title and which of the two.
  package func broadcasts(
    of user: UserID
  ) throws -> [(id: BroadcastID, title: String, isAuthor: Bool, isLauncher: Bool)] {
    try rows(
      """
      SELECT id, title, author, launched_by FROM broadcast
      WHERE author = ?1 OR launched_by = ?1 ORDER BY created_at, id
      """, [SQLValue(user)]
    ).map {
      (
        BroadcastID(try $0.text("id")), try $0.text("title"),
        try $0.text("author") == user.rawValue,
        try $0.optionalText("launched_by") == user.rawValue
      )
    }
  }
}

/// A person's yes as stored.
package struct StoredApproval: Hashable, Sendable {
  /// To which broadcast.
  package let broadcast: BroadcastID
  /// In which revision.
  package let revision: Int
  /// To which digest.
  package let digest: String
  /// When.
  package let at: Timestamp
}
