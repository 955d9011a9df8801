import VitrineCore
import VitrineStorage

/// Where the approvals of a broadcast stand: who said yes, to how much of it, and what is missing.
package struct ApprovalStanding: Sendable {
  /// Every yes to the present revision.
  package let approvals: [GivenApproval]
  /// Everybody who wrote a revision; none of them may approve.
  package let editors: Set<UserID>
  /// The latest edition that enough people have approved; 0 for none.
  ///
  /// Pages that changed in a later one ask again.
  package let through: Int
  /// How many pages changed, or came, in a later edition than that.
  package let pagesAsking: Int
  /// How many posts enough people have approved, and how many there are.
  package let pages: (approved: Int, all: Int)

  /// Reads it.
  package init(of broadcast: StoredBroadcast, in transaction: any Transaction) throws {
    approvals = try transaction.approvals(of: broadcast)
    editors = try transaction.editors(of: broadcast.id).union([broadcast.author])
    through = Self.through(approvals.map(\.edition), broadcast)
    // One edition, as nearly always: nothing needs to be counted.
    if broadcast.edition == 1 || through >= broadcast.edition {
      pagesAsking = 0
      pages = (approved: through > 0 ? 1 : 0, all: 1)
    } else {
      let row = try transaction.row(
        """
        SELECT COUNT(*) AS pages,
          COALESCE(SUM(CASE WHEN edition > ?2 THEN 1 ELSE 0 END), 0) AS asking
        FROM delivery WHERE broadcast_id = ?1
        """, [SQLValue(broadcast.id), SQLValue(through)])
      pagesAsking = try row?.int("asking") ?? 0
      pages = (
        approved: try (row?.int("pages") ?? 0) - pagesAsking, all: try row?.int("pages") ?? 0
      )
    }
  }

  /// The latest edition with enough people behind it, each of whom read that one or a later one.
  static func through(_ editions: [Int], _ broadcast: StoredBroadcast) -> Int {
    let needed = broadcast.approvalsNeeded
    if needed == 0 { return broadcast.edition }
    let latest = editions.sorted(by: >)
    return latest.count < needed ? 0 : latest[needed - 1]
  }

  /// Whether enough people have approved something that can be sent.
  var isEnough: Bool { pages.approved > 0 }
}

/// The second approval of an urgent broadcast, which may come after the launch.
package enum SecondApproval: String, Codable, Sendable {
  /// Not yet given, and still in time.
  case open
  /// Given in time.
  case given
  /// Given after its time, or not given and its time is over.
  case late

  /// How long it may take, in seconds.
  static let term: Int64 = 86_400

  /// Where it stands; nil for a broadcast that owes none: of the normal lane, or not launched.
  package init?(_ broadcast: StoredBroadcast, _ approvals: [GivenApproval], at now: Timestamp) {
    guard broadcast.isUrgent, broadcast.approvalsInFull > broadcast.approvalsNeeded,
      let launched = broadcast.launched
    else { return nil }
    let due = launched.advanced(bySeconds: Self.term)
    let times = approvals.map(\.approved).sorted()
    if times.count >= broadcast.approvalsInFull {
      self = times[broadcast.approvalsInFull - 1] <= due ? .given : .late
    } else {
      self = now <= due ? .open : .late
    }
  }
}

extension Transaction {
  /// The broadcast as access sees it.
  package func facts(of broadcast: StoredBroadcast) throws -> BroadcastFacts {
    let standing = try ApprovalStanding(of: broadcast, in: self)
    let owes =
      broadcast.isUrgent && broadcast.launched != nil && broadcast.state != .cancelled
      && standing.approvals.count < broadcast.approvalsInFull
    let asks = standing.pagesAsking > 0 && broadcast.state.isOpenToPages
    var facts = BroadcastFacts(
      state: broadcast.state, authors: standing.editors,
      approvers: Set(standing.approvals.map(\.user)),
      approvalsNeeded: broadcast.approvalsNeeded, isUrgent: broadcast.isUrgent,
      hasOpenDelta: asks, owesApproval: owes, launcher: broadcast.launchedBy)
    facts.isAmendment = broadcast.isAmendment
    return facts
  }
}

extension BroadcastState {
  /// Whether a page that was not approved in time can still be sent after an approval.
  var isOpenToPages: Bool {
    switch self {
    case .approved, .scheduled, .staging, .awaitingExceptions, .releasing, .paused, .finished: true
    case .draft, .submitted, .rejected, .cancelled, .closed: false
    }
  }
}
