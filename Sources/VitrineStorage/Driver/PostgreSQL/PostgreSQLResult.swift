import VitrineCore

/// The answer to a statement, in binary form; freed with its last reference.
final class PostgreSQLResult {
  private let library: Libpq
  private let handle: OpaquePointer?

  /// Takes over a result of libpq.
  init(_ library: Libpq, _ handle: OpaquePointer?) {
    self.library = library
    self.handle = handle
  }

  deinit { library.clear(handle) }

  /// PGRES_COMMAND_OK and PGRES_TUPLES_OK.
  var isGood: Bool { [1, 2].contains(library.resultStatus(handle)) }

  /// The number of rows in it.
  var count: Int { Int(library.rowCount(handle)) }

  /// The number of rows that were inserted, updated or deleted; 0 for any other statement.
  ///
  /// libpq says how many rows a SELECT found in the same place, which is not asked here.
  var changed: Int {
    guard library.columnCount(handle) == 0 || !command.hasPrefix("SELECT") else { return 0 }
    return library.commandRows(handle).flatMap { Int(String(cString: $0)) } ?? 0
  }

  /// The command that was done, such as `COMMIT`.
  var command: String { library.commandStatus(handle).map { String(cString: $0) } ?? "" }

  /// The failure that it stands for.
  func failure(isBroken: Bool, otherwise text: String) -> PostgreSQLFailure {
    // PG_DIAG_SQLSTATE and PG_DIAG_MESSAGE_PRIMARY; the detail is left out, since it quotes data.
    PostgreSQLFailure(
      state: field("C") ?? "", text: field("M") ?? text, isBroken: isBroken)
  }

  private func field(_ code: Unicode.Scalar) -> String? {
    library.errorField(handle, Int32(bitPattern: code.value)).map { String(cString: $0) }
  }

  /// All the rows.
  func rows() throws -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(count)
    try forEachRow { rows.append($0) }
    return rows
  }

  /// Hands the rows over one at a time.
  func forEachRow(_ body: (Row) throws -> Void) throws {
    let rowCount = library.rowCount(handle)
    guard rowCount > 0 else { return }
    let indices = 0..<library.columnCount(handle)
    let names = indices.map { library.columnName(handle, $0).map { String(cString: $0) } ?? "" }
    let types = indices.map { library.columnType(handle, $0) }
    let columns = RowColumns(names)
    for row in 0..<rowCount {
      var values: [SQLValue] = []
      values.reserveCapacity(types.count)
      for (column, type) in types.enumerated() {
        guard let value = value(row, Int32(column), type) else {
          throw Fault(
            .corrupt, Message("storage.column.kind", names[column]), subject: names[column])
        }
        values.append(value)
      }
      try body(Row(columns: columns, values: values))
    }
  }

  private func value(_ row: Int32, _ column: Int32, _ type: UInt32) -> SQLValue? {
    guard library.isNull(handle, row, column) == 0 else { return .null }
    let length = Int(library.length(handle, row, column))
    let bytes = UnsafeRawBufferPointer(start: library.value(handle, row, column), count: length)
    return PostgreSQLValue.decode(bytes, type: type)
  }
}
