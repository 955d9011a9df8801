extension Schema {
  /// People, how they sign in, and what they were granted.
  ///
  /// Names and addresses stand in `identity` only, so that erasing a person touches one row.
  static func people(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE account (
        id \(text) PRIMARY KEY,
        state \(text) NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
        created_at \(integer) NOT NULL,
        created_by \(text) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE identity (
        account_id \(text) PRIMARY KEY REFERENCES account (id),
        name \(text) NOT NULL,
        email \(text),
        language \(text),
        salt \(dialect.blobType) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE enrolment (
        code_hash \(dialect.blobType) PRIMARY KEY,
        account_id \(text) NOT NULL REFERENCES account (id),
        created_by \(text) NOT NULL,
        created_at \(integer) NOT NULL,
        expires_at \(integer) NOT NULL,
        used_at \(integer)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE access_token (
        id \(text) PRIMARY KEY,
        account_id \(text) NOT NULL REFERENCES account (id),
        kind \(text) NOT NULL CHECK (kind IN ('session', 'personal')),
        hash \(dialect.blobType) NOT NULL UNIQUE,
        ending \(text) NOT NULL,
        created_at \(integer) NOT NULL,
        expires_at \(integer) NOT NULL,
        signed_in_at \(integer) NOT NULL,
        scopes \(text),
        revoked_at \(integer)
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX access_token_account ON access_token (account_id)",
      """
      CREATE TABLE access_grant (
        id \(text) PRIMARY KEY,
        account_id \(text) NOT NULL REFERENCES account (id),
        role \(text) NOT NULL,
        scope \(text) NOT NULL,
        valid_from \(integer) NOT NULL,
        valid_until \(integer),
        granted_by \(text) NOT NULL,
        reason \(text) NOT NULL,
        created_at \(integer) NOT NULL,
        revoked_at \(integer),
        revoked_by \(text),
        revoke_reason \(text),
        is_offboarded \(integer) NOT NULL DEFAULT 0 CHECK (is_offboarded IN (0, 1))
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX access_grant_account ON access_grant (account_id)",
    ]
  }
}
