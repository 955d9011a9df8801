import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The page for auditors: each of its questions is answered by the commands that stand there.
@Suite(.temporaryFolder, .lane, .timeLimit(.minutes(30)))
struct AuditDocumentTests {
  @Test func `the twelve questions are answered as they stand`() async throws {
    let questions = try Self.questions()
    #expect(questions.count == 12)
    try await withStage(12) { stage in
      #expect(try await stage.launch().exitCode == 0)
      let desk = stage.desk
      let page = try #require(
        try await desk.succeed(
          ["broadcast", "status", stage.broadcast, "--pages"], as: .editor)["pages"]?.items
          .first { $0["store"] == "FR-0003" })
      let names = [
        "LINK": page["permalink"]?.text ?? "", "POST": page["post"]?.text ?? "",
        "STORE": "FR-0003", "PERSON": desk.people[.editor] ?? "", "MESSAGE": stage.broadcast,
      ]
      for (number, commands) in questions {
        #expect((1...2).contains(commands.count), "question \(number)")
        for command in commands {
          let arguments = try Self.words(command).map { names[$0] ?? $0 }
          #expect(arguments.first == "vitrine", "\(command)")
          let spoken = await desk.speak(Array(arguments.dropFirst()), as: .auditor)
          #expect(spoken.exitCode == 0, "\(command) \(spoken.all)")
        }
      }
    }
  }

  /// The commands under each number of the page.
  private static func questions() throws -> [(number: Int, commands: [String])] {
    let page = try Pages.text("docs/audit.md")
    // From the heading of the questions to the next one.
    let text = try #require(page.components(separatedBy: "\n## ").dropFirst().first)
    var found: [(number: Int, commands: [String])] = []
    for line in text.split(separator: "\n").map({ $0.trimmingCharacters(in: .whitespaces) }) {
      if let match = line.firstMatch(of: /^(\d+)\. \*\*/), let number = Int(match.1) {
        found.append((number, []))
      } else if line.hasPrefix("vitrine "), !found.isEmpty {
        found[found.count - 1].commands.append(line)
      }
    }
    return found
  }

  /// The words of a command; quotes hold some together.
  private static func words(_ command: String) throws -> [String] {
    command.matches(of: /"([^"]*)"|(\S+)/).map { String($0.1 ?? $0.2 ?? "") }
  }
}
