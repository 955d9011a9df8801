import Dispatch
import Foundation
import Synchronization

/// Ctrl-C and its relatives: the first one asks to finish the step in hand, the second one leaves.
///
/// `SIGHUP` is ignored: a launch outlives the terminal it was started from.
///
/// Unchecked, because the compiler does not know that a dispatch source may be used from any thread;
/// the list of sources never changes.
final class StopSignals: @unchecked Sendable {
  private let sources: [any DispatchSourceSignal]
  private let received = Mutex<(count: Int, last: Int32)>((0, SIGINT))

  /// Starts to listen.
  init(_ first: @escaping @Sendable () -> Void) {
    signal(SIGHUP, SIG_IGN)
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for (source, number) in zip(sources, [SIGINT, SIGTERM]) {
      source.setEventHandler { [weak self] in
        let count = self?.received.withLock { state in
          state = (state.count + 1, number)
          return state.count
        }
        if count == 1 { first() } else { exit(128 + number) }
      }
      source.resume()
    }
  }

  /// Whether somebody asked to stop.
  var isAsked: Bool { received.withLock { $0.count > 0 } }

  /// The exit code of a run that was stopped: 130 for Ctrl-C, 143 for SIGTERM.
  var exitCode: Int32 { 128 + received.withLock { $0.last } }

  /// Gives the signals back.
  func end() {
    for source in sources { source.cancel() }
    signal(SIGINT, SIG_DFL)
    signal(SIGTERM, SIG_DFL)
  }
}
