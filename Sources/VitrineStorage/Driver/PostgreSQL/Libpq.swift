import Foundation
import VitrineCore

/// PostgreSQL's client library, opened at first use.
///
/// Not linked: a SQLite desk then needs no libpq, and starting the program does not pay for it. The
/// signatures are those of `libpq-fe.h` (https://www.postgresql.org/docs/current/libpq.html); all of
/// them exist since PostgreSQL 9.3. A connection and a result are opaque pointers.
struct Libpq: Sendable {
  typealias Strings = UnsafePointer<UnsafePointer<CChar>?>
  typealias Lengths = UnsafePointer<Int32>
  typealias Notice = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void
  typealias Act = @convention(c) @Sendable (OpaquePointer?) -> Void
  typealias Number = @convention(c) @Sendable (OpaquePointer?) -> Int32
  typealias Text = @convention(c) @Sendable (OpaquePointer?) -> UnsafePointer<CChar>?
  typealias FieldText = @convention(c) @Sendable (OpaquePointer?, Int32) -> UnsafePointer<CChar>?
  typealias FieldType = @convention(c) @Sendable (OpaquePointer?, Int32) -> UInt32
  typealias CellNumber = @convention(c) @Sendable (OpaquePointer?, Int32, Int32) -> Int32
  typealias CellBytes =
    @convention(c) @Sendable (OpaquePointer?, Int32, Int32) -> UnsafePointer<CChar>?

  /// `PQconnectdbParams`: keywords, values, and whether `dbname` may be a URL.
  let connect: @convention(c) @Sendable (Strings?, Strings?, Int32) -> OpaquePointer?
  /// `PQconninfoParse`: options of a URL, or null when it cannot be read.
  let parse:
    @convention(c) @Sendable (
      UnsafePointer<CChar>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    ) -> UnsafeMutableRawPointer?
  /// `PQconninfoFree`.
  let freeParsed: @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void
  /// `PQfreemem`.
  let freeMemory: @convention(c) @Sendable (UnsafeMutableRawPointer?) -> Void
  /// `PQfinish`.
  let finish: Act
  /// `PQstatus`: 0 while the connection is good.
  let status: Number
  /// `PQserverVersion`: 150018 for 15.18.
  let serverVersion: Number
  /// `PQerrorMessage`.
  let errorMessage: Text
  /// `PQsetNoticeProcessor`.
  let setNoticeProcessor:
    @convention(c) @Sendable (OpaquePointer?, Notice?, UnsafeMutableRawPointer?) -> Notice?
  /// `PQexec`.
  let execute: @convention(c) @Sendable (OpaquePointer?, UnsafePointer<CChar>?) -> OpaquePointer?
  /// `PQprepare`: name, text, number of types, types.
  let prepare:
    @convention(c) @Sendable (
      OpaquePointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32, UnsafePointer<UInt32>?
    ) -> OpaquePointer?
  /// `PQexecPrepared`: name, count, values, lengths, formats, format of the result.
  let executePrepared:
    @convention(c) @Sendable (
      OpaquePointer?, UnsafePointer<CChar>?, Int32, Strings?, Lengths?, Lengths?, Int32
    ) -> OpaquePointer?
  /// `PQexecParams`: text, count, types, values, lengths, formats, format of the result.
  let executeParameters:
    @convention(c) @Sendable (
      OpaquePointer?, UnsafePointer<CChar>?, Int32, UnsafePointer<UInt32>?, Strings?, Lengths?,
      Lengths?, Int32
    ) -> OpaquePointer?
  /// `PQclear`.
  let clear: Act
  /// `PQresultStatus`.
  let resultStatus: Number
  /// `PQresultErrorField`.
  let errorField: FieldText
  /// `PQcmdStatus`: `COMMIT`, or `ROLLBACK` where a commit came too late.
  let commandStatus: Text
  /// `PQcmdTuples`: the number of rows changed, in digits.
  let commandRows: Text
  /// `PQntuples`.
  let rowCount: Number
  /// `PQnfields`.
  let columnCount: Number
  /// `PQfname`.
  let columnName: FieldText
  /// `PQftype`.
  let columnType: FieldType
  /// `PQgetisnull`.
  let isNull: CellNumber
  /// `PQgetlength`.
  let length: CellNumber
  /// `PQgetvalue`.
  let value: CellBytes
}

extension Libpq {
  /// The library of this machine, or `Fault(.configuration)` with what to install.
  static func shared() throws -> Libpq { try opened.get() }

  private static let opened: Result<Libpq, Fault> = open("libpq.so.5")

  /// Opens a library by the name that the system's loader knows.
  static func open(_ name: String) -> Result<Libpq, Fault> {
    let missing = Fault(
      .configuration, Message("storage.libpq", name), hint: Message("storage.libpq.hint"))
    guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return .failure(missing) }
    // The library stays open to the end of the process, so these pointers stay good.
    func symbol<Function>(_ name: String) throws -> Function {
      guard let address = dlsym(library, name) else { throw missing }
      return unsafeBitCast(address, to: Function.self)
    }
    do {
      return .success(
        Libpq(
          connect: try symbol("PQconnectdbParams"), parse: try symbol("PQconninfoParse"),
          freeParsed: try symbol("PQconninfoFree"), freeMemory: try symbol("PQfreemem"),
          finish: try symbol("PQfinish"), status: try symbol("PQstatus"),
          serverVersion: try symbol("PQserverVersion"),
          errorMessage: try symbol("PQerrorMessage"),
          setNoticeProcessor: try symbol("PQsetNoticeProcessor"), execute: try symbol("PQexec"),
          prepare: try symbol("PQprepare"), executePrepared: try symbol("PQexecPrepared"),
          executeParameters: try symbol("PQexecParams"), clear: try symbol("PQclear"),
          resultStatus: try symbol("PQresultStatus"), errorField: try symbol("PQresultErrorField"),
          commandStatus: try symbol("PQcmdStatus"), commandRows: try symbol("PQcmdTuples"),
          rowCount: try symbol("PQntuples"), columnCount: try symbol("PQnfields"),
          columnName: try symbol("PQfname"), columnType: try symbol("PQftype"),
          isNull: try symbol("PQgetisnull"), length: try symbol("PQgetlength"),
          value: try symbol("PQgetvalue")))
    } catch {
      return .failure(missing)
    }
  }
}
