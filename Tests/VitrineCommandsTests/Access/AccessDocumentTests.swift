import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// The page on access: its example works, and its tables are what the code says.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct AccessDocumentTests {
  @Test func `the example of the page on access works as it stands`() async throws {
    let example = try Pages.block("access", in: "docs/access.md").joined(separator: "\n")
    let ending = try await TourStage().run(example, within: 100)
    try #require(ending.exitCode == 0, "\(ending.errors)\n\(ending.output)")
    let lines = ending.output.split(separator: "\n").map(String.init)
    let answers = lines.filter { $0.hasPrefix("allowed") || $0.hasPrefix("refused") }
    #expect(answers.count == 3)
    #expect(
      answers.first?.wholeMatch(of: /allowed  g_\w+ \(store_manager@store:FR-0001\)/) != nil)
    #expect(answers.dropFirst() == ["refused  S", "refused  P"])
    #expect(lines.filter { $0.hasPrefix("FR-") }.count == 1)
  }

  @Test func `the page on access has the table of roles`() throws {
    var rows = "| action |"
    for role in Role.allCases { rows += " `\(role.rawValue)` |" }
    rows += "\n| --- |" + String(repeating: " :-: |", count: Role.allCases.count) + "\n"
    for action in Action.allCases {
      rows += "| `\(action.rawValue)` |"
      for role in Role.allCases { rows += role.actions.contains(action) ? " yes |" : " |" }
      rows += "\n"
    }
    try Pages.expectGenerated(rows, "roles", in: "docs/access.md")
  }

  @Test func `the page on access says what each command needs`() throws {
    let table = try CommandTable()
    var rows = "| command | action | who |\n| --- | --- | --- |\n"
    for command in table.commands {
      let actions = command.needs.map { "`\($0.action.rawValue)`" }
      let who = command.needs.map { need in
        let holders = Role.allCases.filter { $0.actions.contains(need.action) }
        let roles =
          holders.count == Role.allCases.count
          ? "every role" : holders.map(\.rawValue).joined(separator: ", ")
        switch need.own {
        case .always: return "everybody"
        case .sometimes: return "everybody; for others: \(roles)"
        case .never: return roles
        }
      }
      rows += "| `vitrine \(command.path)` "
      rows += "| \(actions.isEmpty ? "none" : actions.joined(separator: "<br>")) "
      rows += "| \(who.joined(separator: "<br>")) |\n"
    }
    #expect(table.commands.count > 30)
    try Pages.expectGenerated(rows, "commands", in: "docs/access.md")
  }

  /// These work without a person who is signed in, on files or on what is one's own; any other
  /// command without an action would be a way around the door.
  @Test func `every other command names an action`() throws {
    let free: Set<String> = [
      "init", "config show", "config set", "demo", "login", "whoami", "audit key", "audit cosign",
      "library new", "privacy inventory", "sandbox serve",
    ]
    let without = try CommandTable().commands.filter(\.needs.isEmpty).map(\.path)
    #expect(Set(without) == free)
  }
}
