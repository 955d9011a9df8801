import VitrineCore

extension LineEditor {
  /// The line as rows of a terminal, and where the cursor stands in them.
  struct Rows: Hashable {
    var rows: [String]
    var row: Int
    var column: Int
  }

  /// Breaks the line into rows of so many columns, of which at most `most` around the cursor are shown.
  ///
  /// A long answer is seen whole while it is typed, instead of sliding out of sight. The cursor never
  /// stands beyond the last column.
  func rows(columns: Int, most: Int) -> Rows {
    let columns = max(2, columns)
    var rows = [""]
    var taken = 0
    var cursor = (row: 0, column: 0)
    func put(_ text: String, _ rows: inout [String]) {
      for character in text {
        let own = TerminalText.displayWidth(String(character))
        if taken + own > columns - 1 {
          rows.append("")
          taken = 0
        }
        rows[rows.count - 1].append(character)
        taken += own
      }
    }
    put(before, &rows)
    cursor = (rows.count - 1, taken)
    put(after, &rows)
    let first = max(0, min(cursor.row - most / 2, rows.count - most))
    return Rows(
      rows: Array(rows[first..<min(rows.count, first + most)]), row: cursor.row - first,
      column: cursor.column)
  }
}
