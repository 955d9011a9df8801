/// A post that was made from a template, as the rebase of that template needs it.
package struct AdaptedPost: Hashable, Codable, Sendable {
  /// The post.
  package var id: PostID
  /// Whose post it is.
  package var store: StoreCode
  /// Where it goes.
  package var network: Network
  /// Where it stands.
  package var state: PostState
  /// What the store put into the template.
  package var adaptation: Adaptation
  /// The digest of the version that it was made from.
  package var template: String
  /// The digest of what it says, which its approvals bind; `nil` while it cannot be rendered.
  package var rendered: String?
  /// What it says; empty while it cannot be rendered.
  package var text: String
  /// How many approvals stand.
  package var approvals: Int
  /// The submission that is approved as a whole, of which it is one; `nil` for a post approved alone.
  package var whole: SubmissionID?

  /// Makes a post.
  package init(
    id: PostID, store: StoreCode, network: Network, state: PostState, adaptation: Adaptation,
    template: String, rendered: String?, text: String, approvals: Int = 0,
    whole: SubmissionID? = nil
  ) {
    self.id = id
    self.store = store
    self.network = network
    self.state = state
    self.adaptation = adaptation
    self.template = template
    self.rendered = rendered
    self.text = text
    self.approvals = approvals
    self.whole = whole
  }
}

extension PostState {
  /// What a corrected template does to a post in this state.
  package enum Reach: Hashable, Sendable {
    /// It takes the correction.
    case open
    /// It is on its page or on its way there: it keeps the text that it was made from.
    case out
    /// It will not be seen: nothing to correct.
    case over
  }

  /// What a corrected template does to a post in this state.
  ///
  /// A held post is out: a draft of it may lie at the network already, with the text that was approved.
  package var reach: Reach {
    switch self {
    case .draft, .submitted, .approved, .rejected, .scheduled: .open
    case .publishing, .published, .held, .unknown: .out
    case .failed, .missed, .withdrawn, .takenDown: .over
    }
  }

  /// Whether the store has it in hand, so that no approval stands on it.
  package var isBeingWritten: Bool { self == .draft || self == .rejected }
}
