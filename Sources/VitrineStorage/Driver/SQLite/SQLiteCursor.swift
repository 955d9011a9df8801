import GRDBSQLite
import VitrineCore

/// A prepared statement of SQLite: its arguments, and the row that it stands on.
struct SQLiteCursor {
  /// SQLite's `sqlite3_stmt`, owned by GRDB.
  let handle: OpaquePointer

  /// Binds the arguments; `false` when their number is not that of the placeholders.
  func bind(_ arguments: [SQLValue]) -> Bool {
    guard sqlite3_bind_parameter_count(handle) == arguments.count else { return false }
    var index: Int32 = 0
    for argument in arguments {
      index += 1
      guard bind(argument, at: index) == SQLITE_OK else { return false }
    }
    return true
  }

  /// Makes the statement ready for its next use and forgets the arguments, which could be secret.
  func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  /// The names of the columns; known after the first step, which may prepare the statement anew.
  func columns() -> RowColumns {
    RowColumns(
      (0..<sqlite3_column_count(handle)).map { index in
        sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
      })
  }

  /// The values of the row that it stands on.
  func values(_ count: Int) throws -> [SQLValue] {
    var values: [SQLValue] = []
    values.reserveCapacity(count)
    for index in 0..<Int32(count) { values.append(try value(index)) }
    return values
  }

  private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
    // SQLITE_TRANSIENT: SQLite copies at once, so that nothing of ours must outlive the call.
    let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null:
      return sqlite3_bind_null(handle, index)
    case .integer(let number):
      return sqlite3_bind_int64(handle, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          sqlite3_bind_text64(
            handle, index, characters.baseAddress, UInt64(characters.count), copy,
            UInt8(SQLITE_UTF8))
        }
      }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
      return bytes.withUnsafeBytes {
        sqlite3_bind_blob64(handle, index, $0.baseAddress, UInt64($0.count), copy)
      }
    }
  }

  private func value(_ index: Int32) throws -> SQLValue {
    switch sqlite3_column_type(handle, index) {
    case SQLITE_NULL:
      return .null
    case SQLITE_INTEGER:
      return .integer(sqlite3_column_int64(handle, index))
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, index)
      let bytes = UnsafeBufferPointer(
        start: start, count: Int(sqlite3_column_bytes(handle, index)))
      guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable(index) }
      return .text(text)
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, index)
      return .blob(
        [UInt8](
          UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))))
    default:
      throw unreadable(index)
    }
  }

  /// Text that is not UTF-8, or a floating-point number, neither of which we ever write.
  private func unreadable(_ index: Int32) -> Fault {
    let name = sqlite3_column_name(handle, index).map { String(cString: $0) } ?? ""
    return Fault(.corrupt, Message("storage.column.kind", name), subject: name)
  }
}
