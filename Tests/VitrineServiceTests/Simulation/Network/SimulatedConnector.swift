import Synchronization
import VitrineCore

/// The network as one process of the world reaches it: calls get lost, come late, and are refused.
struct SimulatedConnector: NetworkConnector {
  let truth: RemoteTruth
  let node: Node
  let auditor: Auditor
  let mutant: Mutant?
  var mode = DeliveryMode.drafts
  var timer: NativeTimer?

  var network: Network { .facebook }
  var abilities: NetworkAbilities { NetworkAbilities(mode, batchSize: 50, timer: timer) }

  private var world: World { node.world }
  private var weather: Weather { truth.weather }
  private var isStormy: Bool { world.now < weather.end }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    // The lease was checked; whoever is stopped here sends too late.
    await node.waitWhilePaused()
    if node.isDead { return calls.map { _ in Self.unknown } }
    let sends = calls.map { call in
      let permit = node.usePermit(call.permitKey)
      if permit == nil, node.isWorker {
        world.violate("I3 \(node.name) sends \(call.permitKey) without a claim")
      }
      return Send(
        call: mutant?.change(call, truth) ?? call, fence: permit?.fence ?? -1,
        post: permit?.post)
    }
    let fate = batchFate()
    world.note("\(node.name) sends \(calls.count) \(fate)")
    await world.sleep(world.draw(5_000...60_000))
    let answers = sends.map { send in
      let told = fate == .lost ? Self.unknown(send.call) : answer(send, fate)
      return mutant?.change(told, to: send.call, truth) ?? told
    }
    let isHung = isStormy && calls.contains { weather.hangs($0.page) }
    let patience: Int64 =
      fate == .hang || isHung ? world.draw(2_000_000...8_000_000) : 60_000
    await world.sleep(world.draw(5_000...patience))
    await node.waitWhilePaused()
    return answers.map { NetworkAnswer($0) }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] {
    try await node.enter()
    await world.sleep(100_000)
    return truth.remotePages
  }

  /// A call on its way.
  private struct Send: Sendable {
    let call: NetworkCall
    let fence: Int64
    let post: PostID?
  }

  /// What happens to a request as a whole.
  private enum Fate { case fair, lost, unanswered, hang }

  private func batchFate() -> Fate {
    guard isStormy else { return .fair }
    if world.chance(weather.lostBatch) { return world.chance(500) ? .lost : .unanswered }
    return world.chance(weather.hang) ? .hang : .fair
  }

  private func answer(_ send: Send, _ fate: Fate) -> NetworkAnswer.Outcome {
    let call = send.call
    if let refusal = throttle(call) ?? randomRefusal(call) { return .refused(refusal) }
    if isStormy {
      if case .delete = call.step, weather.lostDeletions > 0, world.chance(weather.lostDeletions) {
        return Self.unknown(call)
      }
      let isStuck = weather.hangs(call.page) && world.chance(700)
      if isStuck || world.chance(weather.lostRequest) { return Self.unknown(call) }
      if call.isWrite, world.chance(weather.lateExecution) {
        let delay = world.draw(100...weather.lateness) * 1_000
        world.after(delay) { _ = perform(send) }
        return Self.unknown(call)
      }
    }
    let outcome = perform(send)
    let isLost =
      fate != .fair || (isStormy && (weather.hangs(call.page) || world.chance(weather.lostAnswer)))
    return isLost ? Self.unknown(call) : outcome
  }

  /// Lets the network do it, and looks at what it did.
  private func perform(_ send: Send) -> NetworkAnswer.Outcome {
    let call = send.call
    let row = send.post.flatMap(auditor.row(post:))
    let isLate = node.isWorker && (node.isDead || row?.fence != send.fence)
    let outcome = truth.execute(call, isLate: isLate)
    if case .release(let id) = call.step, outcome.isPublic { auditor.checkRelease(id, row) }
    world.note("network \(call.permitKey)\(isLate ? " late" : ""): \(outcome.word)")
    if call.step.isPublic, let row, let page = truth.page(call.page),
      page.published(row.text).count > 1
    {
      world.violate("I1 page \(call.page) has had \(page.published(row.text)) in public")
    }
    return outcome
  }

  private func throttle(_ call: NetworkCall) -> NetworkFailure? {
    let now = world.now
    let starts = isStormy && world.chance(weather.throttles)
    let isApp = starts && world.chance(200)
    let seconds = starts ? world.draw(1...8) : 0
    return truth.state.withLock { state in
      if starts {
        let until = now + Int64(seconds) * 1_000_000
        if isApp {
          state.appThrottledUntil = max(state.appThrottledUntil, until)
        } else {
          state.pages[call.page]?.throttledUntil = until
        }
      }
      let app = state.appThrottledUntil - now
      let page = (state.pages[call.page]?.throttledUntil ?? 0) - now
      guard max(app, page) > 0 else { return nil }
      if !starts { state.callsWhileThrottled += 1 }
      return NetworkFailure(
        kind: .throttled, reach: app > 0 ? .app : .page, code: app > 0 ? 4 : 80_001,
        detail: "too many calls", waitSeconds: Int(max(app, page) / 1_000_000) + 1)
    }
  }

  /// A refusal without a reason that this world knows.
  private func randomRefusal(_ call: NetworkCall) -> NetworkFailure? {
    guard isStormy, world.chance(weather.refusals), !weather.kinds.isEmpty else { return nil }
    let kind = weather.kinds[world.draw(0...(weather.kinds.count - 1))]
    if kind == .missing {
      // A draft or post that is there is said to be missing at most twice: more is not lag.
      guard case .read = call.step else { return nil }
      let isBelieved = truth.state.withLock { state -> Bool in
        state.pages[call.page]?.falseMisses += 1
        return (state.pages[call.page]?.falseMisses ?? 0) <= 2
      }
      guard isBelieved else { return nil }
    }
    if kind == .duplicate, !call.isWrite { return nil }
    return NetworkFailure(
      kind: kind, reach: .call, code: 1, detail: "storm",
      waitSeconds: kind == .blocked ? 5 : nil)
  }

  private static let unknown = NetworkAnswer(
    .unknown(NetworkFailure(kind: .temporary, detail: "no answer")))

  /// No answer: unknown for what may have had an effect, and a refusal that passes for a look.
  private static func unknown(_ call: NetworkCall) -> NetworkAnswer.Outcome {
    let failure = NetworkFailure(kind: .temporary, detail: "no answer")
    return call.isWrite ? .unknown(failure) : .refused(failure)
  }
}

