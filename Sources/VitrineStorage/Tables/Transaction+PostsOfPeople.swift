import VitrineCore

/// What a person had to do with posts.
extension Transaction {
  /// The posts that a person wrote, and that wait for approvals.
  package func submittedPosts(of author: UserID) throws -> [PostID] {
    try rows(
      """
      SELECT p.id AS id FROM post p JOIN submission s ON s.id = p.submission_id
      WHERE s.author = ?1 AND p.state = 'submitted' AND p.is_planned = 0 ORDER BY p.id
      """, [SQLValue(author)]
    ).map { PostID(try $0.text("id")) }
  }

  /// Voids a person's approvals of posts in these states, and says of which.
  package func voidPostApprovals(
    of user: UserID, in states: [EditorialState]
  ) throws -> [PostID] {
    let names = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let posts = try rows(
      """
      DELETE FROM post_approval WHERE account_id = ?1
        AND post_id IN (SELECT id FROM post WHERE state IN (\(names)))
      RETURNING post_id
      """, [SQLValue(user)]
    ).map { PostID(try $0.text("post_id")) }
    return Set(posts).sorted()
  }

  /// The posts that a person wrote, changed, approved or let go, for the person's right to see it.
  package func postHands(of user: UserID) throws -> [PostHand] {
    try rows(
      """
      SELECT p.id AS id, p.store_code AS store_code, s.author AS author,
        d.launched_by AS launched_by,
        (SELECT COUNT(*) FROM post_revision r WHERE r.post_id = p.id AND r.editor = ?1) AS revisions,
        (SELECT COUNT(*) FROM post_approval a WHERE a.post_id = p.id AND a.account_id = ?1)
          AS approvals
      FROM post p JOIN submission s ON s.id = p.submission_id
        LEFT JOIN delivery d ON d.post_id = p.id
      WHERE s.author = ?1 OR d.launched_by = ?1
        OR EXISTS (SELECT 1 FROM post_revision r WHERE r.post_id = p.id AND r.editor = ?1)
        OR EXISTS (SELECT 1 FROM post_approval a WHERE a.post_id = p.id AND a.account_id = ?1)
      ORDER BY p.created_at, p.id
      """, [SQLValue(user)]
    ).map { row in
      PostHand(
        post: PostID(try row.text("id")), store: StoreCode(try row.text("store_code")),
        isAuthor: try row.text("author") == user.rawValue,
        isLauncher: try row.optionalText("launched_by") == user.rawValue,
        revisions: try row.int("revisions"), isApprover: try row.int("approvals") > 0)
    }
  }
}

/// A post that a person had a hand in.
package struct PostHand: Hashable, Sendable {
  /// The post.
  package let post: PostID
  /// The store.
  package let store: StoreCode
  /// Whether the person made it.
  package let isAuthor: Bool
  /// Whether the person let it go.
  package let isLauncher: Bool
  /// How many revisions of it the person wrote.
  package let revisions: Int
  /// Whether the person approved what it is now.
  package let isApprover: Bool
}
