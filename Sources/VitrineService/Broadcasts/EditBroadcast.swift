import VitrineCore
import VitrineStorage

/// Writes a new revision of a broadcast that is not under way; every approval is void.
///
/// What is not named stays as it was. Whoever edits is an editor of the broadcast from then on, and
/// may not approve it any more.
package struct EditBroadcast: BroadcastStep {
  package static let action = Action.broadcastEdit
  package let id: BroadcastID
  /// The message as it shall be; nil for the one that is there.
  package let source: MessageSource?
  /// Where to; nil for where it goes.
  package let targets: BroadcastTargets?
  /// On which networks; nil for those that are there.
  package let networks: [Network]?
  /// When; nil for the time that is there.
  package let time: Time?
  /// Before this nothing may be public, and after that nothing is sent; nil for what is there.
  package let validity: Validity?
  /// What a person filled into the fields, in the place of earlier values; nil for what is there.
  package let values: [String: String]?
  /// Whether it is pinned, and until when; nil for what is there.
  package let pin: Pin?
  /// Why, if the person says so.
  package let reason: String?

  /// A time, or none at all.
  package enum Time: Hashable, Sendable {
    /// As soon as it is launched.
    case atLaunch
    /// At that time.
    case at(ReleaseTime)
  }

  /// A time at the top of the pages, or none.
  package enum Pin: Hashable, Sendable {
    /// Not at the top.
    case never
    /// At the top until then.
    case until(Timestamp)
  }

  /// When a message may be shown.
  package struct Validity: Hashable, Sendable {
    /// The first moment.
    package let from: Timestamp?
    /// The first moment after the end.
    package let until: Timestamp?

    /// Makes a validity.
    package init(from: Timestamp?, until: Timestamp?) {
      self.from = from
      self.until = until
    }
  }

  /// Makes the use case.
  package init(
    id: BroadcastID, source: MessageSource? = nil, targets: BroadcastTargets? = nil,
    networks: [Network]? = nil, time: Time? = nil, validity: Validity? = nil,
    values: [String: String]? = nil, pin: Pin? = nil, reason: String? = nil
  ) {
    self.pin = pin
    self.reason = reason
    self.id = id
    self.source = source
    self.targets = targets
    self.networks = networks
    self.time = time
    self.validity = validity
    self.values = values
  }

  /// The new revision, rendered, and the one that it rests on.
  package struct Prepared: Sendable {
    let source: MessageSource
    let recipe: BroadcastRecipe
    let rendering: BroadcastRendering
    let pictures: [StoredPicture]
    let before: Int
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    let (broadcast, register) = try await desk.database.read {
      (try $0.existingBroadcast(id), try Register(in: $0))
    }
    let old = try broadcast.message()
    let source = source ?? old
    var recipe = try BroadcastRecipe(stored: broadcast.recipe)
    let before = recipe
    if let targets {
      recipe.selector = targets.selector
      recipe.description = targets.description
      recipe.list = targets.list
    }
    if let networks { recipe.networks = networks }
    switch time {
    case .atLaunch?: recipe.at = nil
    case .at(let release)?: recipe.at = release.description
    case nil: break
    }
    if let validity {
      // A new end alone leaves the beginning that the message has.
      if self.source != nil { recipe.from = validity.from }
      recipe.until = validity.until
    }
    switch pin {
    case .never?: recipe.pinUntil = nil
    case .until(let end)?: recipe.pinUntil = end
    case nil: break
    }
    // Values of fields that a new text no longer has are dropped, not refused.
    let kept = recipe.values.filter { name, _ in source.fields.contains { $0.name == name } }
    recipe.values = try await source.admitted(values ?? kept, desk)
    let pictures = try await source.broadcastPictures(recipe.networks, desk)
    let shown = pictures.shown(by: source)
    recipe.pictures = shown.isEmpty ? nil : shown
    guard recipe != before || source.digest != old.digest else {
      throw Fault(.invalid, Message("broadcast.noChange", id), subject: id.rawValue)
    }
    let rendering = try BroadcastRendering(
      source, recipe, register, desk.rules, try await desk.content.ruleBook(),
      pinnable: desk.pinnable)
    let now = desk.time.now()
    try PlanBroadcast.checkFuture(recipe.release, rendering.releases, register.stores, now)
    try rendering.checkTimes(recipe, at: now)
    try rendering.checkRules(source)
    return Prepared(
      source: source, recipe: recipe, rendering: rendering, pictures: pictures.stored,
      before: broadcast.revision)
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> BroadcastStepOutput {
    if let reason { try Reason.check(reason) }
    let rendering = prepared.rendering
    let transaction = context.transaction
    let version = try transaction.registerVersion(lock: true)
    return try context.step(id, Self.action, reason: reason) { broadcast, detail in
      guard broadcast.revision == prepared.before, version == rendering.version else {
        throw Fault(
          .stale, Message("broadcast.edited", id), hint: Message("broadcast.edited.hint", id),
          subject: id.rawValue)
      }
      detail = prepared.recipe.detail(prepared.source, rendering)
      detail["previousDigest"] = .string(broadcast.digest)
      broadcast.state = .draft
      broadcast.revision += 1
      broadcast.edition = 1
      broadcast.title = prepared.source.title
      broadcast.digest = rendering.digest
      broadcast.source = try BroadcastRecipe.text(prepared.source)
      broadcast.sourceDigest = prepared.source.digest
      broadcast.selector = prepared.recipe.description
      broadcast.isUrgent = prepared.source.isUrgent
      broadcast.releaseAt = rendering.releases.values.min()
      broadcast.validUntil = prepared.recipe.until
      broadcast.recipe = try prepared.recipe.stored
      broadcast.basis = rendering.basis
      detail["revision"] = .integer(Int64(broadcast.revision))
      try transaction.rewriteBroadcast(broadcast)
      for picture in prepared.pictures { try transaction.insertPicture(picture, at: context.now) }
      // Nothing was ever sent of a broadcast in these states, so its posts can be made anew.
      try transaction.deleteDeliveries(of: id)
      try transaction.insertDeliveries(
        rendering.deliveries(of: id, context.desk.random), at: context.now)
      try context.keepRevision(of: broadcast, targeted: rendering.posts.count)
    }
  }
}
