import VitrineCore
import VitrineStorage

/// Corrects the text of a broadcast that is under way or over, as a new revision of the same posts.
///
/// Nothing more becomes public until the correction is approved and launched. Then public posts are edited under
/// their ids, drafts are made anew, and where a network does not change posts they are taken down and posted again. Link and
/// pictures stay: no network lets a public post have others.
package struct AmendBroadcast: BroadcastStep {
  package static let action = Action.broadcastAmend
  package let id: BroadcastID
  /// The message as it shall be.
  package let source: MessageSource
  /// What a person filled into its fields; nil for what is there.
  package let values: [String: String]?
  /// Why; it stands in the log and on the receipt.
  package let reason: String

  /// Makes the use case.
  package init(
    id: BroadcastID, source: MessageSource, values: [String: String]? = nil, reason: String
  ) {
    self.id = id
    self.source = source
    self.values = values
    self.reason = reason
  }

  /// The correction, rendered, and the revision that it rests on.
  package struct Prepared: Sendable {
    let recipe: BroadcastRecipe
    let rendering: BroadcastRendering
    let before: Int
  }

  /// Where it stands, and how many pages say something else.
  package struct Output: Codable, Sendable {
    /// The broadcast.
    package let step: BroadcastStepOutput
    /// How many pages get another text.
    package let pages: Int
    /// On how many of them visitors see the earlier text now.
    package let shown: Int
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    let (broadcast, register) = try await desk.database.read {
      (try $0.existingBroadcast(id), try Register(in: $0))
    }
    let old = try broadcast.message()
    guard source.link == old.link, source.media == old.media else {
      throw Fault(
        .invalid, Message("amend.onlyText", id), hint: Message("amend.onlyText.hint", id),
        subject: source.file)
    }
    var recipe = try BroadcastRecipe(stored: broadcast.recipe)
    let kept = recipe.values.filter { name, _ in source.fields.contains { $0.name == name } }
    recipe.values = try await source.admitted(values ?? kept, desk)
    let rendering = try BroadcastRendering(
      source, recipe, register, desk.rules, try await desk.content.ruleBook())
    try rendering.checkRules(source)
    return Prepared(recipe: recipe, rendering: rendering, before: broadcast.revision)
  }

  /// A text of which nothing has been seen yet needs what a new one needs.
  private func approvals(of broadcast: StoredBroadcast, _ rules: DeskRules) -> Int {
    let stands = broadcast.state == .paused ? broadcast.pausedFrom : broadcast.state
    return stands == .scheduled
      ? max(rules.amendApprovals, broadcast.approvalsNeeded) : rules.amendApprovals
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> Output {
    try Reason.check(reason)
    let transaction = context.transaction
    var pages = 0
    var shown = 0
    let step = try context.step(id, Self.action, reason: reason) { broadcast, detail in
      guard broadcast.revision == prepared.before else {
        throw Fault(
          .stale, Message("broadcast.edited", id), hint: Message("broadcast.edited.hint", id),
          subject: id.rawValue)
      }
      let edition = broadcast.edition + 1
      let deliveries = try transaction.deliveries(of: id)
      let texts = try AmendedTexts(prepared.rendering.posts, deliveries, edition: edition)
      guard !texts.texts.isEmpty else {
        throw Fault(.invalid, Message("broadcast.noChange", id), subject: id.rawValue)
      }
      (pages, shown) = (texts.texts.count, texts.shown)
      detail = prepared.recipe.detail(source, prepared.rendering)
      detail["previousDigest"] = .string(broadcast.digest)
      detail["pages"] = .integer(Int64(pages))
      detail["shown"] = .integer(Int64(shown))
      try transaction.keepAmendedTexts(texts.texts, of: id)
      let revisions = try transaction.revisions(of: id).map(\.revision)
      try broadcast.amend(
        source, prepared.recipe, digest: prepared.rendering.digest,
        revision: (revisions.max() ?? broadcast.revision) + 1, edition: edition,
        approvals: approvals(of: broadcast, context.desk.rules), at: context.now)
      detail["revision"] = .integer(Int64(broadcast.revision))
      try transaction.rewriteBroadcast(broadcast)
      try context.keepRevision(of: broadcast, targeted: deliveries.count)
    }
    return Output(step: step, pages: pages, shown: shown)
  }
}

/// The new texts of the pages that a correction changes.
struct AmendedTexts {
  private(set) var texts: [AmendedText] = []
  /// On how many pages visitors see the earlier text.
  private(set) var shown = 0

  /// Compares; throws when a page would have to say what its rules do not let it say.
  init(_ posts: [PlannedPost], _ deliveries: [StoredDelivery], edition: Int) throws {
    var planned: [String: PlannedPost] = [:]
    for post in posts { planned["\(post.store) \(post.network)"] = post }
    var refused: [StoreCode] = []
    for delivery in deliveries where delivery.canBeAmended {
      guard let post = planned["\(delivery.store) \(delivery.network)"],
        post.digest != delivery.digest
      else { continue }
      if case .refused = post.verdict {
        refused.append(delivery.store)
        continue
      }
      if delivery.state.isShown { shown += 1 }
      texts.append(
        AmendedText(
          post: delivery.post, body: post.content.text, digest: post.digest, edition: edition))
    }
    guard refused.isEmpty else {
      throw Fault(
        .invalid,
        Message(
          "amend.refused", refused.count,
          refused.prefix(5).map(\.rawValue).joined(separator: ", ")),
        hint: Message("amend.refused.hint"))
    }
  }
}

extension StoredDelivery {
  /// Whether something of it is on its page, or may come there.
  fileprivate var canBeAmended: Bool {
    switch state {
    case .refused, .cancelled, .discarding, .removing, .takenDown: false
    default: true
    }
  }
}

extension DeliveryState {
  /// Whether visitors see it.
  var isShown: Bool {
    switch self {
    case .published, .confirmed, .amending, .removing: true
    default: false
    }
  }
}
