extension Schema {
  /// What answers about the past need, and what keeps a stream of refusals from filling the log.
  static func access(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE account_state (
        account_id \(text) NOT NULL REFERENCES account (id),
        step \(integer) NOT NULL,
        state \(text) NOT NULL CHECK (state IN ('invited', 'active', 'suspended')),
        changed_at \(integer) NOT NULL,
        PRIMARY KEY (account_id, step)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE denial (
        actor \(text) NOT NULL,
        action \(text) NOT NULL,
        rule \(text) NOT NULL,
        object_type \(text) NOT NULL,
        object_id \(text) NOT NULL,
        token_id \(text) NOT NULL,
        auth \(text) NOT NULL,
        since \(integer) NOT NULL,
        further \(integer) NOT NULL DEFAULT 0,
        PRIMARY KEY (actor, action, rule, object_type, object_id)
      )\(dialect.strictKeyedTable)
      """,
    ]
  }
}
