import Testing
import VitrineCore
import VitrinePublishing

/// A public post that a person took down is deleted, for as long as that takes.
struct TakedownTests {
  private func handled(
    _ outcome: NetworkAnswer.Outcome, attempts: Int = 0
  ) throws -> (Delivery, NetworkCall.Step, [DeliveryEffect]) {
    var (delivery, step) = try Situation.remove.begin(attempts: attempts)
    let effects = delivery.handle(
      outcome, to: step, at: .noon, policy: .short, random: .seeded(1))
    return (delivery, step, effects)
  }

  @Test(arguments: [NetworkAnswer.Outcome.deleted, .refused(.of(.missing))])
  func `what is deleted, or gone already, is taken down`(_ outcome: NetworkAnswer.Outcome) throws {
    let (delivery, step, effects) = try handled(outcome)
    #expect(step == .delete("7_1"))
    #expect(delivery.state == .takenDown)
    #expect(delivery.remoteID == "7_1")
    #expect(effects == [.takenDown])
  }

  @Test func `a deletion without an answer is repeated, however often`() throws {
    var (delivery, step, _) = try handled(.unknown(.of(.temporary)), attempts: 900)
    for _ in 0..<40 {
      #expect(delivery.state == .removing)
      let begun = delivery.begin(at: delivery.notBefore)
      step = try #require(begun)
      #expect(step == .delete("7_1"))
      _ = delivery.handle(
        .unknown(.of(.temporary)), to: step, at: delivery.notBefore, policy: .short,
        random: .seeded(1))
    }
    _ = delivery.handle(.deleted, to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(delivery.state == .takenDown)
  }

  @Test func `a post that the network will not delete is still public, and says why`() throws {
    let (delivery, _, effects) = try handled(
      .refused(.of(.request)), attempts: DeliveryPolicy.short.attempts - 1)
    #expect(delivery.state == .confirmed)
    #expect(delivery.trouble?.reason.code == "trouble.notRemoved")
    #expect(effects == [.stopped])
  }

  @Test func `a store's own post that comes too late is missed, a page of a broadcast refused`() {
    for (isOwn, end) in [(true, DeliveryState.missed), (false, .refused)] {
      var delivery = Delivery.sample(
        .discarding, isStoresOwn: isOwn, remoteID: "7_1", trouble: Trouble("missed"))
      _ = delivery.handle(
        .deleted, to: .delete("7_1"), at: .noon, policy: .short, random: .seeded(1))
      #expect(delivery.state == end)
    }
  }
}
