import Foundation
import VitrineCore
import VitrineStorage

/// Makes a broadcast of a message: rendered for every store, and not yet approved by anybody.
package struct CreateBroadcast: UseCase {
  package static let action = Action.broadcastDraft
  /// The message.
  package let source: MessageSource
  /// Where to.
  package let targets: BroadcastTargets
  /// On which networks; empty for those of the message.
  package let networks: [Network]
  /// When it becomes public.
  package let at: ReleaseTime?
  /// Before this nothing may be public.
  package let from: Timestamp?
  /// After this nothing is sent any more.
  package let until: Timestamp?
  /// The digest of the plan that the person read, if there was one.
  package let plannedDigest: String?

  /// Makes the use case.
  package init(
    source: MessageSource, targets: BroadcastTargets, networks: [Network], at: ReleaseTime?,
    from: Timestamp?, until: Timestamp?, plannedDigest: String?
  ) {
    self.from = from
    self.source = source
    self.targets = targets
    self.networks = networks
    self.at = at
    self.until = until
    self.plannedDigest = plannedDigest
  }

  /// The new broadcast; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// Its id.
    package let id: BroadcastID
    /// Where it stands.
    package let state: BroadcastState
    /// What approvals will bind.
    package let digest: String
    /// How many stores and networks.
    package let targeted: Int
  }

  /// The rendered posts and the register they were rendered from.
  package struct Prepared: Sendable {
    let posts: [PlannedPost]
    let releases: [StoreCode: Timestamp]
    let digest: String
    let version: Int64
    let source: String
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    guard source.media.isEmpty else {
      throw Fault(
        .invalid, Message("broadcast.media"), hint: Message("broadcast.media.hint"),
        subject: source.file)
    }
    guard !source.isUrgent else {
      // The urgent lane is for templates of the library, whose text is locked; a file of one's own
      // would let one person and one approver speak for everybody.
      throw Fault(
        .invalid, Message("broadcast.urgent"), hint: Message("broadcast.urgent.hint"),
        subject: source.file)
    }
    let register = try await desk.database.read { try Register(in: $0) }
    let stores = try register.pick(targets.selector)
    let planner = try BroadcastPlanner(
      source: source, networks: networks, limits: desk.rules.limits)
    let posts = planner.plan(stores, pages: register.pages)
    let digest = posts.digest(source: source.digest, at: at?.description, until: until)
    if let plannedDigest,
      plannedDigest != posts.digest(source: source.digest, at: at?.description, until: nil)
    {
      throw Fault(
        .stale, Message("broadcast.stalePlan"), hint: Message("broadcast.stalePlan.hint"))
    }
    let releases = try PlanBroadcast.releases(at, stores, desk.time.now())
    try checkValidity(releases, desk.time.now())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Prepared(
      posts: posts, releases: releases,
      digest: digest, version: register.version,
      source: String(decoding: try encoder.encode(source), as: UTF8.self))
  }

  /// Nothing is made that could only be refused at launch: it begins before it may, or ends first.
  private func checkValidity(_ releases: [StoreCode: Timestamp], _ now: Timestamp) throws {
    let first = releases.values.min() ?? now
    let last = releases.values.max() ?? now
    if let from, first < from {
      throw Fault(
        .invalid, Message("broadcast.tooEarly", from), hint: Message("broadcast.tooEarly.hint"),
        subject: "--at")
    }
    if let until, until <= last {
      throw Fault(.invalid, Message("broadcast.endsBefore", until), subject: "--until")
    }
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> Output {
    let transaction = context.transaction
    guard try transaction.registerVersion(lock: true) == prepared.version else {
      throw Fault(
        .stale, Message("broadcast.stalePlan"), hint: Message("broadcast.stalePlan.hint"))
    }
    let random = context.desk.random
    let rules = context.desk.rules
    let broadcast = StoredBroadcast(
      id: random.identifier("b"), title: source.title, digest: prepared.digest,
      source: prepared.source, sourceDigest: source.digest, selector: targets.description,
      author: context.session.user, isUrgent: source.isUrgent,
      approvalsNeeded: source.isUrgent ? rules.urgentApprovals : rules.approvals,
      created: context.now, releaseAt: prepared.releases.values.min(), validUntil: until)
    try transaction.insertBroadcast(broadcast)
    // In the order of the target list, so that rows that change together lie together on disk.
    let ids: [PostID] = prepared.posts.map { _ in random.identifier("p") }.sorted()
    try transaction.insertDeliveries(
      prepared.posts.enumerated().map { position, post in
        var delivery = StoredDelivery(
          post: ids[position], broadcast: broadcast.id, store: post.store,
          network: post.network, page: post.page, position: position, content: post.content,
          digest: post.digest, state: .ready)
        switch post.verdict {
        case .ready: break
        case .held(let trouble):
          delivery.state = .held
          delivery.trouble = trouble
        case .refused(let reason):
          delivery.state = .refused
          delivery.trouble = .content(reason)
        }
        delivery.releaseAt = prepared.releases[post.store] ?? Timestamp(clamping: 0)
        return delivery
      }, at: context.now)
    context.record(
      .broadcastDraft, object: broadcast.object, broadcast: broadcast.id, state: "draft",
      detail: [
        "targeted": .integer(Int64(prepared.posts.count)),
        "source": .string(broadcast.sourceDigest), "selector": .string(broadcast.selector),
        "at": at.map { .string($0.description) } ?? .null,
        "until": until.map { .string($0.description) } ?? .null,
      ])
    return Output(
      id: broadcast.id, state: broadcast.state, digest: broadcast.digest,
      targeted: prepared.posts.count)
  }
}

extension Trouble {
  /// A text that breaks a rule, with what would mend it.
  static func content(_ reason: Message) -> Trouble {
    Trouble(
      reason: reason, fix: Message("trouble.rule.fix"), who: Message("trouble.content.who"))
  }
}

extension StoredBroadcast {
  /// The broadcast as records name it: id and digest.
  package var object: AuditRecord.Object {
    AuditRecord.Object(type: "broadcast", id: id.rawValue, sha256: digest)
  }

  /// The broadcast as access sees it.
  package func facts(_ approvers: [UserID]) -> BroadcastFacts {
    BroadcastFacts(
      state: state, authors: [author], approvers: Set(approvers),
      approvalsNeeded: approvalsNeeded, isUrgent: isUrgent)
  }
}
