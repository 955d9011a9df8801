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

  /// The kinds of work, in the order in which they are served.
  enum Lane: Hashable {
    /// Unclear releases are read before anything else.
    case reconcile
    /// What was handed to the network with its hour is taken back, where that is further than so many
    /// milliseconds away or does not touch the post.
    case takeBack(patience: Int64)
    /// The same for what a person took down or stopped, whatever it belongs to.
    case takeBackWished
    /// Drafts become public.
    case release
    /// The first pages only.
    case canary
    /// Drafts that were made a while ago are read again, so many of those that are released next.
    case recheck(ahead: Int)
    /// Public posts are read back, or corrected first.
    case confirm
    /// Public posts are read back, and not corrected now.
    case confirmCurrent
    /// Corrections of which nobody knows the end are sent again.
    case amend
    /// Earlier texts are deleted so that the present one can be made.
    case replace
    /// Drafts whose making is not recorded are looked for.
    case recover
    /// Drafts are made.
    case stage
    /// The draft of the page that goes before all others is made.
    case trial
    /// Drafts of cancelled deliveries are deleted.
    case discard
    /// A last look for drafts that lost calls have left.
    case sweep
    /// Posts that a person took down are deleted.
    case remove
    /// Public posts are pinned to the top of their pages.
    case pin
    /// Pins whose time is over are taken off.
    case unpin

    var isRelease: Bool { self == .release || self == .canary }

    var condition: String {
      switch self {
      case .reconcile: "d.state = 'releasing' AND (\(Self.isToBeRead))"
      case .takeBack(let patience):
        """
        d.state = 'releasing' AND d.timer_at > ?2
        AND (d.remote_id IS NULL OR d.timer_at > ?2 + \(patience))
        """
      // From the index of wishes: everything that waits for its hour stands in that of states.
      case .takeBackWished:
        """
        d.state || '' = 'releasing' AND d.timer_at IS NOT NULL
        AND d.wish IN ('cancel', 'takedown', 'hold')
        """
      case .release: "d.state = 'staged'"
      case .recheck(let ahead):
        """
        d.state = 'staged' AND d.remote_id IS NOT NULL AND d.is_doubtful = 0
        AND COALESCE(d.checked_at, d.intended_at) < ?2 - \(Delivery.freshness)
        AND d.post_id IN (SELECT n.post_id FROM delivery n WHERE n.broadcast_id = ?1
          AND n.state = 'staged' ORDER BY n.position LIMIT \(ahead))
        """
      // Where the canaries of an hour are still out, the others of that hour wait for them.
      case .canary:
        """
        d.state = 'staged' AND (d.is_canary = 1 OR d.release_at NOT IN (
          SELECT c.release_at FROM delivery c WHERE c.broadcast_id = ?1 AND c.is_canary = 1))
        """
      case .confirm: "d.state = 'published'"
      case .confirmCurrent:
        "d.state = 'published' AND COALESCE(d.shown_digest, d.digest) = d.digest"
      case .amend: "d.state = 'amending'"
      case .replace: "d.state = 'replacing'"
      // One state a lane: the index then gives the rows in their order, and nothing is sorted.
      case .recover: "d.state = 'staging'"
      // What somebody wants gone is not handed over again.
      case .stage: "d.state = 'ready' AND (d.wish IS NULL OR d.release_at <= ?2)"
      case .trial: "d.state = 'ready' AND d.is_canary = 1"
      case .discard: "d.state = 'discarding'"
      case .sweep:
        "d.state || '' IN (\(Self.sweptStates)) AND d.is_doubtful = 1 AND d.doubt_until <= ?2"
      case .remove: "d.state = 'removing'"
      case .pin: "\(Self.pins) AND d.pin_until > ?2 AND d.pin_after <= ?2"
      case .unpin: "\(Self.unpins) AND d.pin_until <= ?2 AND d.pin_after <= ?2"
      }
    }

    /// What was handed to the network with its hour is left to it until then, unless nobody knows whether it is
    /// there, or it is not what it should be any more.
    private static let isToBeRead = """
      d.timer_at IS NULL OR d.timer_at <= ?2 OR COALESCE(d.remote_id, d.container_id) IS NULL
      OR d.looked_at IS NOT NULL OR d.wish IS NOT NULL OR d.timer_at <> d.release_at
      OR EXISTS (SELECT 1 FROM amended_text a WHERE a.post_id = d.post_id AND a.is_launched = 1)
      """

    /// The settled states in which a draft may have been left behind.
    static let sweptStates = "'confirmed', 'refused', 'cancelled', 'missed', 'takenDown'"

    /// What is to be pinned, in the words of its index.
    static let pins = "d.state = 'confirmed' AND d.pin_state IN ('wanted', 'pinning')"

    /// What is at the top of its page, or may be, in the words of its index.
    static let unpins = """
      d.state = 'confirmed' AND d.pin_state IN ('pinned', 'pinning', 'refused')
      AND (d.pin_state <> 'refused' OR d.pin_attempts > 0)
      """

    /// The column that names the broadcast.
    ///
    /// What is settled is nearly everything in the end: hidden from its index, it is looked for in the
    /// one of the few that are doubtful.
    private var owner: String {
      switch self {
      case .sweep, .pin, .unpin: "COALESCE(d.broadcast_id, '')"
      default: "d.broadcast_id"
      }
    }

    /// The rows to claim; without those of pages that hang where these are left alone for now.
    func sql(leavingHanging: Bool = false) -> String {
      """
      \(Self.columns)
      WHERE \(owner) = ?1 AND \(condition) AND d.not_before <= ?2
        AND d.release_at <= ?4 AND \(Self.isFree)
        \(leavingHanging ? "AND (d.hung_at IS NULL OR d.state NOT IN ('ready', 'staging'))" : "")
        AND \(Self.hasRoom(priority(isRoutine: false)))
      ORDER BY d.position LIMIT ?3
      """
    }

    /// The delivery with what it takes to call its page.
    static let columns = """
      SELECT d.*, p.remote_id AS remote_page, p.wrapped_key, p.sealed_token, p.key_version,
        p.connection_id, p.connected_at
      FROM delivery d JOIN page p ON p.id = d.page_id
      """

    /// Whether nobody has it in hand at `?2`, its page works, and the network takes calls.
    static let isFree = """
      (d.worker_id IS NULL OR d.lease_until < ?2) AND p.state = 'connected'
      AND NOT EXISTS (SELECT 1 FROM throttle t WHERE t.network = d.network AND t.until > ?2
        AND (t.remote_page = '' OR t.remote_page = p.remote_id))
      """
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
