import VitrineCore
import VitrineStorage

/// Looks at everything that a broadcast tonight depends on.
package struct ExamineDesk: Query {
  package static let action = Action.broadcastRead

  /// Makes the query.
  package init() {}

  /// One thing that was looked at.
  package struct Check: Sendable {
    /// How it is.
    package enum Status: String, Sendable {
      /// Well.
      case ok
      /// Worth a look.
      case warning
      /// A broadcast would not work.
      case failed
    }

    /// A stable name for scripts.
    package let name: String
    /// How it is.
    package let status: Status
    /// In words.
    package let detail: Message
  }

  package func run(in context: ReadContext) throws -> [Check] {
    let transaction = context.transaction
    let register = try Register(in: transaction)
    let pages = register.pages.values.flatMap { $0 }
    let broken = pages.filter { $0.state != .connected }
    let rules = context.desk.rules
    let people = try BroadcastPeople(
      in: transaction, rules, author: nil, isUrgent: false, at: context.now)
    let head = try transaction.auditHead()
    let alive = try transaction.liveWorkers(since: context.now.advanced(bySeconds: -60))
    let first = [
      Check(
        name: "database", status: .ok,
        detail: Message("doctor.database", transaction.dialect.rawValue)),
      Check(
        name: "stores", status: register.stores.isEmpty ? .failed : .ok,
        detail: Message("doctor.stores", register.stores.count)),
      Check(
        name: "pages", status: pages.isEmpty ? .failed : broken.isEmpty ? .ok : .warning,
        detail: Message("doctor.pages", pages.count, broken.count)),
      Check(
        name: "approvers",
        status: people.approvers.count >= people.approvalsNeeded ? .ok : .failed,
        detail: Message(
          "doctor.approvers", people.approvalsNeeded, people.approvers.count,
          Self.names(people.approvers))),
      Check(
        name: "launchers", status: people.isEnough ? .ok : .failed,
        detail: Message(
          people.isEnough || people.launchers.isEmpty ? "doctor.launchers" : "doctor.noLauncher",
          people.launchers.count, Self.names(people.launchers))),
    ]
    let last = [
      Check(
        name: "worker", status: alive > 0 ? .ok : .warning,
        detail: Message(alive > 0 ? "doctor.worker" : "doctor.noWorker", alive)),
      Check(
        name: "signer", status: context.desk.signer == nil ? .warning : .ok,
        detail: Message(context.desk.signer == nil ? "doctor.noSigner" : "doctor.signer")),
      Check(name: "audit", status: .ok, detail: Message("doctor.audit", head.size)),
    ]
    return try first + authors(people, context) + lowered(rules) + waiting(context)
      + plans(context) + frozen(context) + tokens(context) + notices(context) + limits(context)
      + verified(context)
      + last
      + Self.network(try transaction.servedVersions())
  }

  /// Networks that answered with another version than they were asked for: the asked one is about to
  /// go, or has gone.
  private static func network(_ versions: [ServedVersion]) -> [Check] {
    versions.map { version in
      let isAsked = version.asked == version.served
      return Check(
        name: "version", status: isAsked ? .ok : .warning,
        detail: Message(
          isAsked ? "doctor.version" : "doctor.otherVersion", version.network, version.asked,
          version.served))
    }
  }

  /// Whose own messages nobody could bring out: enough people for others, and not for this author.
  private func authors(_ people: BroadcastPeople, _ context: ReadContext) throws -> [Check] {
    guard people.isEnough else { return [] }
    let stuck = try context.transaction.holders(of: .broadcastDraft, at: context.now).filter {
      try !BroadcastPeople(
        in: context.transaction, context.desk.rules, author: $0.id, isUrgent: false,
        at: context.now
      ).isEnough
    }
    guard !stuck.isEmpty else { return [] }
    return [
      Check(
        name: "authors", status: .warning,
        detail: Message("doctor.authors", stuck.count, Self.names(stuck)))
    ]
  }

  /// Numbers below what the product comes with.
  private func lowered(_ rules: DeskRules) -> [Check] {
    guard
      rules.approvals < DeskRules.usualApprovals
        || rules.approvalsNeeded(isUrgent: true) < DeskRules.usualUrgentApprovals
    else { return [] }
    return [
      Check(
        name: "approvals", status: .warning,
        detail: Message(
          "doctor.lowered", rules.approvals, rules.urgentApprovals, DeskRules.usualApprovals,
          DeskRules.usualUrgentApprovals))
    ]
  }

  /// What waits for approvers: submissions, pages that changed, and second approvals that are owed.
  private func waiting(_ context: ReadContext) throws -> [Check] {
    let waiting = try context.transaction.waitingForApproval(at: context.now)
    guard !waiting.isEmpty else { return [] }
    let late = waiting.filter { $0.second == .late }
    let detail = Message(
      late.isEmpty ? "doctor.waiting" : "doctor.late", waiting.count, late.count,
      (late.isEmpty ? waiting : late).map(\.broadcast.id.rawValue).joined(separator: ", "))
    return [Check(name: "waiting", status: late.isEmpty ? .ok : .warning, detail: detail)]
  }

  /// Plans of the calendar that nobody has approved: whoever looks is told before their posts are due.
  private func plans(_ context: ReadContext) throws -> [Check] {
    try context.transaction.waitingPlans(at: context.now).map { plan in
      let soon = context.now.advanced(bySeconds: Self.soonHours * 3600)
      let isUrgent = plan.late > 0 || plan.next.map { $0 < soon } ?? false
      let detail =
        if let next = plan.next {
          Message("doctor.plan", plan.id, plan.posts, next, plan.late)
        } else {
          Message("doctor.planLate", plan.id, plan.posts)
        }
      return Check(name: "calendar", status: isUrgent ? .warning : .ok, detail: detail)
    }
  }

  /// How long before its hour a post without its approvals is worth a warning.
  private static let soonHours: Int64 = 48

  /// Stores of which nothing of their own leaves, so that nobody forgets them.
  private func frozen(_ context: ReadContext) throws -> [Check] {
    guard let (count, oldest) = try context.transaction.frozenStores() else { return [] }
    let name = try context.transaction.account(oldest.by)?.name ?? oldest.by.rawValue
    return [
      Check(
        name: "freeze", status: .warning,
        detail: Message("doctor.frozen", count, oldest.at, name))
    ]
  }

  /// Notices that were to leave the desk and have not arrived.
  private func notices(_ context: ReadContext) throws -> [Check] {
    let week = context.now.advanced(bySeconds: -7 * 86_400)
    let state = try context.transaction.sendingState(since: week)
    guard state.waiting + state.givenUp > 0 else { return [] }
    guard state.failing + state.givenUp > 0 else {
      return [
        Check(name: "notices", status: .ok, detail: Message("doctor.notices", state.waiting))
      ]
    }
    let late = Check(
      name: "notices", status: .warning,
      detail: Message("doctor.noticesLate", state.failing, state.givenUp))
    return [late]
      + [state.failure].compactMap(\.self).map {
        Check(name: "noticesAnswer", status: .warning, detail: $0)
      }
  }

  static func names(_ people: [Account]) -> String {
    people.isEmpty ? "–" : people.map(\.name).joined(separator: ", ")
  }
}

extension Transaction {
  /// How many workers have given a sign of life since then.
  func liveWorkers(since: Timestamp) throws -> Int {
    try row("SELECT COUNT(*) AS count FROM worker WHERE heartbeat_at >= ?1", [SQLValue(since)])?
      .int("count") ?? 0
  }
}