extension NetworkCall.Step {
  /// Whether visitors may see something new by it.
  var isPublic: Bool {
    switch self {
    case .release, .publish: true
    default: false
    }
  }
}

extension NetworkCall {
  /// Whether it changes something.
  var isWrite: Bool {
    switch step {
    case .upload, .stage, .schedule, .release, .publish, .edit, .pin, .delete, .unschedule: true
    case .read, .listDrafts, .listScheduled, .listPublished, .checkToken, .listRoles,
      .listAssigned, .readBusiness:
      false
    }
  }
}

extension NetworkAnswer.Outcome {
  /// Whether visitors see it now.
  var isPublic: Bool {
    switch self {
    case .released, .published: true
    default: false
    }
  }

  /// The outcome in a word, for the trace.
  var word: String {
    switch self {
    case .uploaded(let id): "uploaded \(id)"
    case .staged(let id): "staged \(id)"
    case .released: "released"
    case .published(let id, _): "published \(id)"
    case .edited: "edited"
    case .pinned: "pinned"
    case .post(let post): "post \(post.id) \(post.isPublished ? "public" : "draft")"
    case .posts(let posts): "posts \(posts.map(\.id))"
    case .deleted: "deleted"
    case .people(let people): "people \(people.map(\.id))"
    case .business: "business"
    case .tokenGood: "good"
    case .refused(let failure): "refused \(failure.kind)"
    case .unknown: "unknown"
    }
  }
}
