import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// What `access check` says is what the door does.
@Suite(.temporaryFolder)
struct ExplainTests {
  /// A step somebody takes, and the question that asks whether they may.
  private struct Attempt {
    var question: AccessQuestion
    let perform: (Door, Secret) async throws -> Void
  }

  private struct Actor {
    let id: UserID
    let session: Secret
    let signedIn: Timestamp
    /// A personal token and the actions it allows.
    let personal: (token: Secret, scopes: Set<Action>)
  }

  @Test func `explain says what the door does, in 1,000 random cases`() async throws {
    let desk = try await AccessDesk.make(stepUpMinutes: 15)
    var random = SeededGenerator(seed: 42)
    var cast: [Actor] = []
    for number in 0..<24 {
      cast.append(try await hire(number, desk, &random))
      desk.base.clock.advance(seconds: Int64.random(in: 0...200, using: &random))
    }
    var rules: [AccessRule?: Int] = [:]
    for number in 0..<1_000 {
      let actor = cast[Int.random(in: 0..<cast.count, using: &random)]
      let isPersonal = Bool.random(using: &random)
      let ticket = Bool.random(using: &random) ? Ticket("T-\(number)") : nil
      var attempt = try await attempt(actor.id, desk, cast, &random)
      let age = desk.now.milliseconds(since: actor.signedIn) / 60_000
      attempt.question.authAge = Int(age)
      attempt.question.ticket = ticket
      if isPersonal { attempt.question.tokenScopes = actor.personal.scopes.map(\.rawValue) }
      let answer = try await desk.base.door.ask(
        CheckAccess(attempt.question), as: desk.base.adminToken)
      let door = Door(desk.desk, ticket: ticket)
      let token = isPersonal ? actor.personal.token : actor.session
      let rule = await desk.refusal { try await attempt.perform(door, token) }
      #expect(answer.decision.rule == rule, "\(number): \(attempt.question)")
      rules[rule, default: 0] += 1
    }
    // Without yes and no of several kinds the comparison would be idle.
    #expect(rules.count >= 8, "\(rules)")
    #expect(rules[nil, default: 0] > 50, "\(rules)")
  }

  private func hire(
    _ number: Int, _ desk: AccessDesk, _ random: inout SeededGenerator
  ) async throws -> Actor {
    let grants = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      (Role.allCases[Int.random(in: 0..<9, using: &random)], Self.scope(&random))
    }
    let (id, session) = try await desk.person("Person \(number)", grants)
    let signedIn = desk.now
    let scopes = Set(Action.allCases.filter { _ in Bool.random(using: &random) })
    let secret = TokenText.make(.personal, random: desk.desk.random)
    let token = StoredToken(
      id: TokenID("tk_p\(number)"), user: id, kind: .personal,
      hash: TokenText.hash(of: secret) ?? [], ending: "abcd", created: signedIn,
      expires: signedIn.advanced(bySeconds: 86_400), signedIn: signedIn, scopes: scopes)
    let isSuspended = number % 12 == 0
    try await desk.desk.database.write { transaction in
      try transaction.insertToken(token)
      if isSuspended { try transaction.setAccountState(id, .suspended, at: signedIn) }
    }
    return Actor(
      id: id, session: session, signedIn: signedIn, personal: (secret, scopes))
  }

  private static func scope(_ random: inout SeededGenerator) -> Scope {
    let scopes: [Scope] = [
      .all, .all, .region("Bretagne"), .format("supermarket"), .store(StoreCode("FR-0001")),
      .store(StoreCode("FR-0009")),
    ]
    return scopes[Int.random(in: 0..<scopes.count, using: &random)]
  }

  private func attempt(
    _ person: UserID, _ desk: AccessDesk, _ cast: [Actor], _ random: inout SeededGenerator
  ) async throws -> Attempt {
    let state = BroadcastState.allCases[
      Int.random(in: 0..<BroadcastState.allCases.count, using: &random)]
    let broadcast = try desk.broadcast(state)
    func step<Step: BroadcastStep>(_ step: Step) -> Attempt {
      var question = AccessQuestion(user: person, action: Step.action.rawValue)
      question.object = broadcast.rawValue
      return Attempt(question: question) { _ = try await $0.perform(step, as: $1) }
    }
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return step(SubmitBroadcast(id: broadcast))
    case 1: return step(ApproveBroadcast(id: broadcast, digest: nil))
    case 2: return step(RejectBroadcast(id: broadcast, reason: "random"))
    case 3, 4: return step(LaunchBroadcast(id: broadcast, canary: nil, acceptHeld: false))
    case 5: return step(PauseBroadcast(id: broadcast, reason: "random"))
    case 6: return step(CancelBroadcast(id: broadcast))
    case 7:
      return Attempt(question: AccessQuestion(user: person, action: "user.invite")) {
        _ = try await $0.perform(CreateUser(name: "Invited", email: nil), as: $1)
      }
    case 8:
      return Attempt(question: AccessQuestion(user: person, action: "token.create_self")) {
        _ = try await $0.perform(CreateToken(days: 1), as: $1)
      }
    case 9:
      var question = AccessQuestion(user: person, action: "page.connect")
      question.stores = [StoreCode("FR-0001"), StoreCode("FR-0003")]
      let selector = try Selector.parse("store:FR-0001 | store:FR-0003")
      return Attempt(question: question) {
        _ = try await $0.perform(CheckPages(selector: selector), as: $1)
      }
    case 10:
      let grants = try await desk.base.door.ask(
        ListGrants(user: nil), as: desk.base.adminToken
      ).filter { $0.grant.user != desk.base.admin }
      let grant = grants[Int.random(in: 0..<grants.count, using: &random)].grant
      var question = AccessQuestion(user: person, action: "grant.revoke")
      question.object = grant.id.rawValue
      return Attempt(question: question) {
        _ = try await $0.perform(RevokeGrant(id: grant.id, reason: "test"), as: $1)
      }
    case 11:
      return Attempt(question: AccessQuestion(user: person, action: "audit.read")) {
        _ = try await $0.ask(ListRecords(filter: RecordFilter(), below: nil, limit: 1), as: $1)
      }
    default:
      let receiver = cast[Int.random(in: 0..<cast.count, using: &random)].id
      let role = Role.allCases[Int.random(in: 0..<9, using: &random)]
      let scope = Self.scope(&random)
      var question = AccessQuestion(user: person, action: "grant.create")
      question.object = receiver.rawValue
      question.role = role.rawValue
      question.scope = scope.description
      let until = desk.now.advanced(bySeconds: 1_800)
      return Attempt(question: question) {
        _ = try await $0.perform(
          CreateGrant(user: receiver, role: role, scope: scope, until: until, reason: "random"),
          as: $1)
      }
    }
  }
}
