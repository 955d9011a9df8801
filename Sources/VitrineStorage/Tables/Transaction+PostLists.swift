import VitrineCore

/// Which posts somebody asks for.
package struct PostFilter: Hashable, Sendable {
  /// Only of these stores; nil for all.
  package var stores: Set<StoreCode>?
  /// Only in this state.
  package var state: PostState?
  /// Only those that this person wrote or changed.
  package var person: UserID?
  /// Only those that are, or shall be, public at this instant or later.
  package var from: Timestamp?
  /// Only those that are, or shall be, public before this instant.
  package var to: Timestamp?

  /// Makes a filter that leaves nothing out.
  package init() {}
}

/// Where a list of posts goes on: behind this post.
package struct PostCursor: Hashable, Sendable, LosslessStringConvertible {
  /// When the last post that was shown was made.
  package let created: Timestamp
  /// Its id.
  package let id: PostID

  /// Points behind a post.
  package init(created: Timestamp, id: PostID) {
    self.created = created
    self.id = id
  }

  /// Reads `milliseconds.id`.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
    guard parts.count == 2, (1...15).contains(parts[0].count),
      parts[0].allSatisfy({ (48...57).contains($0) }),
      let milliseconds = Int64(String(Substring(parts[0]))), parts[1].count <= 60
    else { return nil }
    self.init(created: Timestamp(clamping: milliseconds), id: PostID(String(Substring(parts[1]))))
  }

  /// The text that goes back to whoever asks.
  package var description: String { "\(created.milliseconds).\(id)" }
}

extension Transaction {
  /// Posts that fit a filter, newest first.
  ///
  /// `now` and `quarantine` decide, as `PostState` does, what is under way and what is unknown.
  package func posts(
    _ filter: PostFilter, behind cursor: PostCursor? = nil, limit: Int, at now: Timestamp,
    quarantine: Int64
  ) throws -> [StoredPost] {
    var arguments: [SQLValue] = [
      SQLValue(now), SQLValue(now.advanced(byMilliseconds: -quarantine)), SQLValue(limit),
    ]
    func argument(_ value: SQLValue) -> String {
      arguments.append(value)
      return "?\(arguments.count)"
    }
    // PostgreSQL wants to see every argument that it is given.
    var conditions = ["CAST(?1 AS BIGINT) IS NOT NULL", "CAST(?2 AS BIGINT) IS NOT NULL"]
    if let stores = filter.stores {
      guard !stores.isEmpty else { return [] }
      let places = stores.sorted { $0.rawValue < $1.rawValue }.map { argument(SQLValue($0)) }
      conditions.append("p.store_code IN (\(places.joined(separator: ",")))")
    }
    if let state = filter.state { conditions.append("(\(state.condition))") }
    if let person = filter.person {
      let place = argument(SQLValue(person))
      conditions.append(
        """
        (s.author = \(place) OR EXISTS (SELECT 1 FROM post_revision r
          WHERE r.post_id = p.id AND r.editor = \(place)))
        """)
    }
    if let from = filter.from { conditions.append("\(Self.moment) >= \(argument(SQLValue(from)))") }
    if let to = filter.to { conditions.append("\(Self.moment) < \(argument(SQLValue(to)))") }
    if let cursor {
      let created = argument(SQLValue(cursor.created))
      let id = argument(SQLValue(cursor.id))
      conditions.append("(p.created_at < \(created) OR p.created_at = \(created) AND p.id < \(id))")
    }
    return try rows(
      """
      \(Self.postColumns) WHERE \(conditions.joined(separator: " AND "))
      ORDER BY p.created_at DESC, p.id DESC LIMIT ?3
      """, arguments
    ).map(StoredPost.init(row:))
  }

  /// When a post is or shall be public; when it was made, as long as nobody has said.
  private static var moment: String {
    """
    COALESCE(d.published_at, CASE WHEN d.release_at > 0 THEN d.release_at END, p.due_at,
      p.created_at)
    """
  }

  /// Public posts past their end that announce an offer, oldest end first.
  package func endedPosts(at now: Timestamp) throws -> [StoredPost] {
    try rows(
      """
      \(Self.postColumns) WHERE p.state = 'handed-over' AND p.offer IS NOT NULL
        AND p.valid_until <= ?1 AND d.state IN ('published', 'confirmed')
      ORDER BY p.valid_until, p.id
      """, [SQLValue(now)]
    ).map(StoredPost.init(row:))
  }

  /// The posts about which people still decide, oldest first.
  package func openPosts() throws -> [StoredPost] {
    try rows(
      """
      \(Self.postColumns) WHERE p.state IN ('draft', 'submitted', 'approved', 'rejected')
      ORDER BY p.created_at, p.submission_id, p.position
      """
    ).map(StoredPost.init(row:))
  }
}

extension PostState {
  /// The same state as a condition on the rows of a post and its delivery; `?1` is now, `?2` the
  /// instant before which a release without an answer began to count as unknown.
  fileprivate var condition: String {
    func delivered(_ condition: String) -> String {
      "p.state = 'handed-over' AND (\(condition))"
    }
    let isUnclear = "d.trouble IS NOT NULL OR d.unknown_since <= ?2"
    return switch self {
    case .draft, .submitted, .approved, .rejected: "p.state = '\(rawValue)'"
    case .withdrawn:
      "p.state = 'withdrawn' OR "
        + delivered("d.state = 'cancelled' OR d.state = 'discarding' AND d.trouble IS NULL")
    case .scheduled:
      delivered(
        """
        d.state IN ('ready', 'replacing') OR d.state IN ('staging', 'staged')
          AND (d.release_at > ?1 OR z.store_code IS NOT NULL)
        """)
    case .publishing:
      delivered(
        """
        d.state IN ('staging', 'staged') AND d.release_at <= ?1 AND z.store_code IS NULL
        OR d.state = 'releasing' AND NOT COALESCE(\(isUnclear), FALSE)
        """)
    case .unknown:
      delivered(
        """
        d.state = 'releasing' AND (\(isUnclear))
        OR d.state = 'removing' AND d.published_at IS NULL
        """)
    case .published:
      delivered(
        """
        d.state IN ('published', 'confirmed', 'amending')
        OR d.state = 'removing' AND d.published_at IS NOT NULL
        """)
    case .held: delivered("d.state = 'held'")
    case .failed: delivered("d.state IN ('refused', 'failed')")
    case .missed:
      delivered("d.state = 'missed' OR d.state = 'discarding' AND d.trouble IS NOT NULL")
    case .takenDown: delivered("d.state = 'takenDown'")
    }
  }
}
