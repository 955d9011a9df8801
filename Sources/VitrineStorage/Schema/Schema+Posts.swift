extension Schema {
  /// The posts of stores: what people make, what they made it from, and who said yes to it.
  ///
  /// A post that was handed over has a row in `delivery` under the same id.
  static func posts(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      // The text that a post was made from stays, whatever becomes of the file.
      """
      CREATE TABLE template_version (
        digest \(text) PRIMARY KEY,
        template_id \(text) NOT NULL,
        source \(text) NOT NULL,
        kept_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX template_version_template ON template_version (template_id)",
      """
      CREATE TABLE submission (
        id \(text) PRIMARY KEY,
        author \(text) NOT NULL,
        template_id \(text),
        template_digest \(text) REFERENCES template_version (digest),
        entry \(text),
        selector \(text) NOT NULL,
        stores \(integer) NOT NULL,
        is_planned \(integer) NOT NULL DEFAULT 0 CHECK (is_planned IN (0, 1)),
        created_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX submission_author ON submission (author)",
      "CREATE INDEX submission_template ON submission (template_id)",
      """
      CREATE TABLE post (
        id \(text) PRIMARY KEY,
        submission_id \(text) NOT NULL REFERENCES submission (id),
        store_code \(text) NOT NULL REFERENCES store (code),
        network \(text) NOT NULL,
        position \(integer) NOT NULL,
        revision \(integer) NOT NULL,
        state \(text) NOT NULL CHECK (state IN (
          'draft', 'submitted', 'approved', 'rejected', 'withdrawn', 'handed-over')),
        body \(text) NOT NULL,
        link \(text),
        media \(text),
        digest \(text) NOT NULL,
        template_digest \(text) REFERENCES template_version (digest),
        input \(text) NOT NULL,
        offer \(text),
        entry \(text),
        is_planned \(integer) NOT NULL DEFAULT 0 CHECK (is_planned IN (0, 1)),
        plan_id \(text) REFERENCES calendar_plan (id),
        plan_digest \(text),
        schedule \(text),
        due_at \(integer),
        valid_until \(integer),
        approvals_needed \(integer) NOT NULL,
        created_at \(integer) NOT NULL,
        updated_at \(integer) NOT NULL,
        submitted_at \(integer),
        UNIQUE (submission_id, store_code, network)
      )\(dialect.strictKeyedTable)
      """,
      // An entry of the calendar has one post of head office and one of the store's own at most; what
      // was withdrawn makes room. One of the two leaves the place before the other is handed over.
      """
      CREATE UNIQUE INDEX post_entry ON post (entry, store_code, network, is_planned)
      WHERE entry IS NOT NULL AND state <> 'withdrawn'
      """,
      "CREATE INDEX post_plan ON post (plan_id, state) WHERE plan_id IS NOT NULL",
      "CREATE INDEX post_store ON post (store_code, created_at)",
      "CREATE INDEX post_created ON post (created_at, id)",
      "CREATE INDEX post_state ON post (state)",
      "CREATE INDEX post_template ON post (template_digest)",
      """
      CREATE TABLE post_revision (
        post_id \(text) NOT NULL REFERENCES post (id),
        revision \(integer) NOT NULL,
        editor \(text) NOT NULL,
        written_at \(integer) NOT NULL,
        digest \(text) NOT NULL,
        template_digest \(text),
        body \(text) NOT NULL,
        input \(text) NOT NULL,
        is_correction \(integer) NOT NULL CHECK (is_correction IN (0, 1)),
        PRIMARY KEY (post_id, revision)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX post_revision_editor ON post_revision (editor)",
      """
      CREATE TABLE post_approval (
        post_id \(text) NOT NULL REFERENCES post (id),
        revision \(integer) NOT NULL,
        account_id \(text) NOT NULL REFERENCES account (id),
        digest \(text) NOT NULL,
        approved_at \(integer) NOT NULL,
        PRIMARY KEY (post_id, revision, account_id)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX post_approval_account ON post_approval (account_id)",
    ]
  }
}
