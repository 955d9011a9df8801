import VitrineCore
import VitrineService

/// The people of a night: they launch, stop, cancel and mend, at instants that the seed draws.
struct Operators: Sendable {
  let night: Night
  let door: Door
  let id: BroadcastID

  private var world: World { night.world }
  private var people: NightTemplate.People { night.people }

  /// Launches, with a canary or without.
  func launch() async throws {
    let canary = world.chance(300) ? world.draw(1...5) : 0
    _ = try await door.perform(
      LaunchBroadcast(id: id, canary: canary, acceptHeld: world.chance(500)),
      as: people.broadcaster)
  }

  /// Acts now and then until the faults are over, then mends what is left and waits for the end.
  func watchTheNight() async {
    let isCancelling = world.chance(200)
    let isBreaking = isCancelling && world.chance(400)
    let count = world.chance(600) ? world.draw(1...5) : 0
    let moments = (0..<count).map { _ in world.draw(100_000...night.weather.end) }.sorted()
    for moment in moments {
      await world.sleep(moment - world.now)
      await actAtRandom()
    }
    if isCancelling {
      await world.sleep(world.draw(0...night.weather.end) - world.now)
      if isBreaking { await Misfortunes(night: night).breakInFlight() }
      await cancel()
    }
    await world.sleep(night.weather.end - world.now)
    await mendAndWait(isLeavingBroken: world.chance(isBreaking ? 600 : 200))
  }

  /// Cancels; often while a draft is in a worker's hands, who may then be killed with it.
  private func cancel() async {
    let isDirected = world.chance(600)
    for _ in 0..<100 where isDirected {
      let rows = night.auditor.rows
      if rows.contains(where: { $0.worker != nil && [.staged, .releasing].contains($0.state) }) {
        break
      }
      await world.sleep(20_000)
    }
    await perform("cancel") {
      _ = try await door.perform(CancelBroadcast(id: id), as: people.broadcaster)
    }
    if world.chance(500) { for worker in night.alive { worker.kill() } }
  }

  private func actAtRandom() async {
    switch world.draw(0...11) {
    case 0:
      await perform("pause") {
        _ = try await door.perform(
          PauseBroadcast(id: id, reason: "a look"), as: people.broadcaster)
      }
    case 1: await resume()
    case 2: await launchAgain()
    case 3: await retry()
    case 4: await reconnect()
    case 10, 11: await amend()
    case 7...9:
      await perform("posts") { try await OwnPosts(night: night).act(door) }
    case 5:
      await perform("check") {
        _ = try await door.perform(CheckPages(selector: nil), as: people.admin)
      }
    default:
      await perform("pause") {
        _ = try await door.perform(
          PauseBroadcast(id: id, reason: "a moment"), as: people.broadcaster)
      }
      await world.sleep(world.draw(100_000...3_000_000))
      await resume()
    }
  }

  /// The lot was wrong: a correction is written, approved and launched, at the pace of people.
  private func amend() async {
    await perform("amend") {
      _ = try await door.perform(
        AmendBroadcast(
          id: id, source: Night.message(lot: 8 + world.draw(0...1)), reason: "the wrong lot"),
        as: people.editor)
    }
    await world.sleep(world.draw(0...3_000_000))
    if world.chance(150), let approver = people.approvers.first {
      return await perform("reject") {
        _ = try await door.perform(
          RejectBroadcast(id: id, reason: "it was right"), as: approver)
      }
    }
    await launchAmendment()
  }

  private func launchAmendment() async {
    // As many as a new message takes: nothing of it may have been seen yet.
    for approver in people.approvers {
      await perform("approve") {
        _ = try await door.perform(ApproveBroadcast(id: id, digest: nil), as: approver)
      }
    }
    await world.sleep(world.draw(0...2_000_000))
    await perform("launch of the correction") {
      _ = try await door.perform(
        LaunchBroadcast(id: id, canary: nil, acceptHeld: world.chance(500)),
        as: people.broadcaster)
    }
  }

  /// The morning: pages are mended (mostly), what was stopped goes on, and everything gets an end.
  private func mendAndWait(isLeavingBroken: Bool) async {
    world.note("morning\(isLeavingBroken ? ", pages stay broken" : "")")
    for attempt in 0..<40 {
      if !isLeavingBroken, attempt % 4 == 0, attempt < 12 { await reconnect() }
      if [.submitted, .approved].contains(night.auditor.broadcast) { await launchAmendment() }
      if night.auditor.broadcast == .paused { await resume() }
      if attempt % 4 == 0, attempt < 12 {
        await retry()
        await perform("let go") { try await OwnPosts(night: night).resume(door) }
      }
      if night.auditor.broadcast == .awaitingExceptions { await launchAgain() }
      for _ in 0..<40 {
        if isSettled, attempt > 0 || isLeavingBroken || !hasHeld {
          // What is still under way somewhere arrives.
          await world.sleep((night.weather.lateness + 1_000) * 1_000)
          for _ in 0..<20 where night.auditor.broadcast == .cancelled && night.hasOpenStage {
            await world.sleep(500_000)
          }
          return
        }
        await world.sleep(500_000)
      }
    }
    let open = night.auditor.rows.filter { !isAtRest($0) }.prefix(5)
    world.violate(
      "I2 no end: \(night.auditor.broadcast?.rawValue ?? "–"), open \(open.map { "\($0.post) \($0.state)" })"
    )
  }

  private var hasHeld: Bool { night.auditor.rows.contains { $0.state == .held } }

  /// Whether every page is accounted for.
  private var isSettled: Bool {
    guard night.auditor.rows.allSatisfy(isAtRest) else { return false }
    switch night.auditor.broadcast {
    case .finished, .cancelled: return true
    // What may be public on a broken page keeps it open.
    case .releasing:
      return night.auditor.rows.contains { !$0.isRoutine && !$0.state.isSettled }
    default: return false
    }
  }

  /// Whether nothing more happens to it; what may be public on a broken page waits for a worker to say so.
  private func isAtRest(_ row: DeliveryRow) -> Bool {
    row.state.isSettled
      || (row.worker == nil && !row.isPageConnected
        && (row.state != .releasing || row.trouble != nil))
  }

  private func resume() async {
    await perform("resume") {
      _ = try await door.perform(ResumeBroadcast(id: id), as: people.broadcaster)
    }
  }

  private func launchAgain() async {
    await perform("launch") {
      _ = try await door.perform(
        LaunchBroadcast(id: id, canary: nil, acceptHeld: true), as: people.broadcaster)
    }
  }

  private func retry() async {
    await perform("retry") {
      _ = try await door.perform(RetryBroadcast(id: id), as: people.broadcaster)
    }
  }

  private func reconnect() async {
    await perform("connect") {
      _ = try await door.perform(
        ConnectPages(network: .facebook, token: Secret("user"), map: [:]), as: people.admin)
    }
  }

  /// Does it; a conflict with where the broadcast stands, or silence, is an answer, anything else is a defect.
  private func perform(_ name: String, _ body: () async throws -> Void) async {
    do {
      try await body()
      world.note("people: \(name)")
    } catch let fault as Fault
      // Who is told to wait comes back.
      where [.conflict, .denied, .throttled].contains(fault.code)
      || ["broadcast.isPaused", "broadcast.noChange", "broadcast.edited", "network.silent"]
        .contains(fault.message.code)
    {
      world.note("people: \(name) is refused (\(fault.code))")
    } catch {
      world.violate("\(name) failed: \(error)")
    }
  }
}
