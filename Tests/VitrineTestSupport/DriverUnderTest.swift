import Foundation

/// The databases that a test runs on: `@Test(.temporaryFolder, arguments: DriverUnderTest.allCases)`.
package enum DriverUnderTest: String, CaseIterable, Codable, Sendable {
  /// A file in the test's temporary folder.
  case sqlite
  /// A database of its own on the test process's private server.
  case postgresql

  /// Both, or SQLite alone where `VITRINE_SKIP_POSTGRESQL` is set.
  package static var allCases: [DriverUnderTest] {
    PostgreSQLServer.isSkipped ? [.sqlite] : [.sqlite, .postgresql]
  }

  /// The place of a new, empty database, in the form that `vitrine.yaml` has.
  package func freshLocation() async throws -> String {
    switch self {
    case .sqlite: try TemporaryFolder.url().appending(path: "store/\(UUID().uuidString).db").path
    case .postgresql: try await PostgreSQLServer.freshDatabase()
    }
  }
}
