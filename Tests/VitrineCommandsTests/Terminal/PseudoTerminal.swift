import Foundation
import Testing
import VitrineTestSupport

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
    var ends: (person: Int32, program: Int32) = (-1, -1)
    var size = winsize(ws_row: 30, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&ends.person, &ends.program, nil, nil, &size) == 0 else {
      throw ChildProcess.Failure("openpty")
    }
    (person, program) = ends
    for end in [person, program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
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

  /// Whether it edits lines, echoes and turns Ctrl-C into a signal, as a shell wants it.
  var isCooked: Bool {
    let wanted = UInt32(ICANON | ECHO | ISIG)
    return flags[2] & wanted == wanted && flags[0] & UInt32(ICRNL) != 0
  }

  /// What the program sent and nobody waited for, for messages.
  func rest() -> String {
    var wanted = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
    var buffer = [UInt8](repeating: 0, count: 65_536)
    guard poll(&wanted, 1, 0) > 0, case let count = read(person, &buffer, buffer.count), count > 0
    else { return seen }
    return seen + String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// Presses keys.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(person, bytes, bytes.count)
  }

  /// Reads until the program has shown a text behind what was waited for before.
  ///
  /// On a thread of its own, for it waits. A program that never shows it is told to give up, so that
  /// whoever leads it comes back.
  func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let isShown = await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: self.shows(text)) }
    }
    guard !isShown else { return }
    Issue.record(
      "'\(text)' was never shown; last: \(seen.suffix(400))", sourceLocation: sourceLocation)
    type("\u{3}")
    throw ChildProcess.Failure("waiting for \(text)")
  }

  private func shows(_ text: String) -> Bool {
    let deadline = monotonic() + 120_000_000_000
    while true {
      if let found = seen.range(of: text) {
        seen = String(seen[found.upperBound...])
        return true
      }
      var wanted = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      guard monotonic() < deadline, poll(&wanted, 1, 1000) >= 0 else { return false }
      guard wanted.revents & Int16(POLLIN) != 0 else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(person, &buffer, buffer.count)
      guard count > 0 else { return false }
      bytes += buffer.prefix(count)
      // A letter may be cut between two reads; what is whole is text.
      let cut = Self.wholeLetters(bytes)
      seen += String(decoding: bytes[..<cut], as: UTF8.self)
      bytes.removeFirst(cut)
    }
  }

  /// How many bytes there are before a letter that is not complete.
  private static func wholeLetters(_ bytes: [UInt8]) -> Int {
    guard let lead = bytes.suffix(3).lastIndex(where: { $0 >= 0xC0 }) else { return bytes.count }
    let length = bytes[lead] >= 0xF0 ? 4 : bytes[lead] >= 0xE0 ? 3 : 2
    return bytes.count - lead < length ? lead : bytes.count
  }
}
