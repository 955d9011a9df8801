import VitrineCore

extension Transaction {
  /// Our posts that have an id on one of these pages, with what was seen of each.
  package func expectedPosts(on pages: [PageID]) throws -> [ExpectedPost] {
    guard !pages.isEmpty else { return [] }
    let places = pages.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    var posts: [ExpectedPost] = []
    try forEachRow(
      """
      SELECT d.post_id AS delivery_post, d.remote_id AS delivery_remote,
        d.page_id AS delivery_page, d.body AS delivery_body, d.permalink AS delivery_permalink,
        d.store_code, d.broadcast_id, d.digest, d.state, d.published_at, d.updated_at,
        s.remote_id, s.page_id, s.post_id, s.first_seen, s.last_seen, s.first_missing,
        s.first_altered, s.altered_digest, s.body, s.permalink, s.application, s.admin_creator,
        s.posted_at
      FROM delivery d
        LEFT JOIN sighting s ON s.network = d.network AND s.remote_id = d.remote_id
      WHERE d.page_id IN (\(places)) AND d.remote_id IS NOT NULL
      ORDER BY d.page_id, d.published_at, d.post_id
      """, pages.map { SQLValue($0) }
    ) { posts.append(try ExpectedPost(row: $0)) }
    return posts
  }

  /// The posts on these pages that nobody here has sent, as far as they were seen.
  package func strangers(on pages: [PageID]) throws -> [StoredSighting] {
    guard !pages.isEmpty else { return [] }
    let places = pages.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
    return try rows(
      "SELECT * FROM sighting WHERE page_id IN (\(places)) AND post_id IS NULL",
      pages.map { SQLValue($0) }
    ).map(StoredSighting.init(row:))
  }

  /// Writes what was seen, once a post.
  package func upsertSightings(_ sightings: [StoredSighting], network: Network) throws {
    try insertMany(
      into: "sighting",
      columns: [
        "network", "remote_id", "page_id", "post_id", "first_seen", "last_seen", "first_missing",
        "first_altered", "altered_digest", "body", "permalink", "application", "admin_creator",
        "posted_at",
      ],
      rows: sightings.map {
        [
          .text(network.rawValue), SQLValue($0.remoteID), SQLValue($0.page), SQLValue($0.post),
          SQLValue($0.firstSeen), SQLValue($0.lastSeen), SQLValue($0.firstMissing),
          SQLValue($0.firstAltered), SQLValue($0.alteredDigest), SQLValue($0.body),
          SQLValue($0.permalink), SQLValue($0.application), SQLValue($0.adminCreator),
          SQLValue($0.posted),
        ]
      },
      onConflict: """
        ON CONFLICT (network, remote_id) DO UPDATE SET post_id = excluded.post_id,
        first_seen = excluded.first_seen, last_seen = excluded.last_seen,
        first_missing = excluded.first_missing, first_altered = excluded.first_altered,
        altered_digest = excluded.altered_digest, body = excluded.body,
        permalink = excluded.permalink, application = excluded.application,
        admin_creator = excluded.admin_creator, posted_at = excluded.posted_at
        """)
  }

  /// Notes that pages were compared with the records.
  package func setReconciled(_ pages: [PageID], at now: Timestamp) throws {
    try insertMany(
      into: "reconciliation", columns: ["page_id", "checked_at"],
      rows: pages.map { [SQLValue($0), SQLValue(now)] },
      onConflict: "ON CONFLICT (page_id) DO UPDATE SET checked_at = excluded.checked_at")
  }

  /// When a regular task was last done, or nil.
  package func lastRun(of chore: String) throws -> Timestamp? {
    try row("SELECT last_run FROM chore WHERE name = ?1", [.text(chore)])?.timestamp("last_run")
  }

  /// Notes that a regular task was done.
  package func setLastRun(of chore: String, at now: Timestamp) throws {
    try execute(
      """
      INSERT INTO chore (name, last_run) VALUES (?1, ?2)
      ON CONFLICT (name) DO UPDATE SET last_run = excluded.last_run
      """, [.text(chore), SQLValue(now)])
  }
}
