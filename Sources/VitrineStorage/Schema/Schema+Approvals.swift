extension Schema {
  /// What approvals rest on: each revision of a broadcast as somebody wrote it, and who that was.
  static func approvals(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE broadcast_revision (
        broadcast_id \(text) NOT NULL REFERENCES broadcast (id),
        revision \(integer) NOT NULL,
        editor \(text) NOT NULL,
        written_at \(integer) NOT NULL,
        digest \(text) NOT NULL,
        source \(text) NOT NULL,
        recipe \(text) NOT NULL,
        targeted \(integer) NOT NULL,
        PRIMARY KEY (broadcast_id, revision)
      )\(dialect.strictKeyedTable)
      """
    ]
  }
}
