import Testing
import VitrineContent
import VitrineCore
import VitrineTestSupport

/// What `docs/rules.md` says of the rules that the repository ships.
struct RuleDocumentTests {
  private static let page = "docs/rules.md"

  @Test func `the rule that opens the page is the one of the files`() throws {
    let text = try Pages.block("rule", in: Self.page).joined(separator: "\n")
    let subjects = ["alcohol", "terms-of-recall", "recruitment", "cooking"]
      .map { "  - {id: \($0), title: \($0), says: [vin]}" }.joined(separator: "\n")
    let reading = RuleLibrary.read([("page.yaml", Array("\(text)\nsubjects:\n\(subjects)\n".utf8))])
    #expect(reading.findings.lines() == [])
    let rule = try #require(reading.book?.rules.first)
    #expect(try RuleFiles.book().rules.first { $0.id == rule.id } == rule)
  }

  @Test func `it finds in the post of the page what the page says`() throws {
    let text = try Pages.block("post", in: Self.page).joined(separator: "\n")
    let day = try #require(CivilDate(year: 2026, month: 11, day: 25))
    var lines: [String] = []
    for finding in try RuleFiles.book().review(ReviewedPost(text: text, day: day)) {
      let words = finding.words.map { "« \($0) »" }.joined(separator: ", ")
      lines.append("\(finding.severity.rawValue): \(finding.title) (\(words)) [\(finding.rule)]")
      lines.append("  \(finding.fix)")
    }
    #expect(lines == (try Pages.block("finding", in: Self.page)))
  }

  @Test func `the page lists the rules`() throws {
    var rows = "| rule | weighs | asks | rests on |\n| --- | --- | --- | --- |\n"
    for rule in try RuleFiles.book().rules {
      var source = rule.article
      if let from = rule.from { source += "; since \(from)" }
      if let until = rule.until { source += "; until \(until)" }
      rows += "| `\(rule.id)` | \(rule.severity.rawValue) | \(rule.title) | \(source) |\n"
    }
    try Pages.expectGenerated(rows, "rules", in: Self.page)
  }
}
