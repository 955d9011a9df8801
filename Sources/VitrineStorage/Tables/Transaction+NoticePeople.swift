import VitrineCore

/// Who can be told: what active people hold now, and the pages and grants that they are told of.
extension Transaction {
  /// The grants at some scopes that hold at an instant, of people who can act.
  package func heldGrants(at scopes: Set<Scope>, _ now: Timestamp) throws -> [Grant] {
    try scopes.map(\.description).sorted().chunks(of: 500).flatMap { some in
      try rows(
        """
        SELECT g.* FROM access_grant g JOIN account a ON a.id = g.account_id
        WHERE a.state = 'active' AND g.revoked_at IS NULL AND g.valid_from <= ?1
          AND (g.valid_until IS NULL OR g.valid_until > ?1)
          AND g.scope IN (\(some.placeholders(from: 2)))
        ORDER BY g.account_id, g.id
        """, [SQLValue(now)] + some.map { .text($0) }
      ).map(Grant.init(row:))
    }
  }

  /// Which of these people are there and not suspended.
  package func tellable(_ people: Set<UserID>) throws -> Set<UserID> {
    var able: Set<UserID> = []
    for some in people.sorted().chunks(of: 500) {
      for row in try rows(
        """
        SELECT id FROM account WHERE state <> 'suspended'
          AND id IN (\(some.placeholders(from: 1)))
        """, some.map { SQLValue($0) })
      {
        able.insert(UserID(try row.text("id")))
      }
    }
    return able
  }

  /// Where some stores are, removed ones too.
  package func places(ofStores codes: Set<StoreCode>) throws -> [StoreCode: AccessTarget.Place] {
    var places: [StoreCode: AccessTarget.Place] = [:]
    for some in codes.sorted().chunks(of: 500) {
      for row in try rows(
        """
        SELECT code, region, format FROM store WHERE code IN (\(some.placeholders(from: 1)))
        """, some.map { SQLValue($0) })
      {
        let code = StoreCode(try row.text("code"))
        places[code] = AccessTarget.Place(
          code: code, region: try row.text("region"), format: try row.text("format"))
      }
    }
    return places
  }

  /// Whether an instant, that of a transaction that is about to end, put a page or a delivery into trouble.
  package func hasTroubles(at now: Timestamp) throws -> (deliveries: Bool, pages: Bool) {
    let row = try row(
      """
      SELECT
        (SELECT COUNT(*) FROM delivery d WHERE d.trouble IS NOT NULL AND d.updated_at = ?1)
          AS deliveries,
        (SELECT COUNT(*) FROM page p WHERE p.attention_at IS NOT NULL AND p.attention_at = ?1)
          AS pages
      """, [SQLValue(now)])
    return (try row?.int("deliveries") ?? 0 > 0, try row?.int("pages") ?? 0 > 0)
  }

  /// The pages that have needed somebody since an instant and not before.
  package func pagesInNeed(since now: Timestamp) throws -> [StoredPage] {
    try rows(
      """
      SELECT \(StoredPage.columns)
      FROM page p WHERE p.attention_at IS NOT NULL AND p.attention_at = ?1
      ORDER BY store_code, network
      """, [SQLValue(now)]
    ).map(StoredPage.init(row:))
  }

  /// Grants of more than `term` milliseconds that end before an instant, and hold now.
  package func endingGrants(before end: Timestamp, term: Int64, at now: Timestamp) throws -> [Grant]
  {
    try rows(
      """
      SELECT g.* FROM access_grant g JOIN account a ON a.id = g.account_id
      WHERE a.state = 'active' AND g.revoked_at IS NULL AND g.valid_from <= ?1
        AND g.valid_until > ?1 AND g.valid_until <= ?2 AND g.valid_until - g.created_at > ?3
      ORDER BY g.valid_until, g.id
      """, [SQLValue(now), SQLValue(end), .integer(term)]
    ).map(Grant.init(row:))
  }

  /// The stores of a freeze.
  package func stores(ofFreeze id: FreezeID) throws -> [StoreCode] {
    try rows(
      "SELECT store_code FROM store_freeze WHERE freeze_id = ?1 ORDER BY store_code",
      [SQLValue(id)]
    ).map { StoreCode(try $0.text("store_code")) }
  }

  /// Posts that wait for approvals and are due before an instant.
  package func submittedPosts(dueBefore end: Timestamp) throws -> [PostID] {
    try rows(
      """
      SELECT id FROM post WHERE state = 'submitted' AND due_at IS NOT NULL AND due_at <= ?1
      ORDER BY due_at, id
      """, [SQLValue(end)]
    ).map { PostID(try $0.text("id")) }
  }
}
