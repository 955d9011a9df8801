import Testing
import VitrineCore
import VitrinePublishing

/// Runs of lost, late and repeated calls on a network that publishes by itself.
struct TimerWalkTests {
  @Test(arguments: 0..<400)
  func `no run of lost and late calls makes a second post, taken back or not`(
    _ seed: UInt64
  ) throws {
    let mode: DeliveryMode = seed % 2 == 0 ? .drafts : .direct
    let random = RandomSource.seeded(seed)
    func draw(_ bound: UInt8) -> UInt8 { random.bytes(1)[0] % bound }
    var network = TimedNetwork(renames: mode == .direct, isStuck: draw(5) == 0)
    var delivery = TimerTests.sample(mode)
    // From when to when somebody wants it back.
    let from = Timestamp.noon.advanced(bySeconds: Int64(draw(200)) * 8)
    let until = from.advanced(bySeconds: Int64(draw(100)) * (draw(2) == 0 ? 0 : 8))
    var now = Timestamp.noon
    for _ in 0..<20_000 where !delivery.state.isSettled {
      now = max(now.advanced(byMilliseconds: 500), delivery.notBefore)
      let isWantedBack = from <= now && now < until
      let isResting =
        delivery.timer.map { now < $0 } ?? false && delivery.looked == nil
        && (delivery.remoteID ?? delivery.container) != nil
      // What is not public rests while it is wanted back, and what is handed over while it is not.
      if isWantedBack, [.ready, .staged].contains(delivery.state) { continue }
      // Nothing is released before its hour.
      if delivery.state == .staged, now < TimerTests.hour { continue }
      if isResting, !isWantedBack { continue }
      network.pass(until: now)
      guard let step = delivery.begin(at: now) else { continue }
      let outcome: NetworkAnswer.Outcome
      switch draw(8) {
      case 0: outcome = .refused(.of(.temporary))
      case 1: outcome = .unknown(.of(.temporary))
      case 2:
        _ = network.perform(step, at: now)
        outcome = .unknown(.of(.temporary))
      case 3:
        let delay = Int64(draw(200)) * DeliveryPolicy.short.quarantine / 200
        network.late.append((now.advanced(byMilliseconds: delay), step))
        outcome = .unknown(.of(.temporary))
      default: outcome = network.perform(step, at: now)
      }
      let isWrite =
        switch step {
        case .read, .listDrafts, .listPublished, .listScheduled: false
        default: true
        }
      let told: NetworkAnswer.Outcome =
        if case .unknown(let failure) = outcome, !isWrite { .refused(failure) } else { outcome }
      _ = delivery.handle(told, to: step, at: now, policy: .short, random: random)
    }
    network.pass(until: now.advanced(bySeconds: 3_600))
    #expect(network.everPublic.count <= 1, "\(network.everPublic)")
    #expect(delivery.state == .confirmed || delivery.state == .held, "\(delivery.state)")
    if delivery.state == .confirmed { #expect(network.visible == [delivery.remoteID]) }
    if delivery.trouble == Trouble("unclear") { #expect(network.visible.isEmpty) }
  }
}

/// A page on which posts become public at their hour, in front of nobody.
private struct TimedNetwork {
  struct Post {
    var id: RemoteID
    var hour: Timestamp?
    var created: Timestamp
    var isPublic = false
  }

  let renames: Bool
  let isStuck: Bool
  var posts: [Post] = []
  var everPublic: [RemoteID] = []
  var late: [(at: Timestamp, step: NetworkCall.Step)] = []
  private var count = 0

  init(renames: Bool, isStuck: Bool) {
    self.renames = renames
    self.isStuck = isStuck
  }

  var visible: [RemoteID?] { posts.filter(\.isPublic).map(\.id) }

  /// Lets time pass: late calls arrive, and hours strike, in their order.
  mutating func pass(until now: Timestamp) {
    for call in late.sorted(by: { $0.at < $1.at }) where call.at <= now {
      strike(call.at)
      _ = perform(call.step, at: call.at)
    }
    late.removeAll { $0.at <= now }
    strike(now)
  }

  private mutating func strike(_ now: Timestamp) {
    for place in posts.indices where !isStuck && !posts[place].isPublic {
      guard let hour = posts[place].hour, hour <= now else { continue }
      if renames { posts[place].id = RemoteID("\(posts[place].id)p") }
      posts[place].created = hour
      show(place)
    }
  }

  private mutating func show(_ place: Int) {
    posts[place].isPublic = true
    everPublic.append(posts[place].id)
  }

  private mutating func add(_ hour: Timestamp?, at now: Timestamp) -> RemoteID {
    count += 1
    posts.append(Post(id: RemoteID("7_\(count)"), hour: hour, created: now))
    return RemoteID("7_\(count)")
  }

  mutating func perform(_ step: NetworkCall.Step, at now: Timestamp) -> NetworkAnswer.Outcome {
    func remote(_ post: Post) -> RemotePost {
      .ours(post.id, isPublished: post.isPublic, created: post.created)
    }
    switch step {
    case .schedule(_, _, let hour, _): return .staged(add(hour, at: now))
    case .stage: return .staged(add(nil, at: now))
    case .publish:
      let id = add(nil, at: now)
      show(posts.count - 1)
      return .published(id)
    case .release(let id):
      guard let place = posts.firstIndex(where: { $0.id == id }) else {
        return .refused(.of(.missing))
      }
      if !posts[place].isPublic { show(place) }
      return .released
    case .read(let id):
      return posts.first { $0.id == id }.map { .post(remote($0)) } ?? .refused(.of(.missing))
    case .listDrafts:
      return .posts(posts.filter { !$0.isPublic && $0.hour == nil }.map(remote))
    case .listScheduled(let hour):
      return .posts(posts.filter { !$0.isPublic && $0.hour == hour }.map(remote))
    case .listPublished: return .posts(posts.filter(\.isPublic).map(remote))
    case .unschedule(let id):
      guard let place = posts.firstIndex(where: { $0.id == id }) else {
        return .refused(.of(.missing))
      }
      posts.remove(at: place)
      return .deleted
    case .delete(let id):
      posts.removeAll { $0.id == id }
      return .deleted
    default: return .refused(.of(.request))
    }
  }
}
