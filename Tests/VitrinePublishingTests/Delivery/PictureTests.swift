import Testing
import VitrineCore
import VitrinePublishing

/// Pictures are uploaded one by one before the draft that shows them is made.
struct PictureTests {
  private func step(
    _ delivery: inout Delivery, _ outcome: NetworkAnswer.Outcome, at now: Timestamp = .noon
  ) throws -> NetworkCall.Step {
    let begun = delivery.begin(at: now)
    let step = try #require(begun)
    _ = delivery.handle(outcome, to: step, at: now, policy: .short, random: .seeded(1))
    return step
  }

  private static let lost = NetworkAnswer.Outcome.unknown(.of(.temporary))
  private static let media = PostContent.illustrated.media

  @Test func `pictures go one after the other, and the draft names them in their order`() throws {
    var delivery = Delivery.sample(content: .illustrated)
    #expect(try step(&delivery, .uploaded("51")) == .upload(Self.media[0]))
    #expect(delivery.state == .ready)
    #expect(try step(&delivery, .uploaded("52")) == .upload(Self.media[1]))
    #expect(
      try step(&delivery, .staged("7_1")) == .stage(.illustrated, pictures: ["51", "52"]))
    #expect(delivery.state == .staged)
    #expect(delivery.uploads == nil)
  }

  @Test func `an upload without an answer is repeated, and leaves no doubt about drafts`() throws {
    var delivery = Delivery.sample(content: .illustrated)
    _ = try step(&delivery, Self.lost)
    #expect(delivery.state == .ready)
    #expect(!delivery.isDoubtful)
    #expect(delivery.unknownSince == nil)
    #expect(delivery.notBefore > .noon)
    #expect(try step(&delivery, .uploaded("51")) == .upload(Self.media[0]))
  }

  @Test(arguments: [(19, 1), (20, 0), (48, 0)] as [(Int64, Int)])
  func `pictures that the network may have forgotten are made again`(
    _ hours: Int64, _ kept: Int
  ) throws {
    var delivery = Delivery.sample(
      content: .illustrated, uploads: PictureUploads(ids: ["51"], began: .noon))
    let later = Timestamp.noon.advanced(bySeconds: hours * 3_600)
    #expect(try step(&delivery, .uploaded("52"), at: later) == .upload(Self.media[kept]))
  }

  @Test func `after a lost draft the pictures are made again, since it may have taken them`() throws
  {
    var delivery = Delivery.sample(
      content: .illustrated, uploads: PictureUploads(ids: ["51", "52"], began: .noon))
    _ = try step(&delivery, Self.lost)
    _ = try step(&delivery, .posts([]))
    #expect(delivery.state == .ready)
    #expect(try step(&delivery, .uploaded("53")) == .upload(Self.media[0]))
  }

  @Test func `uploading again is no progress: a draft that is refused again and again is held`()
    throws
  {
    var delivery = Delivery.sample(content: .illustrated)
    var stages = 0
    while delivery.state != .held, stages < 100 {
      guard let next = delivery.begin(at: .noon) else { break }
      let outcome: NetworkAnswer.Outcome
      switch next {
      case .upload: outcome = .uploaded("51")
      case .stage:
        stages += 1
        outcome = stages == 1 ? Self.lost : .refused(.of(.duplicate))
      default: outcome = .posts([])
      }
      _ = delivery.handle(outcome, to: next, at: .noon, policy: .short, random: .seeded(1))
    }
    #expect(delivery.state == .held)
    #expect(stages <= DeliveryPolicy.short.attempts)
    #expect(delivery.trouble?.reason.code == "trouble.duplicate")
  }

  @Test(arguments: [(1_800, .failed), (7_200, .ready)] as [(Int64, DeliveryState)])
  func `a draft that is refused with old pictures is tried once more with new ones`(
    _ age: Int64, _ state: DeliveryState
  ) throws {
    var delivery = Delivery.sample(
      content: .illustrated, uploads: PictureUploads(ids: ["51", "52"], began: .noon))
    _ = try step(
      &delivery, .refused(.of(.request)), at: Timestamp.noon.advanced(bySeconds: age))
    #expect(delivery.state == state)
    #expect((delivery.uploads == nil) == (state == .ready))
  }

  @Test func `a picture that is not accepted refuses the post with its reason`() throws {
    var delivery = Delivery.sample(content: .illustrated)
    _ = try step(&delivery, .refused(.of(.content)))
    #expect(delivery.state == .refused)
    #expect(delivery.trouble?.reason.code == "trouble.content")
  }

  @Test(arguments: DeliveryState.allCases.filter { $0 != .ready })
  func `the answer to an upload that nobody waits for changes nothing`(_ state: DeliveryState) {
    let before = Delivery.sample(state, content: .illustrated, remoteID: "7_1")
    var delivery = before
    for outcome: NetworkAnswer.Outcome in [.uploaded("51"), .refused(.of(.token)), Self.lost] {
      let effects = delivery.handle(
        outcome, to: .upload(Self.media[0]), at: .noon, policy: .short, random: .seeded(1))
      #expect(effects.isEmpty)
      #expect(delivery == before)
    }
  }
}
