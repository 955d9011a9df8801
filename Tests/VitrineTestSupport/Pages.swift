import Foundation
import Testing

/// The repository's own documents, as tests read them and write their generated parts.
package enum Pages {
  /// The root of the repository.
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a document, by its path in the repository.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The lines of the first fenced block behind `<!-- NAME -->`.
  package static func block(_ name: String, in path: String) throws -> [String] {
    let lines = try text(path).components(separatedBy: "\n")
    let mark = try #require(lines.firstIndex(of: "<!-- \(name) -->"), "\(path) has no \(name)")
    let open = try #require(lines[mark...].firstIndex { $0.hasPrefix("```") })
    let close = try #require(lines[(open + 1)...].firstIndex(of: "```"))
    return Array(lines[(open + 1)..<close])
  }

  /// Compares what stands between `<!-- generated: NAME -->` and `<!-- end -->` with a text.
  ///
  /// With `RECORD=1` in the environment it writes the text there instead.
  package static func expectGenerated(
    _ text: String, _ name: String, in path: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let page = try Self.text(path)
    let open = "<!-- generated: \(name) -->\n"
    let begin = try #require(page.range(of: open), "\(path) has no part \(name)").upperBound
    let end = try #require(page.range(of: "<!-- end -->", range: begin..<page.endIndex)).lowerBound
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let fresh = page[..<begin] + text + page[end...]
      return try String(fresh).write(
        to: root.appending(path: path), atomically: true, encoding: .utf8)
    }
    #expect(
      String(page[begin..<end]) == text, "RECORD=1 swift test --filter Document rewrites \(path)",
      sourceLocation: sourceLocation)
  }
}
