import Testing
import VitrineContent
import VitrineCore

struct RuleSeverityTests {
  private static let least = "organisation:\n  name: Maison Vermeil\n  timezone: Europe/Paris\n"

  private func load(_ value: String) throws -> Configuration {
    let text = Self.least + "rules:\n  severity: \(value)\n"
    return try ConfigurationFile.parse(Array(text.utf8)).configuration
  }

  @Test func `a retailer weighs rules in pairs, and nothing changes without`() throws {
    #expect(
      try load("alcohol-appeal=error  people-named=info").ruleSeverities
        == ["alcohol-appeal": .error, "people-named": .info])
    let none = try ConfigurationFile.parse(Array(Self.least.utf8)).configuration
    #expect(none.ruleSeverities == [:])
  }

  @Test(arguments: [
    ("alcohol-appeal", "'alcohol-appeal' must be a rule and what it weighs"),
    ("alcohol-appeal=fatal", "'alcohol-appeal=fatal' must be a rule and what it weighs"),
    ("=error", "'=error' must be a rule and what it weighs"),
    ("a=error b=info a=info", "the rule 'a' is named twice"),
  ])
  func `anything else is refused`(value: String, message: String) {
    let lines = fault { _ = try load(value) }?.lines() ?? []
    #expect(lines.first?.contains(message) == true, "\(lines)")
  }

  @Test func `the key can be set from the command line, and keeps what stands around it`() throws {
    let text = try ConfigurationFile.set(
      Self.least + "# the end\n", "rules.severity", "people-named=info")
    #expect(text == Self.least + "# the end\nrules:\n  severity: people-named=info\n")
  }
}
