import Testing
import VitrineCore
import VitrinePublishing

/// Networks that publish by themselves: a post is handed over with its hour, and left alone until then.
struct TimerTests {
  /// The hour of these posts; they are looked at from half an hour before.
  static let hour = Timestamp.noon.advanced(bySeconds: 1_800)

  static func sample(
    _ mode: DeliveryMode = .drafts, content: PostContent = .sample, hour: Timestamp? = Self.hour,
    digest: String = "d1"
  ) -> Delivery {
    Delivery(
      id: "p_1", page: "pg_1", remotePage: "7", content: content, digest: digest,
      abilities: NetworkAbilities(
        mode, batchSize: 50, timer: mode == .direct ? .mastodon : .facebook), hour: hour)
  }

  private func handle(
    _ delivery: inout Delivery, _ outcome: NetworkAnswer.Outcome, _ step: NetworkCall.Step,
    at now: Timestamp = .noon
  ) -> [DeliveryEffect] {
    delivery.handle(outcome, to: step, at: now, policy: .short, random: .seeded(1))
  }

  /// One that the network has under an id.
  private func handedOver(_ mode: DeliveryMode = .drafts) throws -> Delivery {
    var delivery = Self.sample(mode)
    let step = try delivery.next(at: .noon)
    #expect(handle(&delivery, .staged("77"), step).isEmpty)
    return delivery
  }

  @Test(arguments: [DeliveryMode.drafts, .direct])
  func `a post with an hour is handed over with it, and its id is kept`(
    _ mode: DeliveryMode
  ) throws {
    var delivery = Self.sample(mode)
    let step = try delivery.next(at: .noon)
    guard case .schedule(.sample, [], Self.hour, _) = step else {
      Issue.record("\(step)")
      return
    }
    #expect(delivery.state == .releasing)
    #expect(handle(&delivery, .staged("77"), step).isEmpty)
    #expect(delivery.state == .releasing)
    #expect(delivery.timer == Self.hour)
    #expect(delivery.remoteID == (mode == .drafts ? "77" : nil))
    #expect(delivery.container == (mode == .direct ? "77" : nil))
    #expect(delivery.shown == "d1")
    #expect(delivery.unknownSince == nil)
  }

  @Test func `what has no hour, or one that is too near, goes the ordinary way`() throws {
    for hour in [nil, Timestamp.noon, Timestamp.noon.advanced(bySeconds: 719)] {
      var drafts = Self.sample(hour: hour)
      #expect(try drafts.next(at: .noon) == .stage(.sample))
    }
    var direct = Self.sample(.direct, hour: Timestamp.noon.advanced(bySeconds: 419))
    #expect(direct.begin(at: .noon) == nil)
    #expect(direct.state == .staged)
  }

  @Test func `its pictures are uploaded first`() throws {
    var delivery = Self.sample(content: .illustrated)
    for id in ["1", "2"] {
      let step = try delivery.next(at: .noon)
      #expect(step.isUpload)
      _ = handle(&delivery, .uploaded(RemoteID(id)), step)
    }
    guard case .schedule(_, ["1", "2"], _, _) = try delivery.next(at: .noon) else {
      Issue.record("not handed over")
      return
    }
  }

  @Test(arguments: [NetworkFailure.Kind.content, .request])
  func `where the network does not take it with its hour, the ordinary way is left`(
    _ kind: NetworkFailure.Kind
  ) throws {
    var delivery = Self.sample()
    let step = try delivery.next(at: .noon)
    #expect(handle(&delivery, .refused(.of(kind)), step).isEmpty)
    #expect(delivery.state == .ready)
    #expect(delivery.timer == nil)
    #expect(delivery.notBefore < Self.hour)
    #expect(try delivery.next(at: delivery.notBefore) == .stage(.sample))
  }

