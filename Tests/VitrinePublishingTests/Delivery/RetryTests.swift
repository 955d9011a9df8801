import Testing
import VitrineCore
import VitrinePublishing

struct RetryTests {
  /// The waits of one delivery whose stage is refused again and again.
  private func waits(seed: UInt64, count: Int) -> [Int64] {
    let random = RandomSource.seeded(seed)
    var policy = DeliveryPolicy.short
    policy.attempts = .max
    var delivery = Delivery.sample()
    return (0..<count).compactMap { _ in
      guard let step = delivery.begin(at: .noon) else { return nil }
      _ = delivery.handle(
        .refused(.of(.temporary)), to: step, at: .noon, policy: policy, random: random)
      return delivery.notBefore.milliseconds(since: .noon)
    }
  }

  @Test(arguments: 0..<50)
  func `waits stay between base and cap and at most treble`(_ seed: UInt64) {
    let waits = waits(seed: seed, count: 40)
    #expect(waits.count == 40)
    for wait in waits { #expect((100...1_000).contains(wait)) }
    #expect(waits[0] <= 300)
    for (before, after) in zip(waits, waits.dropFirst()) { #expect(after <= before * 3) }
  }

  @Test func `the first waits of pages that failed together differ`() {
    let first = Set((0..<50).map { waits(seed: $0, count: 1)[0] })
    #expect(first.count > 20)
  }

  @Test func `the same seed waits the same`() {
    #expect(waits(seed: 3, count: 20) == waits(seed: 3, count: 20))
    #expect(waits(seed: 3, count: 20) != waits(seed: 4, count: 20))
  }

  @Test(
    arguments: [
      (Int?.none, 100...300), (0, 100...300), (-5, 100...300), (2, 2_000...2_000),
      (Int.max, 604_800_000...604_800_000),
    ] as [(Int?, ClosedRange<Int64>)])
  func `what the network asks for is a floor of at most a week`(
    _ seconds: Int?, _ range: ClosedRange<Int64>
  ) throws {
    var (delivery, step) = try Situation.release.begin()
    _ = delivery.handle(
      .refused(.of(.temporary, wait: seconds)), to: step, at: .noon, policy: .short,
      random: .seeded(1))
    #expect(range.contains(delivery.notBefore.milliseconds(since: .noon)))
  }

  /// Reads a public post back, with these failures one after the other.
  private func reading(_ kinds: [NetworkFailure.Kind], attempts: Int) throws -> Delivery {
    var policy = DeliveryPolicy.short
    policy.attempts = attempts
    var delivery = Delivery.sample(.published, remoteID: "7_1")
    for kind in kinds {
      let step = try delivery.next(at: delivery.notBefore)
      _ = delivery.handle(
        .refused(.of(kind)), to: step, at: delivery.notBefore, policy: policy, random: .seeded(1))
    }
    return delivery
  }

  @Test func `a public post is missing when the network says so each time`() throws {
    let mixed: [NetworkFailure.Kind] = [
      .missing, .missing, .temporary, .missing, .missing, .temporary, .missing, .missing, .missing,
    ]
    #expect(try reading(mixed, attempts: 20).state == .published)
    let gone = try reading(mixed + [.missing], attempts: 20)
    #expect(gone.state == .held)
    #expect(gone.trouble == Trouble("vanished"))
    #expect(gone.misses == 0)
    // It was answered; what a network says that contradicts itself is looked into another day.
    #expect(try reading(mixed, attempts: mixed.count).state == .confirmed)
  }

  @Test func `a stored wait beyond all reason does not overflow`() throws {
    var delivery = Delivery.sample(.staged, remoteID: "7_1", lastWait: .max)
    let begun = delivery.begin(at: .noon)
    let step = try #require(begun)
    _ = delivery.handle(
      .refused(.of(.temporary)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(delivery.lastWait <= 1_000)
  }

  @Test func `drafts are looked for from two minutes before the first intent on`() {
    var delivery = Delivery.sample(.staging)
    #expect(
      delivery.begin(at: Timestamp.noon.advanced(bySeconds: 60))
        == .listDrafts(since: Timestamp.noon.advanced(bySeconds: -120)))
    #expect(delivery.isDoubtful)
  }
}
