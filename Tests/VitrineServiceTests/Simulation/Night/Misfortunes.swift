import Synchronization
import VitrineCore

/// What befalls processes, tokens and clocks in a night.
struct Misfortunes: Sendable {
  let night: Night

  func play() async {
    let world = night.world
    let isCalm = night.weather.kinds.isEmpty && night.weather.lostRequest == 0
    let count = world.chance(isCalm ? 300 : 750) ? world.draw(1...8) : 0
    let moments = (0..<count).map { _ in world.draw(50_000...night.weather.end) }.sorted()
    for moment in moments {
      await world.sleep(moment - world.now)
      if world.chance(600) { await waitForAMoment() }
      await strike()
    }
  }

  /// Waits a little for work of one kind to be in somebody's hands: that is when it hurts.
  private func waitForAMoment() async {
    let states: [DeliveryState] = [
      .staging, .staging, .staged, .releasing, .published, .discarding,
    ]
    let state = states[night.world.draw(0...(states.count - 1))]
    for _ in 0..<100 {
      if night.auditor.rows.contains(where: { $0.state == state && $0.worker != nil }) { break }
      await night.world.sleep(20_000)
    }
    await night.world.sleep(night.world.draw(0...80_000))
  }

  /// All workers die while a draft is being made, and before anybody can look for it the pages break,
  /// which somebody's check finds first.
  func breakInFlight() async {
    for _ in 0..<150 where !night.isStaging { await night.world.sleep(20_000) }
    await night.world.sleep(night.world.draw(0...120_000))
    for worker in night.alive { worker.kill() }
    night.truth.killConnection()
    await night.checkPages()
  }

  private func strike() async {
    let world = night.world
    let alive = night.alive
    guard !alive.isEmpty else { return }
    let worker = alive[world.draw(0...(alive.count - 1))]
    switch world.draw(0...9) {
    case 0...2:
      worker.kill()
      if world.chance(300) { night.truth.killConnection() }
    case 3...5: worker.pause(world.draw(500_000...20_000_000))
    case 6: night.leases.lose(worker)
    case 7:
      let step: Int64 =
        world.chance(700) ? world.draw(1_000...3_600_000) : -world.draw(500...5_000)
      // A network that publishes by itself has a clock of its own, and this world has one for all.
      if night.timer == nil { world.stepWall(by: step) }
    default:
      let pages = night.truth.state.withLock { $0.pages.keys.sorted() }
      guard !world.chance(300) else {
        if world.chance(500) { return await breakInFlight() }
        return night.truth.killConnection()
      }
      let count = min(pages.count, world.draw(1...3))
      let first = world.draw(0...(pages.count - 1))
      for offset in 0..<count { night.truth.killToken(pages[(first + offset) % pages.count]) }
    }
  }
}
