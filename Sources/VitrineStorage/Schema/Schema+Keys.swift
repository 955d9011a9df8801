extension Schema {
  /// Which key-encryption key seals tokens now; the keys themselves are files.
  ///
  /// The row is read in the transaction that stores a token, so that after a rotation has begun
  /// nothing is committed under an older key any more.
  static func keys(_ dialect: Dialect) -> [String] {
    [
      """
      CREATE TABLE sealing (
        id \(dialect.integerType) PRIMARY KEY CHECK (id = 1),
        key_version \(dialect.integerType) NOT NULL
      )\(dialect.strictTable)
      """,
      "INSERT INTO sealing (id, key_version) VALUES (1, 1)",
      "CREATE INDEX page_key ON page (key_version, id)",
    ]
  }
}
