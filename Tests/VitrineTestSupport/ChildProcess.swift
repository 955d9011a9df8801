import Dispatch
import Foundation
import Synchronization

/// A program that runs beside the test, ended by its own pid and nothing broader.
///
/// Started with `posix_spawn`: no descriptor of the test process is passed on (a lease or a lifeline
/// would be held by the child), and signals are as a shell would hand them over. Foundation's
/// `Process` is not used: with some 1,300 open files it reads past the end of a folder's listing.
package final class ChildProcess: Sendable {
  /// How a program ended.
  package struct Ending: Hashable, Sendable {
    /// The exit code, unless a signal ended it.
    package let exitCode: Int32?
    /// The signal that ended it.
    package let signal: Int32?

    init(status: Int32) {
      let number = status & 0x7F
      exitCode = number == 0 ? (status >> 8) & 0xFF : nil
      signal = number == 0 ? nil : number
    }
  }

  /// Where a program reads and writes: descriptors that stay the caller's.
  package struct Streams {
    package var input: Int32
    package var output: Int32
    package var errors: Int32

    package init(input: Int32, output: Int32, errors: Int32) {
      (self.input, self.output, self.errors) = (input, output, errors)
    }
  }

  /// What the system refused.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    package init(_ what: String, number: Int32 = errno) {
      description = "\(what): \(String(cString: strerror(number)))"
    }
  }

  private struct State {
    var ending: Ending?
    var waiting: [CheckedContinuation<Ending, Never>] = []
  }

  private static let highestDescriptor: Int32 = 8192

  /// Its process id.
  package let pid: pid_t
  private let state = Mutex(State())

  /// Starts a program, which is looked up in the path of its environment.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: URL,
    streams: Streams
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, streams.input, 0)
    posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
    posix_spawn_file_actions_adddup2(&actions, streams.errors, 2)
    // Closing what is not open is no error; the call that closes "all from 3" is not in Swift's Glibc.
    for descriptor in 3..<Self.highestDescriptor {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var pid: pid_t = 0
    // `env` changes the folder and then becomes the program, under the same pid.
    let words = ["env", "-C", folder.path, program] + arguments
    let failure = Self.withTexts(words) { words in
      Self.withTexts(environment.map { "\($0.key)=\($0.value)" }) { environment in
        posix_spawn(&pid, "/usr/bin/env", &actions, &attributes, words, environment)
      }
    }
    guard failure == 0 else { throw Failure("starting \(program)", number: failure) }
    self.pid = pid
    Thread.detachNewThread { self.reap() }
  }

  /// Sends a signal, unless the program is gone: its pid may be another one's by then.
  package func send(_ signal: Int32) {
    state.withLock { state in
      if state.ending == nil { kill(pid, signal) }
    }
  }

  /// Sends a signal after so many nanoseconds of the monotonic clock.
  package func send(_ signal: Int32, afterNanoseconds delay: UInt64) {
    DispatchQueue.global(qos: .userInteractive)
      .asyncAfter(deadline: .now() + .nanoseconds(Int(clamping: delay))) { self.send(signal) }
  }

  /// How it ended.
  package func ending() async -> Ending {
    await withCheckedContinuation { continuation in
      let ending = state.withLock { state in
        if state.ending == nil { state.waiting.append(continuation) }
        return state.ending
      }
      if let ending { continuation.resume(returning: ending) }
    }
  }

  /// Waits on a thread of its own; under the lock a pid is never signalled after it was reaped.
  private func reap() {
    var info = siginfo_t()
    while waitid(P_PID, id_t(pid), &info, WEXITED | WNOWAIT) == -1, errno == EINTR {}
    let (ending, waiting) = state.withLock { state in
      var status: Int32 = 0
      while waitpid(pid, &status, 0) == -1, errno == EINTR {}
      let ending = Ending(status: status)
      defer { state.waiting = [] }
      state.ending = ending
      return (ending, state.waiting)
    }
    for continuation in waiting { continuation.resume(returning: ending) }
  }

  private static func withTexts<T>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> T
  ) -> T {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }
}
