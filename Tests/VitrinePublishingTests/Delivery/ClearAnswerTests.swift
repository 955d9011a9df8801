import Testing
import VitrineCore
import VitrinePublishing

struct ClearAnswerTests {
  private func answered(
    _ situation: Situation, _ outcome: NetworkAnswer.Outcome, attempts: Int = 0
  ) throws -> (Delivery, [DeliveryEffect]) {
    var (delivery, step) = try situation.begin(attempts: attempts)
    let effects = delivery.handle(
      outcome, to: step, at: .noon, policy: .short, random: .seeded(1))
    return (delivery, effects)
  }

  @Test func `a staged draft is recorded by its id`() throws {
    let (delivery, effects) = try answered(.stage, .staged("7_9"), attempts: 3)
    #expect(delivery.state == .staged)
    #expect(delivery.remoteID == "7_9")
    #expect(delivery.attempts == 0)
    #expect(!delivery.isDoubtful)
    #expect(effects.isEmpty)
  }

  @Test func `after an unknown stage the oldest draft of ours is adopted`() throws {
    let drafts: [RemotePost] = [
      .ours("7_3", created: Timestamp.noon.advanced(bySeconds: 2)),
      .ours("7_2", created: Timestamp.noon.advanced(bySeconds: 1)),
      .ours("7_1", text: "Something else"), .ours("7_0", application: "another app"),
      .ours("7_4", isPublished: true, created: Timestamp.noon.advanced(bySeconds: -9)),
    ]
    let (delivery, _) = try answered(.look, .posts(drafts))
    #expect(delivery.state == .staged)
    #expect(delivery.remoteID == "7_2")
    #expect(delivery.isDoubtful)
  }

  @Test func `after an unknown stage what is public since then is not made again`() throws {
    let posts: [RemotePost] = [
      .ours("7_1", isPublished: true, application: "another app"),
      .ours("7_2", isPublished: true, text: "Something else"),
      .ours("7_3", isPublished: true, created: Timestamp.noon.advanced(bySeconds: -3)),
      .ours("7_4", isPublished: true), .ours("7_5"),
    ]
    let (delivery, effects) = try answered(.look, .posts(posts))
    #expect(delivery.state == .published)
    #expect(delivery.remoteID == "7_4")
    #expect(effects == [.published])
    // The other draft goes with the last look.
    #expect(delivery.isDoubtful)
    let (without, _) = try answered(.look, .posts(Array(posts.prefix(3))))
    #expect(without.state == .ready)
  }

  @Test func `a text that the network folded is still ours`() throws {
    let (delivery, _) = try answered(.look, .posts([.ours("7_2", text: " Rappel  de\nlot ")]))
    #expect(delivery.remoteID == "7_2")
  }

  @Test func `without a draft it is staged again, and stays in doubt`() throws {
    let (delivery, _) = try answered(.look, .posts([]))
    #expect(delivery.state == .ready)
    #expect(delivery.isDoubtful)
  }

