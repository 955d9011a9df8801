extension Schema {
  /// The register of stores, their pages, and the pages' sealed tokens.
  static func stores(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    let blob = dialect.blobType
    return [
      """
      CREATE TABLE counter (
        name \(text) PRIMARY KEY,
        value \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "INSERT INTO counter (name, value) VALUES ('register', 0)",
      // When the pace of the desk allows the next post of a store.
      "INSERT INTO counter (name, value) VALUES ('pace', 0)",
      """
      CREATE TABLE store (
        code \(text) PRIMARY KEY,
        name \(text) NOT NULL,
        format \(text) NOT NULL,
        region \(text) NOT NULL,
        timezone \(text) NOT NULL,
        position \(integer) NOT NULL,
        data \(text) NOT NULL,
        removed_at \(integer)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE connection (
        id \(text) PRIMARY KEY,
        network \(text) NOT NULL,
        wrapped_key \(blob) NOT NULL,
        sealed_token \(blob) NOT NULL,
        key_version \(integer) NOT NULL,
        created_at \(integer) NOT NULL,
        created_by \(text) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE page (
        id \(text) PRIMARY KEY,
        store_code \(text) NOT NULL REFERENCES store (code),
        network \(text) NOT NULL,
        remote_id \(text) NOT NULL,
        name \(text) NOT NULL,
        state \(text) NOT NULL CHECK (state IN ('connected', 'needs-attention', 'disconnected')),
        trouble \(text),
        connection_id \(text) NOT NULL REFERENCES connection (id),
        wrapped_key \(blob) NOT NULL,
        sealed_token \(blob) NOT NULL,
        key_version \(integer) NOT NULL,
        connected_at \(integer) NOT NULL,
        first_connected_at \(integer) NOT NULL,
        text_limit \(integer) CHECK (text_limit > 0),
        checked_at \(integer),
        token_expires_at \(integer),
        attention_at \(integer),
        UNIQUE (store_code, network),
        UNIQUE (network, remote_id)
      )\(dialect.strictKeyedTable)
      """,
      // Every exchange asks for the few pages that do not work.
      "CREATE INDEX page_broken ON page (id) WHERE state <> 'connected'",
    ]
  }
}
