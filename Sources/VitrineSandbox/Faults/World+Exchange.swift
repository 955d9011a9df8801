/// Calls as they meet faults and limits: decided first, then performed.
extension World {
  /// A hung member of a batch comes back null after this long.
  private static let hungMemberDelay = 2000

  /// Handles one HTTP request to the Graph API, which may be a batch.
  mutating func exchange(_ call: GraphCall) -> Exchange {
    statistics.total += 1
    let now = now
    defer { journal?.flush() }
    if call.segments.isEmpty, call.method == .post, call.parameters["batch"] != nil {
      return exchange(batch: call, at: now)
    }
    let decision = decide(call, inBatch: false, at: now)
    var exchange = Exchange(ending: decision.ending, delay: decision.answerDelay)
    exchange.answer = perform(call, decision, at: now)
    if let late = decision.lateBy { exchange.late = [.init(call: call, milliseconds: late)] }
    return exchange
  }

  /// Performs what a client sent and gave up on.
  mutating func executeLate(_ call: GraphCall) {
    _ = answer(call, at: now)
    journal?.flush()
  }

  private mutating func exchange(batch call: GraphCall, at now: Instant) -> Exchange {
    let batch: BatchRequest
    do throws(GraphError) {
      _ = try caller(of: call)
      batch = try BatchRequest(call)
    } catch {
      return Exchange(ending: .answered, answer: GraphAnswer(error, trace: makeTrace()))
    }
    // Decided for all members before any of them, because a reset must leave nothing behind.
    let decisions = batch.members.map { member -> FaultDecision in
      if case .success(let call) = member { return decide(call, inBatch: true, at: now) }
      statistics.count(.other)
      return FaultDecision()
    }
    if decisions.contains(where: { if case .reset = $0.ending { true } else { false } }) {
      return Exchange(ending: .reset)
    }
    var exchange = Exchange(ending: .answered)
    var answers: [GraphAnswer?] = []
    for (member, decision) in zip(batch.members, decisions) {
      switch member {
      case .failure(let error): answers.append(GraphAnswer(error, trace: makeTrace()))
      case .success(let call): answers.append(perform(call, decision, at: now))
      }
      exchange.delay = max(exchange.delay, decision.answerDelay)
      switch (decision.ending, exchange.ending) {
      case (.closed, _): exchange.ending = .closed
      case (.html, .answered): exchange.ending = .html
      case (.null, _): answers[answers.count - 1] = nil
      case (.hung, _):
        answers[answers.count - 1] = nil
        exchange.delay = max(exchange.delay, Self.hungMemberDelay)
      default: break
      }
      if let late = decision.lateBy, case .success(let call) = member {
        exchange.late.append(.init(call: call, milliseconds: late))
      }
    }
    exchange.answer = batch.answer(answers, version: batch.version ?? GraphVersion.usual)
    return exchange
  }

  /// Counts a call, checks limits and lets the armed faults decide about it.
  private mutating func decide(_ call: GraphCall, inBatch: Bool, at now: Instant) -> FaultDecision {
    let kind = CallKind(of: call)
    let times = call.segments.isEmpty ? max(1, call.parameters.list("ids")?.count ?? 1) : 1
    statistics.count(kind, times: times)
    let holder = holder(of: call)
    var decision = FaultDecision()
    if let error = limit(of: call, on: holder, kind: kind, at: now, times: times) {
      decision.error = error
      decision.takesEffect = false
      return decision
    }
    for index in faults.indices where !decision.isSettled || !faults[index].spec.kind.settles {
      guard
        faults[index].fires(
          for: kind, pageID: holder.map(id(of:)),
          storeCode: holder.map { pages[$0.page].store.code },
          inBatch: inBatch, using: &random)
      else { continue }
      let spec = faults[index].spec
      decision.add(spec, on: holder?.network ?? .facebook)
      arm(spec, on: holder, at: now)
    }
    return decision
  }

  /// Starts what a fault leaves behind: a throttle or a block.
  private mutating func arm(_ spec: FaultSpec, on holder: Budget.Holder?, at now: Instant) {
    let delay = Int64(spec.delayMilliseconds ?? spec.kind.usualDelay)
    let until = now.advanced(byMilliseconds: delay)
    switch spec.kind {
    case .throttle:
      let error = GraphError.throttle(spec, on: holder?.network ?? .facebook)
      let throttle = Throttle(error: error, until: until, claimedMinutes: spec.minutes)
      if spec.code ?? 80_001 == 80_001 {
        if let holder { self[budget: holder].throttle = throttle }
      } else {
        appThrottle = throttle
      }
    case .spamBlock: if delay > 0, let holder { self[budget: holder].blockedUntil = until }
    default: break
    }
  }

  private mutating func perform(_ call: GraphCall, _ decision: FaultDecision, at now: Instant)
    -> GraphAnswer
  {
    lagOfCall = decision.listLag
    defer { lagOfCall = 0 }
    var answer = decision.takesEffect ? answer(call, at: now) : nil
    if let error = decision.error { answer = GraphAnswer(error, trace: makeTrace()) }
    // A call without effect and without error has an ending that shows no answer.
    var shown = answer ?? GraphAnswer(JSONWriter())
    shown.headers += usageHeaders(of: call, at: now)
    return shown
  }
}
