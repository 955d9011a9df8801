import VitrineCore
import VitrineStorage

/// A broadcast that waits for somebody's yes.
package struct WaitingBroadcast: Sendable {
  /// The broadcast.
  package let broadcast: StoredBroadcast
  /// How many more people have to say yes.
  package let missing: Int
  /// How many pages changed with the register and ask again; 0 for a submission, where all ask.
  package let pagesAsking: Int
  /// Where the second approval of an urgent broadcast stands, if it owes one.
  package let second: SecondApproval?
}

extension Transaction {
  /// Submissions, approved broadcasts whose pages changed, and urgent ones whose second approval is
  /// owed; oldest first.
  func waitingForApproval(at now: Timestamp) throws -> [WaitingBroadcast] {
    try rows(
      """
      SELECT b.* FROM broadcast b
      WHERE b.state = 'submitted'
        OR (b.edition > 1 AND b.state NOT IN ('draft', 'rejected', 'cancelled', 'closed'))
        OR (b.is_urgent = 1 AND b.launched_at IS NOT NULL AND b.state <> 'cancelled'
          AND b.approvals_full > (SELECT COUNT(*) FROM approval a
            WHERE a.broadcast_id = b.id AND a.revision = b.revision))
      ORDER BY b.created_at, b.id
      """
    ).compactMap { row in
      let broadcast = try StoredBroadcast(row: row)
      let standing = try ApprovalStanding(of: broadcast, in: self)
      let second = SecondApproval(broadcast, standing.approvals, at: now)
      let count = standing.approvals.count
      if broadcast.state == .submitted {
        let missing = max(1, broadcast.approvalsNeeded - count)
        return WaitingBroadcast(
          broadcast: broadcast, missing: missing, pagesAsking: 0, second: nil)
      }
      let owed = second == nil ? 0 : max(0, broadcast.approvalsInFull - count)
      guard owed > 0 || standing.pagesAsking > 0 else { return nil }
      let upToDate = standing.approvals.count { $0.edition >= broadcast.edition }
      let asked =
        standing.pagesAsking > 0 ? max(1, broadcast.approvalsNeeded - upToDate) : 0
      return WaitingBroadcast(
        broadcast: broadcast, missing: max(owed, asked), pagesAsking: standing.pagesAsking,
        second: owed > 0 ? second : nil)
    }
  }
}

/// What waits for this person: to be approved, to be corrected, or to be launched.
package struct MyBroadcasts: Query {
  package static let action = Action.broadcastRead
  package static let isNational = true

  /// Makes the query.
  package init() {}

  /// Why a broadcast is in the list.
  package enum Need: String, Codable, Sendable {
    /// It waits for approvals, and the person may give one.
    case approve
    /// It was rejected, or never handed over, and the person wrote it.
    case correct
    /// It is approved, and the person may launch it.
    case launch
  }

  /// A broadcast and what it needs of the person.
  package struct Item: Sendable {
    /// The broadcast.
    package let broadcast: StoredBroadcast
    /// What it needs.
    package let need: Need
    /// How many pages changed with the register and ask again.
    package let pagesAsking: Int
    /// Where the second approval of an urgent broadcast stands, if it is owed.
    package let second: SecondApproval?
  }

  package func run(in context: ReadContext) throws -> [Item] {
    let transaction = context.transaction
    let user = context.session.user
    var items: [Item] = []
    for waiting in try transaction.waitingForApproval(at: context.now) {
      let facts = try transaction.facts(of: waiting.broadcast)
      // Whoever has approved all that stands there is not asked again.
      let isDone = try transaction.approvals(of: waiting.broadcast).contains {
        $0.user == user && $0.edition >= waiting.broadcast.edition
      }
      guard !isDone, context.may(.broadcastApprove, facts) else { continue }
      items.append(
        Item(
          broadcast: waiting.broadcast, need: .approve, pagesAsking: waiting.pagesAsking,
          second: waiting.second))
    }
    let others = try transaction.rows(
      "SELECT * FROM broadcast WHERE state IN ('draft', 'rejected', 'approved') ORDER BY created_at, id"
    ).map(StoredBroadcast.init(row:))
    for broadcast in others {
      let facts = try transaction.facts(of: broadcast)
      let need: Need
      if broadcast.state != .approved {
        guard facts.authors.contains(user), context.may(.broadcastSubmit, facts) else { continue }
        need = .correct
      } else {
        guard context.may(.broadcastLaunch, facts) else { continue }
        need = .launch
      }
      items.append(Item(broadcast: broadcast, need: need, pagesAsking: 0, second: nil))
    }
    return items
  }
}

extension ReadContext {
  /// Whether the person may take a step on a broadcast, by the same decision as the step itself.
  func may(_ action: Action, _ facts: BroadcastFacts) -> Bool {
    let decision = Decision(
      SubjectMatter(.national, broadcast: facts).request(
        by: session.subject, with: session.credential(at: now), for: action,
        stepUpMinutes: desk.rules.stepUpMinutes, at: now))
    // A sign-in can be renewed; what waits for the person waits all the same.
    return decision.rule == nil || decision.rule == .stepUp
  }
}
