import VitrineCore

extension Transaction {
  /// Inserts many rows with few statements and says how many were inserted.
  ///
  /// Table and column names are ours, never text from outside. A row with more or fewer values than
  /// there are columns is `Fault(.internal)`. `onConflict` stands behind the values, such as
  /// `ON CONFLICT (id) DO NOTHING`; a row that `DO UPDATE` changes counts as inserted, and of one
  /// key only one row may come in a call, since PostgreSQL updates no row twice in a statement.
  @discardableResult
  package func insertMany(
    into table: String, columns: [String], rows: [[SQLValue]], onConflict: String = ""
  ) throws -> Int {
    guard !columns.isEmpty, rows.allSatisfy({ $0.count == columns.count }) else {
      throw Fault(.internal, Message("storage.rowLength", table), subject: table)
    }
    let head = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES "
    let most = max(1, min(Self.rowsAtOnce, dialect.argumentLimit / columns.count))
    var changed = 0
    var start = rows.startIndex
    var text = (count: 0, sql: "")
    while start < rows.endIndex {
      let end = min(start + most, rows.endIndex)
      if text.count != end - start {
        text = (end - start, head + placeholders(end - start, columns.count) + " " + onConflict)
      }
      changed += try execute(text.sql, Array(rows[start..<end].joined()))
      start = end
    }
    return changed
  }

  /// Longer statements cost more to parse than they save in round trips.
  private static var rowsAtOnce: Int { 500 }

  /// The text `(?1,?2),(?3,?4)` for so many rows of so many columns.
  ///
  /// SQLite keeps numbered placeholders in a list that it walks for each of them, which is quadratic;
  /// plain ones are counted only.
  private func placeholders(_ rows: Int, _ columns: Int) -> String {
    var text = ""
    for row in 0..<rows {
      text += row == 0 ? "(" : ",("
      for column in 0..<columns {
        if column > 0 { text += "," }
        text += dialect == .sqlite ? "?" : "?\(row * columns + column + 1)"
      }
      text += ")"
    }
    return text
  }
}
