import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and its relatives: the first one asks to finish the step in hand, the second one leaves.
///
/// `SIGHUP` is ignored: a launch outlives the terminal it was started from.
final class StopSignals: Sendable {
  private struct State {
    var count = 0
    var sources: [any DispatchSourceSignal] = []
  }

  // Signal sources are not Sendable, but are only touched under the lock.
  private let state = Mutex(State())

  /// Whether somebody asked to stop.
  var isAsked: Bool { state.withLock { $0.count > 0 } }

  /// Starts to listen.
  func listen(_ first: @escaping @Sendable () -> Void) {
    signal(SIGHUP, SIG_IGN)
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        let count = state.withLock { state in
          state.count += 1
          return state.count
        }
        if count == 1 { first() } else { exit(128 + number) }
      }
      source.resume()
      keep(source)
    }
  }

  /// Gives the signals back.
  func end() {
    state.withLock { state in
      for source in state.sources { source.cancel() }
      state.sources = []
    }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }

  private func keep(_ source: sending any DispatchSourceSignal) {
    state.withLock { $0.sources.append(source) }
  }
}
