import VitrineCore

/// One row of an answer, read by column name.
///
/// A missing column or a value of another kind throws `Fault(.corrupt)` with the column as its
/// subject: stored data is then not what was written.
package struct Row: Sendable {
  /// The names of the columns, shared by all rows of an answer.
  package let columns: RowColumns
  /// The values in the order of the columns.
  package let values: [SQLValue]

  /// Makes a row; a driver gives as many values as there are columns.
  package init(columns: RowColumns, values: [SQLValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column, whatever its kind.
  package func value(_ column: String) throws -> SQLValue {
    guard let index = columns.indices[column], index < values.count else {
      throw Fault(.corrupt, Message("storage.column.missing", column), subject: column)
    }
    return values[index]
  }

  /// The number in a column.
  package func integer(_ column: String) throws -> Int64 {
    guard let value = try optionalInteger(column) else { throw unexpected(column) }
    return value
  }

  /// The number in a column as an `Int`, which has 64 bits wherever the product runs.
  package func int(_ column: String) throws -> Int {
    guard let value = Int(exactly: try integer(column)) else { throw unexpected(column) }
    return value
  }

  /// The truth value in a column, stored as 0 or 1; any other number is corrupt.
  package func bool(_ column: String) throws -> Bool {
    switch try value(column) {
    case .integer(0): false
    case .integer(1): true
    default: throw unexpected(column)
    }
  }

  /// The text in a column.
  package func text(_ column: String) throws -> String {
    guard let value = try optionalText(column) else { throw unexpected(column) }
    return value
  }

  /// The bytes in a column.
  package func blob(_ column: String) throws -> [UInt8] {
    guard let value = try optionalBlob(column) else { throw unexpected(column) }
    return value
  }

  /// The number in a column, or `nil` where it is null.
  package func optionalInteger(_ column: String) throws -> Int64? {
    switch try value(column) {
    case .null: nil
    case .integer(let value): value
    case .text, .blob: throw unexpected(column)
    }
  }

  /// The text in a column, or `nil` where it is null.
  package func optionalText(_ column: String) throws -> String? {
    switch try value(column) {
    case .null: nil
    case .text(let value): value
    case .integer, .blob: throw unexpected(column)
    }
  }

  /// The bytes in a column, or `nil` where it is null.
  package func optionalBlob(_ column: String) throws -> [UInt8]? {
    switch try value(column) {
    case .null: nil
    case .blob(let value): value
    case .integer, .text: throw unexpected(column)
    }
  }

  private func unexpected(_ column: String) -> Fault {
    Fault(.corrupt, Message("storage.column.kind", column), subject: column)
  }
}
