import Testing
import VitrineCore
import VitrinePublishing

/// A call that was lost can still be carried out: what that leaves, and how long the doubt lasts.
struct DoubtTests {
  private static let quarantine: Int64 = 60_000

  private func step(
    _ delivery: inout Delivery, _ outcome: NetworkAnswer.Outcome, at now: Timestamp = .noon,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> NetworkCall.Step {
    let next = delivery.begin(at: now, quarantine: Self.quarantine)
    let step = try #require(next, sourceLocation: sourceLocation)
    _ = delivery.handle(outcome, to: step, at: now, policy: .short, random: .seeded(1))
    return step
  }

  private static let lost = NetworkAnswer.Outcome.unknown(.of(.temporary))

  /// A delivery that was published although its first draft was lost.
  private func confirmed() throws -> Delivery {
    var delivery = Delivery.sample()
    _ = try step(&delivery, Self.lost)
    _ = try step(&delivery, .posts([]))
    _ = try step(&delivery, .staged("7_1"))
    _ = try step(&delivery, .posts([]))
    #expect(delivery.isDoubtful)
    let release = try step(&delivery, .released)
    #expect(release == .release(draft: "7_1"))
    _ = try step(&delivery, .post(.ours("7_1", isPublished: true)))
    #expect(delivery.state == .confirmed)
    return delivery
  }

  @Test func `one empty list lets a page go on, and leaves the doubt until the quarantine is over`()
    throws
  {
    var delivery = try confirmed()
    #expect(delivery.isDoubtful)
    #expect(delivery.begin(at: .noon, quarantine: Self.quarantine) == nil)
    let later = Timestamp.noon.advanced(byMilliseconds: Self.quarantine)
    let look = try step(&delivery, .posts([]), at: later)
    guard case .listDrafts = look else {
      Issue.record("\(look)")
      return
    }
    #expect(!delivery.isDoubtful)
    #expect(delivery.state == .confirmed)
    #expect(delivery.begin(at: later) == nil)
  }

  @Test func `a draft that came late is deleted, and the published post is left alone`() throws {
    var delivery = try confirmed()
    let later = Timestamp.noon.advanced(byMilliseconds: Self.quarantine)
    _ = try step(&delivery, .posts([.ours("7_2"), .ours("7_1", isPublished: true)]), at: later)
    let sweep = try step(&delivery, .deleted, at: later)
    #expect(sweep == .delete("7_2"))
    _ = try step(&delivery, .posts([]), at: later)
    #expect(!delivery.isDoubtful)
    #expect(delivery.state == .confirmed)
    #expect(delivery.remoteID == "7_1")
  }

  @Test(arguments: NetworkFailure.Kind.allCases)
  func `whatever the last look is answered with, what is settled stays settled`(
    _ kind: NetworkFailure.Kind
  ) throws {
    for outcome in [NetworkAnswer.Outcome.refused(.of(kind)), .unknown(.of(kind))] {
      var delivery = try confirmed()
      var now = Timestamp.noon.advanced(byMilliseconds: Self.quarantine)
      for _ in 0..<20 {
        guard delivery.begin(at: now) != nil else { break }
        _ = delivery.handle(
          outcome, to: .listDrafts(since: .noon), at: now, policy: .short, random: .seeded(1))
        #expect(delivery.state == .confirmed)
        #expect(delivery.trouble == nil)
        #expect(delivery.isDoubtful)
        #expect(delivery.notBefore > now)
        now = delivery.notBefore
      }
    }
  }

  @Test func `a draft that always gets lost is given up, with pictures and without`() throws {
    for content in [PostContent.sample, .illustrated] {
      var delivery = Delivery.sample(content: content)
      var drafts = 0
      for number in 0..<200 {
        guard let step = delivery.begin(at: .noon) else { break }
        let outcome: NetworkAnswer.Outcome
        switch step {
        case .upload: outcome = .uploaded(RemoteID("\(number)"))
        case .stage:
          drafts += 1
          outcome = Self.lost
        default: outcome = .posts([])
        }
        _ = delivery.handle(
          outcome, to: step, at: .noon, policy: .short, random: .seeded(1))
      }
      #expect(delivery.state == .held)
      #expect((2...DeliveryPolicy.short.attempts).contains(drafts), "\(drafts)")
    }
  }

  @Test func `an intent of a clock that was far ahead is looked for in the whole last day`() throws
  {
    var delivery = Delivery.sample(.staging)
    let early = Timestamp.noon.advanced(bySeconds: -3_600)
    #expect(
      delivery.begin(at: early) == .listDrafts(since: early.advanced(bySeconds: -86_400)))
    var late = Delivery.sample(.staging)
    #expect(
      late.begin(at: .noon) == .listDrafts(since: Timestamp.noon.advanced(bySeconds: -120)))
  }

  @Test func `a release without an answer is remembered, and one with an answer is not`() throws {
    var clear = try confirmed()
    #expect(!clear.mayHaveBeenPublic)
    #expect(clear.begin(at: .noon) == nil)
    var unclear = Delivery.sample(.staged, remoteID: "7_1")
    _ = try step(&unclear, Self.lost)
    _ = try step(&unclear, .post(.ours("7_1")))
    #expect(unclear.mayHaveBeenPublic)
    let again = try step(&unclear, .released)
    #expect(again == .release(draft: "7_1"))
  }
}
