import Testing
import VitrineCore
import VitrinePublishing

/// Networks without drafts: one call makes the post, and a lost answer is looked for, never guessed.
struct DirectTests {
  private func handle(
    _ delivery: inout Delivery, _ outcome: NetworkAnswer.Outcome, _ step: NetworkCall.Step,
    at now: Timestamp = .noon
  ) -> [DeliveryEffect] {
    delivery.handle(outcome, to: step, at: now, policy: .short, random: .seeded(1))
  }

  @Test func `nothing is made before the hour, so that staging it needs no call`() {
    var delivery = Delivery.sample(mode: .direct)
    #expect(delivery.begin(at: .noon) == nil)
    #expect(delivery.state == .staged)
  }

  @Test func `its pictures are uploaded before its hour`() {
    var delivery = Delivery.sample(content: .illustrated, mode: .direct)
    for id in ["1", "2"] {
      guard let step = delivery.begin(at: .noon), step.isUpload else {
        Issue.record("no upload")
        return
      }
      #expect(handle(&delivery, .uploaded(RemoteID(id)), step).isEmpty)
    }
    #expect(delivery.begin(at: .noon) == nil)
    #expect(
      delivery.begin(at: .noon)
        == .publish(.illustrated, pictures: ["1", "2"], key: "p_1.d1"))
  }

  @Test func `an answered post is public under the network's id`() throws {
    var delivery = Delivery.sample(.staged, mode: .direct)
    let step = try delivery.next(at: .noon)
    let effects = handle(&delivery, .published("42", permalink: "https://m.example/42"), step)
    #expect(effects == [.published])
    #expect(delivery.state == .published)
    #expect(delivery.remoteID == "42")
    #expect(delivery.shown == "d1")
    #expect(delivery.begin(at: .noon) == .read("42"))
  }

  @Test func `every attempt of one text has the same key, and another text has another`() throws {
    var delivery = Delivery.sample(.staged, mode: .direct)
    let first = try delivery.next(at: .noon)
    _ = handle(&delivery, .refused(.of(.temporary)), first)
    #expect(delivery.state == .staged)
    #expect(delivery.begin(at: .noon) == first)
    var other = Delivery.sample(.staged, mode: .direct, digest: "d2")
    #expect(other.begin(at: .noon) != first)
  }

  @Test func `a lost answer is looked for on the page and taken as ours`() throws {
    var delivery = Delivery.sample(.staged, mode: .direct)
    let step = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), step)
    #expect(delivery.state == .releasing)
    let look = try delivery.next(at: .noon)
    guard case .listPublished = look else {
      Issue.record("\(look) instead of a look")
      return
    }
    let posts: [RemotePost] = [
      .ours("9", isPublished: true, created: Timestamp.noon.advanced(bySeconds: 3)),
      .ours("8", isPublished: true, created: Timestamp.noon.advanced(bySeconds: 1)),
      .ours("7", isPublished: true, text: "Something else"),
    ]
    #expect(handle(&delivery, .posts(posts), look) == [.published])
    #expect(delivery.remoteID == "8")
  }

  @Test func `what is not there behind the quarantine, seen twice, waits for a person`() throws {
    var delivery = Delivery.sample(.staged, mode: .direct)
    let step = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), step)
    var now = Timestamp.noon
    var looks = 0
    while delivery.state == .releasing, looks < 1_000 {
      now = max(now, delivery.notBefore)
      let look = try delivery.next(at: now)
      guard case .listPublished = look else {
        Issue.record("\(look) was sent on a guess")
        return
      }
      _ = handle(&delivery, .posts([]), look, at: now)
      looks += 1
    }
    #expect(delivery.state == .held)
    #expect(delivery.trouble == Trouble("unclear"))
    #expect(now >= Timestamp.noon.advanced(byMilliseconds: DeliveryPolicy.short.quarantine))
  }

  @Test func `a clock that somebody sets forward does not end the quarantine`() throws {
    let quarantine = DeliveryPolicy.short.quarantine
    var delivery = Delivery.sample(.staged, mode: .direct)
    let step = try delivery.next(at: .noon)
    _ = handle(&delivery, .unknown(.of(.temporary)), step)
    func look(after watched: Int64) throws {
      let now = max(Timestamp.noon.advanced(bySeconds: 3_600), delivery.notBefore)
      let look = try delivery.next(at: now)
      _ = delivery.handle(
        .posts([]), to: look, at: now, policy: .short, random: .seeded(1), watched: watched)
    }
    for _ in 0..<5 {
      try look(after: quarantine - 1)
      #expect(delivery.state == .releasing)
    }
    for _ in 0..<2 { try look(after: quarantine) }
    #expect(delivery.trouble == Trouble("unclear"))
  }

  @Test func `a text that the network refuses is refused`() throws {
    var delivery = Delivery.sample(.staged, mode: .direct)
    let step = try delivery.next(at: .noon)
    #expect(handle(&delivery, .refused(.of(.content)), step) == [.stopped])
    #expect(delivery.state == .refused)
  }

  /// A page on which calls get lost, are carried out late, or are answered twice.
  @Test(arguments: 0..<300)
  func `no run of lost and late calls makes a second post`(_ seed: UInt64) throws {
    let random = RandomSource.seeded(seed)
    func draw(_ bound: UInt8) -> UInt8 { random.bytes(1)[0] % bound }
    var delivery = Delivery.sample(.staged, mode: .direct)
    var posts: [RemotePost] = []
    var late: [(at: Timestamp, post: RemotePost)] = []
    var now = Timestamp.noon
    for _ in 0..<400 where !delivery.state.isSettled {
      now = max(now.advanced(byMilliseconds: 1), delivery.notBefore)
      posts += late.filter { $0.at <= now }.map(\.post)
      late.removeAll { $0.at <= now }
      let step = try delivery.next(at: now)
      let outcome: NetworkAnswer.Outcome
      switch step {
      case .publish:
        let post = RemotePost.ours(
          RemoteID("\(posts.count + late.count + 1)"), isPublished: true, created: now)
        switch draw(6) {
        case 0: outcome = .refused(.of(.temporary))
        case 1: outcome = .unknown(.of(.temporary))
        case 2:
          posts.append(post)
          outcome = .unknown(.of(.temporary))
        case 3:
          let delay = Int64(draw(200)) * DeliveryPolicy.short.quarantine / 200
          late.append((now.advanced(byMilliseconds: delay), post))
          outcome = .unknown(.of(.temporary))
        default:
          posts.append(post)
          outcome = .published(post.id)
        }
      case .listPublished: outcome = draw(4) == 0 ? .refused(.of(.temporary)) : .posts(posts)
      case .read(let id):
        outcome = posts.first { $0.id == id }.map { .post($0) } ?? .refused(.of(.missing))
      default:
        Issue.record("\(step) is of no use here")
        return
      }
      _ = delivery.handle(outcome, to: step, at: now, policy: .short, random: random)
    }
    #expect(posts.count + late.count <= 1)
    #expect(delivery.state == .confirmed || delivery.state == .held)
    if delivery.state == .confirmed { #expect(posts.map(\.id) == [delivery.remoteID]) }
    if delivery.state == .held { #expect(posts.isEmpty && late.isEmpty) }
  }
}
