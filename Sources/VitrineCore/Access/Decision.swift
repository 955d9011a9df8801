/// Yes with the grant that allows it, or no with the rule that refuses it.
package enum Decision: Hashable, Sendable {
  /// Allowed, by these grants: one, unless several cover the targets together, and none for what
  /// everybody may do to their own.
  case allow([GrantID])
  /// Refused, by this rule.
  case deny(AccessRule)

  /// Decides a request: deny by default, permits add up, forbids win.
  ///
  /// The order of the subject's grants does not matter. `forbids` are those of the product unless a
  /// test adds some.
  package init(_ request: AccessRequest, forbids: [Forbid] = Forbid.standard) {
    if let rule = Self.threshold(request) {
      self = .deny(rule)
      return
    }
    var covering = Self.covering(request)
    guard covering.allSatisfy({ !$0.isEmpty }) else {
      self = .deny(.outsideScope)
      return
    }
    for forbid in forbids {
      covering = covering.map { grants in grants.filter { !forbid.strikes($0, request) } }
      if forbid.refuses(request) || covering.contains(where: \.isEmpty) {
        self = .deny(forbid.rule)
        return
      }
    }
    var used: [GrantID] = []
    for id in covering.compactMap({ $0.first?.id }) where !used.contains(id) { used.append(id) }
    self = .allow(used)
  }

  /// The rule that refuses, if it is refused.
  package var rule: AccessRule? {
    if case .deny(let rule) = self { rule } else { nil }
  }

  /// What refuses whatever the action is on; nil when that has to be looked at.
  ///
  /// The door asks this first, so that who may not do a thing at all learns nothing about any object.
  package static func threshold(_ request: AccessRequest) -> AccessRule? {
    if !request.unknownNames.isEmpty { return .unknownName }
    if !request.subject.isActive { return .inactive }
    let credential = request.credential
    if let scopes = credential.scopes, !scopes.contains(request.action) { return .tokenNarrows }
    if credential.isPersonal, request.action == .tokenCreateSelf { return .tokenNarrows }
    if request.isFree || !request.holding.isEmpty { return nil }
    // No grant can hold what nobody holds, so this is the only place where the rule has its turn.
    return Action.heldByNobody.contains(request.action) ? .heldByNobody : .noGrant
  }

  /// The grants that hold the action, once for each thing that must be covered.
  private static func covering(_ request: AccessRequest) -> [[Grant]] {
    if request.isFree { return [] }
    let holding = request.holding.sorted { $0.id < $1.id }
    guard let places = request.target.places else { return [holding.filter { $0.scope == .all }] }
    if places.isEmpty { return [holding] }
    return places.map { place in holding.filter { $0.scope.covers(place) } }
  }
}

extension AccessRequest {
  /// Whether it is the person's own matter, for which nobody needs a grant.
  fileprivate var isFree: Bool { target.isOwn && Action.freeOnOneself.contains(action) }

  /// The grants that hold the action at this instant, wherever.
  fileprivate var holding: [Grant] {
    subject.grants.filter { $0.holds(at: now) && $0.role.actions.contains(action) }
  }
}
