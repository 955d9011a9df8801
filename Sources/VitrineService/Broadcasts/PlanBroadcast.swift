import VitrineCore
import VitrineStorage

/// Which stores a broadcast goes to: by a selector, or by a list.
package struct BroadcastTargets: Hashable, Sendable {
  /// The selector.
  package let selector: Selector
  /// How the person said it, for records and lists.
  package let description: String

  /// Makes targets.
  package init(selector: Selector, description: String) {
    self.selector = selector
    self.description = description
  }
}

/// What would happen: who gets what, who does not and why, and until when.
///
/// Changes nothing.
package struct PlanBroadcast: Sendable {
  /// The message.
  package let source: MessageSource
  /// Where to.
  package let targets: BroadcastTargets
  /// On which networks; empty for those of the message.
  package let networks: [Network]
  /// When it becomes public; nil for at once.
  package let at: ReleaseTime?

  /// Makes the question.
  package init(
    source: MessageSource, targets: BroadcastTargets, networks: [Network], at: ReleaseTime?
  ) {
    self.source = source
    self.targets = targets
    self.networks = networks
    self.at = at
  }

  /// The answer.
  package struct Output: Sendable {
    /// Every store and network.
    package let posts: [PlannedPost]
    /// The stores in order.
    package let stores: [Store]
    /// What an approval of it would bind.
    package let digest: String
    /// When the last page would be public, at the present pace.
    package let endsAt: Timestamp?
    /// Who could approve it.
    package let approvers: [Account]
    /// Who could launch it.
    package let launchers: [Account]
    /// How many approvals it needs.
    package let approvalsNeeded: Int
    /// The first release per store, for stores with a time of their own.
    package let releases: [StoreCode: Timestamp]
  }

  /// Reads the register in one snapshot, and renders outside of it.
  package func run(_ door: Door, as credential: Secret) async throws -> Output {
    let facts = try await door.ask(ReadPlanFacts(selector: targets.selector), as: credential)
    let desk = door.desk
    let planner = try BroadcastPlanner(
      source: source, networks: networks, limits: desk.rules.limits)
    let posts = planner.plan(facts.stores, pages: facts.pages)
    let now = desk.time.now()
    let releases = try Self.releases(at, facts.stores, now)
    let start = max(now, releases.values.min() ?? now)
    let ready = posts.count { $0.verdict == .ready }
    return Output(
      posts: posts, stores: facts.stores,
      digest: posts.digest(source: source.digest, at: at?.description, until: nil),
      endsAt: desk.rules.duration(ofReleasing: ready).map {
        max(start.advanced(byMilliseconds: $0), releases.values.max() ?? start)
      }, approvers: facts.approvers, launchers: facts.launchers,
      approvalsNeeded: source.isUrgent ? desk.rules.urgentApprovals : desk.rules.approvals,
      releases: releases)
  }

  /// The instant of each store; a time that is past is refused.
  static func releases(_ at: ReleaseTime?, _ stores: [Store], _ now: Timestamp) throws
    -> [StoreCode: Timestamp]
  {
    guard let at else { return [:] }
    var byZone: [String: Timestamp] = [:]
    var releases: [StoreCode: Timestamp] = [:]
    for store in stores {
      let instant = try byZone[store.timeZone] ?? at.instant(in: store.timeZone)
      byZone[store.timeZone] = instant
      releases[store.code] = instant
    }
    if let past = byZone.first(where: { $0.value <= now }) {
      throw Fault(
        .invalid, Message("broadcast.past", at.description, past.key, past.value),
        hint: Message("broadcast.past.hint"), subject: "--at")
    }
    return releases
  }
}

extension DeskRules {
  /// How long releasing so many posts takes at the pace, in milliseconds; nil without a pace.
  func duration(ofReleasing count: Int) -> Int64? {
    guard let milliPostsPerSecond, milliPostsPerSecond > 0 else { return nil }
    let (product, overflow) = Int64(count).multipliedReportingOverflow(by: 1_000_000)
    return overflow ? nil : product / Int64(milliPostsPerSecond)
  }
}

/// The facts that a plan rests on.
struct ReadPlanFacts: Query {
  static let action = Action.broadcastRead
  static let isNational = true
  let selector: Selector

  struct Output: Sendable {
    let stores: [Store]
    let pages: [StoreCode: [StoredPage]]
    let version: Int64
    let approvers: [Account]
    let launchers: [Account]
  }

  func run(in context: ReadContext) throws -> Output {
    let register = try Register(in: context.transaction)
    return Output(
      stores: try register.pick(selector), pages: register.pages, version: register.version,
      approvers: try context.transaction.holders(of: .broadcastApprove, at: context.now),
      launchers: try context.transaction.holders(of: .broadcastLaunch, at: context.now))
  }
}

extension Transaction {
  /// The active people who may do this nationally.
  package func holders(of action: Action, at now: Timestamp) throws -> [Account] {
    let grants = Dictionary(grouping: try grants(), by: \.user)
    return try accounts().filter { account in
      account.state == .active
        && (grants[account.id] ?? []).contains {
          $0.holds(at: now) && $0.scope == .all && $0.role.actions.contains(action)
        }
    }
  }
}
