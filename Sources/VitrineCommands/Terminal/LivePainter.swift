import VitrineCore

/// The lines that change while a person types, below those that stay.
struct LiveArea: Hashable, Sendable {
  /// The lines, each narrower than the terminal.
  var lines: [ScreenLine]
  /// The line of the cursor, from 0.
  var row: Int
  /// The column of the cursor, from 0.
  var column: Int
}

/// Draws a live area in place, with five sequences that every terminal knows (ECMA-48): up, right,
/// start of line, clear to the end of the screen, and looks.
struct LivePainter {
  /// Whether looks are wanted.
  let hasColor: Bool
  private var drawn: [Int] = []
  private var row = 0

  init(hasColor: Bool) { self.hasColor = hasColor }

  /// What to send so that the settled lines stand where the area stood, and the area below them.
  mutating func frame(
    settled: [ScreenLine], area: LiveArea?, columns: Int, rows: Int
  ) -> String {
    var output = "\r"
    // After the window was narrowed, a line that was drawn takes more rows than it did.
    let above = drawn.prefix(row).reduce(0) { $0 + max(1, ($1 + columns - 1) / max(1, columns)) }
    if above > 0 { output += "\u{1B}[\(above)A" }
    output += "\u{1B}[J"
    for line in settled { output += line.output(hasColor: hasColor) + "\r\n" }
    guard let area = area.map({ Self.clipped($0, to: max(1, rows - 1)) }), !area.lines.isEmpty
    else {
      (drawn, row) = ([], 0)
      return output
    }
    output += area.lines.map { $0.output(hasColor: hasColor) }.joined(separator: "\r\n")
    let below = area.lines.count - 1 - area.row
    if below > 0 { output += "\u{1B}[\(below)A" }
    output += "\r"
    if area.column > 0 { output += "\u{1B}[\(area.column)C" }
    drawn = area.lines.map(\.width)
    row = area.row
    return output
  }

  /// The part of the area around its cursor that fits, for a cursor cannot go above the screen.
  private static func clipped(_ area: LiveArea, to rows: Int) -> LiveArea {
    guard area.lines.count > rows else { return area }
    let first = max(0, min(area.row - rows + 2, area.lines.count - rows))
    return LiveArea(
      lines: Array(area.lines[first..<(first + rows)]), row: area.row - first, column: area.column)
  }
}
