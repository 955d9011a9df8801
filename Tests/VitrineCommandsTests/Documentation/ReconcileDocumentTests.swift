import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The example with which the page on comparing begins, run as it stands.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct ReconcileDocumentTests {
  @Test func `the example of the page on comparing is what the command prints`() async throws {
    try await withStage(12) { (stage) async throws in
      #expect(try await stage.launch().exitCode == 0)
      let posts = try await stage.sandbox.posts()
      func post(_ store: String) throws -> String {
        try #require(posts.first { $0.store == store }).id
      }
      try await stage.sandbox.post("Soldes !", on: "FR-0003")
      try await stage.sandbox.delete(try post("FR-0007"))
      let text = try #require(posts.first { $0.store == "FR-0009" }).message
      try await stage.sandbox.edit(
        try post("FR-0009"), to: text.replacing("bienvenue", with: "à bientôt"))
      let spoken = await stage.desk.speak(
        ["audit", "reconcile", "--language", "en"], as: .auditor)
      #expect(spoken.exitCode == 1, "\(spoken.all)")
      try Pages.expectGenerated(
        "```console\n$ vitrine audit reconcile\n\(Self.settled(spoken.output))```\n",
        "reconcile example", in: "docs/reconcile.md")
    }
  }

  /// The output without what differs from run to run: instants, ids, the address, the width of columns.
  private static func settled(_ output: String) -> String {
    output
      .replacing(/\d{4}-\d\d-\d\dT[0-9:.]+Z/, with: "2026-11-22T09:14:02.000Z")
      .replacing(/http:\/\/127\.0\.0\.1:\d+/, with: "https://www.facebook.com")
      .replacing(/\d{10,}/, with: "100200300")
      .replacing(#/ {2,}/#, with: "  ")
  }
}
