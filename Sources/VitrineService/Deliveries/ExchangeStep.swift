import VitrineCore
import VitrinePublishing
import VitrineStorage

/// One exchange inside its transaction: results, then the next state of each broadcast, then claims.
struct ExchangeStep: Sendable {
  let desk: Desk
  let worker: WorkerID
  let focus: DeliveryFocus
  let now: Timestamp
  let settled: [SettledReport]
  let capacity: Int
  /// How many pictures may be claimed besides those that are on their way.
  let uploadRoom: Int
  /// Whether answers are still on their way, so that nobody sleeps until `wake`.
  let isBusy: Bool
  /// Given when it is time for a sign of life.
  let signOn: SignOn?
  /// How far large broadcasts were a moment ago, for whoever only watches.
  var recent: [BroadcastID: DeliveryProgress] = [:]
  /// What the networks' limits leave.
  let limits: ExchangeLimits

  /// What a worker signs on with, again if others took it for dead meanwhile.
  struct SignOn: Sendable {
    let host: String
    let pid: Int
  }

  /// A claim before its token is opened.
  struct Claimed: Sendable {
    let stored: StoredDelivery
    let delivery: Delivery
    let step: NetworkCall.Step
    let sealed: SealedToken
    let access: PageAccess

    /// Whether the post may become public by it.
    var isRelease: Bool {
      switch step {
      case .release, .publish: true
      default: false
      }
    }
  }

  struct Result: Sendable {
    var claimed: [Claimed] = []
    var wake: Timestamp?
    var isDone = true
    var progress: [DeliveryProgress] = []
    /// Whether posts were taken in again that the rules have to look at first.
    var isReviewDue = false
    /// The networks whose host does not answer.
    var silences: [NetworkSilence] = []

    /// How many pictures were claimed.
    var uploads: Int { claimed.count(where: \.step.isUpload) }
    /// How many posts may become public by what was claimed.
    var releases: Int {
      claimed.count(where: \.isRelease)
    }
  }

  /// Does it all.
  func run(_ transaction: any Transaction) throws -> Result {
    if let signOn, try !transaction.beat(worker, at: now) {
      try transaction.insertWorker(worker, host: signOn.host, pid: signOn.pid, at: now)
    }
    // The same first lock as the door takes, so that the two never wait for each other in a ring.
    _ = try transaction.auditHead(lock: true)
    let ids = try broadcasts(transaction)
    var records = try noteLimits(transaction)
    var result = Result()
    var room = capacity
    var moved: [StoredBroadcast] = []
    // What is to come down goes before everything else.
    result.claimed = try claimRemovals(room, transaction)
    room -= result.claimed.count
    let late = ids.isEmpty ? 0 : try roomForLatePosts(room, transaction)
    let byBroadcast = Dictionary(grouping: settled, by: \.stored.broadcast)
    for id in ids {
      var broadcast = try transaction.existingBroadcast(id, lock: true)
      let settled = try settle(byBroadcast[id] ?? [], of: broadcast, transaction)
      guard isLookedAfter(id) else {
        records += try credited(settled, broadcast, transaction)
        continue
      }
      records += try judgeWave(&broadcast, byBroadcast[id] ?? [], transaction)
      let moves = try advance(&broadcast, transaction)
      records += try credited(settled + moves, broadcast, transaction)
      let claimed = try claim(
        &broadcast, room - late, uploads: uploadRoom - result.uploads, transaction)
      room -= claimed.count
      result.claimed += claimed
      if !claimed.isEmpty, let known = try stillOpen(broadcast, transaction) {
        result.progress.append(known)
        result.isDone = false
      } else {
        let progress = try self.progress(broadcast, transaction)
        result.progress.append(progress)
        if try !isOver(progress, isIdle: claimed.isEmpty, transaction) { result.isDone = false }
      }
      moved.append(broadcast)
    }
    records += try routine(byBroadcast[nil] ?? [], room, &result, transaction)
    try transaction.append(records, tellingAt: now)
    try limits.save(transaction)
    result.silences = limits.silences
    if result.claimed.isEmpty, !isBusy {
      result.wake =
        try (moved.map { try wake($0, transaction) } + [routineWake(transaction)])
        .compactMap(\.self).min()
    }
    return result
  }

