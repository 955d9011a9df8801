import VitrineCore
import VitrineStorage

/// Takes a public post down, with a reason; a worker deletes it from its page.
///
/// One that is on its way and not public is stopped instead, and while nobody knows whether it is, the
/// wish is kept until that is clear. A post of a broadcast is head office's:
/// stores and regions are refused by rule F5.
package struct TakeDownPost: PostStep {
  package static let action = Action.postTakedown
  package let id: String
  /// Why.
  package let reason: String

  /// Makes the use case.
  package init(id: String, reason: String) {
    self.id = id
    self.reason = reason
  }

  package func run(_ prepared: Void, in context: Context) throws -> PostsOutput {
    try Reason.check(reason)
    if let output = try takeDownMandatory(in: context) { return output }
    let acted = try context.acted(on: id, Self.action)
    for standing in acted {
      var post = standing.post
      let delivery = try context.transaction.takeDownDeliveries([post.id], at: context.now).first
      // A draft that is not public yet only has to be deleted, and the post is no post then.
      if let delivery, [.cancelled, .discarding].contains(delivery.state) {
        post.state = .withdrawn
      }
      try context.transaction.updatePost(post, at: context.now)
      let after = try context.transaction.post(post.id) ?? post
      try context.write(after, Self.action, after: standing, reason: reason)
    }
    return try context.output(acted.map(\.post.id))
  }

  /// One post of a broadcast, by who may do that; nil for a store's own post.
  private func takeDownMandatory(in context: Context) throws -> PostsOutput? {
    let post = PostID(id)
    let transaction = context.transaction
    guard let matter = try transaction.broadcastPostMatter(post, at: context.now),
      let before = try transaction.delivery(of: post), let broadcast = before.broadcast,
      let author = matter.post?.author
    else { return nil }
    try context.demand(Self.action, matter)
    guard let after = try transaction.takeDownDeliveries([post], at: context.now).first else {
      return nil
    }
    context.record(
      Self.action,
      target: AuditRecord.Target(
        type: "store", id: after.store.rawValue, store: after.store.rawValue),
      object: AuditRecord.Object(type: "post", id: id, sha256: after.digest),
      broadcast: broadcast, authors: [author], previousState: before.state.rawValue,
      state: after.state.rawValue, reason: reason)
    let created = try transaction.existingBroadcast(broadcast).created
    return PostsOutput(items: [PostOutput(after, of: author, created: created)])
  }
}
