import VitrineCore
import VitrineStorage

/// Who wrote, changed, approved and launched a post, from whatever its reader holds: our id, the
/// network's, or a link.
package struct WhoPosted: Query {
  package static let action = Action.postRead

  /// What the reader holds.
  package enum Handle: Hashable, Sendable {
    /// Our id of the post.
    case post(PostID)
    /// The network's id.
    case remoteID(RemoteID)
    /// An address, as copied from a browser or a phone.
    case link(String)
  }

  /// Which post.
  package let handle: Handle

  /// Makes the query.
  package init(_ handle: Handle) { self.handle = handle }

  package func run(in context: ReadContext) throws -> PostOrigin {
    for post in try posts(in: context.transaction) {
      guard let delivery = try context.transaction.delivery(of: post),
        let origin = try origin(delivery, context)
      else { continue }
      return origin
    }
    throw Fault(
      .notFound, Message("audit.who.unknown"), hint: Message("audit.who.unknown.hint"),
      subject: subject)
  }

  private var subject: String {
    switch handle {
    case .post(let id): id.rawValue
    case .remoteID(let id): id.rawValue
    case .link(let text): TerminalText.excerpt(text)
    }
  }

  private func posts(in transaction: any Transaction) throws -> [PostID] {
    switch handle {
    case .post(let id): return [id]
    case .remoteID(let id): return try transaction.posts(remoteID: id)
    case .link(let text):
      guard let link = PostLink(text) else {
        throw Fault(.usage, Message("audit.who.badLink"), subject: "--permalink")
      }
      return try transaction.posts(at: link)
    }
  }

  /// Where the post comes from; nil where the person may not read posts of that store.
  private func origin(_ delivery: StoredDelivery, _ context: ReadContext) throws -> PostOrigin? {
    let transaction = context.transaction
    guard try context.mayReadPosts(of: delivery.store) else { return nil }
    var filter = RecordFilter()
    filter.object = delivery.post.rawValue
    let own = try transaction.records(filter, below: nil, limit: 1_000)
    var broadcast: StoredBroadcast?
    var steps: [StoredRecord] = []
    if let id = delivery.broadcast {
      filter.object = id.rawValue
      steps = try transaction.records(filter, below: nil, limit: 1_000)
      broadcast = try transaction.broadcast(id)
    }
    return try PostOrigin(
      delivery, broadcast: broadcast, own: own, steps: steps, in: transaction)
  }
}
