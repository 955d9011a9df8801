import VitrineCore
import VitrinePublishing
import VitrineStorage

extension ExchangeStep {
  /// Takes in what the answers say of limits, before anything at all is claimed: what one answer says
  /// stops the calls of every broadcast, post and removal.
  func noteLimits(_ transaction: any Transaction) throws -> [AuditRecord] {
    try limits.load(transaction, isBeat: signOn != nil, at: now)
    var stops: [Network: Set<String>] = [:]
    for item in settled {
      let (network, report) = (item.stored.network, item.report)
      func stop(_ page: String, _ seconds: Int) throws {
        try transaction.throttle(
          network, page: page, until: now.advanced(bySeconds: Int64(seconds)))
      }
      for effect in report.effects {
        switch effect {
        case .pagePaused(let seconds): try stop(report.delivery.remotePage.rawValue, seconds)
        case .appPaused(let seconds): try stop("", seconds)
        default: break
        }
      }
      for pause in report.usage.compactMap(\.pause) { try stop(pause.page, pause.seconds) }
      limits.note(report.usage, of: network)
      if let contact = report.contact { limits.note(contact, of: network) }
      if report.failure?.kind == .blocked {
        let page = report.delivery.remotePage
        stops[network, default: []].insert(page.rawValue)
        if limits.noteSpam(on: page, of: network) { stops[network]?.insert("") }
      }
    }
    try limits.save(transaction)
    var records: [AuditRecord] = []
    for network in stops.filter({ $0.value.contains("") }).keys.sorted() {
      records += try pauseAll(on: network, transaction)
    }
    return records
  }

  /// Two pages taken for spam in a short time: each further post would make it worse for all.
  private func pauseAll(
    on network: Network, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    var records: [AuditRecord] = []
    for id in try transaction.broadcastsUnderWay(on: network) {
      var broadcast = try transaction.existingBroadcast(id, lock: true)
      guard [.staging, .awaitingExceptions, .releasing].contains(broadcast.state) else { continue }
      records.append(try pause(&broadcast, because: "spam", transaction))
    }
    return records
  }

  /// Pauses a broadcast by itself, and says so in the log.
  func pause(
    _ broadcast: inout StoredBroadcast, because reason: String, _ transaction: any Transaction
  ) throws -> AuditRecord {
    let before = broadcast.state
    broadcast.pausedFrom = before
    broadcast.state = .paused
    broadcast.pauseReason = reason
    try transaction.updateBroadcast(broadcast)
    return AuditRecord(
      id: desk.random.recordID(), time: now, action: Action.broadcastPause.rawValue,
      actor: AuditRecord.Actor(id: UserID(worker.rawValue), type: .system, auth: "worker"),
      onBehalfOf: broadcast.launchedBy, object: broadcast.object, broadcastID: broadcast.id,
      reasonCode: reason, previousState: before.rawValue, state: broadcast.state.rawValue)
  }

  /// Stops a broadcast whose last pages failed too often for reasons that are not the pages' own.
  ///
  /// Before the canary is through, that decides. After a stop the count begins anew, so that whoever
  /// looked and resumes gets on.
  func judgeWave(
    _ broadcast: inout StoredBroadcast, _ reports: [SettledReport], _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    guard broadcast.state == .releasing else { return [] }
    let outcomes = reports.compactMap { $0.report.hasFailed }
    guard !outcomes.isEmpty else { return [] }
    let before = try transaction.wave(of: broadcast.id)
    var wave = FailureWave(bits: before)
    for failed in outcomes { wave.note(failed: failed) }
    let (failures, isTooMany) = (wave.failures, wave.isTooMany)
    let stops = isTooMany && broadcast.canary == 0
    if stops { wave = FailureWave() }
    if wave.bits != before { try transaction.setWave(of: broadcast.id, wave.bits) }
    guard stops else { return [] }
    return [
      try pause(&broadcast, because: "wave \(failures)/\(FailureWave.length)", transaction)
    ]
  }
}

extension DeliveryReport {
  /// Whether a page has failed for good; false when it has become public, nil for everything else and
  /// for what only its own token or rights are to blame for, or that it hangs while others are answered.
  fileprivate var hasFailed: Bool? {
    if effects.contains(.published) { return false }
    guard effects.contains(.stopped), [.held, .refused, .failed].contains(delivery.state) else {
      return nil
    }
    guard delivery.hungAt == nil else { return nil }
    switch failure?.kind {
    case .token, .connection, .permission, .person, .unreadable: return nil
    default: return true
    }
  }
}
