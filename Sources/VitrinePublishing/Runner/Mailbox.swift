import Synchronization

/// Collects what tasks bring, for one taker who takes everything that is there.
final class Mailbox<Item: Sendable>: Sendable {
  private struct State {
    var items: [Item] = []
    var waiter: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Puts something in and wakes the taker.
  func put(_ item: Item) {
    let waiter = state.withLock { state in
      state.items.append(item)
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }

  /// Everything that is there; waits for the first thing.
  func takeAll() async -> [Item] {
    await withCheckedContinuation { continuation in
      let ready = state.withLock { state in
        if state.items.isEmpty {
          state.waiter = continuation
          return false
        }
        return true
      }
      if ready { continuation.resume() }
    }
    return takeWhatIsThere()
  }

  /// Everything that is there, without waiting.
  func takeWhatIsThere() -> [Item] {
    state.withLock { state in
      defer { state.items = [] }
      return state.items
    }
  }
}
