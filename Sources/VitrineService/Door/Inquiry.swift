import VitrineCore
import VitrineStorage

/// A question about one person, on its way into the log: who asks about people leaves a trace too.
package struct Inquiry: Sendable {
  /// Whom it is about.
  package let about: UserID
  /// As what it is recorded, such as `audit.read`.
  package let action: Action

  /// Makes an inquiry.
  package init(about: UserID, action: Action) {
    self.about = about
    self.action = action
  }

  /// Records the question, unless it is about oneself or no person, or goes on with what was just asked.
  func note(by session: Session, at now: Timestamp, in desk: Desk) async throws {
    guard about != session.user, about.rawValue.utf8.starts(with: "u_".utf8) else { return }
    try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      guard try !isRepeated(by: session.user, at: now, in: transaction) else { return }
      try transaction.append([
        AuditRecord(
          id: desk.random.recordID(), time: now, action: action.rawValue,
          actor: session.actor(at: now),
          target: AuditRecord.Target(type: "user", id: about.rawValue))
      ])
    }
  }

  /// Whether the last thing this person did, a minute ago at most, was to ask the same: the pages of
  /// one list are one question.
  private func isRepeated(
    by user: UserID, at now: Timestamp, in transaction: any Transaction
  ) throws -> Bool {
    let last = try transaction.row(
      """
      SELECT action, target, time FROM audit_leaf WHERE actor = ?1
      ORDER BY position DESC LIMIT 1
      """, [SQLValue(user)])
    guard let last, try last.text("action") == action.rawValue,
      try last.optionalText("target") == about.rawValue
    else { return false }
    return abs(now.milliseconds(since: try last.timestamp("time"))) < 60_000
  }
}
