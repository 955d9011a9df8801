import VitrineCore

extension Transaction {
  /// Stores the deliveries of a broadcast, once a store and network.
  package func insertDeliveries(_ deliveries: [StoredDelivery], at now: Timestamp) throws {
    try insertMany(
      into: "delivery",
      columns: [
        "post_id", "broadcast_id", "store_code", "network", "page_id", "position", "body", "link",
        "digest", "edition", "state", "release_at", "trouble", "updated_at", "media",
        "launched_by", "credit", "valid_until", "reviewed_at", "moved_from", "moved_because",
        "pin_until", "pin_state",
      ],
      rows: try deliveries.map {
        [
          SQLValue($0.post), SQLValue($0.broadcast), SQLValue($0.store),
          .text($0.network.rawValue), SQLValue($0.page), SQLValue($0.position),
          .text($0.content.text), SQLValue($0.content.link), .text($0.digest),
          SQLValue($0.edition), .text($0.state.rawValue), SQLValue($0.releaseAt),
          SQLValue($0.trouble?.stored), SQLValue(now),
          try .json($0.content.media.isEmpty ? nil : $0.content.media),
          SQLValue($0.launchedBy), try .json($0.credit), SQLValue($0.validUntil),
          SQLValue($0.reviewed), SQLValue($0.movedFrom), SQLValue($0.movedBecause?.stored),
          SQLValue($0.pin?.until), SQLValue($0.pin?.state.rawValue),
        ]
      })
  }

  /// The deliveries of a broadcast in the order of its target list.
  package func deliveries(of broadcast: BroadcastID) throws -> [StoredDelivery] {
    try rows(
      "SELECT * FROM delivery WHERE broadcast_id = ?1 ORDER BY position", [SQLValue(broadcast)]
    ).map(StoredDelivery.init(row:))
  }

