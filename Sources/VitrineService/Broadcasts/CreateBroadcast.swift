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
  /// What a person filled into the fields of the message.
  package let values: [String: String]
  /// Until when it is wanted at the top of its pages; nil for not at all.
  package let pinUntil: Timestamp?
  /// The digest of the plan that the person read, if there was one.
  package let plannedDigest: String?

  /// Makes the use case.
  package init(
    source: MessageSource, targets: BroadcastTargets, networks: [Network], at: ReleaseTime?,
    from: Timestamp?, until: Timestamp?, values: [String: String] = [:],
    pinUntil: Timestamp? = nil, plannedDigest: String?
  ) {
    self.pinUntil = pinUntil
    self.from = from
    self.source = source
    self.targets = targets
    self.networks = networks
    self.at = at
    self.until = until
    self.values = values
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

  /// What it is made of, and the rendered posts.
  package struct Prepared: Sendable {
    let recipe: BroadcastRecipe
    let rendering: BroadcastRendering
    let pictures: [StoredPicture]
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    let values = try await source.admitted(values, desk)
    let pictures = try await source.broadcastPictures(networks, desk)
    let recipe = BroadcastRecipe(
      targets: targets, networks: networks, at: at, from: from, until: until, values: values,
      pictures: pictures.shown(by: source), written: desk.time.now(), pinUntil: pinUntil)
    let register = try await desk.database.read { try Register(in: $0) }
    let rendering = try BroadcastRendering(
      source, recipe, register, desk.rules, try await desk.content.ruleBook(),
      pinnable: desk.pinnable)
    if let plannedDigest,
      plannedDigest
        != rendering.posts.digest(source: source.digest, at: recipe.at, until: nil)
    {
      throw Self.stale
    }
    let now = desk.time.now()
    try PlanBroadcast.checkFuture(at, rendering.releases, register.stores, now)
    try rendering.checkTimes(recipe, at: now)
    try rendering.checkRules(source)
    return Prepared(recipe: recipe, rendering: rendering, pictures: pictures.stored)
  }

  /// What was rendered for another register than there is now.
  static let stale = Fault(
    .stale, Message("broadcast.stalePlan"), hint: Message("broadcast.stalePlan.hint"))

  package func run(_ prepared: Prepared, in context: Context) throws -> Output {
    let transaction = context.transaction
    let rendering = prepared.rendering
    guard try transaction.registerVersion(lock: true) == rendering.version else {
      throw Self.stale
    }
    let rules = context.desk.rules
    let broadcast = StoredBroadcast(
      id: context.desk.random.identifier("b"), title: source.title, digest: rendering.digest,
      source: try BroadcastRecipe.text(source), sourceDigest: source.digest,
      selector: targets.description, author: context.session.user, isUrgent: source.isUrgent,
      approvalsNeeded: rules.approvalsNeeded(isUrgent: source.isUrgent), created: context.now,
      releaseAt: rendering.releases.values.min(), validUntil: until,
      recipe: try prepared.recipe.stored, basis: rendering.basis,
      approvalsInFull: rules.approvals)
    try transaction.insertBroadcast(broadcast)
    for picture in prepared.pictures { try transaction.insertPicture(picture, at: context.now) }
    try transaction.insertDeliveries(
      rendering.deliveries(of: broadcast.id, context.desk.random), at: context.now)
    try context.keepRevision(of: broadcast, targeted: rendering.posts.count)
    context.record(
      .broadcastDraft, object: broadcast.object, broadcast: broadcast.id, state: "draft",
      detail: prepared.recipe.detail(source, rendering))
    return Output(
      id: broadcast.id, state: broadcast.state, digest: broadcast.digest,
      targeted: rendering.posts.count)
  }
}

extension Context {
  /// Keeps what somebody wrote: to compare, and because who wrote never approves.
  func keepRevision(of broadcast: StoredBroadcast, targeted: Int) throws {
    try transaction.insertRevision(
      StoredRevision(
        broadcast: broadcast.id, revision: broadcast.revision, editor: session.user,
        written: now, digest: broadcast.digest, source: broadcast.source,
        recipe: broadcast.recipe, targeted: targeted))
  }
}

extension BroadcastRecipe {
  /// What the record of a new text says: digests and settings, no words.
  func detail(_ source: MessageSource, _ rendering: BroadcastRendering) -> [String: JSON] {
    var detail: [String: JSON] = [
      "targeted": .integer(Int64(rendering.posts.count)),
      "source": .string(source.digest), "selector": .string(description),
      "at": at.map(JSON.string) ?? .null,
      "until": until.map { .string($0.description) } ?? .null,
    ]
    if let list { detail["list"] = ["name": .string(list.name), "sha256": .string(list.digest)] }
    if let pinUntil { detail["pinUntil"] = .string(pinUntil.description) }
    if source.isUrgent { detail["urgent"] = true }
    return detail
  }
}

extension MessageSource {
  /// What stands in the fields of a message that may become a broadcast as it is.
  ///
  /// Throws `invalid` for pictures of one's own, for values that do not fit, and for a message that asks for the
  /// urgent lane without being a locked message of the library.
  func admitted(_ values: [String: String], _ desk: Desk) async throws -> [String: String] {
    if let field = fields.first(where: { $0.kind == .image && values[$0.name] != nil }) {
      throw Fault(
        .invalid, Message("broadcast.imageField", field.name),
        hint: Message("broadcast.imageField.hint"), subject: file)
    }
    if isUrgent {
      // The urgent lane is for messages of the library, whose text is locked; a file of one's own
      // would let one person and one approver speak for everybody.
      guard try await desk.urgentMessages().contains(digest) else {
        throw Fault(
          .invalid, Message("broadcast.urgent"), hint: Message("broadcast.urgent.hint"),
          subject: file)
      }
      guard isLocked else {
        throw Fault(
          .invalid, Message("broadcast.urgentOpen"), hint: Message("broadcast.urgentOpen.hint"),
          subject: file)
      }
    }
    let (filled, findings) = filled(with: values)
    guard findings.isEmpty else {
      throw Fault(
        .invalid, Message("broadcast.values", file ?? title),
        hint: Message("broadcast.values.hint"), subject: file, findings: findings)
    }
    return filled
  }
}

extension DeskRules {
  /// The number of approvals that the product comes with; fewer is a finding on every receipt.
  static let usualApprovals = 2
  /// The same for the urgent lane.
  static let usualUrgentApprovals = 1

  /// How many approvals a broadcast of that lane needs before it may be launched.
  func approvalsNeeded(isUrgent: Bool) -> Int {
    isUrgent ? min(urgentApprovals, approvals) : approvals
  }
}

extension StoredBroadcast {
  /// The broadcast as records name it: id and digest.
  package var object: AuditRecord.Object {
    AuditRecord.Object(type: "broadcast", id: id.rawValue, sha256: digest)
  }
}
