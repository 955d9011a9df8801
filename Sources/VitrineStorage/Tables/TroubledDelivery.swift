import VitrineCore

/// A page on which something went wrong, with what its notice says.
package struct TroubledDelivery: Hashable, Sendable {
  /// Our id of the post.
  package let post: PostID
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// Where it stands.
  package let state: DeliveryState
  /// Why.
  package let trouble: Trouble?
  /// Who let it go, or the broadcast it belongs to.
  package let launchedBy: UserID?
  /// Its broadcast; nil for a store's own post.
  package let broadcast: BroadcastID?
  /// The title of the broadcast.
  package let title: String?
  /// Who wrote the broadcast.
  package let author: UserID?

  init(row: Row) throws {
    post = PostID(try row.text("post_id"))
    store = StoreCode(try row.text("store_code"))
    network = Network(rawValue: try row.text("network"))
    state = try row.value(of: "state", as: DeliveryState.self)
    trouble = try row.optionalText("trouble").map(Trouble.init(stored:))
    launchedBy = try row.optionalText("launcher").map(UserID.init(_:))
    broadcast = try row.optionalText("broadcast_id").map(BroadcastID.init(_:))
    title = try row.optionalText("title")
    author = try row.optionalText("author").map(UserID.init(_:))
  }
}

extension Transaction {
  /// What got into a trouble at an instant, the one of a transaction that is about to end.
  ///
  /// Pages of broadcasts that nobody has launched are left out: they are told of at the launch.
  package func troubles(at now: Timestamp) throws -> [TroubledDelivery] {
    try troubles("d.trouble IS NOT NULL AND d.updated_at = ?1", [SQLValue(now)])
  }

  /// Every trouble of a broadcast that was just launched.
  package func troubles(of broadcast: BroadcastID) throws -> [TroubledDelivery] {
    try troubles("d.broadcast_id = ?1 AND d.trouble IS NOT NULL", [SQLValue(broadcast)])
  }

  /// The troubles of some posts, where they still have one.
  package func troubles(of posts: [PostID]) throws -> [TroubledDelivery] {
    try posts.chunks(of: 500).flatMap { some in
      try troubles(
        "d.post_id IN (\(some.placeholders(from: 1)))", some.map { SQLValue($0) })
    }
  }

  /// What nobody has known the end of for so long, and nobody was told of yet.
  package func untoldUnknowns(since limit: Timestamp) throws -> [TroubledDelivery] {
    try troubles(
      """
      d.unknown_since IS NOT NULL AND d.unknown_since <= ?1
        AND d.state IN ('staging', 'releasing')
        AND NOT EXISTS (SELECT 1 FROM notice n
          WHERE n.event_key = 'delivery:' || d.post_id AND n.event = 'unknown')
      """, [SQLValue(limit)])
  }

  private func troubles(_ condition: String, _ arguments: [SQLValue]) throws -> [TroubledDelivery] {
    try rows(
      """
      SELECT d.post_id, d.store_code, d.network, d.state, d.trouble, d.broadcast_id,
        COALESCE(b.launched_by, d.launched_by) AS launcher, b.title, b.author
      FROM delivery d LEFT JOIN broadcast b ON b.id = d.broadcast_id
      WHERE \(condition) AND (d.broadcast_id IS NULL OR b.launched_at IS NOT NULL)
      ORDER BY d.post_id
      """, arguments
    ).map(TroubledDelivery.init(row:))
  }
}
