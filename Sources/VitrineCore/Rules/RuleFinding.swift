/// What a rule says of a post: which rule, why it applies, and what would mend it.
///
/// Title and fix are texts of the retailer's rule files, in the language in which they were written.
package struct RuleFinding: Hashable, Codable, Sendable {
  /// How much it weighs: an error blocks, a warning asks for a look, a note blocks nothing.
  package enum Severity: String, Codable, CaseIterable, Sendable {
    /// The post cannot leave.
    case error
    /// Somebody should look.
    case warning
    /// A note.
    case info
  }

  /// The rule's id, `alcohol-message`.
  package var rule: String
  /// How much it weighs.
  package var severity: Severity
  /// What the rule asks for.
  package var title: String
  /// The words of the post that made the rule apply.
  package var words: [String]
  /// What would mend it.
  package var fix: String
  /// The article that the rule rests on.
  package var article: String
  /// Who answers for the rule at head office.
  package var owner: String
  /// The day on which the rule ended; its finding is a note to its owner then.
  package var endedOn: CivilDate?

  /// Makes a finding.
  package init(
    rule: String, severity: Severity, title: String, words: [String], fix: String,
    article: String, owner: String, endedOn: CivilDate? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.title = title
    self.words = words
    self.fix = fix
    self.article = article
    self.owner = owner
    self.endedOn = endedOn
  }
}
