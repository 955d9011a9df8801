/// What a corrected template does, or would do, to the posts that were made from the versions before.
package struct RebaseReport: Hashable, Codable, Sendable {
  /// What becomes of one post.
  package enum Outcome: String, CaseIterable, Codable, Sendable {
    /// It says the same under the new version: its approvals stand.
    case same
    /// It says something else now: its approvals are void.
    case changed
    /// The store must decide something: it is a draft again.
    case conflict
    /// It is out and keeps the text that it was made from.
    case kept
    /// The version that it was made from is not known: it is left as it is.
    case lost
  }

  /// One post.
  package struct Item: Hashable, Codable, Sendable {
    /// The post as it was.
    package var post: AdaptedPost
    /// What becomes of it.
    package var outcome: Outcome
    /// Its state afterwards.
    package var state: PostState
    /// Its adaptation afterwards.
    package var adaptation: Adaptation
    /// The digest of what it says afterwards; `nil` when it cannot be rendered.
    package var rendered: String?
    /// What the store must decide.
    package var conflicts: [RebaseConflict]
    /// What the store should know.
    package var notices: [RebaseNotice]
    /// Whether no approval of it stands any more: it says something else, waits for its store, or is
    /// one of a submission whose approvals were for the whole.
    package var isVoid: Bool

    /// Makes an item.
    package init(
      post: AdaptedPost, outcome: Outcome, state: PostState, adaptation: Adaptation,
      rendered: String?, conflicts: [RebaseConflict] = [], notices: [RebaseNotice] = [],
      isVoid: Bool? = nil
    ) {
      self.post = post
      self.outcome = outcome
      self.state = state
      self.adaptation = adaptation
      self.rendered = rendered
      self.conflicts = conflicts
      self.notices = notices
      self.isVoid = isVoid ?? (outcome == .changed || outcome == .conflict)
    }

    /// How many approvals are void.
    package var voided: Int { isVoid ? post.approvals : 0 }
    /// Whether it was scheduled and is not any more.
    package var isUnscheduled: Bool { post.state == .scheduled && state != .scheduled }
  }

  /// The template's id.
  package var template: String
  /// The digest of the corrected version.
  package var digest: String
  /// The posts of older versions, by store, network and id; those that will not be seen are left out.
  package var items: [Item]

  /// Makes a report.
  package init(template: String, digest: String, items: [Item]) {
    self.template = template
    self.digest = digest
    self.items = items
  }

  /// How many posts have an outcome.
  package func count(_ outcome: Outcome) -> Int { items.count { $0.outcome == outcome } }

  /// How many approvals are void, of all posts.
  package var voided: Int { items.reduce(0) { $0 + $1.voided } }
}
