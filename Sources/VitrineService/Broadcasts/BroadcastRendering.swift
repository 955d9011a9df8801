import VitrineCore
import VitrineStorage

/// A message rendered for every store that a recipe picks, outside of any transaction.
package struct BroadcastRendering: Sendable {
  /// Every store and network, in the order of the register.
  let posts: [PlannedPost]
  /// When each store's post becomes public; empty for at launch.
  let releases: [StoreCode: Timestamp]
  /// What an approval of it binds.
  let digest: String
  /// The register and the limits that it was rendered for.
  let basis: String
  /// The count of changes of that register.
  let version: Int64
  /// Until when it is wanted at the top of its pages, and the networks that can do that.
  private let pins: (until: Timestamp, networks: Set<Network>)?
  /// What the rules say, each rule once.
  let findings: [RuleFinding]

  /// Renders; `pinnable` are the networks whose posts can be pinned.
  ///
  /// Throws `notFound` when the recipe picks no store, and `invalid` for texts that break a rule
  /// everywhere.
  init(
    _ source: MessageSource, _ recipe: BroadcastRecipe, _ register: Register, _ rules: DeskRules,
    _ book: RuleBook, pinnable: Set<Network> = []
  ) throws {
    pins = recipe.pinUntil.map { ($0, pinnable) }
    let stores = try register.pick(recipe.selector)
    var planner = try BroadcastPlanner(
      source: source, networks: recipe.networks, limits: rules.limits, values: recipe.values,
      pictures: recipe.pictures ?? [], book: book, day: recipe.day)
    posts = planner.plan(stores, pages: register.pages)
    findings = planner.review.all
    releases = try PlanBroadcast.releases(recipe.release, stores)
    digest = posts.digest(
      source: source.digest, at: recipe.at, until: recipe.until, pinUntil: recipe.pinUntil)
    version = register.version
    basis = rules.basis(register: version)
  }

  /// Refuses times that could only be refused at launch: it begins before it may, or ends first.
  func checkTimes(_ recipe: BroadcastRecipe, at now: Timestamp) throws {
    let first = releases.values.min() ?? now
    let last = releases.values.max() ?? now
    if let from = recipe.from, first < from {
      throw Fault(
        .invalid, Message("broadcast.tooEarly", from), hint: Message("broadcast.tooEarly.hint"),
        subject: "--at")
    }
    if let until = recipe.until, until <= last {
      throw Fault(.invalid, Message("broadcast.endsBefore", until), subject: "--until")
    }
    try checkPin(recipe.pinUntil, at: now)
  }

  /// Refuses a pin that would be over before it is on every page.
  func checkPin(_ until: Timestamp?, at now: Timestamp) throws {
    guard let until, until <= max(now, releases.values.max() ?? now) else { return }
    throw Fault(
      .invalid, Message("broadcast.pinEnds", until), hint: Message("broadcast.pinEnds.hint"),
      subject: "--pin-until")
  }

  /// Refuses a message that breaks a rule on every page: nobody could get it.
  func checkRules(_ source: MessageSource) throws {
    if posts.areRefused { try findings.refuse(source) }
  }

  /// The post of one store and network as a row of its broadcast.
  func delivery(
    _ post: PlannedPost, _ id: PostID, of broadcast: BroadcastID, position: Int, edition: Int
  ) -> StoredDelivery {
    var delivery = StoredDelivery(
      post: id, broadcast: broadcast, store: post.store, network: post.network, page: post.page,
      position: position, content: post.content, digest: post.digest, state: .ready)
    delivery.edition = edition
    delivery.take(post.verdict)
    delivery.releaseAt = releases[post.store] ?? Timestamp(clamping: 0)
    if let pins, pins.networks.contains(post.network) { delivery.pin = PinWish(until: pins.until) }
    return delivery
  }

  /// The posts of a new broadcast or revision, all of the first edition.
  func deliveries(of broadcast: BroadcastID, _ random: RandomSource) -> [StoredDelivery] {
    // In the order of the target list, so that rows that change together lie together on disk.
    let ids: [PostID] = posts.map { _ in random.identifier("p") }.sorted()
    return posts.enumerated().map { position, post in
      delivery(post, ids[position], of: broadcast, position: position, edition: 1)
    }
  }
}

extension StoredDelivery {
  /// Takes over what stands in the way of a rendered post.
  mutating func take(_ verdict: PlannedPost.Verdict) {
    switch verdict {
    case .ready:
      state = .ready
      trouble = nil
    case .held(let trouble):
      state = .held
      self.trouble = trouble
    case .refused(let reason):
      state = .refused
      trouble = .content(reason)
    }
  }
}

extension DeskRules {
  /// What a rendering rests on: the count of the register's changes, and a digest of the limits.
  func basis(register version: Int64) -> String {
    let rows = limits.limits.sorted { $0.key < $1.key }.map { network, limit -> JSON in
      .array([
        .string(network.rawValue), .integer(Int64(limit.maximum)), .string(limit.unit.rawValue),
      ])
    }
    return "\(version)/\(Hash(of: JSON.array(rows).bytes).hex.prefix(16))"
  }
}

extension Trouble {
  /// A text that breaks a rule, with what would mend it.
  static func content(_ reason: Message) -> Trouble {
    Trouble(
      reason: reason, fix: Message("trouble.rule.fix"), who: Message("trouble.content.who"))
  }
}