  @Test func `from its hour on it is read, and public it is published`() throws {
    var delivery = try handedOver()
    let read = try delivery.next(at: Self.hour)
    #expect(read == .read("77"))
    #expect(handle(&delivery, .post(.ours("77")), read, at: Self.hour).isEmpty)
    #expect(delivery.state == .releasing)
    let later = delivery.notBefore
    let again = try delivery.next(at: later)
    let effects = handle(&delivery, .post(.ours("77", isPublished: true)), again, at: later)
    #expect(effects == [.published])
    #expect(delivery.state == .published)
    #expect(delivery.timer == nil)
  }

  @Test func `what somebody wrote into it meanwhile is corrected`() throws {
    var delivery = try handedOver()
    let read = try delivery.next(at: Self.hour)
    let changed = RemotePost.ours("77", isPublished: true, text: "Something else")
    _ = handle(&delivery, .post(changed), read, at: Self.hour)
    #expect(try delivery.next(at: Self.hour) == .edit("77", .sample))
  }

  @Test func `left lying behind its hour, it is released by its id`() throws {
    var delivery = try handedOver()
    let late = Self.hour.advanced(bySeconds: 120)
    let read = try delivery.next(at: late)
    _ = handle(&delivery, .post(.ours("77")), read, at: late)
    #expect(delivery.state == .staged)
    #expect(delivery.timer == nil)
    // Read once more, as every draft that is old.
    let check = try delivery.next(at: late)
    #expect(check == .read("77"))
    _ = handle(&delivery, .post(.ours("77")), check, at: late)
    #expect(try delivery.next(at: late) == .release(draft: "77"))
  }

