import VitrineCore
import VitrineStorage

/// Which stores a broadcast goes to: by a selector, or by a list.
package struct BroadcastTargets: Hashable, Sendable {
  /// The selector.
  package let selector: Selector
  /// How the person said it, for records and lists.
  package let description: String
  /// The list that was used, if it was one.
  package let list: StoreListReference?

  /// Makes targets.
  package init(selector: Selector, description: String, list: StoreListReference? = nil) {
    self.selector = selector
    self.description = description
    self.list = list
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
  /// What a person filled into the fields of the message.
  package let values: [String: String]
  /// Until when it is to be at the top of its pages; nil for not at all.
  package let pinUntil: Timestamp?

  /// Makes the question.
  package init(
    source: MessageSource, targets: BroadcastTargets, networks: [Network], at: ReleaseTime?,
    values: [String: String] = [:], pinUntil: Timestamp? = nil
  ) {
    self.pinUntil = pinUntil
    self.values = values
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
    /// How many of the pages that are ready are on networks that pin posts.
    package let pinnable: Int
    /// When the last page would be public, at the present pace.
    package let endsAt: Timestamp?
    /// The pages that are ready today, and whose token ends before their hour.
    package let atRisk: [PageAtRisk]
    /// Who could take the next steps, and whether that is enough.
    package let people: BroadcastPeople
    /// The first release per store, for stores with a time of their own.
    package let releases: [StoreCode: Timestamp]
    /// What the rules say, each rule once.
    package let findings: [RuleFinding]
  }

  /// Reads the register in one snapshot, and renders outside of it.
  package func run(_ door: Door, as credential: Secret) async throws -> Output {
    let desk = door.desk
    let facts = try await door.ask(ReadPlanFacts(isUrgent: source.isUrgent), as: credential)
    let values = try await source.admitted(values, desk)
    let pictures = try await source.broadcastPictures(networks, desk)
    let recipe = BroadcastRecipe(
      targets: targets, networks: networks, at: at, from: nil, until: nil, values: values,
      pictures: pictures.shown(by: source), written: desk.time.now())
    let rendering = try BroadcastRendering(
      source, recipe, facts.register, desk.rules, try await desk.content.ruleBook())
    let posts = rendering.posts
    let stores = try facts.register.pick(targets.selector)
    let now = desk.time.now()
    let releases = rendering.releases
    try Self.checkFuture(at, releases, stores, now)
    try rendering.checkPin(pinUntil, at: now)
    var counts: [Timestamp: Int] = [:]
    for post in posts where post.verdict == .ready {
      counts[max(now, releases[post.store] ?? now), default: 0] += 1
    }
    let endsAt = desk.rules.end(ofReleasing: counts)
    return Output(
      posts: posts, stores: stores, digest: rendering.digest,
      pinnable: posts.count { $0.verdict == .ready && desk.pinnable.contains($0.network) },
      endsAt: endsAt,
      atRisk: Self.atRisk(posts, releases, facts.register.pages, end: endsAt ?? now),
      people: facts.people, releases: releases,
      findings: rendering.findings)
  }

  /// The instant of each store.
  static func releases(_ at: ReleaseTime?, _ stores: [Store]) throws -> [StoreCode: Timestamp] {
    guard let at else { return [:] }
    var byZone: [String: Timestamp] = [:]
    var releases: [StoreCode: Timestamp] = [:]
    for store in stores {
      let instant = try byZone[store.timeZone] ?? at.instant(in: store.timeZone)
      byZone[store.timeZone] = instant
      releases[store.code] = instant
    }
    return releases
  }

  /// Refuses a time that is past; of several zones the one where it passed first is named.
  ///
  /// An instant is the same everywhere, so no zone is named with it.
  static func checkFuture(
    _ at: ReleaseTime?, _ releases: [StoreCode: Timestamp], _ stores: [Store], _ now: Timestamp
  ) throws {
    guard let at, let first = releases.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      first.value <= now
    else { return }
    let zone = stores.first { $0.code == first.key }?.timeZone ?? ""
    throw Fault(
      .invalid,
      at.isLocal
        ? Message("broadcast.past", at.description, zone, first.value)
        : Message("broadcast.pastInstant", at.description),
      hint: Message("broadcast.past.hint"), subject: "--at")
  }
}

extension ReleaseTime {
  /// Whether each store's own clock decides.
  package var isLocal: Bool { if case .local = self { true } else { false } }
}

/// The facts that a plan rests on.
struct ReadPlanFacts: Query {
  static let action = Action.broadcastRead
  static let isNational = true
  let isUrgent: Bool

  struct Output: Sendable {
    let register: Register
    let people: BroadcastPeople
  }

  func run(in context: ReadContext) throws -> Output {
    Output(
      register: try Register(in: context.transaction),
      people: try BroadcastPeople(
        in: context.transaction, context.desk.rules, author: context.session.user,
        isUrgent: isUrgent, at: context.now))
  }
}
