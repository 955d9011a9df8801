import VitrineCore
import VitrinePublishing
import VitrineStorage

extension ExchangeStep {
  /// Restricts a statement to the posts that this worker looks after; nothing where it is all of them.
  func scope(of table: String, from first: Int) -> String {
    guard case .posts(let posts) = focus else { return "" }
    let places = (first..<first + max(1, posts.count)).map { "?\($0)" }
    return " AND \(table).post_id IN (\(places.joined(separator: ",")))"
  }

  /// The arguments of `scope`.
  var scopeArguments: [SQLValue] {
    guard case .posts(let posts) = focus else { return [] }
    return posts.isEmpty ? [.text("")] : posts.map { SQLValue($0) }
  }

  /// When posts of stores have to be due to be looked after now.
  var routineHorizon: Timestamp {
    now.advanced(byMilliseconds: desk.rules.stageLeadMilliseconds)
  }

  /// How the posts stand that are due, or all of those that a person waits for.
  func routineWork(_ transaction: any Transaction) throws -> RoutineWork {
    var work = RoutineWork()
    let scope = scope(of: "d", from: 2)
    let due =
      focus == .everything
      ? """
      SELECT d.state, COUNT(*) AS count FROM delivery d WHERE d.broadcast_id IS NULL
        AND d.state IN ('ready', 'staged') AND d.release_at <= ?1
        AND \(FrozenStores.sparing("d")) GROUP BY d.state
      UNION ALL SELECT d.state, COUNT(*) AS count FROM delivery d WHERE d.broadcast_id IS NULL
        AND d.state IN ('staging', 'releasing', 'published', 'amending', 'replacing', 'discarding')
        GROUP BY d.state
      UNION ALL SELECT d.state, COUNT(*) AS count FROM delivery d
        WHERE d.state = 'removing' GROUP BY d.state
      """
      : """
      SELECT d.state, COUNT(*) AS count FROM delivery d WHERE (d.broadcast_id IS NULL
        OR d.state = 'removing') AND d.release_at <= ?1
        AND (d.state NOT IN ('ready', 'staged') OR \(FrozenStores.sparing("d")))\(scope)
      GROUP BY d.state
      """
    for row in try transaction.rows(due, [SQLValue(routineHorizon)] + scopeArguments) {
      work.counts[try row.value(of: "state", as: DeliveryState.self)] = try row.int("count")
    }
    work.wishes =
      try transaction.row(
        """
        SELECT COUNT(*) AS count FROM delivery d WHERE d.wish IN ('cancel', 'takedown', 'hold')
          \(self.scope(of: "d", from: 1))
        """, scopeArguments)?.int("count") ?? 0
    return work
  }

  /// Whether a post goes on by itself: what waits for its hour, a page, the rules, the end of a freeze or a
  /// person does not.
  func hasOpenPosts(_ transaction: any Transaction) throws -> Bool {
    let scope = scope(of: "d", from: 2)
    // A question for each state, which the index of states answers; for several at once, or for an OR, every
    // post that there ever was would be read.
    let own: [DeliveryState] = [
      .ready, .staging, .staged, .releasing, .published, .amending, .replacing, .discarding,
    ]
    var questions = (own + [.removing]).map { state in
      var conditions = [
        "d.state = '\(state.rawValue)'", "d.release_at <= ?1",
        "(p.state = 'connected' OR d.worker_id IS NOT NULL)\(scope)",
      ]
      if state != .removing { conditions.append("d.broadcast_id IS NULL") }
      if state == .ready || state == .staged {
        conditions += ["d.reviewed_at IS NOT NULL", FrozenStores.sparing("d")]
      }
      return """
        EXISTS (SELECT 1 FROM delivery d JOIN page p ON p.id = d.page_id
          WHERE \(conditions.joined(separator: " AND ")))
        """
    }
    if desk.hasTimers {
      // What a network has until its hour is taken back in two steps; shortly before the hour it is left alone.
      questions.append(
        """
        EXISTS (SELECT 1 FROM delivery d JOIN page p ON p.id = d.page_id
          WHERE \(Lane.takeBackWished.condition)
            AND (d.remote_id IS NULL OR d.timer_at > ?1 + \(NativeTimer.usualPatience)
              OR d.timer_at <= ?1)
            AND (p.state = 'connected' OR d.worker_id IS NOT NULL)\(scope))
        """)
    }
    return try transaction.row(
      "SELECT 1 AS found WHERE \(questions.joined(separator: " OR "))",
      [SQLValue(now)] + scopeArguments) != nil
  }

  /// When something becomes possible for a post that is not possible now.
  func routineWake(_ transaction: any Transaction) throws -> Timestamp? {
    guard focus.broadcast == nil else { return nil }
    let pace = paceInterval == nil ? nil : try transaction.routinePace()
    // The pace lets the next one go within moments: nothing earlier is worth reading all that is due.
    if let pace, pace > now, pace.milliseconds(since: now) <= Self.moment { return pace }
    guard try !routineWork(transaction).isEmpty else { return nil }
    let next = try transaction.row(
      """
      SELECT MIN(CASE WHEN d.not_before > ?1 THEN d.not_before END) AS retry,
        MIN(CASE WHEN d.state = 'staged' AND d.release_at > ?1 THEN d.release_at END) AS release
      FROM delivery d WHERE d.broadcast_id IS NULL AND d.worker_id IS NULL AND d.state IN
        ('ready', 'staging', 'staged', 'releasing', 'published', 'amending', 'replacing',
          'discarding')
        AND d.release_at <= ?2
        AND (d.state NOT IN ('ready', 'staged') OR \(FrozenStores.sparing("d")))
        \(scope(of: "d", from: 3))
      """, [SQLValue(now), SQLValue(routineHorizon)] + scopeArguments)
    var times = try [
      next?.optionalTimestamp("retry"), next?.optionalTimestamp("release"),
    ].compactMap(\.self)
    if let pace { times.append(pace) }
    return times.filter { $0 > now }.min()
  }
}

extension ExchangeStep.Lane {
  /// What posts of stores are claimed by; `?1` is the time by which they have to be due.
  func routineSQL(posts: String) -> String {
    var conditions = ["d.not_before <= ?2", "d.release_at <= ?1", Self.isFree + posts]
    switch self {
    // What a person wants gone goes whatever it belongs to.
    case .remove, .takeBackWished: conditions.append(condition)
    case .stage, .release:
      // Nothing leaves that the rules have not looked at, that has come to its end, or of a frozen store.
      conditions += [
        "d.broadcast_id IS NULL", condition, "d.reviewed_at IS NOT NULL",
        "\(RoutineEnd.of("d")) > ?2", FrozenStores.sparing("d"),
      ]
    case .sweep:
      // Hidden from the indexes of states and owners, in which everything that was ever sent stands.
      conditions += ["COALESCE(d.broadcast_id, '') = ''", condition]
    default: conditions += ["d.broadcast_id IS NULL", condition]
    }
    conditions.append(Self.hasRoom(priority(isRoutine: true)))
    switch self {
    case .remove, .takeBackWished, .sweep: break
    default: conditions.append(isFirstInLine(posts: posts))
    }
    return """
      \(Self.columns)
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY d.release_at, d.post_id LIMIT ?3
      """
  }
}