  @Test(arguments: [DeliveryMode.drafts, .direct])
  func `a lost answer is looked for among what waits, and nothing is handed over twice`(
    _ mode: DeliveryMode
  ) throws {
    var delivery = Self.sample(mode)
    let step = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), step)
    let look = try delivery.next(at: .noon)
    #expect(look == .listScheduled(at: Self.hour))
    let posts: [RemotePost] = [.ours("78", text: "Something else"), .ours("79")]
    #expect(handle(&delivery, .posts(posts), look).isEmpty)
    #expect((delivery.remoteID ?? delivery.container) == "79")
    #expect(delivery.state == .releasing)
    #expect(delivery.unknownSince == nil)
  }

  @Test func `what is nowhere behind the quarantine, seen twice, waits for a person`() throws {
    var delivery = Self.sample()
    let step = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), step)
    var now = Timestamp.noon
    for _ in 0..<1_000 where delivery.state == .releasing {
      now = max(now, delivery.notBefore)
      let look = try delivery.next(at: now)
      #expect(look == .listScheduled(at: Self.hour))
      _ = handle(&delivery, .posts([]), look, at: now)
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble == Trouble("unclear"))
    #expect(delivery.timer == nil)
    #expect(now >= Timestamp.noon.advanced(bySeconds: 120))
    #expect(now < Self.hour)
  }

  @Test func `taken back, it is read, deleted, and can be made anew`() throws {
    var delivery = try handedOver()
    let now = Timestamp.noon.advanced(bySeconds: 300)
    let read = try delivery.next(at: now)
    #expect(read == .read("77"))
    _ = handle(&delivery, .post(.ours("77")), read, at: now)
    let taken = try delivery.next(at: now)
    #expect(taken == .unschedule("77"))
    // A lost deletion is sent again.
    _ = handle(&delivery, .unknown(.of(.temporary)), taken, at: now)
    let later = now.advanced(bySeconds: 400)
    let again = try delivery.next(at: later)
    #expect(again == .unschedule("77"))
    #expect(handle(&delivery, .deleted, again, at: later) == [.discarded])
    #expect(delivery.state == .ready)
    #expect(delivery.remoteID == nil)
    #expect(delivery.timer == nil)
    #expect(delivery.shown == nil)
    #expect(!delivery.mayHaveBeenPublic)
  }

  @Test func `published by hand before its hour, it is not deleted`() throws {
    var delivery = try handedOver()
    let now = Timestamp.noon.advanced(bySeconds: 300)
    let read = try delivery.next(at: now)
    let effects = handle(&delivery, .post(.ours("77", isPublished: true)), read, at: now)
    #expect(effects == [.published])
  }

  @Test func `close to its hour it is left to become public`() throws {
    var delivery = try handedOver()
    #expect(delivery.begin(at: Self.hour.advanced(bySeconds: -119)) == nil)
    #expect(delivery.state == .releasing)
  }

  @Test func `missing behind its hour for as long as reads can be behind, a person looks`() throws {
    var delivery = try handedOver()
    // Before its hour that it cannot be read means nothing.
    let early = Timestamp.noon.advanced(bySeconds: 600)
    for _ in 0..<10 {
      let read = try delivery.next(at: early)
      _ = handle(&delivery, .refused(.of(.missing)), read, at: early)
      #expect(delivery.state == .releasing)
    }
    var now = Self.hour
    for _ in 0..<10_000 where delivery.state == .releasing {
      now = max(now, delivery.notBefore)
      let read = try delivery.next(at: now)
      #expect(read == .read("77"))
      _ = handle(&delivery, .refused(.of(.missing)), read, at: now)
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble?.reason.code == "trouble.missing")
    #expect(now >= Self.hour.advanced(bySeconds: 120))
  }

  @Test func `a deletion that finds nothing soon after it was made is not believed`() throws {
    var delivery = try handedOver(.direct)
    let now = Timestamp.noon.advanced(bySeconds: 60)
    let step = try delivery.next(at: now)
    #expect(step == .unschedule("77"))
    _ = handle(&delivery, .refused(.of(.missing)), step, at: now)
    #expect(delivery.state == .releasing)
    let later = Timestamp.noon.advanced(bySeconds: 180)
    let again = try delivery.next(at: later)
    #expect(again == .unschedule("77"))
    #expect(handle(&delivery, .refused(.of(.missing)), again, at: later) == [.discarded])
    #expect(delivery.state == .ready)
  }

  @Test func `without an id of its own it is found by its text from its hour on`() throws {
    var delivery = try handedOver(.direct)
    let look = try delivery.next(at: Self.hour)
    guard case .listPublished(let since, _) = look else {
      Issue.record("\(look)")
      return
    }
    #expect(since == Self.hour.advanced(bySeconds: -120))
    let posts: [RemotePost] = [.ours("9", isPublished: true, created: Self.hour)]
    #expect(handle(&delivery, .posts(posts), look, at: Self.hour) == [.published])
    #expect(delivery.remoteID == "9")
    #expect(delivery.container == nil)
  }

  @Test func `where it still waits long after its hour it is taken back and made directly`() throws
  {
    var delivery = try handedOver(.direct)
    let now = Self.hour.advanced(bySeconds: 120)
    let look = try delivery.next(at: now)
    _ = handle(&delivery, .posts([]), look, at: now)
    let taken = try delivery.next(at: now)
    #expect(taken == .unschedule("77"))
    #expect(handle(&delivery, .deleted, taken, at: now) == [.discarded])
    #expect(delivery.begin(at: now) == nil)
    guard case .publish(.sample, _, _) = try delivery.next(at: now) else {
      Issue.record("not made directly")
      return
    }
  }

  @Test func `gone and nowhere to be seen, it waits for a person`() throws {
    var delivery = try handedOver(.direct)
    var now = Self.hour
    for _ in 0..<10_000 where delivery.state == .releasing {
      now = max(now, delivery.notBefore)
      let step = try delivery.next(at: now)
      switch step {
      case .unschedule: _ = handle(&delivery, .refused(.of(.missing)), step, at: now)
      case .listPublished, .listScheduled: _ = handle(&delivery, .posts([]), step, at: now)
      default: Issue.record("\(step) on a guess")
      }
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble == Trouble("unclear"))
  }

  @Test func `a server that knows nothing of hours has published it`() throws {
    var delivery = Self.sample(.direct)
    let step = try delivery.next(at: .noon)
    #expect(handle(&delivery, .published("5", permalink: nil), step) == [.published])
    #expect(delivery.remoteID == "5")
    #expect(delivery.timer == nil)
  }
}
