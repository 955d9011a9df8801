import Testing
import VitrineCore
import VitrineTestSupport

/// What holds of every decision, looked for in 20,000 random worlds.
struct DecisionPropertyTests {
  private static let worlds: UInt64 = 20_000

  /// Calls a body with the request of each world; says how many of them were allowed.
  private static func forEachWorld(
    _ body: (inout RandomWorld, AccessRequest, Bool) -> Void
  ) async {
    var allowed = 0
    for seed in 0..<worlds {
      // The other tests have servers to answer on the same few threads.
      if seed % 50 == 0 { await Task.yield() }
      var world = RandomWorld(seed: seed)
      let request = world.request()
      let isAllowed = Decision(request).rule == nil
      allowed += isAllowed ? 1 : 0
      body(&world, request, isAllowed)
    }
    // Worlds in which nothing or everything is allowed would prove nothing.
    #expect((1_000..<19_000).contains(allowed), "\(allowed)")
  }

  private static func isAllowed(_ request: AccessRequest, grants: [Grant]) -> Bool {
    var request = request
    request.subject = Subject(
      id: request.subject.id, isActive: request.subject.isActive, grants: grants)
    return Decision(request).rule == nil
  }

  @Test func `a further grant takes nothing away`() async {
    var lost = 0
    var gained = 0
    await Self.forEachWorld { world, request, isAllowed in
      let after = Self.isAllowed(request, grants: request.subject.grants + [world.grant(99)])
      if isAllowed, !after { lost += 1 }
      if !isAllowed, after { gained += 1 }
    }
    #expect(lost == 0)
    #expect(gained > 100, "\(gained)")
  }

  @Test func `a further forbid gives nothing, wherever it stands`() async {
    var gained = 0
    var lost = 0
    await Self.forEachWorld { world, request, isAllowed in
      var forbids = Forbid.standard
      let forbid = world.forbid()
      forbids.insert(forbid, at: Int.random(in: 0...forbids.count, using: &world.generator))
      let after = Decision(request, forbids: forbids).rule == nil
      if !isAllowed, after { gained += 1 }
      if isAllowed, !after { lost += 1 }
    }
    #expect(gained == 0)
    #expect(lost > 100, "\(lost)")
  }

  @Test func `a narrower scope gives nothing`() async {
    var gained = 0
    var lost = 0
    await Self.forEachWorld { world, request, isAllowed in
      let grants = request.subject.grants.map { grant in
        Grant(
          id: grant.id, user: grant.user, role: grant.role, scope: world.narrowed(grant.scope),
          from: grant.from, until: grant.until, grantedBy: grant.grantedBy)
      }
      let after = Self.isAllowed(request, grants: grants)
      if !isAllowed, after { gained += 1 }
      if isAllowed, !after { lost += 1 }
    }
    #expect(gained == 0)
    #expect(lost > 100, "\(lost)")
  }

  @Test func `the order of the grants does not matter, not even for the grant that is named`() async
  {
    var different = 0
    await Self.forEachWorld { world, request, _ in
      var shuffled = request
      shuffled.subject = Subject(
        id: request.subject.id, isActive: request.subject.isActive,
        grants: request.subject.grants.shuffled(using: &world.generator))
      if Decision(shuffled) != Decision(request) { different += 1 }
    }
    #expect(different == 0)
  }

  @Test func `every rule refuses some of the worlds`() async {
    var seen: Set<AccessRule> = []
    await Self.forEachWorld { _, request, _ in
      if let rule = Decision(request).rule { seen.insert(rule) }
    }
    #expect(seen == Set(AccessRule.allCases))
  }
}
