import Foundation
import Testing

/// Gives each test, and each case of a parameterised test, a folder of its own, removed afterwards.
package struct TemporaryFolder: TestTrait, SuiteTrait, TestScoping {
  /// The folder of the test that runs; `nil` outside a test with the trait.
  @TaskLocal package static var current: URL?

  /// A suite hands the trait down to its tests.
  package var isRecursive: Bool { true }

  /// The folder of the test that runs, or an error that says which trait is missing.
  package static func url() throws -> URL {
    guard let current else { throw MissingTrait() }
    return current
  }

  package func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    // Who waits for a lane must not keep a place from others meanwhile.
    guard !test.traits.contains(where: { $0 is Lane }) else { return try await make(function) }
    try await Places.folders.hold { try await make(function) }
  }

  private func make(
    _ function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "vitrine-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    try await Self.$current.withValue(folder) { try await function() }
  }

  /// A test asked for its folder without the trait.
  package struct MissingTrait: Error, CustomStringConvertible {
    package var description: String { "add .temporaryFolder to the test or its suite" }
  }
}

extension Trait where Self == TemporaryFolder {
  /// A folder of its own, removed afterwards.
  package static var temporaryFolder: Self { TemporaryFolder() }
}
