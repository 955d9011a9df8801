import VitrineCore
import VitrineStorage

/// Posts on their way to the deliveries: when each goes, and what the rules say of it for that day.
package struct PostRelease: Sendable {
  /// When a person wants them to go.
  enum Time: Hashable, Sendable {
    /// At the time that stands in each, or now.
    case planned
    /// Now.
    case now
    /// At that time.
    case at(ReleaseTime)
  }

  private let id: String
  private let revisions: [PostID: Int]
  /// The instant of each; nothing for now.
  private let releases: [PostID: Timestamp]
  private let findings: [PostID: [RuleFinding]]

  /// Looks at time, validity and rules outside of any transaction; what must not leave is `invalid`.
  init(_ id: String, _ time: Time, _ action: Action, _ desk: Desk) async throws {
    let now = desk.time.now()
    let subjects = try await desk.database.read { transaction in
      let quarantine = desk.rules.quarantineMilliseconds
      return try transaction.reviewSubjects(
        transaction.posts(named: id).filter {
          try transaction.standing(of: $0, at: now, quarantine: quarantine).facts.allows(action)
        })
    }
    var releases: [PostID: Timestamp] = [:]
    for subject in subjects {
      releases[subject.post.id] = try subject.release(time, now)
      try subject.checkLeaves(at: releases[subject.post.id] ?? now, desk.rules, id)
    }
    let review = PostReview(
      subjects, try await desk.content.ruleBook(), now: now,
      release: { releases[$0.id] })
    try review.refuseErrors(id)
    self.id = id
    self.releases = releases
    findings = review.findings
    revisions = Dictionary(uniqueKeysWithValues: subjects.map { ($0.post.id, $0.post.revision) })
  }

  /// Writes the rows of the deliveries, and the records.
  func handOver(_ action: Action, in context: Context) throws -> PostsOutput {
    let transaction = context.transaction
    let acted = try context.acted(on: id, action)
    let freezes = try transaction.freezes(of: acted.stores)
    var deliveries: [StoredDelivery] = []
    for standing in acted {
      let post = standing.post
      guard revisions[post.id] == post.revision else { throw Fault.postChanged(id) }
      let release = releases[post.id]
      // A time to come is a schedule, whichever way it is asked for.
      if release != nil, action != .postSchedule { try context.demand(.postSchedule, standing) }
      if release == nil, let freeze = freezes[post.store] {
        throw try context.frozen(post.id, freeze)
      }
      deliveries.append(
        try transaction.delivery(
          of: standing, releaseAt: release, launchedBy: context.session.user, at: context.now))
    }
    try context.relievePages(&deliveries)
    for (standing, delivery) in zip(acted, deliveries) {
      var post = standing.post
      // What waits for a person is taken up again first, with what may have become of its draft.
      let quarantine = context.desk.rules.quarantineMilliseconds
      try transaction.resumeHeldDeliveries(
        [post.id], doubtUntil: context.now.advanced(byMilliseconds: quarantine), at: context.now)
      guard try transaction.handOver(delivery, at: context.now) else {
        throw Fault.onItsWay(post.id)
      }
      post.state = .handedOver
      try transaction.updatePost(post, at: context.now)
      try context.replaceCalendarPost(by: post)
      // Read again: what its delivery says is what it is from now on.
      let after = try transaction.post(post.id) ?? post
      try context.write(
        after, action, after: standing,
        detail: delivery.schedule)
    }
    return try context.output(acted.map(\.post.id), findings: findings)
  }
}

extension PostReview.Subject {
  /// The instant at which the post goes; nil for now.
  ///
  /// Where others approved a time, it goes at that time or not at all: what they said yes to was then.
  fileprivate func release(_ time: PostRelease.Time, _ now: Timestamp) throws -> Timestamp? {
    let isBound = post.approvalsNeeded > 0 && post.schedule != nil
    switch time {
    case .planned:
      guard let due = post.due else { return nil }
      guard due > now else { throw Fault.timePassed(post.id, due) }
      return due
    case .now:
      if isBound { throw Fault.timeApproved(post) }
      return nil
    case .at(let release):
      if isBound, release.description != post.schedule { throw Fault.timeApproved(post) }
      guard let store else {
        throw Fault(
          .notFound, Message("stores.unknown", post.store), subject: post.store.rawValue)
      }
      try release.checkFuture(at: [store], now)
      return try release.instant(in: store.timeZone)
    }
  }

