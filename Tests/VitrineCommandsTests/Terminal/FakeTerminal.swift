@testable import VitrineCommands

/// A terminal of a test: keys that come piece by piece, and a screen to look at after each.
final class FakeTerminal: InterviewTerminal {
  private var input: [String]
  private(set) var screen: FakeScreen
  /// The screen as it was before each piece was taken, and at the end.
  private(set) var frames: [[String]] = []
  /// Everything that was sent.
  private(set) var sent = ""
  var columns: Int
  let rows: Int

  init(_ input: [String], columns: Int = 80, rows: Int = 40) {
    self.input = input
    self.columns = columns
    self.rows = rows
    screen = FakeScreen(columns: columns)
  }

  func read(withinMilliseconds limit: Int32?) -> [UInt8]? {
    frames.append(screen.lines)
    if input.isEmpty { return limit == nil ? nil : [] }
    return Array(input.removeFirst().utf8)
  }

  func write(_ text: String) {
    sent += text
    screen.feed(text)
  }

  /// The whole screen at its end, for a search.
  var text: String { screen.lines.joined(separator: "\n") }
}
