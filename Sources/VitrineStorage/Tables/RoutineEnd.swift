/// After what time a post of a store is not sent any more.
package enum RoutineEnd {
  /// How long after its hour a post without an end of its own is still worth sending, in milliseconds.
  package static let grace: Int64 = 86_400_000

  /// Its end, from a row of `delivery` under a name.
  package static func of(_ table: String) -> String {
    """
    COALESCE(\(table).valid_until, CASE WHEN \(table).release_at > 0
      THEN \(table).release_at + \(grace) ELSE 9223372036854775807 END)
    """
  }
}

/// Why a delivery waits, as a condition of statements.
package enum PageTrouble {
  /// That a delivery, from a row under a name, waits for something that is over when its page is connected.
  package static func isMendable(_ table: String) -> String {
    ["noPage", "token", "connection", "permission"]
      .map { #"\#(table).trouble LIKE '[["trouble.\#($0)"%'"# }.joined(separator: " OR ")
  }
}
