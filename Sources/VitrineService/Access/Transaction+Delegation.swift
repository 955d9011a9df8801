import VitrineCore
import VitrineStorage

extension Transaction {
  /// What a decision must know about a grant that somebody wants to give or take back.
  package func delegation(
    to receiver: UserID, _ role: Role, _ scope: Scope, at now: Timestamp
  ) throws -> Delegation {
    let held = try grants(of: receiver).filter { $0.holds(atOrAfter: now) }.map(\.role)
    return Delegation(
      receiver: receiver, role: role, scope: scope, place: try place(of: scope, at: now),
      held: Set(held))
  }

  /// Whether nobody would be left as administrator without these people, or without that grant.
  ///
  /// An administrator is an active person whose national grant holds at this instant.
  package func leavesNoAdministrator(
    without people: Set<UserID> = [], revoking grant: GrantID? = nil, at now: Timestamp
  ) throws -> Bool {
    let administrators = try grants().filter {
      $0.role == .nationalAdmin && $0.scope == .all && $0.holds(at: now)
    }
    let present = try administrators.filter { try account($0.user)?.state == .active }
    let left = present.filter { !people.contains($0.user) && $0.id != grant }
    return left.isEmpty && !present.isEmpty
  }
}
