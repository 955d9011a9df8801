import VitrineCore

/// Performs deliveries: asks the ledger what to send, sends it, reports what came back.
///
/// Holds no truth of its own. Killed at any instant, it leaves the ledger with intents that the next
/// runner reconciles by reading the pages.
package struct Runner: Sendable {
  /// How a run ended.
  package enum End: Hashable, Sendable {
    /// Nothing is left to do.
    case done
    /// Somebody asked it to stop; the steps in hand were finished and recorded.
    case stopped
    /// Nothing has moved for as long as was allowed.
    case stuck
  }

  private let ledger: any DeliveryLedger
  private let networks: [Network: any NetworkConnector]
  private let time: TimeSource
  private let random: RandomSource
  private let policy: DeliveryPolicy
  private let concurrency: Int
  private let batchSize: Int

  /// Makes a runner; concurrency counts requests, each of at most `batchSize` calls.
  package init(
    ledger: any DeliveryLedger, networks: [Network: any NetworkConnector], time: TimeSource,
    random: RandomSource, policy: DeliveryPolicy, concurrency: Int, batchSize: Int
  ) {
    self.ledger = ledger
    self.networks = networks
    self.time = time
    self.random = random
    self.policy = policy
    self.concurrency = max(1, concurrency)
    self.batchSize = max(1, batchSize)
  }

  /// Runs until there is nothing left, or somebody asks it to stop.
  ///
  /// - Parameters:
  ///   - patience: give up when no delivery has got further for so many milliseconds; nil for never.
  ///   - forever: go on when nothing is left (a worker), instead of returning.
  ///   - shouldStop: asked between steps; the steps in hand are always finished and recorded.
  ///   - watch: told how far it is after each exchange.
  /// - Returns: how the run ended.
  /// - Throws: what the ledger throws; what is in flight is then reconciled by the next runner.
  package func run(
    patience: Int64? = nil, forever: Bool = false,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    watch: @escaping @Sendable ([DeliveryProgress]) async -> Void = { _ in }
  ) async throws -> End {
    let mailbox = Mailbox<News>()
    let memory = RunnerMemory()
    // A discarding group: a worker that runs for months must not keep what its requests returned.
    return try await withThrowingDiscardingTaskGroup { group in
      var inFlight = 0
      // Claimed and not yet sent: a network that takes few calls a request makes more requests.
      var queue = RequestQueue(concurrency: concurrency)
      var stops = CallStops()
      var reports: [DeliveryReport] = []
      var movement = Movement(at: time.monotonic())
      var isTicking = false
      var reaped: UInt64?
      while true {
        let isAsked = shouldStop()
        // Whoever waits for the end of a quarantine is not stuck.
        let now = time.monotonic()
        let isStuck =
          movement.isOver(patience, at: now)
          && !memory.isWatching(within: policy.looking, at: now)
        let stopping = isAsked || isStuck
        let end: End = isAsked ? .stopped : .stuck
        if stopping, inFlight == 0, reports.isEmpty { return end }
        if reaped.map({ time.monotonic() - $0 > Self.reapEvery }) ?? true {
          try await ledger.reap()
          reaped = time.monotonic()
        }
        let room = max(0, concurrency - inFlight - queue.waiting)
        let capacity = stopping ? 0 : room * batchSize
        let exchange = try await ledger.exchange(reports, capacity: capacity)
        movement.note(exchange.progress, at: time.monotonic())
        reports = []
        memory.know(exchange.silent)
        await watch(exchange.progress)
        queue.add(
          memory.requests(exchange.claims, size: requestSize, at: time.monotonic()))
        while inFlight < concurrency, let request = queue.next() {
          // What was claimed before the network asked for silence is not sent after it.
          let batch = request.claims.filter { claim in
            guard let seconds = stops.seconds(for: claim, at: time.monotonic()) else { return true }
            reports.append(stopped(claim, seconds, memory))
            return false
          }
          guard !batch.isEmpty else {
            queue.finish(request.isSuspect)
            continue
          }
          inFlight += 1
          let isSuspect = request.isSuspect
          group.addTask {
            mailbox.put(.answers(await perform(batch, memory), isSuspect: isSuspect))
          }
        }
        if inFlight > 0 {
          // What becomes due meanwhile does not wait for a page that hangs.
          if queue.isHeldUp, !isTicking, !stopping {
            isTicking = true
            group.addTask {
              try? await time.sleep(Self.tick)
              mailbox.put(.tick)
            }
          }
          for news in await mailbox.takeAll() {
            switch news {
            case .tick: isTicking = false
            case .answers(let answers, let isSuspect):
              inFlight -= 1
              queue.finish(isSuspect)
              for report in answers { stops.note(report, at: time.monotonic()) }
              reports += answers
            }
          }
          continue
        }
        if !reports.isEmpty { continue }
        if stopping { return end }
        if exchange.isDone, !forever { return .done }
        try await time.sleep(pause(until: exchange.wake))
      }
    }
  }

  /// Dead workers are looked for this often, in nanoseconds.
  private static let reapEvery: UInt64 = 2_000_000_000

  private func pause(until wake: Timestamp?) -> Int64 {
    let wanted = wake.map { $0.milliseconds(since: time.now()) } ?? 500
    return min(max(wanted, 10), 500)
  }

  /// How many calls go into one request.
  private func requestSize(_ network: Network) -> Int {
    min(batchSize, max(1, networks[network]?.abilities.batchSize ?? 1))
  }

  /// How often it is looked at what has become due while a page hangs, in milliseconds.
  private static let tick: Int64 = 100

  /// What wakes the loop while requests are under way.
  private enum News: Sendable {
    /// What a request brought back.
    case answers([DeliveryReport], isSuspect: Bool)
    /// That time has passed.
    case tick
  }

  /// Sends a batch, unless its lease has run out: then nothing is sent, and that is the report.
  private func perform(_ batch: [DeliveryClaim], _ memory: RunnerMemory) async -> [DeliveryReport] {
    let isLate = batch.contains { $0.deadline <= time.monotonic() }
    let sendable = batch.filter { $0.call.whyUnsendable == nil }
    let unsendable = batch.compactMap { claim in
      claim.call.whyUnsendable.map { report(claim, NetworkAnswer(.refused($0)), memory) }
    }
    guard let connector = batch.first.flatMap({ networks[$0.network] }), !isLate else {
      let failure = NetworkFailure(kind: .temporary, detail: "not sent: the lease had run out")
      return sendable.map {
        report($0, NetworkAnswer(.refused(failure)), memory, isBlameless: isLate)
      } + unsendable
    }
    let start = time.monotonic()
    let answers = sendable.isEmpty ? [] : await connector.perform(sendable.map(\.call))
    let verdict = memory.note(
      sendable, answers, at: time.now(), since: start, monotonic: time.monotonic())
    return zip(sendable, answers).enumerated().map { place, pair in
      report(
        pair.0, pair.1, memory, isBlameless: verdict.isOutage,
        isHung: verdict.hung.contains(pair.0.call.page),
        contact: place == 0 ? verdict.contact : nil)
    } + unsendable
  }

  /// A call that was claimed and is not sent, since the network asked for silence meanwhile.
  private func stopped(
    _ claim: DeliveryClaim, _ seconds: Int, _ memory: RunnerMemory
  ) -> DeliveryReport {
    let failure = NetworkFailure(
      kind: .throttled, reach: .page, detail: "not sent: the network wants fewer calls",
      waitSeconds: seconds)
    return report(claim, NetworkAnswer(.refused(failure)), memory)
  }

  /// What an answer makes of a delivery; a try for whose failure the page is not to blame is none.
  private func report(
    _ claim: DeliveryClaim, _ answer: NetworkAnswer, _ memory: RunnerMemory,
    isBlameless: Bool = false, isHung: Bool = false, contact: HostContact? = nil
  ) -> DeliveryReport {
    var delivery = claim.delivery
    let isExcused = isBlameless && answer.isSilence
    let effects = delivery.handle(
      answer.outcome, to: claim.call.step, at: time.now(),
      policy: isExcused ? policy.untiring : isHung ? policy.forHangs : policy, random: random,
      watched: memory.watch(claim.delivery, at: time.monotonic()))
    delivery.note(isHung: isHung, isSilent: answer.isSilence, at: time.now())
    memory.unwatch(delivery)
    if isExcused {
      delivery.attempts = claim.delivery.attempts
      delivery.pin?.attempts = claim.delivery.pin?.attempts ?? 0
    }
    let failure: NetworkFailure? =
      switch answer.outcome {
      case .refused(let failure), .unknown(let failure): failure
      default: nil
      }
    return DeliveryReport(
      claim: claim, delivery: delivery, effects: effects, failure: failure, usage: answer.usage,
      contact: contact)
  }
}

extension NetworkCall {
  /// Why it lacks what it takes to be sent; nil when it lacks nothing.
  fileprivate var whyUnsendable: NetworkFailure? {
    if token == .absent {
      return NetworkFailure(kind: .unreadable, detail: "the stored token cannot be opened")
    }
    guard step.isUpload, bytes == nil else { return nil }
    return NetworkFailure(kind: .content, detail: "the picture is not on this desk")
  }
}
