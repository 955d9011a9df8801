import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The README's tour, run as it stands, and what each command then prints for scripts.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct TourDocumentTests {
  @Test func `the tour works as it stands, and its desk answers as the page on JSON says`()
    async throws
  {
    let tour = try Pages.block("tour", in: "README.md")
    #expect(tour.count <= 20)
    let sandbox = try Pages.block("sandbox", in: "README.md").joined()
    let stage = try TourStage()
    try await stage.during(sandbox) {
      let script = (tour + [Self.count, "mkdir answers"] + Self.questions).joined(separator: "\n")
      let ending = try await stage.run(script, within: 480)
      try #require(ending.exitCode == 0, "\(ending.errors)\n\(ending.output)")
      try expectEveryPageOnce(stage)
      #expect(ending.output.contains(/verified \d+ records, root [0-9a-f]{64}/))
      try Pages.expectGenerated(shapes(stage), "shapes", in: "docs/json.md")
    }
  }

  /// Asks the sandbox for its own truth about the pages.
  private static let count = """
    python3 - "$(json baseURL < sandbox.json)" > pages.txt <<'END'
    import json, sys, urllib.request
    posts = json.load(urllib.request.urlopen(sys.argv[1] + "/sandbox/posts"))["items"]
    print(*sorted(post["page"] for post in posts), sep="\\n")
    END
    """

  private func expectEveryPageOnce(_ stage: TourStage) throws {
    let bytes = try Data(contentsOf: stage.folder.appending(path: "receipt/receipt.json"))
    guard case .object(let receipt) = try JSON(bytes: Array(bytes.dropLast())),
      case .integer(let targeted)? = receipt["targeted"]
    else { throw Unreadable(name: "receipt.json") }
    #expect((1...1_212).contains(targeted))
    #expect(receipt["published"] == .integer(targeted))
    let pages = try String(contentsOf: stage.folder.appending(path: "pages.txt"), encoding: .utf8)
      .split(separator: "\n")
    #expect(pages.count == Int(targeted))
    #expect(Set(pages).count == pages.count)
  }

  private func shapes(_ stage: TourStage) throws -> String {
    var text = ""
    for (number, answer) in Self.answers.enumerated() {
      let file = stage.folder.appending(path: "answers/\(number)")
      let bytes = try Data(contentsOf: file).filter { $0 != UInt8(ascii: "\n") }
      text +=
        "\n`\(answer.title)`\n\n```\n\(JSONShape(try JSON(bytes: Array(bytes))).text())\n```\n"
    }
    return text + "\n"
  }

  private struct Unreadable: Error {
    let name: String
  }

  /// The questions as lines of the script, each with its answer in a file.
  private static let questions = answers.enumerated().map { number, answer in
    "{ \(answer.command)\n} > answers/\(number)"
  }
}
