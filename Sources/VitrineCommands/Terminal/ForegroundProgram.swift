import Foundation
import VitrineCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that takes over the terminal until it ends, as an editor does.
enum ForegroundProgram {
  /// Runs it and returns its exit code; one that a signal ended counts as 128 and its number.
  ///
  /// Started in the process group of this program, since the terminal hands its keys to that group
  /// alone. Ctrl-C is the program's own meanwhile. It gets the descriptors of standard streams and no
  /// others, and an environment without our token.
  static func run(_ path: String, _ arguments: [String], environment: [String: String]) throws
    -> Int32
  {
    let interrupts = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, handler) in interrupts { signal(number, handler) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    ChildProgram.setDefaultSignals(&attributes)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var pid: pid_t = 0
    let names = environment.filter { !$0.key.hasPrefix("VITRINE_") }.map { "\($0.key)=\($0.value)" }
    let failure = ChildProgram.withTexts([path] + arguments) { words in
      ChildProgram.withTexts(names) {
        posix_spawn(&pid, path, nil, &attributes, words, $0)
      }
    }
    guard failure == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 {
      guard errno == EINTR else { return 127 }
    }
    let number = status & 0x7F
    return number == 0 ? (status >> 8) & 0xFF : 128 + number
  }
}
