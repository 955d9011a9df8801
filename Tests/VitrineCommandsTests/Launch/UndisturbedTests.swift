import Testing
import VitrineCore
import VitrineTestSupport

/// Bar 1: 1,212 pages and no trouble.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct UndisturbedTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `a message reaches 1,212 pages, each exactly once`(_ driver: DriverUnderTest) async throws {
    try await withStage(1_212, driver) { stage in
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      let status = try JSON(parsing: outcome.output)
      #expect(status["published"] == 1_212)
      #expect(status["targeted"] == 1_212)
      try await stage.expectComplete()
      // Three calls a page, and not one more.
      for kind in ["stage", "release", "read"] {
        #expect(try await stage.sandbox.calls(kind) == 1_212, "\(kind)")
      }
      let drafts = try await stage.sandbox.posts(all: true).filter { $0.state != "published" }
      #expect(drafts.isEmpty)

      let again = try await stage.launch()
      #expect(again.exitCode == 0, "\(again.all)")
      #expect(try await stage.sandbox.calls("stage") == 1_212)
    }
  }

  @Test func `what each page shows is the text of its own store`() async throws {
    try await withStage(100) { stage in
      let outcome = try await stage.launch()
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      let stores = try await stage.desk.succeed(["store", "list"], as: .editor)["items"]?.items
      let names = Dictionary(
        uniqueKeysWithValues: (stores ?? []).map {
          ($0["code"]?.text ?? "", $0["name"]?.text ?? "")
        })
      for post in try await stage.sandbox.posts() {
        #expect(post.message == "Pour \(names[post.store] ?? "?") : bienvenue.")
      }
    }
  }

  @Test func `progress is said on plain lines, and the end in numbers`() async throws {
    try await withStage(100) { stage in
      let outcome = try await stage.desk.run(
        ["broadcast", "launch", stage.broadcast, "--progress", "plain"], as: .broadcaster)
      #expect(outcome.exitCode == 0, "\(outcome.all)")
      #expect(outcome.output.contains("100"))
      #expect(outcome.errors.split(separator: "\n").count >= 2)
      #expect(!outcome.errors.utf8.contains(0x1B))
      #expect(!outcome.output.utf8.contains(0x1B))
    }
  }
}
