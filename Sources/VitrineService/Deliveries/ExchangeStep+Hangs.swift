import VitrineCore
import VitrineStorage

extension ExchangeStep {
  /// Whether pages have no draft yet that the rehearsal waits for.
  ///
  /// A few pages that hang do not keep the others back: once those are staged, they are tried alone
  /// while the others go. Where more than a tenth hangs, something is wrong that somebody should see
  /// before the first word is public, so that they are waited for.
  func isWaitedFor(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> Bool {
    guard try transaction.hasDelivery(of: broadcast.id, in: [.ready, .staging]) else {
      return false
    }
    guard try hasFewHanging(broadcast, transaction) else { return true }
    return try transaction.row(
      """
      SELECT 1 AS found FROM delivery
      WHERE broadcast_id = ?1 AND state IN ('ready', 'staging') AND hung_at IS NULL LIMIT 1
      """, [SQLValue(broadcast.id)]) != nil
  }

  /// Whether pages of a rehearsal hang, and so few that they can wait until the others go.
  private func hasFewHanging(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> Bool {
    let hanging = try transaction.hangingDeliveries(of: broadcast.id)
    guard hanging > 0 else { return false }
    let all = try transaction.row(
      "SELECT COUNT(*) AS count FROM delivery WHERE broadcast_id = ?1", [SQLValue(broadcast.id)])
    return try hanging <= (all?.int("count") ?? 0) / 10
  }

  /// Whether pages that hang are left alone for now: in a rehearsal for which no hour is set.
  func leavesHanging(
    _ broadcast: StoredBroadcast, _ transaction: any Transaction
  ) throws -> Bool {
    switch broadcast.state {
    case .staging, .awaitingExceptions:
      try broadcast.releaseAt == nil && !broadcast.isTrial
        && hasFewHanging(broadcast, transaction)
    default: false
    }
  }
}

extension Transaction {
  /// Lets pages that hung be tried once more with the others: a person has asked for it.
  func forgetHangs(of id: BroadcastID) throws {
    try execute(
      "UPDATE delivery SET hung_at = NULL WHERE broadcast_id = ?1 AND hung_at IS NOT NULL",
      [SQLValue(id)])
  }

  /// How many pages have no draft yet since they hang.
  func hangingDeliveries(of id: BroadcastID) throws -> Int {
    // Counted in an index of those that hang alone: mostly there are none.
    let row = try row(
      """
      SELECT COUNT(*) AS count FROM delivery
      WHERE broadcast_id = ?1 AND hung_at IS NOT NULL AND state || '' IN ('ready', 'staging')
      """, [SQLValue(id)])
    return try row?.int("count") ?? 0
  }
}
