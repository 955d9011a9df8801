import VitrineCore
import VitrineTestSupport

/// A request out of a small world drawn from a seed, in which everything can meet everything.
struct RandomWorld {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  static let now = DecisionCase.now
  static let places = DecisionCase.places.values.sorted { $0.code < $1.code }
  private static let people = ["u_me", "u_1", "u_2", "u_3"].map(UserID.init(_:))

  mutating func flip(_ chance: Double = 0.5) -> Bool {
    Double.random(in: 0..<1, using: &generator) < chance
  }

  mutating func pick<T>(_ all: [T]) -> T {
    all[Int.random(in: 0..<all.count, using: &generator)]
  }

  private mutating func some<T: Hashable>(_ all: [T]) -> Set<T> {
    var picked: Set<T> = []
    for one in all where flip(0.4) { picked.insert(one) }
    return picked
  }

  mutating func scope() -> Scope {
    let place = pick(Self.places)
    return pick([.all, .region(place.region), .format(place.format), .store(place.code)])
  }

  mutating func grant(_ number: Int) -> Grant {
    let role = pick(Role.allCases)
    let from = Self.now.advanced(bySeconds: pick([-1800, -1800, -1800, 1]))
    let until = flip(0.3) || role == .breakglass ? from.advanced(bySeconds: pick([60, 3600])) : nil
    return Grant(
      id: GrantID("g_\(number)"), user: DecisionCase.me, role: role, scope: scope(), from: from,
      until: until, grantedBy: UserID("u_1"))
  }

  mutating func request() -> AccessRequest {
    let grants = (0..<Int.random(in: 0...4, using: &generator)).map { grant($0) }
    // Actions that somebody holds make worlds in which something is allowed.
    let held = grants.flatMap { $0.role.actions }.sorted { $0.rawValue < $1.rawValue }
    let action = held.isEmpty || flip(0.2) ? pick(Action.allCases) : pick(held)
    var request = AccessRequest(
      subject: Subject(id: DecisionCase.me, isActive: flip(0.95), grants: grants), action: action,
      target: target(), now: Self.now)
    if flip(0.3) { request.broadcast = broadcast() }
    if flip(0.3) { request.post = post() }
    if flip(0.3) { request.delegation = delegation() }
    request.leavesNoAdministrator = flip(0.05)
    request.credential = AccessCredential(
      scopes: flip(0.1) ? some(Action.allCases) : nil, isPersonal: flip(0.2),
      signInAge: flip() ? pick([0, 14, 15, 900]) : nil, ticket: flip() ? Ticket("T-1") : nil)
    request.stepUpMinutes = pick([0, 15])
    if flip(0.02) { request.unknownNames = ["u_9"] }
    request.liftsFreeze = flip(0.1)
    return request
  }

  private mutating func target() -> AccessTarget {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: .national
    case 1: .anywhere
    case 2: .own
    default: AccessTarget(places: (0..<pick([1, 1, 1, 2])).map { _ in pick(Self.places) })
    }
  }

  private mutating func broadcast() -> BroadcastFacts {
    BroadcastFacts(
      state: pick(BroadcastState.allCases), authors: [pick(Self.people)],
      approvers: some(Self.people), approvalsNeeded: pick([0, 1, 2]), isUrgent: flip(0.2),
      hasOpenDelta: flip(0.2), owesApproval: flip(0.2), launcher: flip() ? pick(Self.people) : nil)
  }

  private mutating func post() -> PostFacts {
    PostFacts(
      author: pick(Self.people), editors: some(Self.people), approvers: some(Self.people),
      state: pick(PostState.allCases), stores: [pick(Self.places).code], isMandatory: flip(0.3),
      approvalsNeeded: pick([0, 1]))
  }

  private mutating func delegation() -> Delegation {
    let scope = scope()
    var place: AccessTarget.Place?
    if case .store(let code) = scope { place = DecisionCase.places[code] }
    return Delegation(
      receiver: pick(Self.people), role: pick(Role.allCases), scope: scope, place: place,
      held: flip(0.7) ? [] : some(Role.allCases))
  }

  /// The same scope or a smaller one inside it.
  mutating func narrowed(_ scope: Scope) -> Scope {
    switch scope {
    case .all: return self.scope()
    case .region, .format:
      return pick(Self.places.filter { scope.covers($0) }.map { Scope.store($0.code) })
    case .store: return scope
    }
  }

  /// A forbid that nobody has thought of.
  mutating func forbid() -> Forbid {
    let actions = some(Action.allCases)
    let scope = scope()
    let roles = some(Role.allCases)
    let strikesGrants = flip()
    return Forbid(
      pick(AccessRule.allCases),
      refuses: { request in
        !strikesGrants && actions.contains(request.action)
          && (request.target.places ?? []).contains(where: scope.covers)
      },
      strikes: { grant, request in
        strikesGrants && actions.contains(request.action) && roles.contains(grant.role)
      })
  }
}
