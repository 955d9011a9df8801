import Testing
import VitrineContent
import VitrineCore

/// The texts of each rule: at least three that it lets pass, at least three that it finds.
struct RuleTextsTests {
  @Test func `the rule files have no finding`() throws {
    #expect(try RuleFiles.reading.get().findings.lines() == [])
  }

  @Test func `every rule has its texts`() throws {
    let names = RuleFiles.names("rules")
    #expect(try RuleFiles.book().rules.map { $0.id + ".yaml" }.sorted() == names)
  }

  @Test(arguments: RuleFiles.names("rules"))
  func `a rule finds what it should and nothing else`(_ name: String) throws {
    let book = try RuleFiles.book()
    let texts = try LabelledPost.readRule(try RuleFiles.data("rules/\(name)"), file: name)
    #expect(texts.rule + ".yaml" == name)
    #expect(texts.pass.count >= 3 && texts.fail.count >= 3)
    for post in texts.pass {
      let found = book.review(post.post).filter { $0.rule == texts.rule }
      #expect(found.isEmpty, "\(name):\(post.line): \(post.post.text) \(found.map(\.words))")
    }
    for post in texts.fail {
      let found = book.review(post.post).contains { $0.rule == texts.rule }
      #expect(found, "\(name):\(post.line): \(post.post.text)")
    }
  }
}
