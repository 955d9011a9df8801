extension Forbid {
  /// F2: a contributor edits and submits their own drafts, nobody else's.
  static let ownDraftsOnly = Forbid(
    .ownDraftsOnly,
    strikes: { grant, request in
      guard grant.role == .storeContributor, let post = request.post else { return false }
      return [.postEdit, .postSubmit].contains(request.action)
        && post.author != request.subject.id
    })

  /// F3: nobody approves or rejects what they wrote, and nobody launches what they wrote or approved;
  /// in the urgent lane the author may launch.
  static let fourEyes = Forbid(
    .fourEyes,
    refuses: { request in
      let person = request.subject.id
      switch request.action {
      case .broadcastApprove:
        return request.broadcast?.authors.contains(person) == true
          || request.broadcast?.launcher == person
      case .broadcastReject: return request.broadcast?.authors.contains(person) == true
      case .broadcastLaunch:
        guard let facts = request.broadcast, facts.launchDecides else { return false }
        return facts.approvers.contains(person)
          || facts.authors.contains(person) && !facts.isUrgent
      case .postApprove, .postReject, .calendarApprove:
        return request.post?.isWork(of: person) == true
          || request.broadcast?.authors.contains(person) == true
      default: return false
      }
    })

  /// F4: the state and the approvals must allow the step.
  ///
  /// Stopping asks for no state: a use case that finds nothing to stop says so itself. A mandatory
  /// post has no steps of its own, it follows its broadcast.
  static let state = Forbid(
    .state,
    refuses: { request in
      if let facts = request.broadcast, !allows(request.action, facts) { return true }
      guard let post = request.post, !post.isMandatory else { return false }
      return !post.allows(request.action)
    })

  private static func allows(_ action: Action, _ facts: BroadcastFacts) -> Bool {
    switch action {
    case .broadcastSubmit: [.draft, .rejected].contains(facts.state)
    case .broadcastEdit:
      !facts.isAmendment && [.draft, .rejected, .submitted, .approved].contains(facts.state)
    case .broadcastAmend:
      facts.isAmendment || facts.state.isUnderWay
    case .broadcastApprove:
      facts.state == .submitted || facts.hasOpenDelta || facts.owesApproval
    case .broadcastReject: facts.state == .submitted
    case .broadcastLaunch:
      !facts.launchDecides
        || [.approved, .awaitingExceptions].contains(facts.state) && facts.isApproved
    default: true
    }
  }

  /// F5: mandatory content is head office's: the grants of stores and regions do not reach it, though
  /// their roles hold `post.*`.
  static let mandatory = Forbid(
    .mandatory,
    strikes: { grant, request in
      guard request.post?.isMandatory == true || request.broadcast != nil else { return false }
      return [.storeContributor, .storeManager, .regionManager].contains(grant.role)
        && changesPost.contains(request.action)
    })

  private static let changesPost: Set<Action> = [
    .postEdit, .postSubmit, .postApprove, .postReject, .postSchedule, .postPublish, .postCancel,
    .postTakedown,
  ]

  /// F14: at a closed store nothing new begins; reading, taking down and revoking still go.
  static let closedStore = Forbid(
    .closedStore,
    refuses: { request in
      beginsSomething.contains(request.action) && request.places.contains(where: \.isClosed)
    })

  private static let beginsSomething: Set<Action> = [
    .postDraft, .postEdit, .postSubmit, .postApprove, .postSchedule, .postPublish, .pageConnect,
    .calendarWrite, .grantCreate,
  ]
}
