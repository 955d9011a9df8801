import Dispatch
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal that hands over each key at once and shows nothing by itself, until it is given back.
///
/// The terminal is given back on every way out: at the end, on Ctrl-C (which arrives as a key), and on
/// the signals that end a process. Only `SIGKILL` leaves it as it is; `stty sane` mends that.
final class RawTerminal: InterviewTerminal {
  private let input: Int32
  private let output: Int32
  private let guardian: TerminalGuardian

  /// Takes a terminal over; fails where there is none.
  ///
  /// With `keys` it hands over key by key; without, line by line, as the terminal itself edits them.
  /// Signals are watched for unless told otherwise, which tests of a whole process's signals need.
  init?(input: Int32, output: Int32, keys: Bool, watchesSignals: Bool = true) {
    self.input = input
    self.output = output
    var settings = termios()
    guard tcgetattr(input, &settings) == 0, isatty(output) == 1 else { return nil }
    guardian = TerminalGuardian(input: input, output: output, settings: settings, isRaw: keys)
    if watchesSignals { guardian.watch() }
    guard keys else { return }
    settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    settings.c_iflag &= ~tcflag_t(ICRNL | INLCR | IXON)
    // VMIN 1, VTIME 0: a read waits for one byte and takes what is there.
    withUnsafeMutableBytes(of: &settings.c_cc) { control in
      control[Int(VMIN)] = 1
      control[Int(VTIME)] = 0
    }
    guard tcsetattr(input, TCSADRAIN, &settings) == 0 else {
      guardian.end()
      return nil
    }
    write(TerminalGuardian.pasteOn)
  }

  /// Gives the terminal back.
  func end() { guardian.end() }

  var columns: Int { size.columns }
  var rows: Int { size.rows }

  private var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, 24)
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  func write(_ text: String) { _ = StandardStream.write(text, to: output) }

  func read(withinMilliseconds limit: Int32?) -> [UInt8]? {
    while true {
      var wanted = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      let ready = poll(&wanted, 1, limit ?? -1)
      if ready == 0 { return [] }
      if ready < 0 {
        if errno == EINTR { continue }
        return nil
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = buffer.withUnsafeMutableBytes { Foundation.read(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      return count > 0 ? Array(buffer.prefix(count)) : nil
    }
  }
}

/// Remembers how a terminal was, and puts it back once, from whichever thread is first.
///
/// Unchecked, because the compiler does not know that a dispatch source may be used from any thread;
/// the list of sources changes before the first signal and after the last.
private final class TerminalGuardian: @unchecked Sendable {
  static let pasteOn = "\u{1B}[?2004h"
  private static let pasteOff = "\u{1B}[?2004l"
  private static let signals = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

  private let input: Int32
  private let output: Int32
  private let settings: termios
  private let isRaw: Bool
  private let isDone = Mutex(false)
  private var sources: [any DispatchSourceSignal] = []

  init(input: Int32, output: Int32, settings: termios, isRaw: Bool) {
    self.input = input
    self.output = output
    self.settings = settings
    self.isRaw = isRaw
  }

  /// Watches the signals that end a process, and returns when it does: one that came before would be
  /// lost, since it is ignored until then.
  func watch() {
    let watched = DispatchGroup()
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [weak self] in
        self?.restore()
        exit(128 + number)
      }
      watched.enter()
      source.setRegistrationHandler { watched.leave() }
      source.resume()
      return source
    }
    watched.wait()
  }

  func end() {
    restore()
    for source in sources { source.cancel() }
    if !sources.isEmpty { for number in Self.signals { signal(number, SIG_DFL) } }
    sources = []
  }

  private func restore() {
    isDone.withLock { isDone in
      guard !isDone else { return }
      isDone = true
      guard isRaw else { return }
      _ = StandardStream.write(Self.pasteOff, to: output)
      var settings = settings
      tcsetattr(input, TCSADRAIN, &settings)
    }
  }
}
