import Foundation
import VitrineContent
import VitrineCore

/// The rules that the repository ships, read once.
enum RuleFiles {
  static let reading = Result {
    try RuleLibrary.read(Workspace(folder: repository))
  }

  /// The book; tests that use it fail when the files have findings.
  static func book() throws -> RuleBook {
    let reading = try reading.get()
    guard let book = reading.book else {
      throw LabelledPost.Problem(description: reading.findings.lines().joined(separator: "\n"))
    }
    return book
  }

  static func data(_ name: String) throws -> [UInt8] {
    Array(
      try Data(
        contentsOf: repository.appendingPathComponent("Tests/VitrineContentTests/Data/\(name)")))
  }

  /// The names of files in a folder of the test data, `rules/…` or the labelled sets.
  static func names(_ folder: String = "") -> [String] {
    let path = repository.appendingPathComponent("Tests/VitrineContentTests/Data/\(folder)").path
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return all.filter { $0.hasSuffix(".yaml") }.sorted()
  }
}
