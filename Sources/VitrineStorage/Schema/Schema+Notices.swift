extension Schema {
  /// What people are told, and what of it was sent out of the desk.
  ///
  /// A person has one notice of a key at most, and a page one open trouble: both are unique here. What was
  /// sent goes with its notice.
  static func notices(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE notice (
        id \(text) PRIMARY KEY,
        account_id \(text) NOT NULL REFERENCES account (id),
        event \(text) NOT NULL,
        event_key \(text) NOT NULL,
        subject_type \(text) NOT NULL,
        subject_id \(text) NOT NULL,
        broadcast_id \(text),
        store_code \(text),
        headline \(text) NOT NULL,
        reason \(text),
        fix \(text),
        words \(text),
        words_by \(text),
        bundle \(text) NOT NULL,
        created_at \(integer) NOT NULL,
        read_at \(integer),
        UNIQUE (event_key, account_id)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX notice_person ON notice (account_id, created_at, id)",
      "CREATE INDEX notice_created ON notice (created_at)",
      "CREATE INDEX notice_words ON notice (words_by) WHERE words_by IS NOT NULL",
      """
      CREATE TABLE notice_sending (
        notice_id \(text) NOT NULL REFERENCES notice (id) ON DELETE CASCADE,
        channel \(text) NOT NULL,
        message_id \(text) NOT NULL,
        attempts \(integer) NOT NULL DEFAULT 0,
        last_wait \(integer) NOT NULL DEFAULT 0,
        begun_at \(integer) NOT NULL,
        not_before \(integer) NOT NULL,
        sent_at \(integer),
        given_up_at \(integer),
        failure \(text),
        PRIMARY KEY (notice_id, channel)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE INDEX notice_sending_open ON notice_sending (channel, not_before)
      WHERE sent_at IS NULL AND given_up_at IS NULL
      """,
      "CREATE INDEX notice_sending_begun ON notice_sending (channel, begun_at)",
      "CREATE INDEX notice_sending_message ON notice_sending (message_id, channel)",
      // What a transaction changed is found by its instant, so that no path into a trouble is forgotten.
      "CREATE INDEX delivery_trouble ON delivery (updated_at) WHERE trouble IS NOT NULL",
      "CREATE INDEX delivery_unknown ON delivery (unknown_since) WHERE unknown_since IS NOT NULL",
      "CREATE INDEX page_attention ON page (attention_at) WHERE attention_at IS NOT NULL",
      "CREATE INDEX access_grant_scope ON access_grant (scope)",
    ]
  }
}
