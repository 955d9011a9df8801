import VitrineCore
import VitrineStorage

/// A store says that a message on its page is wrong; nothing stops by it, but those who can stop it are told.
package struct ReportBroadcast: UseCase {
  package static let action = Action.broadcastReport
  /// Which broadcast.
  package let id: BroadcastID
  /// At which store.
  package let store: StoreCode
  /// What is wrong.
  package let reason: String

  /// Makes the use case.
  package init(id: BroadcastID, store: StoreCode, reason: String) {
    self.id = id
    self.store = store
    self.reason = reason
  }

  /// What it came to; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The broadcast.
    package let id: BroadcastID
    /// The store.
    package let store: StoreCode
    /// How many people are told.
    package let told: Int
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    SubjectMatter(
      AccessTarget(places: try transaction.places(of: [store], at: now)),
      object: AuditRecord.Object(type: "broadcast", id: id.rawValue))
  }

  package func run(_ prepared: Void, in context: Context) throws -> Output {
    try Reason.check(reason)
    let transaction = context.transaction
    let broadcast = try transaction.existingBroadcast(id)
    let isHere = try transaction.row(
      "SELECT post_id FROM delivery WHERE broadcast_id = ?1 AND store_code = ?2 LIMIT 1",
      [SQLValue(id), SQLValue(store)])
    // What stores do not hear of yet is not there for them.
    guard isHere != nil, broadcast.isKnownToStores else {
      throw Fault(
        .notFound, Message("report.notHere", id, store), hint: Message("report.notHere.hint"),
        subject: id.rawValue)
    }
    context.record(
      Self.action,
      target: AuditRecord.Target(type: "store", id: store.rawValue, store: store.rawValue),
      object: broadcast.object, broadcast: id, authors: [broadcast.author],
      state: broadcast.state.rawValue, reason: reason)
    let able = try NoticePeople(at: [], in: transaction, context.now)
      .national(.nationalBroadcaster)
    let told = Set(able + [broadcast.author] + [broadcast.launchedBy].compactMap(\.self))
    return Output(id: id, store: store, told: try transaction.tellable(told).count)
  }
}