  @Test func `before a doubtful release every other draft of ours is deleted`() throws {
    var (delivery, _) = try answered(.sweep, .posts([.ours("7_1"), .ours("7_2"), .ours("7_3")]))
    #expect(delivery.begin(at: .noon) == .delete("7_2"))
    #expect(
      delivery.handle(
        .deleted, to: .delete("7_2"), at: .noon, policy: .short, random: .seeded(1))
        == [.discarded])
    #expect(delivery.orphan == nil)
    let list = delivery.begin(at: .noon)
    guard case .listDrafts = list else {
      Issue.record("not looked over again: \(String(describing: list))")
      return
    }
  }

  @Test func `a page with the recorded draft alone is released`() throws {
    var (delivery, _) = try answered(.sweep, .posts([.ours("7_1")]), attempts: 4)
    #expect(delivery.looked == .noon)
    #expect(delivery.attempts == 0)
    #expect(delivery.begin(at: .noon) == .release(draft: "7_1"))
  }

  @Test func `a release is published`() throws {
    let (delivery, effects) = try answered(.release, .released)
    #expect(delivery.state == .published)
    #expect(effects == [.published])
  }

  @Test func `an unclear release that is seen in public is published`() throws {
    let (delivery, effects) = try answered(.reread, .post(.ours("7_1", isPublished: true)))
    #expect(delivery.state == .published)
    #expect(effects == [.published])
  }

  @Test func `an unclear release that is not public is released by the same id`() throws {
    var (delivery, effects) = try answered(.reread, .post(.ours("7_1")))
    #expect(effects.isEmpty)
    #expect(delivery.begin(at: .noon) == .release(draft: "7_1"))
  }

  @Test func `what is read back in public is confirmed, with its link`() throws {
    let (delivery, _) = try answered(.confirm, .post(.ours("7_1", isPublished: true)))
    #expect(delivery.state == .confirmed)
    #expect(delivery.permalink == "https://example.org/7_1")
  }

  @Test func `a release that never shows is held, not called confirmed`() throws {
    var (delivery, _) = try answered(.confirm, .post(.ours("7_1")))
    #expect(delivery.state == .published)
    for _ in 0..<DeliveryPolicy.short.attempts {
      guard let step = delivery.begin(at: .noon) else { break }
      #expect(step == .read("7_1"))
      _ = delivery.handle(
        .post(.ours("7_1")), to: step, at: .noon, policy: .short, random: .seeded(1))
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble != nil)
  }

  @Test func `a deleted draft is cancelled, or refused for the reason it was stopped for`() throws {
    let (cancelled, effects) = try answered(.discard, .deleted)
    #expect(cancelled.state == .cancelled)
    #expect(effects == [.discarded])
    var missed = Delivery.sample(.discarding, remoteID: "7_1", trouble: Trouble("missed"))
    _ = missed.handle(
      .deleted, to: .delete("7_1"), at: .noon, policy: .short, random: .seeded(1))
    #expect(missed.state == .refused)
    #expect(missed.trouble == Trouble("missed"))
  }

  @Test func `a draft that cannot be deleted is named as left over`() throws {
    let (delivery, _) = try answered(.discard, .refused(.of(.request)), attempts: 5)
    #expect(delivery.state == .cancelled)
    #expect(delivery.isDoubtful)
  }

  @Test func `a stage called a repetition is looked for when an earlier one is unclear`() throws {
    var (delivery, step) = try Situation.stage.begin(isDoubtful: true)
    _ = delivery.handle(
      .refused(.of(.duplicate)), to: step, at: .noon, policy: .short, random: .seeded(1))
    #expect(delivery.state == .staging)
    let next = delivery.begin(at: .noon)
    guard case .listDrafts = next else {
      Issue.record("not looked for: \(String(describing: next))")
      return
    }
  }

  @Test(arguments: DeliveryState.allCases.filter(\.isSettled) + [.ready])
  func `an answer that nobody waits for changes nothing`(_ state: DeliveryState) {
    let before = Delivery.sample(state, remoteID: "7_1")
    for outcome: NetworkAnswer.Outcome in [
      .released, .deleted, .staged("7_2"), .refused(.of(.token)), .unknown(.of(.temporary)),
    ] {
      var delivery = before
      let effects = delivery.handle(
        outcome, to: .read("7_1"), at: .noon, policy: .short, random: .seeded(1))
      #expect(effects.isEmpty)
      #expect(delivery == before)
    }
  }

  @Test(arguments: DeliveryState.allCases.filter(\.isSettled))
  func `what is settled has no next call`(_ state: DeliveryState) {
    var delivery = Delivery.sample(state, remoteID: "7_1", isDoubtful: true, orphan: "7_2")
    #expect(delivery.begin(at: .noon) == nil)
    #expect(delivery.state == state)
  }
}
