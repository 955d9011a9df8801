extension Schema {
  /// The stores of which nothing but mandatory messages leaves for now.
  ///
  /// `FREEZE` is a word of PostgreSQL's own. A row while it lasts: who lifted a freeze, and what was frozen before, stands in the log.
  static func pressure(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE store_freeze (
        store_code \(text) PRIMARY KEY REFERENCES store (code),
        freeze_id \(text) NOT NULL,
        selector \(text) NOT NULL,
        frozen_by \(text) NOT NULL,
        frozen_at \(integer) NOT NULL
      )\(dialect.strictKeyedTable)
      """
    ]
  }
}
