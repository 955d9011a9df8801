import VitrineCore
import VitrineStorage

/// In a crisis: nothing of these stores leaves any more, but mandatory messages.
///
/// Their posts stay scheduled. What was public stays public, and what is on its way to a page arrives; taking down
/// and cancelling go on. It is for the stores that are picked now, not for those that come later.
package struct FreezeStores: UseCase {
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

  /// What it came to; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// How many stores are frozen by it.
    package let frozen: Int
    /// How many were frozen before.
    package let alreadyFrozen: Int
    /// How many posts are scheduled at all of them, and wait.
    package let waiting: Int
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    try transaction.freezeMatter(selector, at: now)
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let transaction = context.transaction
    let stores = try Register(in: transaction).pick(selector).map(\.code)
    let id: FreezeID = context.desk.random.identifier("z")
    let frozen = try transaction.insertFreezes(
      stores.map {
        StoredFreeze(
          store: $0, id: id, selector: selector.canonical, by: context.session.user,
          at: context.now)
      })
    let output = Output(
      frozen: frozen, alreadyFrozen: stores.count - frozen,
      waiting: try transaction.countScheduledPosts(at: stores))
    context.recordFreeze(
      id.rawValue, selector, stores, state: "frozen",
      detail: [
        "frozen": .integer(Int64(frozen)), "alreadyFrozen": .integer(Int64(output.alreadyFrozen)),
        "waiting": .integer(Int64(output.waiting)),
      ], reason: reason)
    return output
  }
}

extension Transaction {
  /// What a freeze, or its end, is about: every store that is picked.
  func freezeMatter(
    _ selector: Selector, lifts: Bool = false, at now: Timestamp
  ) throws -> SubjectMatter {
    var matter = SubjectMatter(
      AccessTarget(places: try Register(in: self).pick(selector).map { $0.place(at: now) }))
    matter.liftsFreeze = lifts
    return matter
  }
}

extension Context {
  /// Records a freeze or its end; that of one store in the history of the store.
  func recordFreeze(
    _ id: String, _ selector: Selector, _ stores: [StoreCode], state: String,
    detail: [String: JSON], reason: String
  ) {
    var detail = detail
    detail["selector"] = .string(selector.canonical)
    detail["stores"] = .integer(Int64(stores.count))
    record(
      .freezeSet,
      target: stores.count == 1
        ? AuditRecord.Target(type: "store", id: stores[0].rawValue, store: stores[0].rawValue)
        : nil,
      object: AuditRecord.Object(type: "freeze", id: id), state: state, detail: detail,
      reason: reason)
  }
}
