import Testing
import VitrineCore
import VitrinePublishing

/// Every kind of failure in every situation: where the delivery stands afterwards.
struct FailureTableTests {
  // Columns: stage, look, sweep, orphan, release, reread, confirm, discard, upload, remove.
  static let refused = Cell.table(
    """
    temporary  ready     staging   staged    staged    staged    releasing published discarding ready    removing
    token      held      held      held      held      held      releasing confirmed discarding held     removing
    connection held      held      held      held      held      releasing confirmed discarding held     removing
    permission held      held      held      held      held      releasing confirmed discarding held     removing
    throttled  ready     staging   staged    staged    staged    releasing published discarding ready    removing
    blocked    held      held      held      held      held      releasing published discarding held     removing
    person     held      held      held      held      held      releasing confirmed discarding held     removing
    duplicate  held      held      held      held      releasing releasing published discarding held     removing
    content    refused   held      held      held      held      releasing published discarding refused  removing
    missing    ready     staging   staged    staged    staged    releasing published cancelled ready    takenDown
    request    failed    held      held      held      held      releasing published discarding failed   removing
    """)

  // Of what is public, or may be, misses are counted apart from all other failures: see `RetryTests`.
  static let refusedForTheLastTime = Cell.table(
    """
    temporary  held      held      held      held      held      releasing confirmed discarding held     removing
    token      held      held      held      held      held      releasing confirmed discarding held     removing
    connection held      held      held      held      held      releasing confirmed discarding held     removing
    permission held      held      held      held      held      releasing confirmed discarding held     removing
    throttled  ready     staging   staged    staged    staged    releasing published discarding ready    removing
    blocked    held      held      held      held      held      releasing confirmed cancelled held     confirmed
    person     held      held      held      held      held      releasing confirmed discarding held     removing
    duplicate  held      held      held      held      held      releasing confirmed cancelled held     confirmed
    content    refused   held      held      held      held      releasing confirmed cancelled refused  confirmed
    missing    held      held      held      staged    held      releasing confirmed cancelled held     takenDown
    request    failed    held      held      held      held      releasing confirmed cancelled failed   confirmed
    """)

  static let unknown =
    NetworkFailure.Kind.allCases.filter { $0 != .person }.flatMap { kind in
      Cell.table(
        "\(kind) staging staging staged staged releasing releasing published discarding ready removing"
      )
    }
    + Cell.table(
      "person held held held held releasing releasing confirmed discarding ready removing")

  @Test(arguments: refused)
  func `a refused call leaves the delivery where the table says`(_ cell: Cell) throws {
    var (delivery, step) = try cell.situation.begin()
    let effects = delivery.handle(
      .refused(.of(cell.kind)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(delivery.state == cell.expected)
    #expect(effects.contains(.stopped) == [.held, .refused, .failed].contains(cell.expected))
    #expect(!effects.contains(.published))
    expectTrouble(delivery, cell.situation)
  }

  @Test(arguments: refusedForTheLastTime)
  func `the last attempt ends where the table says`(_ cell: Cell) throws {
    var (delivery, step) = try cell.situation.begin(attempts: DeliveryPolicy.short.attempts - 1)
    _ = delivery.handle(
      .refused(.of(cell.kind)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(delivery.state == cell.expected)
    expectTrouble(delivery, cell.situation)
  }

  @Test(arguments: unknown)
  func `an unknown outcome is never taken for a refusal`(_ cell: Cell) throws {
    var (delivery, step) = try cell.situation.begin()
    _ = delivery.handle(
      .unknown(.of(cell.kind)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(delivery.state == cell.expected)
    if cell.expected == .releasing || cell.expected == .staging {
      #expect(delivery.unknownSince == .noon)
    }
    if cell.situation == .stage || cell.situation == .look { #expect(delivery.isDoubtful) }
    expectTrouble(delivery, cell.situation)
  }

  @Test(arguments: [NetworkFailure.Kind.token, .permission, .person])
  func `a page that needs a person is named`(_ kind: NetworkFailure.Kind) throws {
    for situation in Situation.allCases {
      var (delivery, step) = try situation.begin()
      let effects = delivery.handle(
        .refused(.of(kind)), to: step, at: .noon, policy: .short, random: .seeded(1))
      #expect(effects.contains(.pageNeedsAttention(.of(kind))), "\(situation)")
    }
  }

  @Test func `a dead connection is named`() throws {
    var (delivery, step) = try Situation.release.begin()
    let effects = delivery.handle(
      .refused(.of(.connection)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(effects.contains(.connectionDead(.of(.connection))))
  }

  @Test(arguments: [
    (NetworkFailure.Reach.app, DeliveryEffect.appPaused(seconds: 30)),
    (.page, .pagePaused(seconds: 30)), (.call, .pagePaused(seconds: 30)),
  ])
  func `a throttle stops what it reaches for as long as the network says`(
    _ reach: NetworkFailure.Reach, _ effect: DeliveryEffect
  ) throws {
    var (delivery, step) = try Situation.release.begin()
    let effects = delivery.handle(
      .refused(.of(.throttled, wait: 30, reach: reach)), to: step, at: .noon, policy: .short,
      random: .seeded(1))
    #expect(effects == [effect])
    #expect(delivery.notBefore == Timestamp.noon.advanced(bySeconds: 30))
    #expect(delivery.attempts == 0)
  }

  /// What stopped says why; what goes on says so only when it waits for a person.
  private func expectTrouble(_ delivery: Delivery, _ situation: Situation) {
    switch delivery.state {
    case .held, .refused, .failed: #expect(delivery.trouble != nil)
    // A post that could not be taken down is public, and says why.
    case .confirmed where situation == .remove: #expect(delivery.trouble != nil)
    case .ready, .staged, .confirmed, .cancelled: #expect(delivery.trouble == nil)
    default: break
    }
  }
}
