extension Schema {
  /// What lies beside the log to find records by, and the texts that can be erased.
  ///
  /// None of it is proven, and it only finds: `audit_person`, `audit_span` and `audit_word` follow from
  /// the records and texts and can be made again, but verification does not compare them. The texts
  /// themselves are held by an HMAC or a digest in their record.
  static func auditSearch(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    let blob = dialect.blobType
    return [
      // The record holds an HMAC of the text; with the salt anybody can check that the text was not
      // swapped, and once the row is gone nobody can find the text by trying.
      """
      CREATE TABLE audit_private (
        position \(integer) PRIMARY KEY REFERENCES audit_leaf (position),
        account_id \(text) NOT NULL,
        salt \(blob) NOT NULL,
        body \(text) NOT NULL
      )\(dialect.strictTable)
      """,
      "CREATE INDEX audit_private_account ON audit_private (account_id)",
      """
      CREATE TABLE audit_person (
        account_id \(text) NOT NULL,
        role \(text) NOT NULL,
        position \(integer) NOT NULL,
        PRIMARY KEY (account_id, role, position)
      )\(dialect.strictKeyedTable)
      """,
      // The earliest and latest time of each 1,024 records: clocks step back, so that a search by
      // time cannot stop at the first record that is too old.
      """
      CREATE TABLE audit_span (
        block \(integer) PRIMARY KEY,
        first_time \(integer) NOT NULL,
        last_time \(integer) NOT NULL
      )\(dialect.strictTable)
      """,
      // What was denied or failed is rare, and asked for often.
      "CREATE INDEX audit_leaf_result ON audit_leaf (result, position) WHERE result <> 'success'",
      """
      CREATE TABLE published_text (
        position \(integer) PRIMARY KEY REFERENCES audit_leaf (position),
        post_id \(text) NOT NULL,
        network \(text) NOT NULL,
        remote_id \(text),
        body \(text) NOT NULL,
        link \(text),
        media \(text) NOT NULL,
        digest \(text) NOT NULL,
        published_at \(integer) NOT NULL
      )\(dialect.strictTable)
      """,
      "CREATE INDEX published_text_post ON published_text (post_id)",
      "CREATE INDEX published_text_remote ON published_text (remote_id)",
      // A row a word and batch of publications, not a row a word and publication: a national message
      // has the same words on every page. `places` are offsets from `first`, four bytes each.
      """
      CREATE TABLE audit_word (
        word \(text) NOT NULL,
        first \(integer) NOT NULL,
        places \(blob) NOT NULL,
        PRIMARY KEY (word, first)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE post_link (
        address \(text) NOT NULL,
        post_id \(text) NOT NULL,
        PRIMARY KEY (address, post_id)
      )\(dialect.strictKeyedTable)
      """,
    ] + dialect.appendOnly("audit_person")
  }
}
