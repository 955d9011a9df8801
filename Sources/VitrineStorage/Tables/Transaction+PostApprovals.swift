import VitrineCore

/// One revision of a post: who wrote it, and what it said.
package struct StoredPostRevision: Hashable, Sendable {
  /// The post.
  package let post: PostID
  /// Counts from 1.
  package let revision: Int
  /// Who wrote it.
  package let editor: UserID
  /// When.
  package let written: Timestamp
  /// What an approval of it would have bound.
  package let digest: String
  /// The text of the template that it was made from.
  package let templateDigest: String?
  /// The text.
  package let body: String
  /// What the person gave.
  package let input: PostInput
  /// Whether head office corrected the template: the words of its answers are the writer's before.
  package let isCorrection: Bool

  /// Makes a revision of what a post says now.
  package init(
    of post: StoredPost, by editor: UserID, at written: Timestamp, isCorrection: Bool = false
  ) {
    self.post = post.id
    revision = post.revision
    self.editor = editor
    self.written = written
    digest = post.digest
    templateDigest = post.templateDigest
    body = post.content.text
    input = post.input
    self.isCorrection = isCorrection
  }

  init(row: Row) throws {
    post = PostID(try row.text("post_id"))
    revision = try row.int("revision")
    editor = UserID(try row.text("editor"))
    written = try row.timestamp("written_at")
    digest = try row.text("digest")
    templateDigest = try row.optionalText("template_digest")
    body = try row.text("body")
    input = try row.decoded("input") ?? PostInput()
    isCorrection = try row.bool("is_correction")
  }
}

/// A person's yes to a post.
package struct PostApproval: Hashable, Sendable {
  /// Who said yes.
  package let user: UserID
  /// To which digest.
  package let digest: String
  /// When.
  package let approved: Timestamp

  /// Makes an approval.
  package init(user: UserID, digest: String, approved: Timestamp) {
    self.user = user
    self.digest = digest
    self.approved = approved
  }

  /// The approval as records name it.
  package var named: String { "\(user)@sha256:\(digest)" }
}

extension Transaction {
  /// Keeps revisions for good: who wrote one never approves the post.
  package func insertPostRevisions(_ revisions: [StoredPostRevision]) throws {
    try insertMany(
      into: "post_revision",
      columns: [
        "post_id", "revision", "editor", "written_at", "digest", "template_digest", "body",
        "input", "is_correction",
      ],
      rows: try revisions.map {
        [
          SQLValue($0.post), SQLValue($0.revision), SQLValue($0.editor), SQLValue($0.written),
          .text($0.digest), SQLValue($0.templateDigest), .text($0.body), try .json($0.input),
          SQLValue($0.isCorrection),
        ]
      })
  }

  /// The revisions of a post, oldest first.
  package func postRevisions(of post: PostID) throws -> [StoredPostRevision] {
    try rows(
      "SELECT * FROM post_revision WHERE post_id = ?1 ORDER BY revision", [SQLValue(post)]
    ).map(StoredPostRevision.init(row:))
  }

  /// Everybody who wrote a revision of a post.
  package func postEditors(of post: PostID) throws -> Set<UserID> {
    Set(
      try rows("SELECT DISTINCT editor FROM post_revision WHERE post_id = ?1", [SQLValue(post)])
        .map { UserID(try $0.text("editor")) })
  }

  /// Stores a person's yes to the present revision of a post; a second one changes nothing.
  package func insertPostApproval(
    of post: StoredPost, digest: String, by user: UserID, at now: Timestamp
  ) throws {
    try execute(
      """
      INSERT INTO post_approval (post_id, revision, account_id, digest, approved_at)
      VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (post_id, revision, account_id) DO NOTHING
      """,
      [
        SQLValue(post.id), SQLValue(post.revision), SQLValue(user), .text(digest), SQLValue(now),
      ])
  }

  /// Every yes to the present revision of a post, in the order in which they came.
  package func postApprovals(of post: StoredPost) throws -> [PostApproval] {
    try rows(
      """
      SELECT account_id, digest, approved_at FROM post_approval
      WHERE post_id = ?1 AND revision = ?2 ORDER BY approved_at, account_id
      """, [SQLValue(post.id), SQLValue(post.revision)]
    ).map {
      PostApproval(
        user: UserID(try $0.text("account_id")), digest: try $0.text("digest"),
        approved: try $0.timestamp("approved_at"))
    }
  }

  /// Voids every approval of a post, as a rejection or an edit does.
  package func deletePostApprovals(of post: PostID) throws {
    try execute("DELETE FROM post_approval WHERE post_id = ?1", [SQLValue(post)])
  }
}
