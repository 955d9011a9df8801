import VitrineCore
import VitrineStorage

/// What is on record about one post, newest first: who may read a post may read its history.
package struct PostHistory: Query {
  package static let action = Action.postRead
  /// Which records; its `object` is the post.
  package let filter: RecordFilter
  /// Only below this index, to go on where a list ended.
  package let below: Int?
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(filter: RecordFilter, below: Int?, limit: Int) {
    self.filter = filter
    self.below = below
    self.limit = limit
  }

  /// Whether a filter asks about one post and nobody in particular, by the form of our ids.
  package static func answers(_ filter: RecordFilter) -> Bool {
    guard let object = filter.object, filter.person == nil, filter.actor == nil else {
      return false
    }
    return object.utf8.starts(with: "p_".utf8)
  }

  package func run(in context: ReadContext) throws -> RecordList {
    guard try isReadable(context) else {
      // Not there, or not for this person: the answer is the same.
      return try RecordList([], isWhole: true, in: context.transaction)
    }
    let records = try context.transaction.records(filter, below: below, limit: limit)
    return try RecordList(records, isWhole: records.count < limit, in: context.transaction)
  }

  private func isReadable(_ context: ReadContext) throws -> Bool {
    guard Self.answers(filter), let post = filter.object else { return false }
    if context.mayNationally(.auditRead) { return true }
    let id = PostID(post)
    let store =
      try context.transaction.delivery(of: id)?.store ?? context.transaction.post(id)?.store
    return try store.map { try context.mayReadPosts(of: $0) } ?? false
  }
}

extension ReadContext {
  /// Whether the person may read the posts of a store, one that has left the register too.
  func mayReadPosts(of store: StoreCode) throws -> Bool {
    if mayNationally(.postRead) { return true }
    guard let place = try transaction.place(of: store, at: now) else { return false }
    return may(.postRead, at: place)
  }
}
