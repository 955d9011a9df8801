import VitrineCore

/// A post of a store on a page, and when visitors see it; the beginning of time for at once.
package struct PageMoment: Hashable, Sendable {
  /// The page.
  package let page: PageID
  /// The post.
  package let post: PostID
  /// When.
  package let at: Timestamp
}

/// A post of a store that makes room for something else.
package struct DeliveryMove: Hashable, Sendable {
  /// Which.
  package let post: PostID
  /// Its hour until now.
  package let from: Timestamp
  /// Its hour from now on.
  package let to: Timestamp
  /// For what it makes room.
  package let because: Message

  /// Makes a move.
  package init(post: PostID, from: Timestamp, to: Timestamp, because: Message) {
    self.post = post
    self.from = from
    self.to = to
    self.because = because
  }
}

/// What pages get around an hour: each question is answered by the index of pages and moments.
///
/// Conditions that another index could answer are hidden from it, since everything that was ever sent stands in
/// those of states and owners.
extension Transaction {
  private var isRoutine: String { "COALESCE(d.broadcast_id, '') = ''" }
  private var moment: String { "COALESCE(d.published_at, d.release_at)" }

  /// When pages get mandatory messages between two instants: those that were published, and those of
  /// broadcasts that are under way, which count as at hand where their time has come.
  package func mandatoryMoments(
    on pages: [PageID], from: Timestamp, through: Timestamp, at now: Timestamp
  ) throws -> [PageID: [Timestamp]] {
    var moments: [PageID: [Timestamp]] = [:]
    for some in pages.chunks(of: 500) {
      let ids = some.map { SQLValue($0) }
      let timed = try rows(
        """
        SELECT d.page_id AS page_id, d.published_at AS published_at, d.release_at AS release_at
        FROM delivery d WHERE d.page_id IN (\(some.placeholders(from: 4)))
          AND \(moment) >= ?1 AND \(moment) <= ?2 AND COALESCE(d.broadcast_id, '') <> ''
          AND (d.state || '' IN ('published', 'confirmed') OR d.release_at > ?3
            AND d.state || '' IN ('ready', 'staging', 'staged', 'releasing', 'held')
            AND EXISTS (SELECT 1 FROM broadcast b WHERE b.id = d.broadcast_id AND b.state IN
              ('scheduled', 'staging', 'awaiting-exceptions', 'releasing', 'paused')))
        """, [SQLValue(from), SQLValue(through), SQLValue(now)] + ids)
      for row in timed {
        moments[PageID(try row.text("page_id")), default: []]
          .append(try row.optionalTimestamp("published_at") ?? row.timestamp("release_at"))
      }
      // From the broadcasts that run now, which are few: the order of the join is meant.
      let running = try rows(
        """
        SELECT d.page_id AS page_id FROM broadcast b CROSS JOIN delivery d
        WHERE b.state IN ('staging', 'awaiting-exceptions', 'releasing')
          AND d.broadcast_id = b.id AND d.page_id IN (\(some.placeholders(from: 2))) AND d.published_at IS NULL
          AND d.release_at <= ?1 AND d.state IN ('ready', 'staging', 'staged', 'releasing')
        """, [SQLValue(now)] + ids)
      for row in running { moments[PageID(try row.text("page_id")), default: []].append(now) }
    }
    return moments
  }

  /// When each page gets the message of a broadcast that is about to be launched: at its hour, or now.
  package func releaseMoments(
    of broadcast: BroadcastID, at now: Timestamp
  ) throws -> [PageID: Timestamp] {
    var moments: [PageID: Timestamp] = [:]
    for row in try rows(
      """
      SELECT page_id, release_at FROM delivery WHERE broadcast_id = ?1 AND page_id IS NOT NULL
        AND (state IN ('ready', 'staging', 'staged') OR state = 'held' AND release_at > ?2)
      """, [SQLValue(broadcast), SQLValue(now)])
    {
      moments[PageID(try row.text("page_id"))] = max(now, try row.timestamp("release_at"))
    }
    return moments
  }

  /// What stores have on their pages between two instants, scheduled or public, and what is to leave at once.
  package func routineMoments(
    on pages: [PageID], from: Timestamp, through: Timestamp
  ) throws -> [PageMoment] {
    var found: [PageMoment] = []
    for some in pages.chunks(of: 500) {
      for (first, last) in [(from, through), (Timestamp(clamping: 0), Timestamp(clamping: 0))] {
        found += try rows(
          """
          SELECT d.page_id AS page_id, d.post_id AS post_id, \(moment) AS moment
          FROM delivery d WHERE d.page_id IN (\(some.placeholders(from: 3)))
            AND \(moment) >= ?1 AND \(moment) <= ?2 AND \(isRoutine) AND d.state || '' IN
              ('ready', 'staging', 'staged', 'releasing', 'published', 'confirmed')
          """, [SQLValue(first), SQLValue(last)] + some.map { SQLValue($0) }
        ).map {
          PageMoment(
            page: PageID(try $0.text("page_id")), post: PostID(try $0.text("post_id")),
            at: try $0.timestamp("moment"))
        }
      }
    }
    return found
  }

