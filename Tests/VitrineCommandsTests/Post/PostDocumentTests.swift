import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The page on the posts of stores: its example works, and its table has every state.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct PostDocumentTests {
  @Test func `the example of the page on posts works as it stands`() async throws {
    let example = try Pages.block("posts", in: "docs/posts.md").joined(separator: "\n")
    let ending = try await TourStage().run(example, within: 120)
    try #require(ending.exitCode == 0, "\(ending.errors)\n\(ending.output)")
    let lines = ending.output.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("goûtez : le reblochon.") })
    #expect(lines.contains { $0.hasPrefix("p_") && $0.hasSuffix("FR-0001 facebook: approved") })
    #expect(lines.contains { $0.hasPrefix("1 approval of 1") })
  }

  @Test func `the page on posts says what each state means`() throws {
    let page = try String(
      contentsOf: Pages.root.appending(path: "docs/posts.md"), encoding: .utf8)
    for state in PostState.allCases { #expect(page.contains("| `\(state.rawValue)` |")) }
  }
}
