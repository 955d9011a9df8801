import Testing
import VitrineCore

/// Every line of the table, and that the table is what it says it is.
struct DecisionTableTests {
  static let cases: [DecisionCase] = {
    do {
      return try DecisionTable.rows.map(DecisionCase.init)
    } catch {
      Issue.record("the table cannot be read: \(error)")
      return []
    }
  }()

  @Test(arguments: DecisionTableTests.cases)
  func `the table decides`(_ line: DecisionCase) {
    #expect(Decision(line.request).rule == line.rule)
  }

  @Test func `the table has 120 lines and more, each once, and names every rule`() {
    let lines = Self.cases.map(\.testDescription)
    #expect(lines.count >= 120)
    #expect(Set(lines).count == lines.count)
    #expect(Set(Self.cases.compactMap(\.rule)) == Set(AccessRule.allCases))
    #expect(Set(lines.flatMap(Self.facts)).isSubset(of: Self.knownFacts))
  }

  /// A fact with a slip of the pen would be left out silently, and the line would test nothing.
  private static let knownFacts: Set<String> = [
    "suspended", "scopes", "personal", "age", "stepUp", "ticket", "b", "p", "author", "editor",
    "needs", "yes", "myYes", "authorYes", "urgent", "delta", "owes", "launcher", "mandatory",
    "gives", "to", "held",
    "lastAdmin", "lifts", "unknown",
  ]

  private static func facts(_ line: String) -> [String] {
    line.split(separator: "|", omittingEmptySubsequences: false)[3].split(separator: " ").map {
      String($0.split(separator: "=")[0])
    }
  }
}
