import Synchronization
import VitrineCore

/// A network that answers every call alike, and tells what it was asked.
final class ScriptedConnector: NetworkConnector {
  struct State {
    var sizes: [Int] = []
    var pages: [RemoteID] = []
    var running = 0
    var peak = 0
  }

  let network: Network
  let abilities: NetworkAbilities
  let state = Mutex(State())
  private let answer: NetworkAnswer.Outcome

  init(
    batchSize: Int, network: Network = .facebook, answer: NetworkAnswer.Outcome = .released
  ) {
    abilities = NetworkAbilities(.drafts, batchSize: batchSize)
    self.network = network
    self.answer = answer
  }

  func perform(_ calls: [NetworkCall]) async -> [NetworkAnswer] {
    state.withLock { state in
      state.sizes.append(calls.count)
      state.pages += calls.map(\.page)
      state.running += 1
      state.peak = max(state.peak, state.running)
    }
    // Lets other requests begin, if they may.
    for _ in 0..<20 { await Task.yield() }
    state.withLock { $0.running -= 1 }
    return calls.map { _ in NetworkAnswer(answer) }
  }

  func pages(visibleTo userToken: Secret) async throws -> [RemotePage] { [] }
}

/// Clocks that only sleeping moves, so that a minute passes in no time.
final class SleepingClock: Sendable {
  private let elapsed = Mutex<Int64>(0)

  var source: TimeSource {
    TimeSource(
      now: { Timestamp.noon.advanced(byMilliseconds: self.elapsed.withLock { $0 }) },
      monotonic: { UInt64(self.elapsed.withLock { $0 }) * 1_000_000 },
      sleep: { milliseconds in self.elapsed.withLock { $0 += max(1, milliseconds) } })
  }

  /// Lets time pass.
  func advance(_ milliseconds: Int64) { elapsed.withLock { $0 += milliseconds } }

  var milliseconds: Int64 { elapsed.withLock { $0 } }
}
