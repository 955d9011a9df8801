import VitrineCore
import VitrineStorage

/// Who could approve and launch a broadcast now, who could not although they hold the role, and
/// whether there are enough different people for it.
package struct BroadcastPeople: Sendable {
  /// Who may approve it.
  package let approvers: [Account]
  /// Who may launch it.
  package let launchers: [Account]
  /// Who hold one of the roles and wrote it themselves, so that they may not.
  package let barred: [Account]
  /// How many approvals it needs.
  package let approvalsNeeded: Int
  /// Whether it could be launched: enough approvers, and somebody left who launches.
  package let isEnough: Bool

  /// Reads who holds what.
  ///
  /// `author` is who writes it; in the urgent lane that person may launch.
  package init(
    in transaction: any Transaction, _ rules: DeskRules, author: UserID?, isUrgent: Bool,
    at now: Timestamp
  ) throws {
    let mayApprove = try transaction.holders(of: .broadcastApprove, at: now)
    let mayLaunch = try transaction.holders(of: .broadcastLaunch, at: now)
    approvers = mayApprove.filter { $0.id != author }
    launchers = mayLaunch.filter { isUrgent || $0.id != author }
    let able = Set((approvers + launchers).map(\.id))
    var seen: Set<UserID> = []
    barred = (mayApprove + mayLaunch).filter {
      $0.id == author && !(able.contains($0.id) && isUrgent) && seen.insert($0.id).inserted
    }
    approvalsNeeded = rules.approvalsNeeded(isUrgent: isUrgent)
    let spare = approvers.count - approvalsNeeded
    let approving = Set(approvers.map(\.id))
    let onlyLaunch = launchers.contains { !approving.contains($0.id) }
    // A launcher who is not needed as an approver can launch, whatever else they hold.
    isEnough = spare >= 0 && !launchers.isEmpty && (onlyLaunch || spare > 0)
  }
}

extension Transaction {
  /// The active people who may do this nationally.
  package func holders(of action: Action, at now: Timestamp) throws -> [Account] {
    let grants = Dictionary(grouping: try grants(), by: \.user)
    return try accounts().filter { account in
      account.state == .active
        && (grants[account.id] ?? []).contains {
          $0.holds(at: now) && $0.scope == .all && $0.role.actions.contains(action)
        }
    }
  }
}