  /// Writes what a new edition says on a page that nothing was sent to yet.
  package func rewriteDelivery(_ delivery: StoredDelivery, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET body = ?2, link = ?3, digest = ?4, edition = ?5, state = ?6,
        page_id = ?7, release_at = ?8, trouble = ?9, position = ?10, updated_at = ?11, media = ?12, uploads = NULL
      WHERE post_id = ?1
      """,
      [
        SQLValue(delivery.post), .text(delivery.content.text), SQLValue(delivery.content.link),
        .text(delivery.digest), SQLValue(delivery.edition), .text(delivery.state.rawValue),
        SQLValue(delivery.page), SQLValue(delivery.releaseAt), SQLValue(delivery.trouble?.stored),
        SQLValue(delivery.position), SQLValue(now),
        try .json(delivery.content.media.isEmpty ? nil : delivery.content.media),
      ])
  }

  /// Takes back the posts of a broadcast that nobody has approved; nothing was sent.
  package func deleteDeliveries(of broadcast: BroadcastID) throws {
    try execute("DELETE FROM delivery WHERE broadcast_id = ?1", [SQLValue(broadcast)])
  }

  /// Writes an intent: the new state under the next fence, with this worker's lease.
  package func claimDelivery(
    _ delivery: StoredDelivery, worker: WorkerID, leaseUntil: Timestamp, at now: Timestamp
  ) throws {
    try execute(
      """
      UPDATE delivery SET state = ?2, intended_at = ?3, is_doubtful = ?4, fence = ?5,
        worker_id = ?6, lease_until = ?7, updated_at = ?8, doubt_until = ?9, looked_at = ?10,
        may_be_public = ?11, uploads = ?12, remote_id = ?13, container_id = ?14,
        shown_digest = ?15, permalink = ?16, pin_state = ?17, timer_at = ?18
      WHERE post_id = ?1
      """,
      [
        SQLValue(delivery.post), .text(delivery.state.rawValue), SQLValue(delivery.intended),
        SQLValue(delivery.isDoubtful), .integer(delivery.fence), SQLValue(worker),
        SQLValue(leaseUntil), SQLValue(now), SQLValue(delivery.doubtUntil),
        SQLValue(delivery.looked), SQLValue(delivery.mayHaveBeenPublic),
        try .json(delivery.uploads), SQLValue(delivery.remoteID), SQLValue(delivery.container),
        SQLValue(delivery.shown), SQLValue(delivery.permalink),
        SQLValue(delivery.pin?.state.rawValue), SQLValue(delivery.timer),
      ])
  }

  /// Writes a state into which a delivery nobody has in hand has come without a call.
  package func moveDelivery(_ delivery: StoredDelivery, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET state = ?2, uploads = ?3, container_id = ?4, shown_digest = ?5,
        updated_at = ?6
      WHERE post_id = ?1
      """,
      [
        SQLValue(delivery.post), .text(delivery.state.rawValue), try .json(delivery.uploads),
        SQLValue(delivery.container), SQLValue(delivery.shown), SQLValue(now),
      ])
  }

  /// Writes a result and gives the lease back; false when a later claim has taken over.
  package func settleClaim(_ delivery: StoredDelivery, at now: Timestamp) throws -> Bool {
    try execute(
      """
      UPDATE delivery SET state = ?3, remote_id = ?4, permalink = ?5, is_doubtful = ?6,
        orphan_id = ?7, attempts = ?8, last_wait = ?9, unknown_since = ?10, not_before = ?11,
        trouble = ?12, published_at = ?13, worker_id = NULL, lease_until = NULL, updated_at = ?14,
        doubt_until = ?15, looked_at = ?16, may_be_public = ?17, uploads = ?18,
        container_id = ?19, shown_digest = ?20, shown_since = ?21, intended_at = ?22,
        checked_at = ?23, pin_state = ?24, pin_attempts = ?25, pin_after = ?26, timer_at = ?27,
        hung_at = ?28, misses = ?29
      WHERE post_id = ?1 AND fence = ?2
      """,
      [
        SQLValue(delivery.post), .integer(delivery.fence), .text(delivery.state.rawValue),
        SQLValue(delivery.remoteID), SQLValue(delivery.permalink), SQLValue(delivery.isDoubtful),
        SQLValue(delivery.orphan), SQLValue(delivery.attempts), .integer(delivery.lastWait),
        SQLValue(delivery.unknownSince), SQLValue(delivery.notBefore),
        SQLValue(delivery.trouble?.stored), SQLValue(delivery.published), SQLValue(now),
        SQLValue(delivery.doubtUntil), SQLValue(delivery.looked),
        SQLValue(delivery.mayHaveBeenPublic), try .json(delivery.uploads),
        SQLValue(delivery.container), SQLValue(delivery.shown), SQLValue(delivery.shownSince),
        SQLValue(delivery.intended), SQLValue(delivery.checkedAt),
        SQLValue(delivery.pin?.state.rawValue), SQLValue(delivery.pin?.attempts ?? 0),
        SQLValue(delivery.pin?.notBefore ?? Timestamp(clamping: 0)), SQLValue(delivery.timer),
        SQLValue(delivery.hungAt), SQLValue(delivery.misses),
      ]) == 1
  }

  /// How many posts of a broadcast the network will make public by itself.
  package func countHandedOver(of broadcast: BroadcastID, at now: Timestamp) throws -> Int {
    try row(
      """
      SELECT COUNT(*) AS count FROM delivery
      WHERE broadcast_id = ?1 AND state = 'releasing' AND timer_at > ?2
      """, [SQLValue(broadcast), SQLValue(now)])?.int("count") ?? 0
  }

  /// Whether another delivery has recorded that id already (the network gave one id twice).
  ///
  /// With a page only among those of that page: accounts on servers of their own count on their own.
  package func isRecorded(
    _ remoteID: RemoteID, network: Network, besides post: PostID, on page: PageID? = nil
  ) throws -> Bool {
    let place = page.map { [SQLValue($0)] } ?? []
    return try row(
      """
      SELECT 1 AS found FROM delivery
      WHERE remote_id = ?1 AND network = ?2 AND post_id <> ?3
        \(page == nil ? "" : "AND page_id = ?4") LIMIT 1
      """, [SQLValue(remoteID), .text(network.rawValue), SQLValue(post)] + place) != nil
  }

  /// Takes back the leases that have run out, so that a result which still comes is not taken.
  package func expireLeases(of broadcast: BroadcastID, at now: Timestamp) throws {
    // Hidden from the indexes of broadcasts, in which every page would be looked at; the one of leases
    // has what is in hand. Not behind `COALESCE`: SQLite would prepare the statement at each run.
    try execute(
      """
      UPDATE delivery SET worker_id = NULL, lease_until = NULL, fence = fence + 1
      WHERE broadcast_id || '' = ?1 AND worker_id IS NOT NULL AND lease_until < ?2
      """, [SQLValue(broadcast), SQLValue(now)])
  }

  /// As `expireLeases(of:at:)`, for whatever the deliveries belong to.
  package func expireLeases(at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET worker_id = NULL, lease_until = NULL, fence = fence + 1
      WHERE worker_id IS NOT NULL AND lease_until < ?1
      """, [SQLValue(now)])
  }

  /// What accepting the held pages of a broadcast binds: exactly these posts, in a digest.
  package func heldDigest(of broadcast: BroadcastID) throws -> String {
    let posts = try rows(
      "SELECT post_id FROM delivery WHERE broadcast_id = ?1 AND state = 'held' ORDER BY post_id",
      [SQLValue(broadcast)]
    ).map { JSON.string(try $0.text("post_id")) }
    return Hash(of: JSON.array(posts).bytes).hex
  }

  /// Gives up the leases of a worker that is gone, so that its work is free at once.
  @discardableResult
  package func releaseLeases(of worker: WorkerID) throws -> Int {
    try execute(
      """
      UPDATE delivery SET worker_id = NULL, lease_until = NULL, fence = fence + 1
      WHERE worker_id = ?1
      """, [SQLValue(worker)])
  }
}
