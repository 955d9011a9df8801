extension Schema {
  /// What the last look at the pages of a broadcast found.
  static func verification(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE verification (
        broadcast_id \(text) PRIMARY KEY REFERENCES broadcast (id),
        checked_at \(integer) NOT NULL,
        same \(integer) NOT NULL,
        altered \(integer) NOT NULL,
        missing \(integer) NOT NULL,
        unclear \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """,
      "CREATE INDEX broadcast_finished ON broadcast (finished_at) WHERE state = 'finished'",
    ]
  }
}