  /// Refuses what must not be public at that instant.
  fileprivate func checkLeaves(at time: Timestamp, _ rules: DeskRules, _ id: String) throws {
    if let end = post.validUntil, end <= time {
      throw Fault.afterOffer(post.store, end, subject: id)
    }
    if let template = post.template { try source.checkValid(template, rules, at: time) }
  }
}

extension StoredDelivery {
  /// When it goes, and why at another hour than was asked for, as its record says it.
  fileprivate var schedule: [String: JSON] {
    var detail: [String: JSON] = [
      "at": releaseAt.milliseconds > 0 ? .string(releaseAt.description) : .null
    ]
    if let movedFrom { detail["movedFrom"] = .string(movedFrom.description) }
    if let movedBecause { detail["movedBecause"] = .string(movedBecause.code) }
    if let trouble { detail["trouble"] = .string(trouble.reason.code) }
    return detail
  }
}

extension Context {
  /// Why a post cannot go now: somebody froze its store.
  fileprivate func frozen(_ post: PostID, _ freeze: StoredFreeze) throws -> Fault {
    let name = try transaction.account(freeze.by)?.name ?? freeze.by.rawValue
    return Fault(
      .conflict, Message("posts.frozen", freeze.store, name, freeze.at),
      hint: Message("posts.frozen.hint", post), subject: post.rawValue)
  }
}

extension Fault {
  /// The time that stands in a post came and went.
  fileprivate static func timePassed(_ id: PostID, _ due: Timestamp) -> Fault {
    Fault(
      .invalid, Message("posts.timePassed", id, due), hint: Message("posts.timePassed.hint", id),
      subject: id.rawValue)
  }

  /// Others said yes to a post at one time, and it shall go at another.
  fileprivate static func timeApproved(_ post: StoredPost) -> Fault {
    Fault(
      .conflict, Message("posts.timeApproved", post.id, post.schedule ?? ""),
      hint: Message("posts.timeApproved.hint", post.id), subject: post.id.rawValue)
  }
}

extension Transaction {
  /// The row by which the deliveries take a post over.
  ///
  /// A post that goes now was reviewed just now; one for later is reviewed again before it leaves.
  fileprivate func delivery(
    of standing: PostStanding, releaseAt: Timestamp?, launchedBy user: UserID, at now: Timestamp
  ) throws -> StoredDelivery {
    let post = standing.post
    var delivery = post.delivery(
      to: try page(of: post.store, on: post.network), at: releaseAt, launchedBy: user)
    delivery.credit = standing.credit
    delivery.reviewed = releaseAt == nil ? now : nil
    return delivery
  }
}

extension StoredPost {
  /// The row by which the deliveries take the post over, not yet looked at by the rules.
  func delivery(
    to page: StoredPage?, at release: Timestamp?, launchedBy user: UserID
  ) -> StoredDelivery {
    var delivery = StoredDelivery(
      post: id, broadcast: nil, store: store, network: network, page: page?.id,
      position: position, content: content, digest: PlannedPost.digest(of: content),
      state: .ready)
    delivery.take(.verdict(of: page, network))
    if page?.state == .disconnected { delivery.page = nil }
    delivery.releaseAt = release ?? Timestamp(clamping: 0)
    delivery.launchedBy = user
    delivery.validUntil = validUntil
    return delivery
  }
}

extension PlannedPost.Verdict {
  /// What stands in the way of a post on a page, whatever it says.
  static func verdict(of page: StoredPage?, _ network: Network) -> Self {
    switch page?.state {
    case nil, .disconnected?: .held(Trouble("noPage", network))
    case .needsAttention?: .held(page?.trouble ?? Trouble("token", "–", "–"))
    case .connected?: .ready
    }
  }
}
