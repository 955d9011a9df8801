/// Workers that disagree about the time by minutes or hours, until somebody sets their clocks right.
struct WrongClocks: Sendable {
  let night: Night

  /// How far a clock is wrong at most, in milliseconds.
  private static let most: Int64 = 3 * 3_600_000

  func play() async {
    let world = night.world
    for _ in 0..<world.draw(1...6) {
      await world.sleep(world.draw(0...(night.weather.end / 3)))
      guard world.now < night.weather.end else { break }
      let alive = night.alive
      guard !alive.isEmpty else { continue }
      let worker = alive[world.draw(0...(alive.count - 1))]
      let error = world.chance(500) ? world.draw(60_000...600_000) : world.draw(600_000...Self.most)
      worker.setClock(ahead: world.chance(500) ? error : -error)
    }
    await world.sleep(night.weather.end - world.now)
    for worker in night.alive { worker.setClock(ahead: 0) }
    // What a fast clock has put off is due when the others have come as far.
    world.stepWall(by: Self.most + 3_600_000)
  }
}
