import VitrineCore

/// The posts that were made from a template.
extension Transaction {
  /// The posts of a template, made from whatever version of it, without those that were withdrawn.
  ///
  /// Found by the submission, which names the template; two templates with the same words share a
  /// digest.
  package func posts(ofTemplate template: String) throws -> [StoredPost] {
    try rows(
      """
      \(Self.postColumns) WHERE s.template_id = ?1 AND p.state <> 'withdrawn'
      ORDER BY p.submission_id, p.position
      """, [.text(template)]
    ).map(StoredPost.init(row:))
  }

  /// How many approvals the present revision of each of these posts has; none where it is not named.
  package func postApprovalCounts(ofTemplate template: String) throws -> [PostID: Int] {
    var counts: [PostID: Int] = [:]
    for row in try rows(
      """
      SELECT a.post_id AS post_id, COUNT(*) AS approvals
      FROM submission s JOIN post p ON p.submission_id = s.id
        JOIN post_approval a ON a.post_id = p.id AND a.revision = p.revision
      WHERE s.template_id = ?1 GROUP BY a.post_id
      """, [.text(template)])
    {
      counts[PostID(try row.text("post_id"))] = try row.int("approvals")
    }
    return counts
  }
}
