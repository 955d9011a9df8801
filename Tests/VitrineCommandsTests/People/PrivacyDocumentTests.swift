import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The first lines of the page on privacy, run as they stand.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct PrivacyDocumentTests {
  @Test func `the example of somebody who leaves works as it stands`() async throws {
    let lines = try Pages.block("leaving", in: "docs/privacy.md")
    let stage = try TourStage()
    let prepare = [
      "vitrine init desk --admin 'Alice Martin' --organisation Vermeil --json > init.json",
      "export VITRINE_WORKSPACE=$PWD/desk",
      "token() { python3 -c 'import json; print(json.load(open(\"init.json\"))[\"token\"])'; }",
      "export VITRINE_TOKEN=$(token)",
    ]
    let ending = try await stage.run((prepare + lines).joined(separator: "\n"), within: 120)
    try #require(ending.exitCode == 0, "\(ending.errors)\n\(ending.output)")
    #expect(ending.output.contains(/verified \d+ records, root [0-9a-f]{64}/))
    let copy = try JSON(
      parsing: String(
        contentsOf: stage.folder.appending(path: "zq.json"), encoding: .utf8
      ).trimmingCharacters(in: .newlines))
    #expect(copy["person"]?["email"]?.text == "zq@example.org")
    #expect(copy["grants"]?.items.first?["reason"]?.text == "approves recalls")
    #expect(!ending.output.split(separator: "\n").suffix(4).joined().contains("Quilbignon"))
  }
}
