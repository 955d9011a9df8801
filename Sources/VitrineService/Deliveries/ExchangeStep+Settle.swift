import VitrineCore
import VitrinePublishing
import VitrineStorage

extension ExchangeStep {
  /// Writes results, each under its fence, with its record.
  func settle(
    _ reports: [SettledReport], of broadcast: StoredBroadcast?, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    var records: [AuditRecord] = []
    var links: [(post: PostID, address: String)] = []
    var showings: [Showing] = []
    for item in reports {
      let before = item.stored
      var stored = before
      stored.take(item.report.delivery)
      if let id = stored.remoteID, id != before.remoteID,
        try transaction.isRecorded(
          id, network: stored.network, besides: stored.post, on: desk.placeOfIDs(of: stored))
      {
        // One id for two creates (`bad-inputs` R15): neither is touched before somebody has looked.
        stored.state = .held
        stored.remoteID = nil
        stored.timer = nil
        stored.isDoubtful = true
        stored.doubtUntil = now.advanced(byMilliseconds: desk.rules.quarantineMilliseconds)
        stored.looked = nil
        stored.trouble = Trouble("sameRemoteID", id)
      }
      if let orphan = stored.orphan,
        try transaction.isRecorded(
          orphan, network: stored.network, besides: stored.post, on: desk.placeOfIDs(of: stored))
      {
        // The same text of another broadcast: that draft has an owner.
        stored.orphan = nil
        stored.isDoubtful = false
        stored.doubtUntil = nil
      }
      let isPublished = item.report.effects.contains(.published)
      if isPublished {
        // What the network made public by itself is so since its hour, whenever somebody looks.
        let since = before.timer.map { min($0, now) } ?? now
        stored.published = since
        stored.shownSince = since
      }
      stored.note(item.report.effects, at: now)
      if broadcast?.state == .cancelled { stored.cancel() }
      // A later claim has taken over: this result is stale, and the row speaks for itself.
      guard try transaction.settleClaim(stored, at: now) else { continue }
      try apply(item, stored, transaction)
      if let ended = Showing(ended: before, now: stored, at: now) { showings.append(ended) }
      if let address = stored.permalink, address != before.permalink {
        links.append((stored.post, address))
      }
      if item.report.effects.contains(.amended) {
        // Public since long: the correction is a fact of its own.
        var record = record(of: stored, broadcast, nil)
        record.action = Action.broadcastAmend.rawValue
        records.append(record)
      } else if isPublished || (stored.state != before.state && stored.state.isRecorded) {
        records.append(record(of: stored, broadcast, item.report.failure))
      } else if before.state == .removing, stored.state == .confirmed {
        // Still public: the takedown came to nothing.
        records.append(record(of: stored, broadcast, item.report.failure, .postTakedown))
      } else if before.state == .amending || before.state == .replacing, stored.state == .confirmed
      {
        records.append(record(of: stored, broadcast, item.report.failure, .broadcastAmend))
      }
    }
    try transaction.insertLinks(links)
    if let broadcast { try transaction.insertShowings(showings, of: broadcast.id) }
    return records
  }

  /// What an answer means beyond its delivery.
  private func apply(
    _ item: SettledReport, _ stored: StoredDelivery, _ transaction: any Transaction
  ) throws {
    let report = item.report
    let page = report.delivery.page
    for effect in report.effects {
      switch effect {
      case .published, .stopped, .discarded, .takenDown, .amended, .replaced: break
      case .pageNeedsAttention(let failure):
        try transaction.setPage(
          page, connected: item.access.connected, .needsAttention, Trouble(failure), at: now)
      case .connectionDead(let failure):
        try transaction.setPages(
          ofConnection: item.access.connection, .needsAttention, Trouble(failure), at: now)
      // Noted before anything was claimed.
      case .pagePaused, .appPaused: break
      }
    }
  }

