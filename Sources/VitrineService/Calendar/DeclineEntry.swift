import VitrineCore
import VitrineStorage

/// A store says no to an entry of the calendar: its post is taken back, and later plans make none.
package struct DeclineEntry: UseCase {
  package static let action = Action.postCancel
  /// The occurrence.
  package let entry: String
  /// The store.
  package let store: StoreCode
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(entry: String, store: StoreCode, reason: String) {
    self.entry = entry
    self.store = store
    self.reason = reason
  }

  /// What was declined; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// The occurrence.
    package let entry: String
    /// The store.
    package let store: StoreCode
    /// The posts that were taken back.
    package let withdrawn: [PostID]
  }

  package func subjectMatter(
    in transaction: any Transaction, at now: Timestamp
  ) throws -> SubjectMatter {
    SubjectMatter(AccessTarget(places: try transaction.places(of: [store], at: now)))
  }

  package func prepare(_ desk: Desk) async throws -> EntryOffer {
    guard let offer = try await EntryOffer.offers(entry, .store(store), desk).first else {
      throw Fault(.notFound, Message("calendar.notFor", entry, store), subject: entry)
    }
    return offer
  }

  package func run(_ offer: EntryOffer, in context: Context) throws -> Output {
    try Reason.check(reason)
    if offer.isMandatory { try context.demandMandatory(Self.action, store) }
    try offer.checkDeadline(context.now)
    let transaction = context.transaction
    let posts = try transaction.calendarPosts(of: entry, at: store)
      .filter { !$0.isOwn && $0.isOpen }.map(\.id)
    for id in posts {
      if let post = try transaction.post(id), post.state == .handedOver {
        try context.stop(post)
      }
    }
    try transaction.withdrawPosts(posts, at: context.now)
    let isNew = try transaction.insertCalendarDecline(
      entry, store, by: context.session.user, at: context.now)
    guard isNew || !posts.isEmpty else {
      throw Fault(
        .conflict, Message("calendar.declinedAlready", entry, store), subject: entry)
    }
    context.record(
      Self.action,
      target: AuditRecord.Target(type: "store", id: store.rawValue, store: store.rawValue),
      object: AuditRecord.Object(type: "entry", id: entry, sha256: nil),
      detail: [
        "step": "decline", "posts": .array(posts.map { .string($0.rawValue) }),
      ], reason: reason)
    return Output(entry: entry, store: store, withdrawn: posts)
  }
}

extension Context {
  /// Refuses a store what is head office's, by rule F5.
  func demandMandatory(_ action: Action, _ store: StoreCode) throws {
    let places = try transaction.places(of: [store], at: now)
    let facts = PostFacts(
      author: session.user, state: .scheduled, stores: [store], isMandatory: true)
    try demand(action, SubjectMatter(AccessTarget(places: places), post: facts))
    throw Fault(
      .conflict, Message("posts.mandatory", store), hint: Message("posts.mandatory.hint"),
      subject: store.rawValue)
  }
}
