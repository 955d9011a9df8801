import VitrineCore
import VitrinePublishing
import VitrineStorage

extension ExchangeStep {
  /// Writes the intents of what may be sent now, and takes the lease of each.
  func claim(
    _ broadcast: inout StoredBroadcast, _ room: Int, uploads: Int,
    _ transaction: any Transaction
  ) throws -> [Claimed] {
    var claimed: [Claimed] = []
    var turn = Turn(uploads: uploads)
    let leavesHanging = try leavesHanging(broadcast, transaction)
    for lane in lanes(of: broadcast) {
      var limit = room - claimed.count
      if lane.isRelease { limit = min(limit, allowance(broadcast)) }
      guard limit > 0 else { continue }
      let before = claimed.count
      var moved: Int
      // What gets on without a call, as where there are no drafts, does not wait for its next turn.
      repeat {
        moved = turn.moved
        let rows = try transaction.rows(
          lane.sql(leavingHanging: leavesHanging),
          [
            SQLValue(broadcast.id), SQLValue(now), SQLValue(limit),
            SQLValue(broadcastHorizon(lane)),
          ])
        for row in rows {
          if let next = try take(row, &turn, transaction) { claimed.append(next) }
        }
      } while turn.moved > moved && turn.moved < Turn.most && claimed.count == before
      // What is read again first has not used up the pace.
      let released = claimed.suffix(claimed.count - before).count(where: \.isRelease)
      if lane.isRelease, let interval = mandatoryInterval, released > 0 {
        let from = max(broadcast.paceAt, now.advanced(byMilliseconds: -Self.burst))
        broadcast.paceAt = from.advanced(byMilliseconds: interval * Int64(released))
        try transaction.updateBroadcast(broadcast)
      }
    }
    return claimed
  }

  /// What one claim has room for, and what it has come to besides calls.
  struct Turn {
    /// How many pictures may still be uploaded.
    var uploads: Int
    /// How many deliveries have got on without a call.
    var moved = 0
    /// How many may do so before the transaction ends, since others wait for it.
    static let most = 1_000
  }

  /// Writes the intent of one delivery; nil when it has none, or its picture has no room yet.
  func take(_ row: Row, _ turn: inout Turn, _ transaction: any Transaction) throws -> Claimed? {
    var stored = try StoredDelivery(row: row)
    guard let page = stored.page else { return nil }
    var delivery = stored.delivery(
      page: page, remotePage: RemoteID(try row.text("remote_page")), abilities(of: stored.network))
    let quarantine = desk.rules.quarantineMilliseconds
    guard let step = delivery.begin(at: now, quarantine: quarantine) else {
      guard delivery.state != stored.state else { return nil }
      stored.take(delivery)
      try transaction.moveDelivery(stored, at: now)
      turn.moved += 1
      return nil
    }
    if step.isUpload {
      guard turn.uploads > 0 else { return nil }
      turn.uploads -= 1
    }
    guard
      limits.admits(stored.network, delivery.remotePage, CallPriority(stored, step))
    else { return nil }
    stored.take(delivery)
    stored.fence += 1
    let leaseUntil = now.advanced(byMilliseconds: desk.rules.leaseMilliseconds)
    try transaction.claimDelivery(stored, worker: worker, leaseUntil: leaseUntil, at: now)
    return Claimed(
      stored: stored, delivery: delivery, step: step, sealed: try SealedToken(row: row),
      access: try PageAccess(row: row))
  }

  /// How a network takes posts; what is not built in takes none, whatever is said of it here.
  private func abilities(of network: Network) -> NetworkAbilities {
    desk.networks[network]?.abilities ?? NetworkAbilities(.drafts, batchSize: 1)
  }

  /// Drafts are made shortly before each zone's own hour, and public at the hour.
  func horizon(_ lane: Lane) -> Timestamp {
    lane.isRelease ? now : now.advanced(byMilliseconds: desk.rules.stageLeadMilliseconds)
  }

  /// The same for broadcasts, which may be handed to the network with their hour.
  private func broadcastHorizon(_ lane: Lane) -> Timestamp {
    lane.isRelease ? now : now.advanced(byMilliseconds: desk.broadcastLeadMilliseconds)
  }

  private func lanes(of broadcast: StoredBroadcast) -> [Lane] {
    let isOver = broadcast.validUntil.map { $0 <= now } ?? false
    return (isOver ? [takeBack] : []) + lanes(in: broadcast)
  }

  /// Takes back what is with any network.
  private var takeBack: Lane {
    let timers = desk.networks.values.compactMap(\.abilities.timer?.patience)
    return .takeBack(patience: timers.max() ?? NativeTimer.usualPatience)
  }

  private func lanes(in broadcast: StoredBroadcast) -> [Lane] {
    switch broadcast.state {
    case .releasing:
      [.reconcile, .amend] + (lookAhead.map { [.recheck(ahead: $0)] } ?? []) + [
        broadcast.canary > 0 ? .canary : .release, .confirm, .replace, .recover,
        broadcast.isTrial ? .trial : .stage, .discard, .sweep, .pin,
        .unpin,
      ]
    case .staging where broadcast.isTrial: [.reconcile, .recover, .trial, .discard]
    case .staging, .awaitingExceptions:
      [.reconcile, .amend, .confirm, .replace, .recover, .stage, .discard]
    case .paused: [takeBack, .reconcile, .confirmCurrent, .discard, .unpin]
    case .finished:
      [.reconcile, .amend, .confirmCurrent, .replace, .discard, .sweep, .pin, .unpin]
    case .cancelled:
      [
        takeBack, .reconcile, .amend, .confirmCurrent, .discard, .recover, .stage, .sweep, .unpin,
      ]
    case .closed: [.sweep, .unpin]
    // Of a correction that waits for its approvals, what was on its way is looked after.
    case .submitted, .approved:
      broadcast.isAmendment ? [takeBack, .reconcile, .confirmCurrent, .discard, .unpin] : []
    case .scheduled, .draft, .rejected: []
    }
  }

  /// How many releases the pace allows now; without a pace, any number.
  private func allowance(_ broadcast: StoredBroadcast) -> Int {
    allowance(since: broadcast.paceAt, every: mandatoryInterval)
  }

  /// As many releases as the pace allows when the next one was allowed at an instant.
  func allowance(since paceAt: Timestamp, every interval: Int64?) -> Int {
    guard let interval else { return .max }
    let from = max(paceAt, now.advanced(byMilliseconds: -Self.burst))
    let passed = now.milliseconds(since: from)
    return passed < 0 ? 0 : Int(passed / interval) + 1
  }

  /// How many drafts are read again ahead of their release: what the pace takes in ten seconds.
  ///
  /// Without a pace each is read in its turn to be released: the first would be old again before the last
  /// were read.
  private var lookAhead: Int? { desk.rules.milliPostsPerSecond.map { max(1, $0 / 100) } }

  /// How much of the pace may be caught up at once, in milliseconds.
  static let burst: Int64 = 200

  /// Milliseconds between two releases.
  var paceInterval: Int64? {
    desk.rules.milliPostsPerSecond.map { max(1, 1_000_000 / Int64(max(1, $0))) }
  }
}
