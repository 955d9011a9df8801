import VitrineCore
import VitrineStorage

/// Ends a freeze: what is still to come goes at its hour again.
///
/// What had its hour meanwhile is held in the same transaction, so that no worker that comes between lets
/// something stale leave; a person publishes or cancels it. Break-glass cannot do this (rule F13).
package struct UnfreezeStores: UseCase {
  package static let action = Action.freezeSet
  /// Which stores.
  package let selector: Selector
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(selector: Selector, reason: String) {
    self.selector = selector
    self.reason = reason
  }

  /// A post whose hour came during the freeze.
  package struct Held: Codable, Sendable {
    /// Its id.
    package let id: PostID
    /// The store.
    package let store: StoreCode
    /// The network.
    package let network: Network
    /// When it should have been public; nil for as soon as it was published.
    package let at: Timestamp?
    /// The entry of the calendar that it belongs to.
    package let entry: String?
  }

  /// What it came to; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// How many stores were frozen and are not any more.
    package let unfrozen: Int
    /// How many were not frozen.
    package let notFrozen: Int
    /// The posts that a person has to decide about.
    package let held: [Held]
    /// How many came to their end during the freeze, and are not sent any more.
    package let missed: Int
    /// How many are still to come, and go at their hour.
    package let waiting: Int
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    try transaction.freezeMatter(selector, lifts: true, at: now)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let transaction = context.transaction
    let picked = try Register(in: transaction).pick(selector).map(\.code)
    let freezes = try transaction.freezes(of: picked)
    let stores = picked.filter { freezes[$0] != nil }
    guard !stores.isEmpty else {
      throw Fault(
        .notFound, Message("freeze.none", selector.canonical), hint: Message("freeze.none.hint"),
        subject: selector.canonical)
    }
    let missed = try transaction.countPostsEndedInFreeze(at: stores, at: context.now)
    try transaction.deleteFreezes(of: stores)
    let held = try transaction.holdPostsAfterFreeze(at: stores, at: context.now)
      .sorted { ($0.releaseAt, $0.post) < ($1.releaseAt, $1.post) }
    for delivery in held { context.recordHeld(delivery) }
    let entries = try transaction.entries(of: held.map(\.post))
    let output = Output(
      unfrozen: stores.count, notFrozen: picked.count - stores.count,
      held: held.map { delivery in
        Held(
          id: delivery.post, store: delivery.store, network: delivery.network,
          at: delivery.releaseAt.milliseconds > 0 ? delivery.releaseAt : nil,
          entry: entries[delivery.post])
      }, missed: missed,
      waiting: try transaction.countScheduledPosts(at: stores, after: context.now))
    let ids = Set(freezes.values.map(\.id.rawValue)).sorted()
    context.recordFreeze(
      ids.first ?? "", selector, stores, state: "lifted",
      detail: [
        "freezes": .array(ids.map(JSON.string)), "unfrozen": .integer(Int64(output.unfrozen)),
        "notFrozen": .integer(Int64(output.notFrozen)), "held": .integer(Int64(held.count)),
        "missed": .integer(Int64(missed)), "waiting": .integer(Int64(output.waiting)),
      ], reason: reason)
    return output
  }
}
