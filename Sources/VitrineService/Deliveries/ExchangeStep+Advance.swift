import VitrineCore
import VitrineStorage

extension ExchangeStep {
  /// Moves a broadcast on when its deliveries have got so far.
  func advance(
    _ broadcast: inout StoredBroadcast, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    try transaction.expireLeases(of: broadcast.id, at: now)
    if !broadcast.isAmendment { try transaction.applyAmendedTexts(of: broadcast.id, at: now) }
    try leaveBrokenPages(broadcast, transaction)
    try takeMendedPages(&broadcast, transaction)
    if broadcast.state == .cancelled {
      try cancelTheRest(of: broadcast, transaction)
      if broadcast.finished == nil, try !transaction.deliveryCounts(of: broadcast.id).isMoving {
        broadcast.finished = now
        try transaction.updateBroadcast(broadcast)
      }
      return []
    }
    var records = try holdBrokenPages(broadcast, transaction)
    if let until = broadcast.validUntil, until <= now, broadcast.state.isActive {
      records += try endValidity(broadcast, transaction)
    }
    let before = broadcast.state
    // A state can be passed at once: staging may find everything held, releasing nothing to do.
    while let next = try nextState(of: broadcast, transaction) {
      broadcast.state = next
      if next == .staging { broadcast.started = broadcast.started ?? now }
      if next == .finished { broadcast.finished = now }
    }
    try judgeCanary(&broadcast, transaction)
    guard broadcast.state != before else { return records }
    try transaction.updateBroadcast(broadcast)
    let counts = try transaction.deliveryCounts(of: broadcast.id)
    var detail: [String: JSON] = [:]
    for (state, count) in counts { detail[state.rawValue] = .integer(Int64(count)) }
    records.append(
      AuditRecord(
        id: desk.random.recordID(), time: now, action: Action.broadcastLaunch.rawValue,
        actor: AuditRecord.Actor(id: UserID(worker.rawValue), type: .system, auth: "worker"),
        onBehalfOf: broadcast.launchedBy, object: broadcast.object, broadcastID: broadcast.id,
        previousState: before.rawValue, state: broadcast.state.rawValue, detail: detail))
    return records
  }

