import VitrineCore

extension Transaction {
  /// The version of the key under which tokens are sealed now.
  package func sealingVersion() throws -> Int {
    try row("SELECT key_version FROM sealing WHERE id = 1")?.int("key_version") ?? 1
  }

  /// Seals under another key from now on.
  package func setSealingVersion(_ version: Int) throws {
    try execute("UPDATE sealing SET key_version = ?1 WHERE id = 1", [SQLValue(version)])
  }

  /// How many tokens of pages and of connections are sealed under an older key.
  package func countSealed(before version: Int) throws -> (pages: Int, connections: Int) {
    func count(_ table: String) throws -> Int {
      try row(
        "SELECT COUNT(*) AS count FROM \(table) WHERE key_version < ?1", [SQLValue(version)])?
        .int("count") ?? 0
    }
    return (try count("page"), try count("connection"))
  }

  /// Some pages whose token is sealed under an older key, behind an id.
  package func pagesSealed(
    before version: Int, after id: PageID?, limit: Int
  ) throws -> [(page: PageID, network: Network, store: StoreCode, token: SealedToken)] {
    try rows(
      """
      SELECT id, network, store_code, wrapped_key, sealed_token, key_version FROM page
      WHERE key_version < ?1 AND id > ?2 ORDER BY id LIMIT ?3
      """, [SQLValue(version), .text(id?.rawValue ?? ""), SQLValue(limit)]
    ).map {
      (
        PageID(try $0.text("id")), Network(rawValue: try $0.text("network")),
        StoreCode(try $0.text("store_code")), try SealedToken(row: $0)
      )
    }
  }

  /// Some connections whose token is sealed under an older key, behind an id.
  package func connectionsSealed(
    before version: Int, after id: String?, limit: Int
  ) throws -> [(id: String, token: SealedToken)] {
    try rows(
      """
      SELECT id, wrapped_key, sealed_token, key_version FROM connection
      WHERE key_version < ?1 AND id > ?2 ORDER BY id LIMIT ?3
      """, [SQLValue(version), .text(id ?? ""), SQLValue(limit)]
    ).map { (try $0.text("id"), try SealedToken(row: $0)) }
  }

  /// Puts a page's token under another seal.
  package func reseal(_ page: PageID, _ token: SealedToken) throws {
    try reseal("page", page.rawValue, token)
  }

  /// Puts a connection's token under another seal.
  package func reseal(connection id: String, _ token: SealedToken) throws {
    try reseal("connection", id, token)
  }

  private func reseal(_ table: String, _ id: String, _ token: SealedToken) throws {
    try execute(
      """
      UPDATE \(table) SET wrapped_key = ?2, sealed_token = ?3, key_version = ?4 WHERE id = ?1
      """,
      [.text(id), .blob(token.wrappedKey), .blob(token.token), SQLValue(token.keyVersion)])
  }
}