  /// Only says how far everything is.
  func look(_ transaction: any Transaction) throws -> Result {
    var result = Result()
    for id in try broadcasts(transaction) {
      let progress = try self.progress(try transaction.existingBroadcast(id), transaction)
      result.progress.append(progress)
      if try !isOver(progress, isIdle: false, transaction) { result.isDone = false }
    }
    try lookAtRoutine(&result, transaction)
    return result
  }

  /// Whether a broadcast is this worker's to move on; the result of a takedown may come from any.
  private func isLookedAfter(_ id: BroadcastID) -> Bool {
    switch focus {
    case .everything: true
    case .broadcast(let only): id == only
    case .posts: false
    }
  }

  /// Whether nothing is left to do for a broadcast without a person.
  ///
  /// What waits for a person to mend its page can only be counted out when nothing else was found to
  /// do, which `isIdle` says.
  private func isOver(
    _ progress: DeliveryProgress, isIdle: Bool, _ transaction: any Transaction
  ) throws -> Bool {
    guard let open = progress.state.openDeliveries else {
      guard isIdle, let id = progress.broadcast else { return false }
      return try isHandedOver(id, progress.state, transaction)
    }
    let count = open.reduce(0) { $0 + progress.count($1) }
    guard count > 0, isIdle else { return count == 0 }
    guard let id = progress.broadcast else { return false }
    return try transaction.countWaitingForPages(id, open) == count
      || isHandedOver(id, progress.state, transaction)
  }

  /// Whether all that is left is with the network until its hour; a worker does not wait for that.
  private func isHandedOver(
    _ id: BroadcastID, _ state: BroadcastState, _ transaction: any Transaction
  ) throws -> Bool {
    // In any other state it is to be taken back.
    guard focus == .broadcast(id), state == .staging || state == .releasing,
      try transaction.countHandedOver(of: id, at: now) > 0
    else {
      return false
    }
    return try transaction.row(
      """
      SELECT 1 AS found FROM delivery WHERE broadcast_id = ?1
        AND state IN ('ready', 'staging', 'staged', 'releasing', 'published', 'amending',
          'replacing', 'discarding')
        AND NOT (state = 'releasing' AND COALESCE(timer_at, 0) > ?2 AND looked_at IS NULL
          AND COALESCE(remote_id, container_id) IS NOT NULL) LIMIT 1
      """, [SQLValue(id), SQLValue(now)]) == nil
  }

