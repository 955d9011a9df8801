import GRDB
import GRDBSQLite
import VitrineCore

/// The translation of SQLite's result codes; its texts are shown to people and never decided on.
///
/// Codes: https://www.sqlite.org/rescode.html.
enum SQLiteFault {
  /// The fault for an error that GRDB threw; what is not GRDB's passes unchanged.
  static func translate(_ error: any Error, reading: Bool = false, path: String? = nil)
    -> any Error
  {
    guard let error = error as? DatabaseError else { return error }
    let code = error.extendedResultCode.rawValue
    return fault(code, error.message ?? "\(code)", reading: reading, path: path)
  }

  /// The fault for an extended result code.
  ///
  /// `reading` says that the statement ran in a read body, where writing is a defect of ours and not
  /// a read-only disk.
  static func fault(_ code: Int32, _ text: String, reading: Bool, path: String? = nil) -> Fault {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      Fault(
        .locked, Message("storage.locked"), hint: Message("storage.locked.hint"), subject: path)
    case SQLITE_CONSTRAINT where conflicts.contains(code):
      Fault(.conflict, Message("storage.conflict", text))
    case SQLITE_READONLY where !reading:
      Fault(
        .io, Message("storage.readOnly"), hint: Message("storage.readOnly.hint"), subject: path)
    case SQLITE_FULL:
      Fault(.io, Message("storage.full"), hint: Message("storage.full.hint"), subject: path)
    case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_NOLFS, SQLITE_PROTOCOL:
      Fault(.io, Message("storage.io", text), hint: Message("storage.io.hint"), subject: path)
    case SQLITE_CORRUPT:
      Fault(.corrupt, Message("storage.corrupt"), subject: path)
    case SQLITE_NOTADB:
      Fault(.configuration, Message("storage.otherFile"), subject: path)
    case SQLITE_INTERRUPT:
      Fault(.interrupted, Message("storage.interrupted"))
    default:
      Fault(.internal, Message("storage.statement", text))
    }
  }

  /// SQLITE_CONSTRAINT_FOREIGNKEY, _PRIMARYKEY, _UNIQUE and _ROWID: `19 + n * 256`.
  private static let conflicts: Set<Int32> = [787, 1555, 2067, 2579]
}
