import VitrineCore
import VitrineStorage

/// Sets an approved broadcast in motion; for one that is under way it changes nothing.
///
/// Its deliveries belong to the broadcast from then on, not to the person: revoking the launcher
/// stops the launcher's commands, not an approved message.
package struct LaunchBroadcast: BroadcastStep {
  package static let action = Action.broadcastLaunch
  package let id: BroadcastID
  /// How many pages go first; nil for the desk's number.
  package let canary: Int?
  /// Whether the held pages that were seen may go without.
  package let acceptHeld: Bool
  /// The one page that gets it first, while the others wait for a person; nil for all.
  package let only: PageID?

  /// Makes the use case.
  package init(id: BroadcastID, canary: Int?, acceptHeld: Bool, only: PageID? = nil) {
    self.id = id
    self.canary = canary
    self.acceptHeld = acceptHeld
    self.only = only
  }

  /// What is launched is what the register says today; pages that changed ask the approvers again.
  package func prepare(_ desk: Desk) async throws {
    _ = try await RefreshBroadcasts(only: id).run(desk)
    let broadcast = try await desk.database.read { try $0.broadcast(id) }
    // One that is under way has nothing to decide any more.
    guard let broadcast, broadcast.state == .approved else { return }
    try await RulesOfToday(broadcast: broadcast).check(desk)
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    let transaction = context.transaction
    let version = try transaction.registerVersion(lock: true)
    var detail: [String: JSON] = ["acceptHeld": .bool(acceptHeld)]
    if let only { detail["only"] = .string(only.rawValue) }
    return try context.step(id, Self.action, detail: detail) { broadcast, detail in
      if broadcast.state == .approved, !broadcast.isAmendment,
        broadcast.basis != context.desk.rules.basis(register: version)
      {
        throw Fault(
          .stale, Message("broadcast.registerMoved"),
          hint: Message("broadcast.registerMoved.hint", id), subject: id.rawValue)
      }
      if broadcast.state == .paused {
        guard broadcast.pauseReason == TrialPage.reason, only == nil else {
          // Somebody else's decision, and over when that person says so: worth another try later.
          throw Fault(
            .locked, Message("broadcast.isPaused", id),
            hint: Message("broadcast.isPaused.hint", id), subject: id.rawValue)
        }
        // The trial page has been looked at: the person who launches now is the one who says so.
        broadcast.state = broadcast.pausedFrom ?? .staging
        broadcast.pausedFrom = nil
        broadcast.pauseReason = nil
        broadcast.canary = canary ?? context.desk.rules.canary
        try transaction.markCanary(broadcast.id, count: broadcast.canary)
        try context.clearPages(for: broadcast, only: nil, &detail)
      }
      // Pages that were connected or mended since get the message, at whatever launch comes next.
      try transaction.forgetHangs(of: broadcast.id)
      try transaction.attachPages(to: broadcast, onlyPageTroubles: true, at: context.now)
      try transaction.holdRemovedStores(of: broadcast, at: context.now)
      try transaction.applyApprovals(
        to: broadcast, try ApprovalStanding(of: broadcast, in: transaction), at: context.now)
      if acceptHeld {
        broadcast.acceptedHeld = try transaction.heldDigest(of: broadcast.id)
      }
      guard broadcast.state == .approved else {
        if only != nil {
          throw Fault(
            .conflict, Message("broadcast.onlyTooLate", id, broadcast.state.rawValue),
            subject: id.rawValue)
        }
        if broadcast.state == .awaitingExceptions, acceptHeld {
          broadcast.state = .releasing
          try context.clearPages(for: broadcast, only: nil, &detail)
        }
        try context.reopen(&broadcast)
        return
      }
      if broadcast.isAmendment {
        guard only == nil else {
          throw Fault(
            .conflict, Message("broadcast.onlyTooLate", id, broadcast.state.rawValue),
            subject: id.rawValue)
        }
        // What was launched goes on with another text: its times, its canary and its posts stay.
        let wasTrial = try broadcast.launchAmendment()
        broadcast.launchedBy = context.session.user
        try transaction.launchAmendedTexts(of: id, at: context.now)
        detail["amended"] = true
        guard wasTrial else { return }
        // One page was looked at, and the others have not begun: they begin as they would have.
        broadcast.canary = canary ?? context.desk.rules.canary
        try transaction.markCanary(id, count: broadcast.canary)
        try context.clearPages(for: broadcast, only: nil, &detail)
        return
      }
      try start(&broadcast, context)
      try context.clearPages(for: broadcast, only: only, &detail)
    }
  }

  private func start(_ broadcast: inout StoredBroadcast, _ context: Context) throws {
    broadcast.launchedBy = context.session.user
    broadcast.launched = context.now
    broadcast.canary = canary ?? context.desk.rules.canary
    let lead = context.desk.broadcastLeadMilliseconds
    if let at = broadcast.releaseAt, at.advanced(byMilliseconds: -lead) > context.now {
      broadcast.state = .scheduled
    } else {
      broadcast.state = .staging
      broadcast.started = context.now
    }
    if let only {
      try TrialPage.start(&broadcast, only, context)
    } else {
      try context.transaction.markCanary(broadcast.id, count: broadcast.canary)
    }
  }
}

