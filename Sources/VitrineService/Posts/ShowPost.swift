import VitrineCore
import VitrineStorage

/// What a post says, where it stands, who had a hand in it, and why somebody said no.
///
/// Of a submission every post that the person may see; of another store nothing is there.
package struct ShowPost: Query {
  package static let action = Action.postRead
  /// A post, or a submission for all its posts.
  package let id: String

  /// Makes the query.
  package init(id: String) { self.id = id }

  /// The posts, and what people said about them.
  package struct Output: Sendable {
    /// The posts.
    package let posts: PostsOutput
    /// The last rejection of each, the last takedown, and what a corrected template left to decide.
    package let reasons: [PostID: [Step]]
    /// The texts as they became public, by post.
    package let published: [PostID: PublishedText]
    /// The names of everybody who had a hand in one.
    package let names: [UserID: String]
  }

  /// A step with its reason.
  package struct Step: Sendable {
    /// The step.
    package let given: GivenReason
    /// The person's name, or the id where the name was erased.
    package let name: String
  }

  /// The steps for which there are words: an edit has some only when head office made it.
  private static let explained: [Action] = [.postReject, .postTakedown, .postEdit]

  package func run(in context: ReadContext) throws -> Output {
    let items = try mandatory(context).map { [$0] } ?? own(context)
    guard !items.isEmpty else { throw Fault.unknownPost(id) }
    let transaction = context.transaction
    var reasons: [PostID: [Step]] = [:]
    var published: [PostID: PublishedText] = [:]
    for item in items {
      reasons[item.id] = try Self.explained.compactMap { action -> Step? in
        guard let given = try transaction.lastReason(on: item.id.rawValue, action),
          action != .postEdit || given.text != nil
        else { return nil }
        return Step(
          given: given, name: try transaction.account(given.by)?.name ?? given.by.rawValue)
      }
      published[item.id] = try transaction.publishedTexts(of: item.id).first
    }
    let people = Set(items.flatMap { [$0.author] + $0.editors + $0.approvers })
    return Output(
      posts: PostsOutput(items: items), reasons: reasons, published: published,
      names: try transaction.names(of: people))
  }

  private func own(_ context: ReadContext) throws -> [PostOutput] {
    let visible = try context.transaction.posts(named: id, alone: true).filter {
      try context.mayReadPosts(of: $0.store)
    }
    return try context.transaction.outputs(of: visible, context.desk.rules, at: context.now)
  }

  /// A post of a broadcast that stores hear of.
  private func mandatory(_ context: ReadContext) throws -> PostOutput? {
    let transaction = context.transaction
    guard let delivery = try transaction.delivery(of: PostID(id)), let id = delivery.broadcast,
      let broadcast = try transaction.broadcast(id),
      broadcast.isKnownToStores || context.mayNationally(.postRead),
      try context.mayReadPosts(of: delivery.store)
    else { return nil }
    return PostOutput(delivery, of: broadcast.author, created: broadcast.created)
  }
}
