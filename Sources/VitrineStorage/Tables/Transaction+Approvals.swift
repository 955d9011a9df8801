import VitrineCore

/// A person's yes to a broadcast, and to which edition of it.
///
/// An edition is what was rendered from one revision for one register: a revision begins with
/// edition 1, and each change of the register that alters pages makes the next.
package struct GivenApproval: Hashable, Sendable {
  /// Who said yes.
  package let user: UserID
  /// Up to which edition: pages that changed later were not in it.
  package let edition: Int
  /// The digest that was approved.
  package let digest: String
  /// When.
  package let approved: Timestamp

  /// Makes an approval.
  package init(user: UserID, edition: Int, digest: String, approved: Timestamp) {
    self.user = user
    self.edition = edition
    self.digest = digest
    self.approved = approved
  }
}

extension Transaction {
  /// Stores a person's yes to what stands there now; a later yes of the same person replaces it.
  package func insertApproval(
    of broadcast: StoredBroadcast, by user: UserID, at now: Timestamp
  ) throws {
    try execute(
      """
      INSERT INTO approval (broadcast_id, revision, account_id, edition, digest, approved_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT (broadcast_id, revision, account_id) DO UPDATE SET edition = excluded.edition,
        digest = excluded.digest, approved_at = excluded.approved_at
      WHERE approval.edition < excluded.edition
      """,
      [
        SQLValue(broadcast.id), SQLValue(broadcast.revision), SQLValue(user),
        SQLValue(broadcast.edition), .text(broadcast.digest), SQLValue(now),
      ])
  }

  /// Every yes to the present revision, in the order in which they came.
  package func approvals(of broadcast: StoredBroadcast) throws -> [GivenApproval] {
    try rows(
      """
      SELECT account_id, edition, digest, approved_at FROM approval
      WHERE broadcast_id = ?1 AND revision = ?2 ORDER BY approved_at, account_id
      """, [SQLValue(broadcast.id), SQLValue(broadcast.revision)]
    ).map {
      GivenApproval(
        user: UserID(try $0.text("account_id")), edition: try $0.int("edition"),
        digest: try $0.text("digest"), approved: try $0.timestamp("approved_at"))
    }
  }

  /// Who said yes to the present revision, to all of it or to an earlier edition.
  package func approvers(of broadcast: StoredBroadcast) throws -> [UserID] {
    try approvals(of: broadcast).map(\.user)
  }

  /// Voids every approval of a revision, as a rejection or an edit does.
  package func deleteApprovals(of broadcast: StoredBroadcast) throws {
    try execute(
      "DELETE FROM approval WHERE broadcast_id = ?1 AND revision = ?2",
      [SQLValue(broadcast.id), SQLValue(broadcast.revision)])
  }

  /// The broadcasts that wait for approvals, a launch or their hour, and rest on another register or
  /// other limits.
  package func broadcasts(notRestingOn basis: String) throws -> [BroadcastID] {
    try rows(
      """
      SELECT id FROM broadcast
      WHERE basis <> ?1 AND state IN ('submitted', 'approved', 'scheduled')
      ORDER BY created_at, id
      """, [.text(basis)]
    ).map { BroadcastID(try $0.text("id")) }
  }
}
