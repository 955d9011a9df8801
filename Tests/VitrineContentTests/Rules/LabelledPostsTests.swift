import Testing
import VitrineContent
import VitrineCore

/// How well the rules do on posts that people labelled.
struct LabelledPostsTests {
  /// What was counted in one set, or in all.
  struct Score {
    var violating = 0
    var found = 0
    var clean = 0
    var blocked = 0

    mutating func add(_ post: LabelledPost, _ findings: [RuleFinding]) {
      if post.expected.isEmpty {
        clean += 1
        if findings.contains(where: { $0.severity == .error }) { blocked += 1 }
      } else {
        violating += 1
        if findings.contains(where: { post.expected.contains($0.rule) }) {
          found += 1
        }
      }
    }
  }

  @Test func `of all labelled posts 95 in a hundred violations are found and 2 clean ones blocked`()
    throws
  {
    let book = try RuleFiles.book()
    var score = Score()
    for name in RuleFiles.names() {
      for post in try LabelledPost.read(try RuleFiles.data(name), file: name) {
        score.add(post, book.review(post.post))
      }
    }
    #expect(score.violating + score.clean >= 500)
    #expect(score.found * 100 >= score.violating * 95, "found \(score.found) of \(score.violating)")
    #expect(score.blocked * 100 <= score.clean * 2, "blocked \(score.blocked) of \(score.clean)")
  }

  @Test(arguments: RuleFiles.names())
  func `every label names a rule`(_ name: String) throws {
    let known = try RuleFiles.book().rules.map(\.id)
    let posts = try LabelledPost.read(try RuleFiles.data(name), file: name)
    #expect(posts.count >= 10)
    for post in posts {
      let unknown = post.expected.filter { !known.contains($0) }
      #expect(unknown == [], "\(name):\(post.line)")
    }
  }
}
