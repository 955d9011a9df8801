import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The page on the calendar: its example works as it stands.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct CalendarDocumentTests {
  @Test func `the example of the page on the calendar works as it stands`() async throws {
    let example = try Pages.block("calendar", in: "docs/calendar.md").joined(separator: "\n")
    let ending = try await TourStage().run(example, within: 200)
    try #require(ending.exitCode == 0, "\(ending.errors)\n\(ending.output)")
    let output = ending.output
    #expect(output.contains("57 to create, 0 to update, 0 to withdraw, 0 unchanged"))
    #expect(output.contains("is approved; 57 posts are scheduled"))
    #expect(output.contains("09:00  Le plateau de fromages"))
  }
}
