import VitrineCore
import VitrineStorage

/// What it takes to make posts for stores, of a template or of a text of one's own.
struct PostMaking: Sendable {
  let source: MessageSource
  /// The template's id; nil for a text of one's own.
  let template: String?
  let targets: PostTargets
  /// The networks that the person named; empty for those of the template and the store.
  let networks: [Network]
  let input: PostInput
  let pictures: [GivenPicture]
  let schedule: ReleaseTime?
  let entry: String?

  /// Posts that are ready to be stored.
  struct Prepared: Sendable {
    let making: PostMaking
    let input: PostInput
    let composed: [PostComposer.Composed]
    let pictures: [StoredPicture]
    let version: Int64
    /// What the person should know, though nothing is wrong with it.
    let notes: [Message]
  }

  /// Renders everything outside of any transaction; what is wrong is `invalid` with all of it.
  func prepare(_ desk: Desk) async throws -> Prepared {
    let register = try await desk.database.read { try Register(in: $0) }
    let stores = try targets.stores(in: register)
    let now = desk.time.now()
    var input = input
    var read = PostPictures()
    try read.add(pictures)
    input.pictures = read.own
    for (picture, given) in zip(read.own, pictures) {
      if let field = given.field { input.values[field] = PostPictures.value(of: picture) }
    }
    let rendering = try PostRendering(source, values: input.values, limits: desk.rules.limits)
    try checkUse(stores, desk.rules, now)
    try await read.add(source, desk.content)
    var composer = PostComposer(
      rendering: rendering, input: input, schedule: schedule, pictures: read, rules: desk.rules,
      review: AlikeReview(try await desk.content.ruleBook()),
      media: try await desk.content.mediaLimits(),
      now: now)
    try schedule.map { try $0.checkFuture(at: stores, now) }
    var findings = FindingList()
    var notes: [Message] = []
    var composed: [PostComposer.Composed] = []
    for store in stores {
      let pages = register.pages[store.code] ?? []
      for network in try chosen(store, pages, desk, &notes) {
        let page = pages.first { $0.network == network }
        composed.append(try composer.compose(store, network, page: page, &findings))
      }
    }
    guard !findings.hasErrors else {
      throw Fault(
        .invalid, Message("posts.cannot", source.title), hint: Message("posts.cannot.hint"),
        subject: template, findings: findings.all)
    }
    for post in composed {
      if let due = post.due, let end = post.validUntil, due >= end {
        throw Fault.afterOffer(post.store.code, end, subject: "--at")
      }
    }
    return Prepared(
      making: self, input: input, composed: composed, pictures: read.stored,
      version: register.version, notes: notes)
  }

  /// Refuses a template where it is not meant to be used.
  private func checkUse(_ stores: [Store], _ rules: DeskRules, _ now: Timestamp) throws {
    guard let template else { return }
    try source.checkNotOver(template, rules, now)
    let unknown = networks.filter { !source.networks.isEmpty && !source.networks.contains($0) }
    if let network = unknown.first {
      throw Fault(
        .invalid,
        Message(
          "posts.networkNotFor", template, network,
          source.networks.map(\.rawValue).joined(separator: ", ")), subject: "--network")
    }
    let refusals = stores.compactMap { source.refusal(for: $0) }
    if let first = refusals.first {
      throw Fault(
        .invalid, first, hint: Message("posts.notFor.hint"), subject: template,
        findings: refusals.prefix(FindingList.limit).map {
          Finding(.error, $0, rule: $0.code)
        })
    }
  }

  /// The networks of one store: what was asked for or what the template names, where it has a page.
  ///
  /// A store without any of these pages still gets its post, which waits for the page.
  private func chosen(
    _ store: Store, _ pages: [StoredPage], _ desk: Desk, _ notes: inout [Message]
  ) throws -> [Network] {
    let wanted = networks.isEmpty ? source.networks : networks
    let present = pages.filter { $0.state != .disconnected }.map(\.network)
    let found =
      wanted.isEmpty
      ? present.sorted() : wanted.filter { present.contains($0) || networks.contains($0) }
    for network in found where !present.contains(network) {
      notes.append(Message("posts.noPage", store.code, network))
    }
    if !found.isEmpty { return found }
    let fallback = (wanted.first { desk.networks[$0] != nil } ?? wanted.first) ?? .facebook
    notes.append(Message("posts.noPage", store.code, fallback))
    return [fallback]
  }

  /// The entry is kept as it is named, so it must be a name.
  static func check(_ entry: String) throws {
    let isName =
      (1...120).contains(entry.utf8.count)
      && entry.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isName else {
      throw Fault(
        .usage, Message("posts.badEntry", TerminalText.excerpt(entry)), subject: "--entry")
    }
  }
}

extension MessageSource {
  /// Refuses a template whose time is over.
  func checkNotOver(_ template: String, _ rules: DeskRules, _ now: Timestamp) throws {
    let end = try validity.until?.instant { try $0.beginning(in: rules.timeZone) }
    guard let end, end <= now else { return }
    throw Fault(
      .invalid, Message("posts.templateOver", template, end),
      hint: Message("posts.templateOver.hint"), subject: template)
  }
}

extension ReleaseTime {
  /// Refuses a time that is past at one of the stores.
  func checkFuture(at stores: [Store], _ now: Timestamp) throws {
    var zones: Set<String> = []
    for store in stores where zones.insert(store.timeZone).inserted {
      let instant = try instant(in: store.timeZone)
      guard instant <= now else { continue }
      throw Fault(
        .invalid,
        isLocal
          ? Message("broadcast.past", description, store.timeZone, instant)
          : Message("broadcast.pastInstant", description),
        hint: Message("posts.past.hint"), subject: "--at")
    }
  }
}

extension Fault {
  /// A post cannot be public after what it announces is over.
  static func afterOffer(_ store: StoreCode, _ end: Timestamp, subject: String) -> Fault {
    Fault(
      .invalid, Message("posts.afterOffer", store, end), hint: Message("posts.afterOffer.hint"),
      subject: subject)
  }
}
