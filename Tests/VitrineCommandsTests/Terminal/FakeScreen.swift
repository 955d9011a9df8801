/// A small terminal: what a person would see after all that was sent.
///
/// Knows line ends, carriage returns, the cursor up and right, clearing to the end of the screen, and
/// lets looks pass. Wraps at its columns, as a terminal does.
struct FakeScreen {
  let columns: Int
  private(set) var rows: [[Character]] = [[]]
  private(set) var row = 0
  private(set) var column = 0
  /// Sequences that it does not know: a drawing that uses one is not seen here as it is there.
  private(set) var unknown: [String] = []

  init(columns: Int) { self.columns = columns }

  /// The rows without blanks at their ends.
  var lines: [String] {
    rows.map { String($0.reversed().drop { $0 == " " }.reversed()) }
  }

  mutating func feed(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": column = 0
      case "\n":
        row += 1
        if row == rows.count { rows.append([]) }
      case "\u{1B}": sequence(&rest)
      default: put(Character(scalar))
      }
    }
  }

  private mutating func sequence(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard rest.popFirst() == "[" else { return unknown.append("ESC") }
    var parameters = ""
    while let scalar = rest.popFirst() {
      guard ("@"..."~").contains(scalar) else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      let count = Int(parameters) ?? 1
      switch scalar {
      case "A": row = max(0, row - count)
      case "C": column = min(columns - 1, column + count)
      case "J" where parameters.isEmpty:
        rows[row] = Array(rows[row].prefix(column))
        rows.removeSubrange((row + 1)...)
      case "m": break
      case "h" where parameters == "?2004", "l" where parameters == "?2004": break
      default: unknown.append(parameters + String(scalar))
      }
      return
    }
  }

  private mutating func put(_ character: Character) {
    // A joiner or mark belongs to the character before it.
    if let last = rows[row].last, column == rows[row].count {
      let joined = String(last) + String(character)
      if joined.count == 1 {
        rows[row][column - 1] = Character(joined)
        return
      }
    }
    if column >= columns {
      row += 1
      column = 0
      if row == rows.count { rows.append([]) }
    }
    while rows[row].count <= column { rows[row].append(" ") }
    rows[row][column] = character
    column += 1
  }
}
