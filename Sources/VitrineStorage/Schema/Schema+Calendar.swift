extension Schema {
  /// What became of the calendar's files: plans, what each occurrence was made into, and who said no.
  static func calendar(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE calendar_plan (
        id \(text) PRIMARY KEY,
        author \(text) NOT NULL,
        state \(text) NOT NULL CHECK (state IN ('submitted', 'approved', 'rejected')),
        digest \(text) NOT NULL,
        posts \(integer) NOT NULL,
        approvals_needed \(integer) NOT NULL,
        from_day \(text) NOT NULL,
        through_day \(text) NOT NULL,
        created_at \(integer) NOT NULL,
        submitted_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX calendar_plan_state ON calendar_plan (state, created_at)",
      """
      CREATE TABLE calendar_approval (
        plan_id \(text) NOT NULL REFERENCES calendar_plan (id),
        account_id \(text) NOT NULL REFERENCES account (id),
        digest \(text) NOT NULL,
        approved_at \(integer) NOT NULL,
        PRIMARY KEY (plan_id, account_id)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX calendar_approval_account ON calendar_approval (account_id)",
      // Everything that a plan rests on is in the digest: while it is the same, nothing has changed.
      """
      CREATE TABLE calendar_item (
        entry \(text) PRIMARY KEY,
        kind \(text) NOT NULL CHECK (kind IN ('posts', 'broadcast')),
        title \(text) NOT NULL,
        due_day \(text) NOT NULL,
        at \(text) NOT NULL,
        digest \(text) NOT NULL,
        posts \(integer) NOT NULL,
        broadcast_id \(text) REFERENCES broadcast (id),
        is_dirty \(integer) NOT NULL DEFAULT 0 CHECK (is_dirty IN (0, 1)),
        applied_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX calendar_item_day ON calendar_item (due_day)",
      "CREATE UNIQUE INDEX calendar_item_broadcast ON calendar_item (broadcast_id)",
      """
      CREATE TABLE calendar_decline (
        entry \(text) NOT NULL,
        store_code \(text) NOT NULL REFERENCES store (code),
        account_id \(text) NOT NULL REFERENCES account (id),
        declined_at \(integer) NOT NULL,
        PRIMARY KEY (entry, store_code)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX calendar_decline_account ON calendar_decline (account_id)",
    ]
  }
}