  private func nextState(
    of broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> BroadcastState? {
    func has(_ states: DeliveryState...) throws -> Bool {
      try transaction.hasDelivery(of: broadcast.id, in: states)
    }
    switch broadcast.state {
    case .scheduled:
      let lead = desk.broadcastLeadMilliseconds
      let at = broadcast.releaseAt ?? now
      // What was approved weeks ago is compared with the register of today before it is sent.
      guard try broadcast.basis == desk.rules.basis(register: transaction.registerVersion()) else {
        return nil
      }
      return at.advanced(byMilliseconds: -lead) <= now ? .staging : nil
    case .staging where broadcast.isTrial:
      let open = try transaction.trialCounts(of: broadcast.id)
      return open[.ready, default: 0] + open[.staging, default: 0] == 0 ? .releasing : nil
    case .staging:
      // With a time of its own, a broadcast does not wait for its slowest page: at the hour the
      // others go out. Without one, everything is staged first.
      if let at = broadcast.releaseAt { return at <= now ? .releasing : nil }
      guard try !isWaitedFor(broadcast, transaction) else { return nil }
      guard try has(.held) else { return .releasing }
      let isAccepted = try broadcast.acceptedHeld == transaction.heldDigest(of: broadcast.id)
      return isAccepted ? .releasing : .awaitingExceptions
    case .awaitingExceptions:
      return try has(.held) || isWaitedFor(broadcast, transaction) ? nil : .releasing
    case .releasing where broadcast.isTrial: return nil
    case .releasing:
      let isOpen = try has(
        .ready, .staging, .staged, .releasing, .published, .amending, .replacing, .discarding)
      return try isOpen || transaction.hasAmendedTexts(of: broadcast.id) ? nil : .finished
    default:
      return nil
    }
  }

  /// Deliveries whose page stopped working wait for the person who mends the page.
  private func holdBrokenPages(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    guard broadcast.state.isActive else { return [] }
    // A stage that nobody has the answer of may have left a draft. The state is hidden from its index:
    // the few broken pages are gone through, not the thousands of deliveries that wait.
    let rows = try transaction.rows(
      """
      UPDATE delivery SET state = 'held', updated_at = ?2, unknown_since = NULL,
        is_doubtful = CASE WHEN state = 'staging' THEN 1 ELSE is_doubtful END,
        doubt_until = CASE WHEN state = 'staging' THEN ?3 ELSE doubt_until END,
        looked_at = CASE WHEN state = 'staging' THEN NULL ELSE looked_at END,
        trouble = (SELECT p.trouble FROM page p WHERE p.id = delivery.page_id)
      WHERE broadcast_id = ?1 AND worker_id IS NULL
        AND (state || '' IN ('ready', 'staging', 'staged')
          OR (state || '' = 'replacing' AND shown_since IS NULL))
        AND page_id IN (SELECT p.id FROM page p WHERE p.state <> 'connected')
      RETURNING *
      """, [SQLValue(broadcast.id), SQLValue(now), SQLValue(quarantineEnd)])
    return try rows.map { record(of: try StoredDelivery(row: $0), broadcast, nil) }
  }

  /// What may be public, or is, on a page that cannot be asked any more.
  ///
  /// A release without an answer is unknown, for the page's reason, until the page is mended and read;
  /// one with an answer needs no reading back.
  private func leaveBrokenPages(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws {
    // What was to be taken down and posted anew is public as it is until the page can be asked.
    try transaction.execute(
      """
      UPDATE delivery SET state = 'published', updated_at = ?2
      WHERE broadcast_id = ?1 AND worker_id IS NULL AND state = 'replacing'
        AND shown_since IS NOT NULL
        AND page_id IN (SELECT p.id FROM page p WHERE p.state <> 'connected')
      """, [SQLValue(broadcast.id), SQLValue(now)])
    try transaction.execute(
      """
      UPDATE delivery SET state = CASE WHEN state = 'published' THEN 'confirmed' ELSE state END,
        trouble = CASE WHEN state = 'published' THEN NULL
          ELSE (SELECT p.trouble FROM page p WHERE p.id = delivery.page_id) END,
        unknown_since = CASE WHEN state = 'published' THEN NULL
          ELSE COALESCE(unknown_since, ?2) END, updated_at = ?2
      WHERE broadcast_id = ?1 AND worker_id IS NULL
        AND ((state = 'published' AND COALESCE(shown_digest, digest) = digest)
          OR (state = 'releasing' AND trouble IS NULL AND COALESCE(timer_at, 0) <= ?2)
          OR (state = 'removing' AND trouble IS NULL))
        AND page_id IN (SELECT p.id FROM page p WHERE p.state <> 'connected')
      """, [SQLValue(broadcast.id), SQLValue(now)])
  }

  /// What was in a worker's hands at the moment of the cancel, and came back without an answer.
  ///
  /// Where the page cannot be asked, a draft may stay; it is no longer ours to make public.
  private func cancelTheRest(
    of broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws {
    try transaction.cancelDeliveries(of: broadcast.id, at: now)
    // Where there are no drafts, nothing is left to delete.
    try transaction.execute(
      """
      UPDATE delivery SET state = 'cancelled', updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'discarding' AND remote_id IS NULL AND worker_id IS NULL
      """, [SQLValue(broadcast.id), SQLValue(now)])
    try transaction.execute(
      """
      UPDATE delivery SET state = 'cancelled', is_doubtful = 1, doubt_until = ?3, looked_at = NULL,
        unknown_since = NULL, updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'staging' AND worker_id IS NULL
        AND page_id IN (SELECT p.id FROM page p WHERE p.state <> 'connected')
      """, [SQLValue(broadcast.id), SQLValue(now), SQLValue(quarantineEnd)])
  }

  /// When a call that was lost just now cannot be carried out any more.
  private var quarantineEnd: Timestamp {
    now.advanced(byMilliseconds: desk.rules.quarantineMilliseconds)
  }

  /// After the end of validity nothing more is sent; drafts are deleted.
  private func endValidity(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    let rows = try transaction.rows(
      """
      UPDATE delivery SET state = CASE WHEN remote_id IS NULL THEN 'refused' ELSE 'discarding' END,
        updated_at = ?2, trouble = ?3
      WHERE broadcast_id = ?1 AND state IN ('ready', 'staged', 'held', 'missed')
        AND worker_id IS NULL RETURNING *
      """,
      [SQLValue(broadcast.id), SQLValue(now), .text(Trouble("missed").stored)])
    return try rows.map { record(of: try StoredDelivery(row: $0), broadcast, nil) }
  }
}

extension Transaction {
  /// How the pages stand that go before all others.
  func trialCounts(of id: BroadcastID) throws -> [DeliveryState: Int] {
    var counts: [DeliveryState: Int] = [:]
    for row in try rows(
      """
      SELECT state, COUNT(*) AS count FROM delivery
      WHERE broadcast_id = ?1 AND is_canary = 1 GROUP BY state
      """, [SQLValue(id)])
    {
      counts[try row.value(of: "state", as: DeliveryState.self)] = try row.int("count")
    }
    return counts
  }
}
