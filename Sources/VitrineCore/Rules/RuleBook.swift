/// The retail rules of a desk, ready to be asked.
///
/// Made once from the rule files, then only read: a review of a post looks at each of its words once,
/// whatever the number of rules.
package struct RuleBook: Sendable {
  /// No rules.
  package static let empty = RuleBook()

  /// The rules in the order of their files.
  package private(set) var rules: [RetailRule]
  /// What posts can be about.
  package let subjects: [RuleSubject]
  /// The legal sales.
  package let sales: SalesCalendar
  let index: PhraseIndex
  let compiled: CompiledRules

  /// Makes an empty book.
  package init() { self.init(rules: [], subjects: []) }

  /// Puts rules and subjects together.
  ///
  /// A rule that names a subject that does not exist never finds it; the reader of the files refuses
  /// such a rule before.
  package init(
    rules: [RetailRule], subjects: [RuleSubject], ignored: [Phrase] = [],
    sales: SalesCalendar = SalesCalendar()
  ) {
    self.rules = rules
    self.subjects = subjects
    self.sales = sales
    var index = PhraseIndex()
    compiled = CompiledRules(rules, subjects, ignored, &index)
    self.index = index
  }

  /// The families that a template may declare.
  package var families: [String] { subjects.filter(\.isFamily).map(\.id) }

  /// The book with severities that the retailer chose, by the id of the rule.
  package func with(severities: [String: RuleFinding.Severity]) -> RuleBook {
    var book = self
    for position in book.rules.indices {
      if let chosen = severities[book.rules[position].id] {
        book.rules[position].severity = chosen
      }
    }
    return book
  }

  /// What the rules say of a post, gravest first, then in the order of the rules.
  package func review(_ post: ReviewedPost) -> [RuleFinding] {
    var review = RuleReview(post, in: self)
    let findings = review.findings()
    return RuleFinding.Severity.allCases.flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  /// How many comparisons a review of a post makes; for tests of how it grows.
  func steps(_ post: ReviewedPost) -> Int { RuleReview(post, in: self).scan.steps }
}
