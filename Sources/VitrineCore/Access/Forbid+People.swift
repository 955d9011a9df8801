extension Forbid {
  /// F6: a role gives what it may hand out, inside its own scope, and never to oneself.
  static let delegation = Forbid(
    .delegation,
    refuses: { request in
      request.action == .grantCreate && request.delegation?.receiver == request.subject.id
    },
    strikes: { grant, request in
      guard let delegation = request.delegation else { return false }
      return !grant.role.grantable.contains(delegation.role)
        || !grant.scope.contains(delegation.scope, place: delegation.place)
    })

  /// F7: roles that exclude each other are not given to one person; looked at from both sides.
  static let exclusion = Forbid(
    .exclusion,
    refuses: { request in
      guard request.action == .grantCreate, let delegation = request.delegation else {
        return false
      }
      return delegation.held.contains {
        $0.excluded.contains(delegation.role) || delegation.role.excluded.contains($0)
      }
    })

  /// F9: the few things that reach the whole country ask for a recent sign-in.
  static let stepUp = Forbid(
    .stepUp,
    refuses: { request in
      guard request.stepUpMinutes > 0, let age = request.credential.signInAge else { return false }
      return asksForSignIn(request) && age >= request.stepUpMinutes
    })

  /// Asked once, when an approved broadcast is launched: never for finishing what is under way.
  private static func asksForSignIn(_ request: AccessRequest) -> Bool {
    switch request.action {
    case .broadcastLaunch: request.broadcast.map { $0.state == .approved } ?? true
    case .grantCreate: request.delegation?.scope == .all
    case .systemConfig, .keyRotate, .userRevokeAll: true
    default: false
    }
  }

  /// F10: somebody stays administrator.
  static let lastAdministrator = Forbid(.lastAdministrator, refuses: \.leavesNoAdministrator)

  /// F13: break-glass works with a ticket, for an hour at most, and only stops: whoever has the crisis in
  /// hand lifts the freeze.
  static let ticket = Forbid(
    .ticket,
    strikes: { grant, request in
      guard grant.role == .breakglass else { return false }
      let isShort = grant.until.map { $0.milliseconds(since: grant.from) <= 3_600_000 } ?? false
      return !isShort || request.credential.ticket == nil || request.liftsFreeze
    })
}
