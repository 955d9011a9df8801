import VitrineCore

/// Rows under headings, aligned by what a terminal shows and not by bytes.
struct Table {
  let headings: [String]
  var rows: [[String]] = []

  init(_ headings: String...) { self.headings = headings }

  init(_ headings: [String]) { self.headings = headings }

  /// Adds a row; line ends in a cell become visible.
  mutating func add(_ cells: String...) { add(cells) }

  /// As `add(_:)`, for a table whose columns are not always the same.
  mutating func add(_ cells: [String]) { rows.append(cells.map(TerminalText.escapedLine)) }

  /// The lines; with a width the last column is cut to fit.
  func lines(width: Int?) -> [String] {
    let all = [headings] + rows
    let widths = headings.indices.map { column in
      all.map { column < $0.count ? TerminalText.displayWidth($0[column]) : 0 }.max() ?? 0
    }
    return all.map { cells in
      var line = ""
      for (column, cell) in cells.enumerated() {
        if column == cells.count - 1 {
          line += cell
        } else {
          let padding = widths[column] - TerminalText.displayWidth(cell) + 2
          line += cell + String(repeating: " ", count: padding)
        }
      }
      let trimmed = line.reversed().drop { $0 == " " }.reversed()
      return width.map { TerminalText.fitted(String(trimmed), to: $0) } ?? String(trimmed)
    }
  }
}