  /// The posts of stores on these pages that can still be moved and whose hour lies between two instants, or
  /// has come, in their order.
  ///
  /// What a worker has in hand is left to it.
  package func movableDeliveries(
    on pages: [PageID], from: Timestamp, through: Timestamp, at now: Timestamp
  ) throws -> [StoredDelivery] {
    let due = (Timestamp(clamping: 0), now)
    let later = (max(from, now.advanced(byMilliseconds: 1)), through)
    var found: [StoredDelivery] = []
    for some in pages.chunks(of: 500) {
      // By their states, where they stand in the order of their hours: what is public is not read.
      for state in ["ready", "staging", "staged"] {
        for (first, last) in [due, later] where first <= last {
          found += try rows(
            """
            SELECT * FROM delivery WHERE broadcast_id IS NULL AND state = '\(state)'
              AND release_at >= ?1 AND release_at <= ?2 AND worker_id IS NULL AND wish IS NULL
              AND page_id || '' IN (\(some.placeholders(from: 3)))
            """, [SQLValue(first), SQLValue(last)] + some.map { SQLValue($0) }
          ).map(StoredDelivery.init(row:))
        }
      }
    }
    return found.sorted { ($0.releaseAt, $0.post) < ($1.releaseAt, $1.post) }
  }

  /// Gives posts of stores another hour; the rules look at them again for that one.
  ///
  /// Of one that made room before, its first hour stays on record. What a worker took in hand meanwhile is left
  /// alone; returns the posts that were moved.
  package func move(_ moves: [DeliveryMove], at now: Timestamp) throws -> Set<PostID> {
    var moved: Set<PostID> = []
    for some in moves.chunks(of: 200) {
      let places = some.indices.map { index in
        let first = (index - some.startIndex) * 4 + 2
        return """
          (CAST(?\(first) AS TEXT), CAST(?\(first + 1) AS BIGINT), CAST(?\(first + 2) AS BIGINT),
          CAST(?\(first + 3) AS TEXT))
          """
      }
      moved.formUnion(
        try rows(
          """
          UPDATE delivery SET moved_from = COALESCE(delivery.moved_from, v.column2),
            release_at = v.column3, moved_because = v.column4, reviewed_at = NULL, updated_at = ?1
          FROM (VALUES \(places.joined(separator: ","))) AS v
          WHERE delivery.post_id = v.column1 AND delivery.broadcast_id IS NULL
            AND delivery.worker_id IS NULL AND delivery.state IN ('ready', 'staging', 'staged')
          RETURNING delivery.post_id AS post_id
          """,
          [SQLValue(now)]
            + some.flatMap {
              [SQLValue($0.post), SQLValue($0.from), SQLValue($0.to), .text($0.because.stored)]
            }
        ).map { PostID(try $0.text("post_id")) })
    }
    return moved
  }

  /// Holds posts of stores for which there is no room before their end; returns those that were held.
  package func holdCrowded(_ posts: [PostID], at now: Timestamp) throws -> Set<PostID> {
    var held: Set<PostID> = []
    for some in posts.chunks(of: 500) {
      held.formUnion(
        try rows(
          """
          UPDATE delivery SET state = 'held', trouble = ?2, attempts = 0, last_wait = 0,
            not_before = 0, updated_at = ?1
          WHERE broadcast_id IS NULL AND worker_id IS NULL AND state IN ('ready', 'staged')
            AND post_id IN (\(some.placeholders(from: 3)))
          RETURNING post_id
          """, [SQLValue(now), .text(Trouble("crowded").stored)] + some.map { SQLValue($0) }
        ).map { PostID(try $0.text("post_id")) })
    }
    return held
  }

  /// The zones of some stores.
  package func timeZones(of stores: [StoreCode]) throws -> [StoreCode: String] {
    var zones: [StoreCode: String] = [:]
    for some in stores.chunks(of: 500) {
      for row in try rows(
        "SELECT code, timezone FROM store WHERE code IN (\(some.placeholders(from: 1)))",
        some.map { SQLValue($0) })
      {
        zones[StoreCode(try row.text("code"))] = try row.text("timezone")
      }
    }
    return zones
  }
}
