import Foundation
import VitrineCore

/// The one place that opens databases.
package enum Databases {
  /// Opens a desk's database from the line of `vitrine.yaml`.
  ///
  /// The location is a path (relative to `base`) for SQLite, or a `postgresql://` URL. The schema is
  /// not touched: call `migrate` next. `configuration` for a location that is neither, for another
  /// program's database, and where libpq is missing; `io` or `unavailable` where it cannot be opened.
  package static func open(
    _ location: String, base: URL, options: DatabaseOptions = DatabaseOptions()
  ) async throws -> any Database {
    let scheme = location.range(of: "://").map { location[..<$0.lowerBound] }
    switch scheme {
    case nil where !location.isEmpty && !location.utf8.contains(0):
      let path = location.hasPrefix("/") ? location : base.appending(path: location).path
      return try await Blocking.run { try SQLiteDatabase.open(path, options: options) }
    case "postgresql", "postgres":
      return try await PostgreSQLDatabase.open(location, options: options)
    default:
      throw Fault(
        .configuration, Message("storage.location"), hint: Message("storage.location.hint"))
    }
  }
}
