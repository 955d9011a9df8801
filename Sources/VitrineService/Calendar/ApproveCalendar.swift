import VitrineCore
import VitrineStorage

/// A use case about one applied plan of the calendar: who may do it depends on who applied it.
package protocol PlanStep: UseCase {
  /// Which plan.
  var id: CalendarPlanID { get }
}

extension PlanStep {
  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    let plan = try transaction.existingCalendarPlan(id)
    let codes = try transaction.rows(
      "SELECT DISTINCT store_code FROM post WHERE plan_id = ?1 ORDER BY store_code",
      [SQLValue(id)]
    ).map { StoreCode(try $0.text("store_code")) }
    // Seen as one post, which its author may not approve and which must be waiting for it.
    let facts = PostFacts(
      author: plan.author, approvers: Set(try transaction.calendarApprovers(of: id)),
      state: plan.postState, stores: [], approvalsNeeded: plan.approvalsNeeded)
    return SubjectMatter(
      AccessTarget(places: try transaction.places(of: codes, at: now)), post: facts,
      object: plan.object)
  }
}

/// Where a plan stands after a step; the keys are a contract.
package struct CalendarStepOutput: Codable, Sendable {
  /// The plan.
  package let plan: CalendarPlanID
  /// Where it stands.
  package let state: StoredCalendarPlan.State
  /// What approvals bind.
  package let digest: String
  /// Who has approved.
  package let approvers: [UserID]
  /// How many must.
  package let approvalsNeeded: Int
  /// How many posts are scheduled now.
  package let scheduled: Int
  /// How many posts changed since it was applied, and are not covered.
  package let changed: Int
}

/// Says yes to an applied plan; with the last yes that is needed its posts are scheduled.
package struct ApproveCalendar: PlanStep {
  package static let action = Action.calendarApprove
  package let id: CalendarPlanID
  /// The digest of what the person read, if the person says it.
  package let digest: String?

  /// Makes the use case.
  package init(id: CalendarPlanID, digest: String?) {
    self.id = id
    self.digest = digest
  }

  package func run(_ prepared: Void, in context: Context) throws -> CalendarStepOutput {
    let transaction = context.transaction
    var plan = try transaction.existingCalendarPlan(id, lock: true)
    if let digest, digest != plan.digest {
      throw Fault(
        .stale, Message("calendar.changed", id), hint: Message("calendar.changed.hint", id),
        subject: id.rawValue)
    }
    try transaction.insertCalendarApproval(of: plan, by: context.session.user, at: context.now)
    try transaction.insertPostApprovals(of: id, by: context.session.user, at: context.now)
    let approvers = try transaction.calendarApprovers(of: id)
    var scheduled = 0
    let before = plan.state
    if approvers.count(where: { $0 != plan.author }) >= plan.approvalsNeeded {
      plan.state = .approved
      scheduled = try schedule(plan, in: context)
      try transaction.updateCalendarPlan(plan)
    }
    let output = CalendarStepOutput(
      plan: id, state: plan.state, digest: plan.digest, approvers: approvers,
      approvalsNeeded: plan.approvalsNeeded, scheduled: scheduled,
      changed: try transaction.changedPosts(of: id))
    context.record(
      Self.action, object: plan.object, authors: [plan.author],
      approvals: approvers.map(\.rawValue), previousState: before.rawValue,
      state: plan.state.rawValue,
      detail: [
        "scheduled": .integer(Int64(scheduled)), "changed": .integer(Int64(output.changed)),
        "approvalsNeeded": .integer(Int64(plan.approvalsNeeded)),
      ])
    return output
  }

  /// Gives every post that the plan covers to the deliveries, for its hour.
  private func schedule(_ plan: StoredCalendarPlan, in context: Context) throws -> Int {
    let transaction = context.transaction
    let pages = Dictionary(grouping: try transaction.pages(), by: \.store)
    let posts = try transaction.postsToApprove(of: plan.id)
    let approvals = try transaction.calendarApprovers(of: plan.id)
    var deliveries: [StoredDelivery] = []
    for post in posts {
      let page = pages[post.store]?.first { $0.network == post.network }
      var delivery = post.delivery(
        to: page, at: post.due, launchedBy: context.session.user)
      delivery.credit = PostCredit(
        author: post.author, editors: [],
        approvals: approvals.map {
          PostApproval(user: $0, digest: post.digest, approved: context.now).named
        })
      if let due = post.due, due <= context.now {
        // Its hour was approved with it, and is over: a late yes publishes nothing by surprise.
        delivery.state = .missed
        delivery.trouble = Trouble("missed")
      }
      deliveries.append(delivery)
    }
    try context.relievePages(&deliveries)
    var new: [StoredDelivery] = []
    for (post, delivery) in zip(posts, deliveries) {
      if post.delivery == nil {
        new.append(delivery)
      } else if try !transaction.handOver(delivery, at: context.now) {
        throw Fault.onItsWay(post.id)
      }
    }
    try transaction.insertDeliveries(new, at: context.now)
    return try transaction.movePosts(
      of: plan.id, from: .submitted, to: .handedOver, at: context.now)
  }
}

