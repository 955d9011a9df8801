import VitrineCore
import VitrinePublishing
import VitrineStorage

/// Takes a post that somebody made by hand for the one of a broadcast, so that its page counts as published
/// and gets no second one.
///
/// The post is read first: it must be public, on that page, and say what was approved for it. A draft of ours on
/// the page is never released after that, and is deleted by the last look at the page.
package struct AdoptPost: UseCase {
  package static let action = Action.broadcastAdopt
  /// Which broadcast.
  package let id: BroadcastID
  /// The page: our id, the network's, or the store's code.
  package let page: String
  /// The post: an address, or the network's id.
  package let post: String
  /// Whether a post that says something else is taken too.
  package let acceptsOtherText: Bool

  /// Makes the use case.
  package init(id: BroadcastID, page: String, post: String, acceptsOtherText: Bool = false) {
    self.id = id
    self.page = page
    self.post = post
    self.acceptsOtherText = acceptsOtherText
  }

  /// What was taken over; the keys are a contract.
  package struct Output: Codable, Sendable {
    /// Where the broadcast stands.
    package let broadcast: BroadcastStepOutput
    /// The store.
    package let store: StoreCode
    /// The network.
    package let network: Network
    /// The page.
    package let page: PageID
    /// Our id of the post.
    package let post: PostID
    /// The network's.
    package let remoteID: RemoteID
    /// Where visitors find it.
    package let permalink: String?
    /// When it became public.
    package let published: Timestamp
    /// Whether it says something else than was approved.
    package let isAltered: Bool
    /// Whether a draft of ours is still to be deleted.
    package let leavesDraft: Bool
  }

  /// What the page answered.
  package struct Prepared: Sendable {
    let place: AdoptionPlace
    let found: RemotePost
  }

  package func subjectMatter(in transaction: any Transaction) throws -> SubjectMatter {
    let broadcast = try transaction.existingBroadcast(id)
    return SubjectMatter(
      .national, broadcast: try transaction.facts(of: broadcast), object: broadcast.object)
  }

  package func prepare(_ desk: Desk) async throws -> Prepared {
    guard let reference = PostReference(post) else {
      throw Fault(
        .usage, Message("adopt.noID", TerminalText.excerpt(post)),
        hint: Message("adopt.noID.hint"), subject: "--post")
    }
    let (place, tokens) = try await desk.database.read { transaction in
      let broadcast = try transaction.existingBroadcast(id)
      let place = try AdoptionPlace(page, of: broadcast, in: transaction)
      try place.check(broadcast, desk.rules, at: desk.time.now())
      return (place, try transaction.sealedTokens())
    }
    let reading = AdoptionReading(
      place: place, inquiry: PageInquiry(desk: desk, network: place.page.network),
      sealed: tokens[place.page.id])
    return Prepared(place: place, found: try await reading.find(reference, text: post))
  }

  package func run(_ prepared: Prepared, in context: Context) throws -> Output {
    let transaction = context.transaction
    let found = prepared.found
    var taken: (place: AdoptionPlace, isAltered: Bool, leavesDraft: Bool)?
    let step = try context.step(id, Self.action) { broadcast, detail in
      let place = try AdoptionPlace(page, of: broadcast, in: transaction)
      try place.check(broadcast, context.desk.rules, at: context.now)
      // What was read is true of the row as it was then, and of no other.
      guard place.isSame(as: prepared.place) else {
        throw Fault(.stale, Message("adopt.moved"), hint: Message("adopt.moved.hint"))
      }
      guard
        try !transaction.isRecorded(
          found.id, network: place.page.network, besides: place.delivery.post,
          on: context.desk.placeOfIDs(of: place.delivery))
      else {
        throw Fault(.conflict, Message("adopt.taken", found.id), subject: found.id.rawValue)
      }
      let change = TextChange(from: place.delivery.content.text, to: found.text ?? "")
      if let change, !acceptsOtherText {
        throw Fault(
          .conflict, Message("adopt.otherText", change.was, change.is),
          hint: Message("adopt.otherText.hint"), subject: found.id.rawValue)
      }
      let draft = place.delivery.remoteID.flatMap { $0 == found.id ? nil : $0 }
      let quarantine = context.desk.rules.quarantineMilliseconds
      guard
        try transaction.adoptDelivery(
          AdoptedPost(
            post: place.delivery.post, page: place.page.id, network: place.page.network,
            remoteID: found.id, permalink: found.permalink,
            published: found.created ?? context.now,
            trouble: change == nil ? nil : Trouble("otherText")),
          doubtUntil: context.now.advanced(byMilliseconds: quarantine), at: context.now)
      else { throw place.isBusy }
      detail["altered"] = .bool(change != nil)
      record(found, place, draft, isAltered: change != nil, broadcast, context)
      taken = (place, change != nil, draft != nil)
    }
    guard let taken else { throw Fault(.internal, Message("fault.internal")) }
    return Output(
      broadcast: step, store: taken.place.delivery.store, network: taken.place.page.network,
      page: taken.place.page.id, post: taken.place.delivery.post, remoteID: found.id,
      permalink: found.permalink, published: found.created ?? context.now,
      isAltered: taken.isAltered, leavesDraft: taken.leavesDraft)
  }

  /// The record of the post: whoever asks about it later finds that it was made by hand, and who took it over.
  private func record(
    _ found: RemotePost, _ place: AdoptionPlace, _ draft: RemoteID?, isAltered: Bool,
    _ broadcast: StoredBroadcast, _ context: Context
  ) {
    let delivery = place.delivery
    var detail: [String: JSON] = [
      "altered": .bool(isAltered),
      "textSHA256": .string(Hash(of: Array((found.text ?? "").utf8)).hex),
    ]
    if let created = found.created { detail["postedAt"] = .string(created.description) }
    if let application = found.application { detail["application"] = .string(application) }
    if let draft { detail["draft"] = .string(draft.rawValue) }
    context.record(
      Self.action,
      target: AuditRecord.Target(
        type: "page", id: place.page.id.rawValue, store: delivery.store.rawValue),
      object: AuditRecord.Object(
        type: "post", id: delivery.post.rawValue, sha256: delivery.digest),
      broadcast: id, authors: [broadcast.author],
      remote: AuditRecord.Remote(network: place.page.network, postID: found.id.rawValue),
      previousState: delivery.state.rawValue, state: DeliveryState.confirmed.rawValue,
      detail: detail)
  }
}
