import VitrineCore
import VitrinePublishing
import VitrineStorage

extension ExchangeStep {
  /// How late a post of a store has to be for mandatory messages to leave it room, in milliseconds.
  static let lateness: Int64 = 900_000

  /// How much of the room mandatory messages leave: a tenth while posts of stores are late, else none.
  ///
  /// Of less than ten places a tenth is one place now and then, drawn by chance.
  func roomForLatePosts(_ room: Int, _ transaction: any Transaction) throws -> Int {
    guard room > 0, focus == .everything else { return 0 }
    let since = now.advanced(byMilliseconds: -Self.lateness)
    var isLate = false
    for lane in [Lane.release, .stage] where !isLate {
      isLate =
        try transaction.row(
          lane.routineSQL(posts: ""), [SQLValue(since), SQLValue(now), .integer(1)]) != nil
    }
    guard isLate else { return 0 }
    limits.isRoutineLate = true
    let draw = desk.random.bytes(1).first.map { Int($0) } ?? 0
    return room / 10 + (draw * 10 < (room % 10) * 256 ? 1 : 0)
  }

  /// Milliseconds between two releases of a broadcast; a tenth of the pace is left to posts that are late.
  var mandatoryInterval: Int64? {
    paceInterval.map { limits.isRoutineLate ? ($0 * 10 + 8) / 9 : $0 }
  }

  /// Milliseconds between two releases of posts of stores.
  ///
  /// While they are late they have a tenth of the pace to themselves; otherwise releases of broadcasts
  /// count as theirs.
  var routineInterval: Int64? {
    paceInterval.map { limits.isRoutineLate ? $0 * 10 : $0 }
  }
}

extension ExchangeStep.Lane {
  /// That a page has no other call in hand, and that its host and its budgets leave room.
  ///
  /// Two calls on a page at once would hang both when it hangs.
  static func hasRoom(_ priority: CallPriority) -> String {
    let isStop = priority == .stop
    let buckets = isStop ? "" : " OR n.app_next_at > ?2 OR n.host_next_at > ?2"
    let app =
      priority <= .mandatory
      ? "" : " OR (n.app_counts_until > ?2 AND n.app_percent >= \(UsageLevel.urgentFrom))"
    let page = priority <= .mandatory ? "" : " OR u.percent >= \(UsageLevel.urgentFrom)"
    var conditions = [
      """
      NOT EXISTS (SELECT 1 FROM delivery o WHERE o.page_id = d.page_id
        AND o.worker_id IS NOT NULL AND o.lease_until >= ?2 AND o.post_id <> d.post_id)
      """,
      """
      NOT EXISTS (SELECT 1 FROM network_state n WHERE n.network = d.network
        AND (n.probe_at > ?2\(buckets)\(app)))
      """,
    ]
    if !isStop {
      conditions.append(
        """
        NOT EXISTS (SELECT 1 FROM page_usage u WHERE u.network = d.network
          AND u.remote_page = p.remote_id AND u.counts_until > ?2 AND (u.next_at > ?2\(page)))
        """)
    }
    return conditions.joined(separator: " AND ")
  }

  /// How urgent it is.
  func priority(isRoutine: Bool) -> CallPriority {
    switch self {
    case .remove, .takeBackWished: .stop
    case .sweep: .reads
    // Nobody misses the message while it is not at the top.
    case .pin, .unpin: .routine
    default: isRoutine ? .routine : .mandatory
    }
  }

  /// That a post is the first in the line of its page: a page with 500 posts has one turn, as every other.
  ///
  /// Says whether one that comes before it could go as well, so that a post which waits for a retry or
  /// for the rules lets the others pass.
  func isFirstInLine(posts: String) -> String {
    var conditions = [
      "e.page_id = d.page_id", "COALESCE(e.broadcast_id, '') = ''", "e.state = d.state",
      "e.release_at <= d.release_at",
      "(e.release_at < d.release_at OR e.post_id < d.post_id)", "e.not_before <= ?2",
    ]
    if self == .stage || self == .release {
      conditions += ["e.reviewed_at IS NOT NULL", "\(RoutineEnd.of("e")) > ?2"]
    }
    let scope = posts.replacing("d.post_id", with: "e.post_id")
    return """
      NOT EXISTS (SELECT 1 FROM delivery e WHERE \(conditions.joined(separator: " AND "))\(scope))
      """
  }
}