/// Says no to an applied plan, with a reason; nothing of it goes out.
package struct RejectCalendar: PlanStep {
  package static let action = Action.calendarApprove
  package let id: CalendarPlanID
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(id: CalendarPlanID, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func run(_ prepared: Void, in context: Context) throws -> CalendarStepOutput {
    try Reason.check(reason)
    let transaction = context.transaction
    var plan = try transaction.existingCalendarPlan(id, lock: true)
    plan.state = .rejected
    try transaction.deleteCalendarApprovals(of: id)
    try transaction.movePosts(of: id, from: .submitted, to: .rejected, at: context.now)
    try transaction.updateCalendarPlan(plan)
    context.record(
      Self.action, object: plan.object, authors: [plan.author], previousState: "submitted",
      state: plan.state.rawValue, detail: ["step": "reject"], reason: reason)
    return CalendarStepOutput(
      plan: id, state: plan.state, digest: plan.digest, approvers: [],
      approvalsNeeded: plan.approvalsNeeded, scheduled: 0,
      changed: try transaction.changedPosts(of: id))
  }
}

/// Hands a rejected plan over to the approvers again, as it is; one that waits for them goes on waiting.
package struct SubmitCalendar: PlanStep {
  package static let action = Action.calendarWrite
  package let id: CalendarPlanID

  /// Makes the use case.
  package init(id: CalendarPlanID) { self.id = id }

  package func run(_ prepared: Void, in context: Context) throws -> CalendarStepOutput {
    let transaction = context.transaction
    var plan = try transaction.existingCalendarPlan(id, lock: true)
    let before = plan.state
    guard before != .approved else {
      throw Fault(
        .conflict, Message("calendar.notRejected", id, plan.state.rawValue), subject: id.rawValue)
    }
    if before == .rejected {
      plan.state = .submitted
      plan.submitted = context.now
      try transaction.movePosts(of: id, from: .rejected, to: .submitted, at: context.now)
      try transaction.updateCalendarPlan(plan)
    }
    context.record(
      Self.action, object: plan.object, authors: [plan.author], previousState: before.rawValue,
      state: plan.state.rawValue,
      detail: ["approvalsNeeded": .integer(Int64(plan.approvalsNeeded))])
    return CalendarStepOutput(
      plan: id, state: plan.state, digest: plan.digest,
      approvers: try transaction.calendarApprovers(of: id),
      approvalsNeeded: plan.approvalsNeeded, scheduled: 0,
      changed: try transaction.changedPosts(of: id))
  }
}

extension StoredCalendarPlan {
  /// The plan as decisions see it.
  fileprivate var postState: PostState {
    switch state {
    case .submitted: .submitted
    case .approved: .scheduled
    case .rejected: .rejected
    }
  }
}

extension Transaction {
  /// The plan, or `notFound`.
  func existingCalendarPlan(
    _ id: CalendarPlanID, lock: Bool = false
  ) throws -> StoredCalendarPlan {
    guard let plan = try calendarPlan(id, lock: lock) else {
      throw Fault(
        .notFound, Message("calendar.unknownPlan", TerminalText.excerpt(id.rawValue)),
        hint: Message("calendar.unknownPlan.hint"), subject: id.rawValue)
    }
    return plan
  }
}
