/// A post as access sees it: where it stands and who had a hand in it.
package struct PostFacts: Hashable, Sendable {
  /// Who wrote it.
  package let author: UserID
  /// Everybody who changed this revision after its author.
  package let editors: Set<UserID>
  /// Who said yes to the present digest.
  package let approvers: Set<UserID>
  /// Where it stands.
  package let state: PostState
  /// The stores on whose pages it is or will be.
  package let stores: [StoreCode]
  /// Whether head office made it, so that stores and regions must leave it alone (rule F5).
  package let isMandatory: Bool
  /// How many approvals of others it needs: 0 for one store by somebody who may publish there.
  package let approvalsNeeded: Int

  /// Makes facts.
  package init(
    author: UserID, editors: Set<UserID> = [], approvers: Set<UserID> = [], state: PostState,
    stores: [StoreCode], isMandatory: Bool = false, approvalsNeeded: Int = 0
  ) {
    self.author = author
    self.editors = editors
    self.approvers = approvers
    self.state = state
    self.stores = stores
    self.isMandatory = isMandatory
    self.approvalsNeeded = approvalsNeeded
  }

  /// Whether a person wrote or changed this revision.
  func isWork(of person: UserID) -> Bool { author == person || editors.contains(person) }

  /// Whether enough people who had no hand in it said yes.
  var isApproved: Bool { approvers.count { !isWork(of: $0) } >= approvalsNeeded }

  /// Whether where it stands, and its approvals, allow a step (rule F4).
  ///
  /// A use case on several posts asks this first, to act on those of them that it can act on.
  package func allows(_ action: Action) -> Bool {
    switch action {
    case .postEdit:
      [.draft, .submitted, .approved, .rejected, .scheduled, .held, .missed].contains(state)
    case .postSubmit: [.draft, .rejected].contains(state)
    case .postApprove, .postReject, .calendarApprove: state == .submitted
    case .postSchedule, .postPublish:
      // Alone where no approval is needed; otherwise after it, and again after a failure.
      isApproved
        && ([.approved, .scheduled, .held, .failed, .missed].contains(state)
          || approvalsNeeded == 0 && [.draft, .submitted].contains(state))
    case .postCancel: [.approved, .scheduled, .held, .missed].contains(state)
    case .postTakedown: [.publishing, .published, .unknown].contains(state)
    default: true
    }
  }
}
