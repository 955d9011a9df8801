/// A CSV file as read: its header, its well-formed rows, and everything that is wrong with it.
package struct CSVTable: Sendable {
  /// A cell, with the place where it starts in the file.
  package struct Cell: Hashable, Sendable {
    /// The text without its quotes, byte for byte as in the file.
    package let text: String
    /// Where the cell starts (at its quote, if it has one).
    package let position: SourcePosition
  }

  /// A row with exactly as many cells as the header.
  package struct Row: Sendable {
    /// The line on which the row starts, from 1.
    package let line: Int
    /// The cells in the order of the file.
    package let cells: [Cell]
  }

  /// The cells of the first row; empty when there is none.
  package let header: [Cell]
  /// The rows that are well formed; the others are in the findings.
  package let rows: [Row]
  /// What is wrong with the file; with an error in it, the rows are not all there.
  package var findings: FindingList
  private let columns: [String: Int]

  init(header: [Cell], rows: [Row], findings: FindingList) {
    self.header = header
    self.rows = rows
    self.findings = findings
    columns = Dictionary(
      header.enumerated().map { ($0.element.text.trimmingSpaces, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a column, or `nil` when the header does not name it.
  package func index(of column: String) -> Int? { columns[column] }

  /// The cell of a row under a column name, or `nil` when there is no such column.
  package func cell(_ column: String, of row: Row) -> Cell? {
    columns[column].map { row.cells[$0] }
  }

  /// Adds a finding for each column that is missing or that nobody knows.
  ///
  /// - Parameters:
  ///   - required: the columns that must be there.
  ///   - optional: the columns that may be there.
  ///   - isExtra: whether a further name is a column of the retailer's own.
  package mutating func checkColumns(
    required: [String], optional: [String] = [], isExtra: (String) -> Bool = { _ in false }
  ) {
    guard !header.isEmpty else { return }
    let known = required + optional
    let knownSet = Set(known)
    let missing = required.filter { columns[$0] == nil }
    for cell in header {
      let name = cell.text.trimmingSpaces
      guard !name.isEmpty, !knownSet.contains(name), !isExtra(name) else { continue }
      let absent = known.filter { columns[$0] == nil }
      let fix = EditDistance.suggestion(for: name, among: absent)
      findings.add(
        Message("csv.column.unknown", TerminalText.excerpt(name)), at: cell.position,
        fix: fix.map { Message("did.you.mean", $0) })
    }
    for name in missing {
      findings.add(Message("csv.column.missing", name), at: header[0].position)
    }
  }
}

extension String {
  /// The text without the spaces and no-break spaces around it; a tab is not a space here.
  var trimmingSpaces: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last) else {
      return self
    }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }),
      let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[start...end])
  }
}
