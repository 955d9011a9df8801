import VitrineCore
import VitrineStorage

/// Takes a message down from all of its pages, or from those of some stores; workers delete it.
///
/// Of all pages: what is not public yet never will be, as after a cancel. Of some: the rest goes on. A post
/// whose last answer nobody knows keeps the wish until that is clear, so that none appears afterwards.
package struct TakeDownBroadcast: BroadcastStep {
  package static let action = Action.broadcastTakedown
  package let id: BroadcastID
  /// Of which stores; nil for every page.
  package let selector: Selector?
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(id: BroadcastID, selector: Selector?, reason: String) {
    self.id = id
    self.selector = selector
    self.reason = reason
  }

  /// What it came to; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The broadcast.
    package let id: BroadcastID
    /// Where it stands.
    package let state: BroadcastState
    /// The posts that come down, or never go up.
    package let posts: [PostID]
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let transaction = context.transaction
    var posts: [PostID] = []
    let step = try context.step(id, Self.action, reason: reason) { broadcast, detail in
      let before = try transaction.deliveries(of: id).filter(\.canComeDown)
      let picked = try stores(in: transaction)
      let chosen = before.filter { picked?.contains($0.store) ?? true }
      guard !chosen.isEmpty else {
        throw Fault(
          .conflict, Message("takedown.nothing", id), hint: Message("takedown.nothing.hint", id),
          subject: id.rawValue)
      }
      if selector == nil, broadcast.state.isUnderWay || broadcast.isAmendment {
        if broadcast.isAmendment { try context.dropAmendment(of: &broadcast) }
        broadcast.state = .cancelled
        broadcast.pausedFrom = nil
      }
      try transaction.takeDownDeliveries(chosen.map(\.post), at: context.now)
      if broadcast.state == .cancelled, try !transaction.deliveryCounts(of: id).isMoving {
        broadcast.finished = broadcast.finished ?? context.now
      }
      posts = chosen.map(\.post)
      if let selector { detail["selector"] = .string(selector.canonical) }
      detail["pages"] = .integer(Int64(chosen.count))
      note(chosen, by: broadcast.author, in: context)
    }
    return Output(id: id, state: step.state, posts: posts)
  }

  /// The codes of the stores that are picked; nil for all.
  private func stores(in transaction: any Transaction) throws -> Set<StoreCode>? {
    try selector.map { Set(try Register(in: transaction).pick($0).map(\.code)) }
  }

  /// A record for each page: whoever asks about a post later finds who wanted it gone.
  private func note(_ posts: [StoredDelivery], by author: UserID, in context: Context) {
    for post in posts {
      context.record(
        Self.action,
        target: AuditRecord.Target(
          type: "store", id: post.store.rawValue, store: post.store.rawValue),
        object: AuditRecord.Object(
          type: "post", id: post.post.rawValue, sha256: post.digest),
        broadcast: id, authors: [author], previousState: post.state.rawValue, reason: reason)
    }
  }
}

extension StoredDelivery {
  /// Whether there is something to take down, or to keep from going up.
  fileprivate var canComeDown: Bool {
    switch state {
    case .ready, .staging, .staged, .releasing, .held, .published, .confirmed, .amending,
      .replacing:
      true
    default: false
    }
  }
}
