import Synchronization

/// Lets so many in at once; the others wait in the order in which they came.
final class RequestGate: Sendable {
  private struct State {
    var free: Int
    var waiting: [CheckedContinuation<Void, Never>] = []
    /// How many of the list are through already; they leave it together, now and then.
    var passed = 0
  }

  private let state: Mutex<State>

  /// Makes a gate.
  init(_ width: Int) { state = Mutex(State(free: max(1, width))) }

  /// Runs the body once there is room.
  func pass<Result, Trouble>(
    _ body: () async throws(Trouble) -> Result
  ) async throws(Trouble) -> Result {
    await enter()
    defer { leave() }
    return try await body()
  }

  private func enter() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        guard state.free == 0 else {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  private func leave() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard state.passed < state.waiting.count else {
        state.waiting.removeAll(keepingCapacity: true)
        state.passed = 0
        state.free += 1
        return nil
      }
      let next = state.waiting[state.passed]
      state.passed += 1
      if state.passed > 64, state.passed * 2 > state.waiting.count {
        state.waiting.removeFirst(state.passed)
        state.passed = 0
      }
      return next
    }
    next?.resume()
  }
}
