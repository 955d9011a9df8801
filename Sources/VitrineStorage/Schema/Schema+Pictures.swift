extension Schema {
  /// The bytes of pictures, once each: what was approved is what is sent, from whatever machine.
  static func pictures(_ dialect: Dialect) -> [String] {
    let text = dialect.textType
    let integer = dialect.integerType
    return [
      """
      CREATE TABLE picture (
        digest \(text) PRIMARY KEY,
        type \(text) NOT NULL CHECK (type IN ('jpeg', 'png', 'gif', 'webp')),
        width \(integer) NOT NULL,
        height \(integer) NOT NULL,
        bytes \(dialect.blobType) NOT NULL,
        added_at \(integer) NOT NULL
      )\(dialect.strictTable)
      """
    ]
  }
}
