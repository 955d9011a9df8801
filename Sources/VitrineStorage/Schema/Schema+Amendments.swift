extension Schema {
  /// Corrections of broadcasts that are on pages already, and what those pages said before.
  static func amendments(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      // What a page shall say once the correction is launched and nothing of it is under way.
      """
      CREATE TABLE amended_text (
        post_id \(text) NOT NULL REFERENCES delivery (post_id),
        is_launched \(integer) NOT NULL DEFAULT 0 CHECK (is_launched IN (0, 1)),
        broadcast_id \(text) NOT NULL REFERENCES broadcast (id),
        body \(text) NOT NULL,
        digest \(text) NOT NULL,
        edition \(integer) NOT NULL,
        PRIMARY KEY (post_id, is_launched)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX amended_text_broadcast ON amended_text (broadcast_id)",
      // From when to when visitors saw what is no longer there.
      """
      CREATE TABLE showing (
        post_id \(text) NOT NULL REFERENCES delivery (post_id),
        broadcast_id \(text) NOT NULL REFERENCES broadcast (id),
        digest \(text) NOT NULL,
        shown_from \(integer) NOT NULL,
        shown_until \(integer) NOT NULL,
        PRIMARY KEY (post_id, shown_from)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX showing_broadcast ON showing (broadcast_id)",
    ]
  }
}
