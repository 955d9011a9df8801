import VitrineCore
import VitrinePublishing
import VitrineStorage

/// Posts of stores, all of them in one go: a number of questions that does not grow with the posts.
extension ExchangeStep {
  /// Writes results, moves on what is due, and claims what the broadcasts have left room for.
  func routine(
    _ reports: [SettledReport], _ room: Int, _ result: inout Result, _ transaction: any Transaction
  ) throws -> [AuditRecord] {
    var records = try settle(reports, of: nil, transaction)
    guard hasRoutine else { return records }
    if signOn != nil {
      try transaction.expireLeases(at: now)
      result.isReviewDue = try takeMendedPosts(transaction) > 0
    }
    var work = try routineWork(transaction)
    let moved = try advanceRoutine(work, transaction)
    records += moved.filter(\.state.isRecorded).map { record(of: $0, nil, nil) }
    if !moved.isEmpty { work = try routineWork(transaction) }
    let claimed = try claimRoutine(
      work, room, uploads: uploadRoom - result.uploads, released: result.releases, transaction)
    result.claimed += claimed
    try note(work, isIdle: claimed.isEmpty, &result, transaction)
    return records
  }

  /// Only says how far they are.
  func lookAtRoutine(_ result: inout Result, _ transaction: any Transaction) throws {
    guard hasRoutine else { return }
    try note(try routineWork(transaction), isIdle: true, &result, transaction)
  }

  /// Whether this worker looks after posts of stores.
  private var hasRoutine: Bool { focus.broadcast == nil }

  private func note(
    _ work: RoutineWork, isIdle: Bool, _ result: inout Result, _ transaction: any Transaction
  ) throws {
    guard !work.isEmpty || focus != .everything else { return }
    result.progress.append(
      DeliveryProgress(broadcast: nil, state: .releasing, counts: work.counts))
    if try !isIdle || hasOpenPosts(transaction) { result.isDone = false }
  }

  /// Claims posts that are to come down, whatever they belong to: a person waits for that.
  func claimRemovals(_ room: Int, _ transaction: any Transaction) throws -> [Claimed] {
    guard room > 0, hasRoutine else { return [] }
    let removed = try claim(.remove, limit: room, transaction)
    guard desk.hasTimers else { return removed }
    return try removed + claim(.takeBackWished, limit: room - removed.count, transaction)
  }

  private func claimRoutine(
    _ work: RoutineWork, _ room: Int, uploads: Int, released: Int,
    _ transaction: any Transaction
  ) throws -> [Claimed] {
    if !limits.isRoutineLate { try spendPace(released, transaction) }
    var claimed: [Claimed] = []
    var turn = Turn(uploads: uploads)
    let lanes: [Lane] = [
      .reconcile, .amend, .release, .confirm, .replace, .recover, .stage, .discard,
    ]
    for lane in lanes + (signOn == nil ? [] : [.sweep]) where work.has(lane) {
      var limit = room - claimed.count
      if lane.isRelease {
        let pace = try transaction.routinePace()
        limit = min(limit, allowance(since: pace, every: routineInterval))
      }
      guard limit > 0 else { continue }
      let found = try claim(lane, limit: limit, &turn, transaction)
      if lane.isRelease { try spendPace(found.count(where: \.isRelease), transaction) }
      claimed += found
    }
    return claimed
  }

  private func claim(_ lane: Lane, limit: Int, _ transaction: any Transaction) throws -> [Claimed] {
    var turn = Turn(uploads: 0)
    return try claim(lane, limit: limit, &turn, transaction)
  }

  private func claim(
    _ lane: Lane, limit: Int, _ turn: inout Turn, _ transaction: any Transaction
  ) throws -> [Claimed] {
    var claimed: [Claimed] = []
    let due = lane == .stage || lane == .release ? horizon(lane) : .latest
    let rows = try transaction.rows(
      lane.routineSQL(posts: scope(of: "d", from: 4)),
      [SQLValue(due), SQLValue(now), SQLValue(limit)] + scopeArguments)
    var pages: Set<String?> = []
    for row in rows {
      // One call at a time a page, in one go as well.
      guard pages.insert(try row.optionalText("page_id")).inserted else { continue }
      if let next = try take(row, &turn, transaction) { claimed.append(next) }
    }
    return claimed
  }

  /// Posts of stores keep to what broadcasts leave of the desk's pace, whose releases count as theirs.
  private func spendPace(_ releases: Int, _ transaction: any Transaction) throws {
    guard releases > 0, let interval = routineInterval else { return }
    let from = max(try transaction.routinePace(), now.advanced(byMilliseconds: -Self.burst))
    try transaction.setRoutinePace(from.advanced(byMilliseconds: interval * Int64(releases)))
  }
}
