import Foundation
import Testing

/// Both ends of a pseudo-terminal: the test sits at one, the program at the other.
final class PseudoTerminal: @unchecked Sendable {
  /// The end of the person.
  let person: Int32
  /// The end of the program.
  let program: Int32
  /// Everything that the program sent so far.
  private(set) var seen = ""
  private var bytes: [UInt8] = []

  init() throws {
    person = posix_openpt(O_RDWR | O_NOCTTY)
    guard person >= 0, grantpt(person) == 0, unlockpt(person) == 0, let name = ptsname(person)
    else { throw Program.Failed("posix_openpt") }
    program = open(name, O_RDWR | O_NOCTTY)
    guard program >= 0 else { throw Program.Failed("opening a pseudo-terminal") }
    var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(program, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    close(person)
    close(program)
  }

  /// How the terminal is set: whether it echoes, edits lines and turns Ctrl-C into a signal.
  var flags: [UInt32] {
    var settings = termios()
    tcgetattr(program, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_lflag]
  }

  /// Presses keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(person, bytes, bytes.count)
  }

  /// Reads until the program has shown a text behind what was waited for before.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = monotonic() + 30_000_000_000
    while true {
      if let found = seen.range(of: text) {
        seen = String(seen[found.upperBound...])
        return
      }
      var wanted = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      guard monotonic() < deadline, poll(&wanted, 1, 1000) >= 0 else { break }
      guard wanted.revents & Int16(POLLIN) != 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(person, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
      // A letter may be cut between two reads; what is whole is text.
      let whole =
        bytes.count - (bytes.suffix(3).lastIndex { $0 >= 0xC0 }.map { bytes.count - $0 } ?? 0)
      seen += String(decoding: bytes[..<whole], as: UTF8.self)
      bytes.removeFirst(whole)
    }
    Issue.record(
      "'\(text)' was never shown; last: \(seen.suffix(400))", sourceLocation: sourceLocation)
    throw Program.Failed("waiting for \(text)")
  }
}
