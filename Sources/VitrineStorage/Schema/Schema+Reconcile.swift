extension Schema {
  /// What the pages showed when they were compared with our records.
  ///
  /// After nine months a network says nothing about a deleted post; these rows still do.
  static func reconcile(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      // `post_id` is null for a post that nobody here has sent; only of such a one the text is kept.
      """
      CREATE TABLE sighting (
        network \(text) NOT NULL,
        remote_id \(text) NOT NULL,
        page_id \(text) NOT NULL REFERENCES page (id),
        post_id \(text),
        first_seen \(integer),
        last_seen \(integer),
        first_missing \(integer),
        first_altered \(integer),
        altered_digest \(text),
        body \(text),
        permalink \(text),
        application \(text),
        admin_creator \(text),
        posted_at \(integer),
        PRIMARY KEY (network, remote_id)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX sighting_page ON sighting (page_id)",
      // In the order in which visitors see them, for all that asks what a page gets around an hour.
      """
      CREATE INDEX delivery_page ON delivery (page_id, (COALESCE(published_at, release_at)))
      """,
      """
      CREATE TABLE reconciliation (
        page_id \(text) PRIMARY KEY REFERENCES page (id),
        checked_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE chore (
        name \(text) PRIMARY KEY,
        last_run \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE served_version (
        network \(text) PRIMARY KEY,
        asked \(text) NOT NULL,
        served \(text) NOT NULL,
        seen_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
    ]
  }
}
