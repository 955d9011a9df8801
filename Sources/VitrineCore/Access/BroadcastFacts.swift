/// A broadcast as access sees it: where it stands and who had a hand in it.
package struct BroadcastFacts: Hashable, Sendable {
  /// Where it stands.
  package let state: BroadcastState
  /// Everybody who wrote or edited this revision.
  package let authors: Set<UserID>
  /// Whose approvals of the present digest count.
  package let approvers: Set<UserID>
  /// How many approvals it needs.
  package let approvalsNeeded: Int
  /// Whether it goes the urgent lane, where the author may launch.
  package let isUrgent: Bool
  /// Whether pages were changed or added since it was approved, so that those ask again.
  ///
  /// They are held until then; the others keep their approvals and may be launched.
  package let hasOpenDelta: Bool
  /// Whether it went the urgent lane and its second approval has not come yet.
  package let owesApproval: Bool
  /// Who launched it; nobody approves afterwards what they launched.
  package let launcher: UserID?

  /// Whether it is a correction of what is on pages already, and not launched yet.
  package var isAmendment = false

  /// Makes facts.
  package init(
    state: BroadcastState, authors: Set<UserID>, approvers: Set<UserID>, approvalsNeeded: Int,
    isUrgent: Bool, hasOpenDelta: Bool = false, owesApproval: Bool = false,
    launcher: UserID? = nil
  ) {
    self.owesApproval = owesApproval
    self.launcher = launcher
    self.state = state
    self.authors = authors
    self.approvers = approvers
    self.approvalsNeeded = approvalsNeeded
    self.isUrgent = isUrgent
    self.hasOpenDelta = hasOpenDelta
  }

  /// Whether enough people who did not write it said yes.
  var isApproved: Bool {
    approvers.subtracting(authors).count >= approvalsNeeded
  }

  /// Whether a launch decides something: finishing what is under way does not, letting held pages go
  /// without does.
  var launchDecides: Bool { !state.isUnderWay || state == .awaitingExceptions }
}
