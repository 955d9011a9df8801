import Testing
import VitrineCore
import VitrinePublishing

/// A pin is asked for beside the delivery, and never moves it.
struct PinTests {
  private static let end = Timestamp.noon.advanced(bySeconds: 3_600)

  private func delivery(
    _ state: DeliveryState = .confirmed, _ pin: PinWish? = PinWish(until: end),
    canPin: Bool = true, doubtUntil: Timestamp? = nil
  ) -> Delivery {
    Delivery(
      id: "p_1", page: "pg_1", remotePage: "7", content: .sample, digest: "d1",
      abilities: NetworkAbilities(.drafts, batchSize: 50, canPin: canPin), state: state,
      remoteID: "7_1", shown: "d1", isDoubtful: doubtUntil != nil, doubtUntil: doubtUntil,
      intendedAt: .noon, pin: pin)
  }

  private func isPin(_ step: NetworkCall.Step?) -> Bool {
    if case .pin? = step { true } else { false }
  }

  @Test func `a confirmed post is pinned, left alone, and taken off at its end`() throws {
    var post = delivery()
    let first = try post.next(at: .noon)
    #expect(first == .pin("7_1", isPinned: true))
    // The intent is there before the answer.
    #expect(post.pin?.state == .pinning)
    let effects = post.handle(
      .pinned, to: .pin("7_1", isPinned: true), at: .noon, policy: .short, random: .seeded(1))
    #expect(effects.isEmpty)
    #expect(post.state == .confirmed && post.pin?.state == .pinned)
    let between = post.begin(at: .noon)
    #expect(between == nil)
    let last = try post.next(at: Self.end)
    #expect(last == .pin("7_1", isPinned: false))
    _ = post.handle(
      .pinned, to: .pin("7_1", isPinned: false), at: Self.end, policy: .short, random: .seeded(1))
    #expect(post.state == .confirmed && post.pin?.state == .ended)
    let after = post.begin(at: Self.end)
    #expect(after == nil)
  }

  @Test func `nothing is pinned too late, where nobody pins, or before it is confirmed`() {
    var late = delivery()
    let tooLate = late.begin(at: Self.end)
    #expect(tooLate == nil)
    var elsewhere = delivery(canPin: false)
    let unable = elsewhere.begin(at: .noon)
    #expect(unable == nil)
    for state in DeliveryState.allCases where state != .confirmed {
      var post = delivery(state)
      let step = post.begin(at: .noon)
      #expect(!isPin(step), "\(state)")
    }
  }

  @Test(arguments: [true, false])
  func `no failure moves the delivery`(_ isUnknown: Bool) throws {
    for kind in NetworkFailure.Kind.allCases {
      for wish in [PinWish(until: Self.end), PinWish(until: .noon, state: .pinned)] {
        var post = delivery(.confirmed, wish)
        let step = try post.next(at: .noon)
        let failure = NetworkFailure.of(kind)
        let effects = post.handle(
          isUnknown ? .unknown(failure) : .refused(failure), to: step, at: .noon, policy: .short,
          random: .seeded(1))
        #expect(post.state == .confirmed && post.trouble == nil, "\(kind)")
        #expect(post.attempts == 0 && post.notBefore == Timestamp(clamping: 0), "\(kind)")
        #expect(!effects.contains(.stopped), "\(kind)")
        #expect(post.remoteID == "7_1")
      }
    }
  }

  @Test func `an answer that never comes is asked for again, and no more after enough attempts`()
    throws
  {
    var post = delivery()
    var now = Timestamp.noon
    for _ in 0..<DeliveryPolicy.short.attempts {
      let step = try post.next(at: now)
      #expect(step == .pin("7_1", isPinned: true))
      _ = post.handle(
        .unknown(.of(.temporary)), to: step, at: now, policy: .short, random: .seeded(1))
      now = max(now, post.pin?.notBefore ?? now)
      // Waits between half a tenth of a second and a second.
      #expect(now < Self.end)
    }
    #expect(post.pin?.state == .refused)
    let again = post.begin(at: now)
    #expect(again == nil)
    // One of the calls may have been carried out: it is taken off in any case.
    let last = try post.next(at: Self.end)
    #expect(last == .pin("7_1", isPinned: false))
  }

  @Test func `a clear no is final, and leaves nothing to take off`() throws {
    var post = delivery()
    let step = try post.next(at: .noon)
    _ = post.handle(
      .refused(.of(.permission)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(post.pin?.state == .refused)
    for now in [Timestamp.noon, Self.end] {
      let again = post.begin(at: now)
      #expect(again == nil)
    }
  }

  @Test func `what stays at the top says so, and what is gone is off`() throws {
    for (kind, state) in [(NetworkFailure.Kind.request, PinWish.State.stuck), (.missing, .ended)] {
      var post = delivery(.confirmed, PinWish(until: .noon, state: .pinned))
      let step = try post.next(at: .noon)
      _ = post.handle(
        .refused(.of(kind)), to: step, at: .noon, policy: .short, random: .seeded(1))
      #expect(post.pin?.state == state)
    }
  }

  @Test func `the last look at a doubtful page is still to come after a pin`() throws {
    var post = delivery(doubtUntil: .noon)
    let step = try post.next(at: .noon)
    #expect(isPin(step))
    _ = post.handle(.pinned, to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(post.isDoubtful && post.pin?.state == .pinned)
    let look = try post.next(at: .noon)
    #expect(!isPin(look))
    _ = post.handle(.posts([]), to: look, at: .noon, policy: .short, random: .seeded(1))
    #expect(!post.isDoubtful && post.pin?.state == .pinned)
  }

  @Test func `what is public anew is pinned anew`() throws {
    var post = delivery(.releasing, PinWish(until: Self.end, state: .pinned))
    _ = post.handle(
      .released, to: .release(draft: "7_1"), at: .noon, policy: .short, random: .seeded(1))
    #expect(post.state == .published && post.pin?.state == .wanted)
  }
}
