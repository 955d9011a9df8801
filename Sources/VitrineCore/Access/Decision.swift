/// Yes with the grant that allows it, or no with the rule that refuses it.
package enum Decision: Hashable, Sendable {
  /// Allowed, by these grants (one, unless several cover the targets together).
  case allow([GrantID])
  /// Refused, by this rule.
  case deny(AccessRule)

  /// Decides a request: deny by default, permits add up, forbids win.
  package init(_ request: AccessRequest) {
    switch Self.permits(for: request) {
    case .failure(let denial): self = .deny(denial.rule)
    case .success(let grants):
      if let rule = Self.forbid(request, grants) {
        self = .deny(rule)
      } else {
        self = .allow(grants.map(\.id))
      }
    }
  }

  /// The rule that refuses, if it is refused.
  package var rule: AccessRule? {
    if case .deny(let rule) = self { rule } else { nil }
  }

  private struct Denial: Error { let rule: AccessRule }

  /// The grants that hold the action and together cover every target.
  private static func permits(for request: AccessRequest) -> Result<[Grant], Denial> {
    guard request.subject.isActive else { return .failure(Denial(rule: .inactive)) }
    let holding = request.subject.grants.filter {
      $0.holds(at: request.now) && $0.role.actions.contains(request.action)
    }
    guard !holding.isEmpty else {
      let nobody = Action.heldByNobody.contains(request.action)
      return .failure(Denial(rule: nobody ? .heldByNobody : .noGrant))
    }
    guard let places = request.target.places else {
      let national = holding.filter { $0.scope == .all }
      return national.isEmpty ? .failure(Denial(rule: .outsideScope)) : .success(national)
    }
    if places.isEmpty { return .success(holding) }
    var used: [Grant] = []
    for place in places {
      guard let grant = holding.first(where: { $0.scope.covers(place) }) else {
        return .failure(Denial(rule: .outsideScope))
      }
      if !used.contains(grant) { used.append(grant) }
    }
    return .success(used)
  }

  private static func forbid(_ request: AccessRequest, _ grants: [Grant]) -> AccessRule? {
    if let facts = request.broadcast,
      let rule = forbid(request.action, facts, request.subject.id)
    {
      return rule
    }
    if let delegation = request.delegation { return forbid(delegation, request, grants) }
    return nil
  }

  private static func forbid(
    _ action: Action, _ facts: BroadcastFacts, _ subject: UserID
  ) -> AccessRule? {
    switch action {
    case .broadcastApprove, .broadcastReject:
      if facts.authors.contains(subject) { return .fourEyes }
      if facts.state != .submitted { return .state }
    case .broadcastSubmit:
      if facts.state != .draft && facts.state != .rejected { return .state }
    case .broadcastLaunch:
      // Finishing what is under way decides nothing; letting held pages go without does.
      if facts.state.isUnderWay && facts.state != .awaitingExceptions { return nil }
      if facts.state != .approved && facts.state != .awaitingExceptions { return .state }
      if facts.approvers.count < facts.approvalsNeeded { return .state }
      if facts.approvers.contains(subject) { return .fourEyes }
      if facts.authors.contains(subject) && !facts.isUrgent { return .fourEyes }
    default: break
    }
    return nil
  }

  private static func forbid(
    _ delegation: Delegation, _ request: AccessRequest, _ grants: [Grant]
  ) -> AccessRule? {
    if delegation.receiver == request.subject.id { return .delegation }
    let gives = grants.contains {
      $0.role.grantable.contains(delegation.role)
        && $0.scope.contains(delegation.scope, place: delegation.place)
    }
    if !gives { return .delegation }
    if !delegation.held.isDisjoint(with: delegation.role.excluded) { return .exclusion }
    return nil
  }
}
