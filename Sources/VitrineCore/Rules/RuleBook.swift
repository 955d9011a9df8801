/// The retail rules of a desk, ready to be asked.
package struct RuleBook: Sendable {
  /// No rules.
  package static let empty = RuleBook()

  /// Makes an empty book.
  package init() {}

  /// What the rules say of a post, gravest first.
  package func review(_ post: ReviewedPost) -> [RuleFinding] { [] }
}
