import VitrineCore
import VitrineStorage

/// Tries held and failed pages again, after somebody has mended them: all of them, or those that wait for one cause.
package struct RetryBroadcast: BroadcastStep {
  package static let action = Action.broadcastRetry
  package let id: BroadcastID
  /// The code of a trouble without `trouble.`, such as `token`; nil for every cause.
  package let cause: String?

  /// Makes the use case.
  package init(id: BroadcastID, cause: String? = nil) {
    self.id = id
    self.cause = cause
  }

  package func run(_ prepared: Void, in context: Context) throws -> BroadcastStepOutput {
    let transaction = context.transaction
    var named: [String: JSON] = [:]
    if let cause { named["cause"] = .string(cause) }
    return try context.step(id, Self.action, detail: named) { broadcast, detail in
      guard broadcast.state.isUnderWay, broadcast.state != .paused else {
        throw Fault(
          .conflict, Message("broadcast.notRunning", id, broadcast.state.rawValue),
          subject: id.rawValue)
      }
      if let cause { try check(cause, transaction) }
      if cause == nil || cause == NetworkFailure.Kind.missing.rawValue {
        let quarantine = context.desk.rules.quarantineMilliseconds
        try transaction.forgetLostDrafts(
          of: id, doubtUntil: context.now.advanced(byMilliseconds: quarantine), at: context.now)
      }
      try transaction.forgetHangs(of: id)
      detail["pages"] = try transaction.moving(id) {
        try transaction.attachPages(
          to: broadcast, onlyPageTroubles: false, cause: cause, at: context.now)
        try transaction.holdRemovedStores(of: broadcast, at: context.now)
        try transaction.retryFailed(of: id, cause: cause, at: context.now)
        try transaction.applyApprovals(
          to: broadcast, try ApprovalStanding(of: broadcast, in: transaction),
          at: context.now)
      }
      if broadcast.state == .awaitingExceptions { broadcast.state = .staging }
      try context.reopen(&broadcast)
    }
  }

  /// Refuses a cause for which no page waits: a typing error must not look like a retry that found nothing to do.
  private func check(_ cause: String, _ transaction: any Transaction) throws {
    let causes = try transaction.retryCauses(of: id)
    guard !causes.contains(cause) else { return }
    let asked = TerminalText.excerpt(cause)
    guard !causes.isEmpty else {
      throw Fault(.usage, Message("retry.nothing", asked, id), subject: "--cause")
    }
    let list = causes.joined(separator: ", ")
    throw Fault(
      .usage, Message("retry.otherCause", asked, id, list),
      hint: EditDistance.suggestion(for: cause, among: causes).map {
        Message("did.you.mean", $0)
      }, subject: "--cause")
  }
}

extension Transaction {
  /// The codes, without `trouble.`, for which pages wait that a retry would try again.
  func retryCauses(of id: BroadcastID) throws -> [String] {
    let prefix = "trouble."
    var causes: Set<String> = []
    for row in try rows(
      """
      SELECT DISTINCT trouble FROM delivery
      WHERE broadcast_id = ?1 AND trouble IS NOT NULL
        AND (state = 'held' OR (state = 'failed' AND remote_id IS NULL))
      """, [SQLValue(id)])
    {
      let code = try Trouble(stored: try row.text("trouble")).reason.code
      guard code.utf8.starts(with: prefix.utf8), code != "trouble.notPicked" else { continue }
      causes.insert(String(decoding: code.utf8.dropFirst(prefix.utf8.count), as: UTF8.self))
    }
    return causes.sorted()
  }

  /// Lets what failed for want of a call that the network understood be staged again.
  func retryFailed(of id: BroadcastID, cause: String?, at now: Timestamp) throws {
    try execute(
      """
      UPDATE delivery SET state = 'ready', trouble = NULL, uploads = NULL, attempts = 0,
        not_before = 0, updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'failed' AND remote_id IS NULL \(Self.waiting(for: cause))
      """, [SQLValue(id), SQLValue(now)])
  }

  /// That a delivery waits for a cause, as a condition that goes on with others; nothing for every cause.
  ///
  /// Only codes are taken, of letters: what else it is given, no delivery waits for.
  static func waiting(for cause: String?) -> String {
    guard let cause else { return "" }
    let isCode = cause.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    return isCode ? #"AND trouble LIKE '[["trouble.\#(cause)"%'"# : "AND 1 = 0"
  }
}
