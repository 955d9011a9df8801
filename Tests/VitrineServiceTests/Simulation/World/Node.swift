import Synchronization
import VitrineCore

/// A process of the simulated world: it can be killed, and stopped for a while and let go on.
final class Node: Sendable {
  /// A killed process gets no further than its next step outside.
  struct Killed: Error {}

  private struct State {
    var isDead = false
    var pausedUntil: Int64 = 0
    /// Milliseconds by which its clock is ahead of the others'.
    var ahead: Int64 = 0
    var reports: [StaleCheck] = []
    var permits: [String: [Permit]] = [:]
  }

  let name: String
  let world: World
  /// Whether it is a worker, and not a person's command.
  let isWorker: Bool
  private let state = Mutex(State())

  init(_ name: String, world: World, isWorker: Bool) {
    self.name = name
    self.world = world
    self.isWorker = isWorker
  }

  var isDead: Bool { state.withLock { $0.isDead } }

  /// Kills it.
  func kill() {
    state.withLock { $0.isDead = true }
    world.note("\(name) killed")
  }

  /// Stops it, as SIGSTOP does.
  func pause(_ microseconds: Int64) {
    let until = world.now + microseconds
    state.withLock { $0.pausedUntil = max($0.pausedUntil, until) }
    world.note("\(name) stopped for \(microseconds / 1_000) ms")
  }

  /// Waits while it is stopped.
  func waitWhilePaused() async {
    while true {
      let left = state.withLock { $0.isDead ? 0 : $0.pausedUntil } - world.now
      guard left > 0 else { return }
      await world.sleep(left)
    }
  }

  /// A step outside: goes on when it is not stopped, and fails when it is dead.
  func enter() async throws {
    await waitWhilePaused()
    if isDead { throw Killed() }
  }

  /// Sets its clock, and that of nobody else, wrong by so many milliseconds; 0 sets it right.
  func setClock(ahead milliseconds: Int64) {
    state.withLock { $0.ahead = milliseconds }
    world.note("\(name) is \(milliseconds) ms ahead")
  }

  /// The clocks as this process sees them.
  var time: TimeSource {
    let world = world
    return TimeSource(
      now: { world.wall.advanced(byMilliseconds: self.state.withLock { $0.ahead }) },
      monotonic: { UInt64(world.now) * 1_000 },
      sleep: { milliseconds in
        try await self.enter()
        await world.sleep(milliseconds * 1_000)
        try await self.enter()
      })
  }

  /// The reports that the next exchange brings, for the check of stale ones.
  var reports: [StaleCheck] {
    get { state.withLock { $0.reports } }
    set { state.withLock { $0.reports = newValue } }
  }

  /// Gives the right to one send.
  func permit(_ key: String, _ permit: Permit) {
    state.withLock { $0.permits[key, default: []].append(permit) }
  }

  /// Uses the right to one send; nil when there is none.
  func usePermit(_ key: String) -> Permit? {
    state.withLock { state in
      guard let first = state.permits[key]?.first else { return nil }
      state.permits[key]?.removeFirst()
      return first
    }
  }
}

/// The right to one send: for which post, under which fence.
struct Permit: Sendable {
  let post: PostID
  let fence: Int64
}

/// A report on its way, by post and fence.
struct StaleCheck: Sendable {
  let post: PostID
  let fence: Int64
}
