import VitrineCore

/// One connection to the server, with its prepared statements.
///
/// Not Sendable: it lives inside one `PostgreSQLConnection`, whose thread makes all the calls.
final class PostgreSQLSession {
  private struct Key: Hashable {
    let sql: String
    let types: [UInt32]
  }

  private let library: Libpq
  private let handle: OpaquePointer?
  private var prepared: [Key: String] = [:]
  private var count = 0

  /// Takes over a connection that is good.
  init(_ library: Libpq, _ handle: OpaquePointer?) {
    self.library = library
    self.handle = handle
  }

  deinit { library.finish(handle) }

  /// Whether the connection is gone.
  var isBroken: Bool { library.status(handle) != 0 }

  /// Runs statements without arguments and without an answer; several with semicolons between.
  @discardableResult
  func run(_ sql: String) throws -> String {
    try check(library.execute(handle, sql)).command
  }

  /// Runs one statement with `?n` placeholders.
  ///
  /// The statement stays prepared unless it is long, and then likely built for one batch.
  func query(_ sql: String, _ arguments: [SQLValue]) throws -> PostgreSQLResult {
    guard let arguments = PostgreSQLArguments(arguments) else {
      throw PostgreSQLFailure(state: "54000", text: "argument too large", isBroken: false)
    }
    guard sql.utf8.count <= 4_096 else {
      let text = try translate(sql, for: arguments.types)
      return try check(
        arguments.withPointers { count, values, lengths, formats in
          library.executeParameters(
            handle, text, count, arguments.types, values, lengths, formats, 1)
        })
    }
    let name = try name(of: Key(sql: sql, types: arguments.types))
    return try check(
      arguments.withPointers { count, values, lengths, formats in
        library.executePrepared(handle, name, count, values, lengths, formats, 1)
      })
  }

  /// Drops all prepared statements, when they are many or no longer good.
  func forgetStatements() throws {
    prepared = [:]
    try run("DEALLOCATE ALL")
  }

  private func name(of key: Key) throws -> String {
    if let name = prepared[key] { return name }
    if prepared.count >= 500 { try forgetStatements() }
    count += 1
    let name = "v\(count)"
    let text = try translate(key.sql, for: key.types)
    _ = try check(library.prepare(handle, name, text, Int32(key.types.count), key.types))
    prepared[key] = name
    return name
  }

  /// The statement for the server, which would take arguments that no placeholder stands for.
  private func translate(_ sql: String, for types: [UInt32]) throws -> String {
    let text = Placeholders.translate(sql)
    guard text.count == types.count else {
      throw PostgreSQLFailure(state: "07001", text: sql, isBroken: false)
    }
    return text.sql
  }

  private func check(_ result: OpaquePointer?) throws -> PostgreSQLResult {
    let result = PostgreSQLResult(library, result)
    guard !result.isGood else { return result }
    let text = library.errorMessage(handle).map { String(cString: $0) } ?? ""
    throw result.failure(isBroken: isBroken, otherwise: text)
  }
}
