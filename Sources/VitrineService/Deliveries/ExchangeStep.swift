import VitrineCore
import VitrinePublishing
import VitrineStorage

/// One exchange inside its transaction: results, then the next state of each broadcast, then claims.
struct ExchangeStep: Sendable {
  let desk: Desk
  let worker: WorkerID
  let only: BroadcastID?
  let now: Timestamp
  let settled: [SettledReport]
  let capacity: Int
  let isBeatDue: Bool
  /// Whether answers are still on their way, so that nobody sleeps until `wake`.
  let isBusy: Bool

  /// A claim before its token is opened.
  struct Claimed: Sendable {
    let stored: StoredDelivery
    let delivery: Delivery
    let step: NetworkCall.Step
    let sealed: SealedToken
  }

  struct Result: Sendable {
    var claimed: [Claimed] = []
    var wake: Timestamp?
    var isDone = true
    var progress: [DeliveryProgress] = []
  }

  /// Does it all.
  func run(_ transaction: any Transaction) throws -> Result {
    if isBeatDue { try transaction.beat(worker, at: now) }
    let ids = try broadcasts(transaction)
    var records: [AuditRecord] = []
    var result = Result()
    var room = capacity
    var moved: [StoredBroadcast] = []
    let byBroadcast = Dictionary(grouping: settled, by: \.stored.broadcast)
    for id in ids {
      var broadcast = try transaction.existingBroadcast(id, lock: true)
      records += try settle(byBroadcast[id] ?? [], of: broadcast, transaction)
      records += try advance(&broadcast, transaction)
      let claimed = try claim(&broadcast, room, transaction)
      room -= claimed.count
      result.claimed += claimed
      let progress = try self.progress(broadcast, transaction)
      result.progress.append(progress)
      if !Self.isOver(progress) { result.isDone = false }
      moved.append(broadcast)
    }
    try transaction.append(records)
    if result.claimed.isEmpty, !isBusy {
      result.wake = try moved.compactMap { try wake($0, transaction) }.min()
    }
    return result
  }

  /// Only says how far everything is.
  func look(_ transaction: any Transaction) throws -> Result {
    var result = Result()
    for id in try broadcasts(transaction) {
      let progress = try self.progress(try transaction.existingBroadcast(id), transaction)
      result.progress.append(progress)
      if !Self.isOver(progress) { result.isDone = false }
    }
    return result
  }

  /// Whether nothing is left to do for a broadcast without a person.
  private static func isOver(_ progress: DeliveryProgress) -> Bool {
    switch progress.state {
    case .awaitingExceptions, .finished, .closed, .paused, .draft, .submitted, .approved,
      .rejected:
      progress.count(.releasing, .published, .discarding) == 0
    case .cancelled:
      progress.count(.staging, .releasing, .published, .discarding) == 0
    case .scheduled, .staging, .releasing: false
    }
  }

  private func broadcasts(_ transaction: any Transaction) throws -> [BroadcastID] {
    if let only { return [only] }
    let active = try transaction.activeBroadcasts()
    let reported = Set(settled.map(\.stored.broadcast)).subtracting(active)
    return active + reported.sorted()
  }

  private func progress(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> DeliveryProgress {
    DeliveryProgress(
      broadcast: broadcast.id, state: broadcast.state,
      counts: try transaction.deliveryCounts(of: broadcast.id))
  }

  /// When something becomes possible that is not possible now.
  private func wake(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> Timestamp? {
    let next = try transaction.row(
      """
      SELECT MIN(CASE WHEN state = 'staged' AND release_at > not_before THEN release_at
        ELSE not_before END) AS next
      FROM delivery WHERE broadcast_id = ?1 AND worker_id IS NULL
        AND state IN ('ready', 'staging', 'staged', 'releasing', 'published', 'discarding')
      """, [SQLValue(broadcast.id)])?.optionalTimestamp("next")
    guard let next else { return nil }
    return broadcast.state == .releasing ? max(next, min(broadcast.paceAt, .latest)) : next
  }
}

extension Transaction {
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
}
