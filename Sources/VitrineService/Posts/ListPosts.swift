import VitrineCore
import VitrineStorage

/// The posts of the stores that a person may see, newest first.
package struct ListPosts: Query {
  package static let action = Action.postRead
  /// Which posts.
  package var filter: PostFilter
  /// Whether only those that the person who asks wrote or changed.
  package var mine: Bool
  /// Only behind this one.
  package let cursor: PostCursor?
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(
    filter: PostFilter = PostFilter(), mine: Bool = false, cursor: PostCursor? = nil,
    limit: Int = 50
  ) {
    self.filter = filter
    self.mine = mine
    self.cursor = cursor
    self.limit = limit
  }

  /// A part of the list, and where it goes on.
  package struct Output: Sendable {
    /// The posts.
    package let items: [PostOutput]
    /// Where the next part begins; nil at the end.
    package let next: PostCursor?
  }

  package func run(in context: ReadContext) throws -> Output {
    var filter = filter
    if mine { filter.person = context.session.user }
    let visible = try Visibility(Self.action, in: context)
    if !visible.isNational {
      filter.stores = filter.stores.map { visible.stores.intersection($0) } ?? visible.stores
    }
    let rules = context.desk.rules
    let found = try context.transaction.posts(
      filter, behind: cursor, limit: limit + 1, at: context.now,
      quarantine: rules.quarantineMilliseconds)
    let shown = Array(found.prefix(limit))
    return Output(
      items: try context.transaction.outputs(of: shown, rules, at: context.now),
      next: found.count > limit
        ? shown.last.map { PostCursor(created: $0.created, id: $0.id) } : nil)
  }
}
