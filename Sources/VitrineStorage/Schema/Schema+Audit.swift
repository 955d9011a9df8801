extension Schema {
  /// The audit log: exact bytes, the tree over them, and the columns by which it is searched.
  static func audit(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    let blob = dialect.blobType
    return [
      """
      CREATE TABLE audit_leaf (
        position \(integer) PRIMARY KEY,
        record \(blob) NOT NULL,
        leaf_hash \(blob) NOT NULL,
        time \(integer) NOT NULL,
        actor \(text) NOT NULL,
        action \(text) NOT NULL,
        result \(text) NOT NULL,
        target \(text),
        store \(text),
        object \(text),
        broadcast \(text)
      )\(dialect.strictTable)
      """,
      "CREATE INDEX audit_leaf_actor ON audit_leaf (actor, position)",
      "CREATE INDEX audit_leaf_store ON audit_leaf (store, position)",
      "CREATE INDEX audit_leaf_object ON audit_leaf (object, position)",
      "CREATE INDEX audit_leaf_broadcast ON audit_leaf (broadcast, position)",
      "CREATE INDEX audit_leaf_action ON audit_leaf (action, position)",
      """
      CREATE TABLE audit_head (
        id \(integer) PRIMARY KEY CHECK (id = 1),
        size \(integer) NOT NULL,
        frontier \(blob) NOT NULL
      )\(dialect.strictTable)
      """,
      """
      CREATE TABLE audit_node (
        level \(integer) NOT NULL,
        position \(integer) NOT NULL,
        hash \(blob) NOT NULL,
        PRIMARY KEY (level, position)
      )\(dialect.strictKeyedTable)
      """,
      """
      CREATE TABLE audit_checkpoint (
        size \(integer) PRIMARY KEY,
        root \(blob) NOT NULL,
        note \(text) NOT NULL,
        signed_at \(integer) NOT NULL
      )\(dialect.strictTable)
      """,
    ] + dialect.appendOnly("audit_leaf") + dialect.appendOnly("audit_node")
  }
}