  /// The record of what became of a post, by the system on behalf of whoever let it go.
  ///
  /// `failed` names the action that came to nothing, where the state does not tell.
  func record(
    of delivery: StoredDelivery, _ broadcast: StoredBroadcast?, _ failure: NetworkFailure?,
    _ failed: Action? = nil
  ) -> AuditRecord {
    let action: Action =
      switch delivery.state {
      case _ where failed != nil: failed ?? .postPublish
      case .cancelled, .discarding: .postCancel
      case .takenDown: .postTakedown
      default: .postPublish
      }
    let isDone =
      failed == nil
      && [.published, .confirmed, .cancelled, .takenDown].contains(delivery.state)
    var detail: [String: JSON] = [:]
    if let code = failure?.code { detail["code"] = .integer(Int64(code)) }
    if let subcode = failure?.subcode { detail["subcode"] = .integer(Int64(subcode)) }
    // A page of a broadcast gets the broadcast's people from `credited`.
    let credit = delivery.credit
    return AuditRecord(
      id: desk.random.recordID(), time: now, action: action.rawValue,
      actor: AuditRecord.Actor(id: UserID(worker.rawValue), type: .system, auth: "worker"),
      onBehalfOf: broadcast?.launchedBy ?? delivery.launchedBy,
      target: AuditRecord.Target(
        type: "page", id: delivery.page?.rawValue ?? "none", store: delivery.store.rawValue),
      object: AuditRecord.Object(
        type: "post", id: delivery.post.rawValue, sha256: delivery.digest),
      broadcastID: delivery.broadcast, result: isDone ? .success : .failure,
      reasonCode: isDone ? nil : delivery.trouble?.reason.code,
      remote: AuditRecord.Remote(
        network: delivery.network, postID: delivery.remoteID?.rawValue, traceID: failure?.trace),
      authors: credit.map { [$0.author] } ?? [], editors: credit?.editors ?? [],
      approvals: credit?.approvals ?? [], attempt: delivery.attempts + 1,
      state: delivery.state.rawValue, detail: detail)
  }
}

extension DeliveryState {
  /// Whether reaching it is a fact that the log keeps.
  var isRecorded: Bool {
    switch self {
    case .published, .held, .refused, .failed, .missed, .cancelled, .takenDown: true
    case .ready, .staging, .staged, .releasing, .confirmed, .discarding, .removing, .amending,
      .replacing:
      false
    }
  }
}

extension Showing {
  /// What visitors no longer see after an answer; nil when they see what they saw, or saw nothing.
  fileprivate init?(ended before: StoredDelivery, now: StoredDelivery, at end: Timestamp) {
    guard let from = before.shownSince, let digest = before.shown, now.shownSince != from else {
      return nil
    }
    self.init(post: before.post, digest: digest, from: from, until: end)
  }
}

extension StoredDelivery {
  /// Takes in what an answer means for what visitors see.
  fileprivate mutating func note(_ effects: [DeliveryEffect], at now: Timestamp) {
    for effect in effects {
      switch effect {
      case .amended: shownSince = now
      case .takenDown: shownSince = nil
      case .replaced:
        // Public again is public anew.
        shownSince = nil
        published = nil
      default: break
      }
    }
  }

  /// Takes over what the delivery learnt.
  mutating func take(_ delivery: Delivery) {
    state = delivery.state
    remoteID = delivery.remoteID
    container = delivery.container
    timer = delivery.timer
    shown = delivery.shown
    uploads = delivery.uploads
    permalink = delivery.permalink
    isDoubtful = delivery.isDoubtful
    doubtUntil = delivery.doubtUntil
    looked = delivery.looked
    checkedAt = delivery.checkedAt
    hungAt = delivery.hungAt
    mayHaveBeenPublic = delivery.mayHaveBeenPublic
    orphan = delivery.orphan
    attempts = delivery.attempts
    misses = delivery.misses
    lastWait = delivery.lastWait
    intended = delivery.intendedAt
    unknownSince = delivery.unknownSince
    notBefore = delivery.notBefore
    trouble = delivery.trouble
    pin = delivery.pin
  }

  /// What a result becomes when the broadcast was cancelled meanwhile.
  ///
  /// What was public, or may be under an id that nobody knows, is nothing to cancel.
  mutating func cancel() {
    switch state {
    case .held where published != nil || (remoteID == nil && mayHaveBeenPublic): return
    case .ready: state = .cancelled
    case .staged, .held: state = remoteID == nil ? .cancelled : .discarding
    default: return
    }
    trouble = nil
  }

  /// The delivery as the machine sees it.
  func delivery(page: PageID, remotePage: RemoteID, _ abilities: NetworkAbilities) -> Delivery {
    Delivery(
      id: post, page: page, remotePage: remotePage, content: content, digest: digest,
      abilities: abilities, isStoresOwn: broadcast == nil, state: state, remoteID: remoteID,
      container: container, shown: shown, uploads: uploads,
      permalink: permalink, isDoubtful: isDoubtful, doubtUntil: doubtUntil,
      looked: looked, checkedAt: checkedAt, hungAt: hungAt, mayHaveBeenPublic: mayHaveBeenPublic,
      orphan: orphan, attempts: attempts, misses: misses, lastWait: lastWait, intendedAt: intended,
      unknownSince: unknownSince, notBefore: notBefore, trouble: trouble, pin: pin,
      hour: broadcast == nil ? nil : releaseAt, timer: timer)
  }
}