  /// How far it was a moment ago, if that was counted, nothing has changed its state, and there is still
  /// something to do.
  private func stillOpen(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> DeliveryProgress? {
    guard let known = recent[broadcast.id], known.state == broadcast.state else { return nil }
    guard let open = broadcast.state.openDeliveries else { return known }
    return try transaction.hasDelivery(of: broadcast.id, in: open) ? known : nil
  }

  private func broadcasts(_ transaction: any Transaction) throws -> [BroadcastID] {
    let reported = Set(settled.compactMap(\.stored.broadcast))
    switch focus {
    case .everything: break
    case .broadcast(let only): return [only] + reported.subtracting([only]).sorted()
    case .posts: return reported.sorted()
    }
    var active = try transaction.activeBroadcasts()
    // Now and then those that are over as well: what was mended, and what is to be looked at once more.
    if signOn != nil {
      active += try transaction.mendedBroadcasts(at: now).filter { !active.contains($0) }
    }
    active += try transaction.doubtfulBroadcasts(at: now).filter { !active.contains($0) }
    active += try transaction.pinnedBroadcasts(at: now).filter { !active.contains($0) }
    return active + reported.subtracting(active).sorted()
  }

  private func progress(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> DeliveryProgress {
    DeliveryProgress(
      broadcast: broadcast.id, state: broadcast.state,
      counts: try transaction.deliveryCounts(of: broadcast.id))
  }

  /// A retry may wait so many milliseconds longer than it asked for.
  static let moment: Int64 = 300

  /// When something becomes possible that is not possible now.
  ///
  /// What is possible already is left out: if it was not claimed, it waits for something that no clock
  /// tells. A pace that lets the next one go within moments is answer enough: to look for something
  /// earlier, every open delivery would have to be read.
  private func wake(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> Timestamp? {
    if broadcast.state == .releasing, broadcast.paceAt > now,
      broadcast.paceAt.milliseconds(since: now) <= Self.moment
    {
      return broadcast.paceAt
    }
    let next = try transaction.row(
      """
      SELECT MIN(CASE WHEN not_before > ?2 THEN not_before END) AS retry,
        MIN(CASE WHEN state = 'staged' AND release_at > ?2 THEN release_at END) AS release,
        MIN(CASE WHEN state = 'releasing' AND timer_at > ?2 THEN timer_at END) AS timer,
        (SELECT MIN(until) FROM throttle WHERE until > ?2) AS throttled
      FROM delivery WHERE broadcast_id = ?1 AND worker_id IS NULL
        AND state IN ('ready', 'staging', 'staged', 'releasing', 'published', 'amending',
          'replacing', 'discarding')
      """, [SQLValue(broadcast.id), SQLValue(now)])
    var times = try [
      next?.optionalTimestamp("retry"), next?.optionalTimestamp("release"),
      next?.optionalTimestamp("timer"), next?.optionalTimestamp("throttled"),
    ]
    if broadcast.state == .releasing { times.append(broadcast.paceAt) }
    return times.compactMap(\.self).filter { $0 > now }.min()
  }
}

extension BroadcastState {
  /// The states of deliveries that still go on by themselves; nil where all of it does.
  fileprivate var openDeliveries: [DeliveryState]? {
    switch self {
    case .scheduled, .staging: nil
    case .releasing:
      [.ready, .staging, .staged, .releasing, .published, .amending, .replacing, .discarding]
    case .cancelled: [.staging, .releasing, .published, .amending, .discarding]
    case .awaitingExceptions, .finished, .closed: [.releasing, .published, .amending, .discarding]
    // What is to be corrected stands still with everything else.
    case .paused, .draft, .submitted, .approved, .rejected: [.releasing, .discarding]
    }
  }
}

extension Transaction {
  /// Whether a delivery of a broadcast stands in one of these states.
  ///
  /// Asked at every exchange: the index finds the first one, where counting would read them all.
  func hasDelivery(of id: BroadcastID, in states: [DeliveryState]) throws -> Bool {
    let names = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try row(
      """
      SELECT 1 AS found FROM delivery WHERE broadcast_id = ?1 AND state IN (\(names)) LIMIT 1
      """, [SQLValue(id)]) != nil
  }

  /// How many deliveries of a broadcast stand where.
  package func deliveryCounts(of id: BroadcastID) throws -> [DeliveryState: Int] {
    var counts: [DeliveryState: Int] = [:]
    for row in try rows(
      "SELECT state, COUNT(*) AS count FROM delivery WHERE broadcast_id = ?1 GROUP BY state",
      [SQLValue(id)])
    {
      counts[try row.value(of: "state", as: DeliveryState.self)] = try row.int("count")
    }
    return counts
  }

  /// How many deliveries in these states nobody has in hand, and wait for their page to be mended.
  func countWaitingForPages(_ id: BroadcastID, _ states: [DeliveryState]) throws -> Int {
    let names = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    return try row(
      """
      SELECT COUNT(*) AS count FROM delivery d JOIN page p ON p.id = d.page_id
      WHERE d.broadcast_id = ?1 AND d.state IN (\(names)) AND d.worker_id IS NULL
        AND p.state <> 'connected'
      """, [SQLValue(id)])?.int("count") ?? 0
  }
}
