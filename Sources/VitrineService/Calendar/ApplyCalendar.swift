import VitrineCore
import VitrineStorage

/// Makes of the calendar's files what a plan says: submitted posts under one digest, and submitted
/// broadcasts.
package struct ApplyCalendar: UseCase {
  package static let action = Action.calendarWrite
  /// The plan as it is asked for.
  package let question: PlanCalendar
  /// The digest of the plan that the person read, if there was one.
  package let plannedDigest: String?

  /// Makes the use case.
  package init(_ question: PlanCalendar, plannedDigest: String? = nil) {
    self.question = question
    self.plannedDigest = plannedDigest
  }

  /// What was done; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The plan that waits for an approval; nil where no post of a store asks for one.
    package let plan: CalendarPlanID?
    /// What its approval binds.
    package let digest: String?
    /// How many posts are new.
    package let created: Int
    /// How many posts say something else.
    package let updated: Int
    /// How many posts were taken back.
    package let withdrawn: Int
    /// How many posts are as they were.
    package let unchanged: Int
    /// The broadcasts that were submitted.
    package let broadcasts: [BroadcastID]
  }

  /// The plan, and everything rendered that it needs.
  package struct Prepared: Sendable {
    let plan: CalendarPlan
    let posts: [CalendarPosts]
    let broadcasts: [CalendarBroadcast]
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    // Which stores it is about is known when the files are read; then it is decided again.
    SubjectMatter(.anywhere)
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    let plan = try await question.plan(desk)
    if let plannedDigest, plannedDigest != plan.digest { throw Self.stale }
    if let ask = plan.asks.first {
      throw Fault(
        .invalid, Message("calendar.asks", ask.key, ask.zones.joined(separator: ", "), ask.stores),
        hint: Message("calendar.asks.hint"), subject: ask.key)
    }
    let register = try await desk.database.read { try Register(in: $0) }
    guard register.version == plan.version else { throw Self.stale }
    let maker = try await CalendarSheetMaker(desk, register, try await desk.calendar(register))
    var posts: [CalendarPosts] = []
    var broadcasts: [CalendarBroadcast] = []
    for change in plan.changes {
      switch change.kind {
      case .posts: posts.append(try await CalendarPosts(change, maker))
      case .broadcast: broadcasts.append(try await CalendarBroadcast(change, maker))
      }
    }
    return Prepared(plan: plan, posts: posts, broadcasts: broadcasts)
  }

  /// Something that the plan rests on has changed since it was made.
  static let stale = Fault(
    .stale, Message("calendar.stale"), hint: Message("calendar.stale.hint"))

  package func run(_ prepared: Prepared, in context: Context) throws -> Output {
    let transaction = context.transaction
    let plan = prepared.plan
    guard try transaction.registerVersion(lock: true) == plan.version else { throw Self.stale }
    try checkRights(prepared, context)
    let id: CalendarPlanID = context.desk.random.identifier("c")
    var covered: [PostID] = []
    var withdrawn: [PostID] = []
    for posts in prepared.posts {
      guard try transaction.calendarPosts(of: posts.change.key) == posts.change.seen else {
        throw Self.stale
      }
      covered += try posts.write(in: context)
      withdrawn += posts.change.withdraws
    }
    try transaction.cancelRoutineDeliveries(withdrawn, at: context.now)
    try transaction.withdrawPosts(withdrawn, at: context.now)
    let handed = try handOver(covered, as: id, plan, context)
    var items = prepared.posts.compactMap(\.item)
    var submitted: [BroadcastID] = []
    for broadcast in prepared.broadcasts {
      guard let id = try broadcast.write(in: context) else { continue }
      submitted.append(id)
      if let item = broadcast.item(id) { items.append(item) }
    }
    for change in plan.changes where change.occurrence == nil {
      try transaction.deleteCalendarItem(change.key)
    }
    try transaction.putCalendarItems(items, at: context.now)
    record(prepared, handed, in: context)
    return Output(
      plan: handed?.id, digest: handed?.digest, created: plan.created, updated: plan.updated,
      withdrawn: plan.withdrawn, unchanged: plan.unchanged, broadcasts: submitted)
  }
}
