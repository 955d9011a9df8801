import VitrineCore
import VitrineStorage

/// Renders what waits for its launch or its hour again when the register or the limits have changed.
///
/// Pages that say something else than before, and stores that came, ask the approvers again; every
/// other page keeps its approvals. Done by the system: right after an import, before a submission
/// and a launch, and by the worker before an armed broadcast is staged.
package struct RefreshBroadcasts: Sendable {
  /// Only this one, whatever state it is in before its launch.
  package let only: BroadcastID?

  /// Makes the step.
  package init(only: BroadcastID? = nil) { self.only = only }

  /// What a changed register did to a broadcast.
  package struct Change: Hashable, Sendable {
    /// Which.
    package let id: BroadcastID
    /// How many pages say something else now.
    package let changed: Int
    /// How many pages came.
    package let added: Int
    /// How many stores it no longer goes to.
    package let left: Int

    /// Makes a change.
    package init(id: BroadcastID, changed: Int, added: Int, left: Int) {
      self.id = id
      self.changed = changed
      self.added = added
      self.left = left
    }
  }

  /// A broadcast and its new posts; the fault instead where it cannot be rendered any more.
  struct Item: Sendable {
    let id: BroadcastID
    let revision: Int
    let result: Result<BroadcastRendering, Fault>
  }

  /// Does it, one transaction a broadcast, and says what changed.
  package func run(_ desk: Desk) async throws -> [Change] {
    var changes: [Change] = []
    for item in try await prepare(desk) {
      let change = try await desk.database.write { transaction in
        _ = try transaction.auditHead(lock: true)
        return try apply(item, transaction, desk)
      }
      if let change { changes.append(change) }
    }
    return changes
  }

  /// Reads what does not rest on the present register, and renders it outside of the transaction.
  private func prepare(_ desk: Desk) async throws -> [Item] {
    let (broadcasts, register) = try await desk.database.read {
      transaction -> ([StoredBroadcast], Register?) in
      let basis = desk.rules.basis(register: try transaction.registerVersion())
      let ids = try only.map { [$0] } ?? transaction.broadcasts(notRestingOn: basis)
      let stale = try ids.compactMap { try transaction.broadcast($0) }
        .filter { $0.basis != basis && $0.state.isBeforeStaging && !$0.isAmendment }
      return (stale, stale.isEmpty ? nil : try Register(in: transaction))
    }
    guard let register else { return [] }
    let book = try await desk.content.ruleBook()
    return try broadcasts.map { broadcast in
      let source = try broadcast.message()
      let recipe = try BroadcastRecipe(stored: broadcast.recipe)
      let result: Result<BroadcastRendering, Fault>
      do {
        result = .success(
          try BroadcastRendering(
            source, recipe, register, desk.rules, book, pinnable: desk.pinnable))
      } catch let fault as Fault {
        // Nobody is left to get it, or its text breaks a rule everywhere now.
        result = .failure(fault)
      }
      return Item(id: broadcast.id, revision: broadcast.revision, result: result)
    }
  }

  private func apply(
    _ item: Item, _ transaction: any Transaction, _ desk: Desk
  ) throws -> Change? {
    let version = try transaction.registerVersion(lock: true)
    let basis = desk.rules.basis(register: version)
    var broadcast = try transaction.existingBroadcast(item.id, lock: true)
    // Somebody was faster, or it is under way: then it stays as it is.
    guard broadcast.revision == item.revision, broadcast.state.isBeforeStaging,
      !broadcast.isAmendment,
      broadcast.basis != basis
    else { return nil }
    if case .success(let rendering) = item.result, rendering.basis != basis { return nil }
    let now = desk.time.now()
    let before = (state: broadcast.state, digest: broadcast.digest)
    let pages = try transaction.deliveries(of: broadcast.id)
    var edition = BroadcastEdition(broadcast: broadcast, pages: pages)
    switch item.result {
    case .success(let rendering): edition.take(rendering, desk.random)
    case .failure(let fault): edition.refuse(Trouble.content(fault.message))
    }
    broadcast = edition.broadcast
    if case .success(let rendering) = item.result,
      try transaction.approvals(of: broadcast).isEmpty
    {
      // Nobody has said anything yet, so nothing has to be told apart.
      broadcast.edition = 1
      try transaction.deleteDeliveries(of: broadcast.id)
      try transaction.insertDeliveries(
        rendering.deliveries(of: broadcast.id, desk.random), at: now)
    } else {
      for page in edition.rewritten { try transaction.rewriteDelivery(page, at: now) }
      try transaction.insertDeliveries(edition.new, at: now)
    }
    broadcast.basis = basis
    try transaction.rewriteBroadcast(broadcast)
    let standing = try ApprovalStanding(of: broadcast, in: transaction)
    try transaction.applyApprovals(to: broadcast, standing, at: now)
    if !standing.isEnough, [.approved, .scheduled].contains(broadcast.state) {
      // Nothing of what was approved is left: it needs its approvals, and its launch, from the start.
      broadcast.state = .submitted
      broadcast.launched = nil
      broadcast.launchedBy = nil
      broadcast.canary = 0
    }
    try transaction.updateBroadcast(broadcast)
    guard edition.isDifferent else { return nil }
    let change = Change(
      id: broadcast.id, changed: edition.changed, added: edition.new.count, left: edition.left)
    try transaction.append(
      [
        AuditRecord(
          id: desk.random.recordID(), time: now, action: Action.broadcastEdit.rawValue,
          actor: AuditRecord.Actor(id: UserID("register"), type: .system, auth: "register"),
          object: broadcast.object, broadcastID: broadcast.id, reasonCode: "register.changed",
          approvals: standing.approvals.map { "\($0.user)@sha256:\($0.digest)" },
          previousState: before.state.rawValue, state: broadcast.state.rawValue,
          detail: [
            "edition": .integer(Int64(broadcast.edition)),
            "changed": .integer(Int64(change.changed)),
            "added": .integer(Int64(change.added)), "left": .integer(Int64(change.left)),
            "previousDigest": .string(before.digest),
          ])
      ], tellingAt: now)
    return change
  }
}

extension BroadcastState {
  /// Whether nothing of it has been sent to a network yet, and it has not ended.
  var isBeforeStaging: Bool {
    switch self {
    case .draft, .submitted, .approved, .rejected, .scheduled: true
    case .staging, .awaitingExceptions, .releasing, .paused, .finished, .cancelled, .closed: false
    }
  }
}
