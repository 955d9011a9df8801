import Foundation
import Synchronization

/// A private PostgreSQL for one test process, started when the first test asks for it.
///
/// It listens on a Unix socket in a folder of its own and commits without waiting for the disk,
/// unless `VITRINE_POSTGRESQL_FSYNC=on` asks it to for a measurement. It ends with the test process however that ends: a shell waits on a pipe from here, and stops the
/// server and removes the folder when the pipe closes.
package enum PostgreSQLServer {
  /// Whether `VITRINE_SKIP_POSTGRESQL` says to do without.
  package static var isSkipped: Bool {
    ProcessInfo.processInfo.environment["VITRINE_SKIP_POSTGRESQL"] != nil
  }

  /// Makes an empty database and returns its URL.
  package static func freshDatabase() async throws -> String {
    let running = try await server.value
    let number = databases.add(1, ordering: .relaxed).newValue
    try await running.makeDatabase("vitrine_\(number)")
    return running.url("vitrine_\(number)")
  }

  /// Makes a copy of a database that nobody is connected to, and returns the copy's URL.
  package static func freshDatabase(copyOf url: String) async throws -> String {
    let running = try await server.value
    guard let source = name(in: url) else {
      throw Failure(description: "no database of this server: \(url)")
    }
    let number = databases.add(1, ordering: .relaxed).newValue
    try await running.makeDatabase("vitrine_\(number)", copyOf: source)
    return running.url("vitrine_\(number)")
  }

  /// The name of the database that one of our own URLs is about.
  private static func name(in url: String) -> String? {
    let name = url.dropFirst("postgresql:///".count).prefix { $0 != "?" }
    return url.hasPrefix("postgresql:///") && name.hasPrefix("vitrine_") ? String(name) : nil
  }

  /// The folder with the server's files, for a test that looks at the bytes on disk.
  package static func folder() async throws -> URL { try await server.value.folder }

  private static let databases = Atomic(0)
  private static let server = Task { try await PostgreSQLProcess.start() }

  /// Why there is no server.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }
}
