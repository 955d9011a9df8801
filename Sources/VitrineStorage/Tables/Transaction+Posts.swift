import VitrineCore

extension Transaction {
  /// The columns of a post with those of its submission and of its delivery, and where they come from.
  static var postColumns: String {
    """
    SELECT p.*, s.author AS author, s.template_id AS template_id, s.stores AS stores,
      d.state AS delivery_state, d.release_at AS release_at, d.published_at AS published_at,
      d.remote_id AS remote_id, d.permalink AS permalink, d.trouble AS trouble,
      d.unknown_since AS unknown_since, d.worker_id AS worker_id, d.launched_by AS launched_by,
      d.wish AS wish, d.moved_from AS moved_from, d.moved_because AS moved_because,
      z.frozen_at AS frozen_at
    FROM post p JOIN submission s ON s.id = p.submission_id
      LEFT JOIN delivery d ON d.post_id = p.id
      LEFT JOIN store_freeze z ON z.store_code = p.store_code
    """
  }

  /// Stores what one person made, with its posts; an entry of the calendar has one a store and network.
  package func insertPosts(_ posts: [StoredPost], of submission: StoredSubmission) throws {
    try insertMany(
      into: "submission",
      columns: [
        "id", "author", "template_id", "template_digest", "entry", "selector", "stores",
        "is_planned", "created_at",
      ],
      rows: [
        [
          SQLValue(submission.id), SQLValue(submission.author), SQLValue(submission.template),
          SQLValue(submission.templateDigest), SQLValue(submission.entry),
          .text(submission.selector), SQLValue(submission.stores),
          SQLValue(submission.isPlanned ? 1 : 0), SQLValue(submission.created),
        ]
      ])
    try insertMany(
      into: "post",
      columns: [
        "id", "submission_id", "store_code", "network", "position", "revision", "state", "body",
        "link", "media", "digest", "template_digest", "input", "offer", "entry", "is_planned",
        "schedule",
        "due_at", "valid_until", "approvals_needed", "created_at", "updated_at", "submitted_at",
      ],
      rows: try posts.map { post in
        [
          SQLValue(post.id), SQLValue(post.submission), SQLValue(post.store),
          .text(post.network.rawValue), SQLValue(post.position), SQLValue(post.revision),
          .text(post.state.rawValue), .text(post.content.text), SQLValue(post.content.link),
          try post.mediaValue, .text(post.digest), SQLValue(post.templateDigest),
          try .json(post.input), try .json(post.offer), SQLValue(post.entry),
          SQLValue(post.isPlanned ? 1 : 0), SQLValue(post.schedule), SQLValue(post.due),
          SQLValue(post.validUntil), SQLValue(post.approvalsNeeded), SQLValue(post.created),
          SQLValue(post.updated),
          SQLValue(post.submitted),
        ]
      })
  }

  /// Writes all that can change in a post.
  package func updatePost(_ post: StoredPost, at now: Timestamp) throws {
    try execute(
      """
      UPDATE post SET revision = ?2, state = ?3, body = ?4, link = ?5, media = ?6, digest = ?7,
        template_digest = ?8, input = ?9, offer = ?10, schedule = ?11, due_at = ?12,
        valid_until = ?13, approvals_needed = ?14, updated_at = ?15, submitted_at = ?16
      WHERE id = ?1
      """,
      [
        SQLValue(post.id), SQLValue(post.revision), .text(post.state.rawValue),
        .text(post.content.text), SQLValue(post.content.link), try post.mediaValue,
        .text(post.digest), SQLValue(post.templateDigest), try .json(post.input),
        try .json(post.offer), SQLValue(post.schedule), SQLValue(post.due),
        SQLValue(post.validUntil), SQLValue(post.approvalsNeeded), SQLValue(now),
        SQLValue(post.submitted),
      ])
  }

  /// A post of a store.
  package func post(_ id: PostID) throws -> StoredPost? {
    try row(Self.postColumns + " WHERE p.id = ?1", [SQLValue(id)]).map(StoredPost.init(row:))
  }

  /// The posts of a submission, in its order.
  package func posts(of submission: SubmissionID) throws -> [StoredPost] {
    try rows(
      Self.postColumns + " WHERE p.submission_id = ?1 ORDER BY p.position", [SQLValue(submission)]
    ).map(StoredPost.init(row:))
  }

  /// The post of an entry of the calendar at a store, if there is one: the store's own, or that of the
  /// calendar.
  package func post(
    forEntry entry: String, at store: StoreCode, on network: Network, isPlanned: Bool = false
  ) throws -> PostID? {
    try row(
      """
      SELECT id FROM post
      WHERE entry = ?1 AND store_code = ?2 AND network = ?3 AND is_planned = ?4
        AND state <> 'withdrawn'
      """,
      [
        .text(entry), SQLValue(store), .text(network.rawValue), SQLValue(isPlanned ? 1 : 0),
      ]
    ).map { PostID(try $0.text("id")) }
  }
}

extension StoredPost {
  fileprivate var mediaValue: SQLValue {
    get throws { try .json(content.media.isEmpty ? nil : content.media) }
  }
}