/// One page that gets a broadcast before all others, so that somebody can look at it.
enum TrialPage {
  /// Why a broadcast is paused after its trial page.
  static let reason = "trial"

  /// Makes a page the only one that is staged and released, until it is through.
  static func start(
    _ broadcast: inout StoredBroadcast, _ page: PageID, _ context: Context
  ) throws {
    guard broadcast.releaseAt == nil else {
      throw Fault(
        .conflict, Message("broadcast.onlyWithTime", broadcast.id), subject: "--only")
    }
    let marked = try context.transaction.execute(
      """
      UPDATE delivery SET is_canary = 1
      WHERE broadcast_id = ?1 AND page_id = ?2 AND state = 'ready'
      """, [SQLValue(broadcast.id), SQLValue(page)])
    guard marked == 1 else {
      throw Fault(
        .notFound, Message("broadcast.onlyNoPage", page, broadcast.id),
        hint: Message("broadcast.onlyNoPage.hint", broadcast.id), subject: page.rawValue)
    }
    broadcast.isTrial = true
    broadcast.canary = 1
  }
}

extension Context {
  /// A finished broadcast with something to do again goes on; its gate was passed before.
  func reopen(_ broadcast: inout StoredBroadcast) throws {
    guard broadcast.state == .finished else { return }
    let counts = try transaction.deliveryCounts(of: broadcast.id)
    guard counts[.ready, default: 0] + counts[.staged, default: 0] > 0 else { return }
    broadcast.state = .releasing
    broadcast.finished = nil
  }
}

extension Transaction {
  /// Gives held deliveries the pages that were connected or mended since they were planned.
  ///
  /// With `onlyPageTroubles` those alone that waited for their page; what the network blocked or took
  /// for a duplicate waits for somebody to say `retry`. With a `cause` those alone that wait for it.
  func attachPages(
    to broadcast: StoredBroadcast, onlyPageTroubles: Bool, cause: String? = nil, at now: Timestamp
  ) throws {
    let troubles = ["noPage", "token", "connection", "permission", "unreadable"]
      .map { #"trouble LIKE '[["trouble.\#($0)"%'"# }
    // What the broadcast no longer goes to stays held, whatever its page does.
    let condition =
      onlyPageTroubles
      ? "AND (\(troubles.joined(separator: " OR ")))"
      : #"AND (trouble IS NULL OR trouble NOT LIKE '[["trouble.notPicked"%')"#
    // What visitors may have seen is sent again by nobody who means something else.
    let unclear = ["unclear", "vanished"].map {
      #" AND (trouble IS NULL OR trouble NOT LIKE '[["trouble.\#($0)"%')"#
    }.joined()
    try execute(
      """
      UPDATE delivery SET page_id = (SELECT p.id FROM page p
          WHERE p.store_code = delivery.store_code AND p.network = delivery.network
            AND p.state = 'connected'), state = CASE
          WHEN remote_id IS NULL THEN 'ready' ELSE 'staged' END,
        trouble = NULL, uploads = NULL, attempts = 0, not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'held' \(condition) \(Self.waiting(for: cause))
        AND NOT (published_at IS NOT NULL AND remote_id IS NULL)\(cause == nil ? unclear : "")
        AND EXISTS (SELECT 1 FROM page p
          WHERE p.store_code = delivery.store_code AND p.network = delivery.network
            AND p.state = 'connected')
      """, [SQLValue(broadcast.id), SQLValue(now)])
  }

  /// A store that has left the register since gets nothing more in its name.
  func holdRemovedStores(of broadcast: StoredBroadcast, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET state = 'held', trouble = ?3, updated_at = ?2
      WHERE broadcast_id = ?1 AND state IN ('ready', 'staged') AND worker_id IS NULL
        AND store_code IN (SELECT s.code FROM store s WHERE s.removed_at IS NOT NULL)
      """,
      [SQLValue(broadcast.id), SQLValue(now), .text(Trouble("storeRemoved").stored)])
  }

  /// Marks the first few deliveries of each release time as its canary.
  func markCanary(_ id: BroadcastID, count: Int) throws {
    guard count > 0 else { return }
    try execute(
      """
      UPDATE delivery SET is_canary = 1 WHERE broadcast_id = ?1 AND post_id IN (
        SELECT post_id FROM (SELECT post_id,
            ROW_NUMBER() OVER (PARTITION BY release_at ORDER BY position) AS place
          FROM delivery WHERE broadcast_id = ?1 AND state = 'ready') ranked
        WHERE place <= ?2)
      """, [SQLValue(id), SQLValue(count)])
  }
}
