import VitrineCore
import VitrineStorage

/// Public posts whose offer is over, at the stores that a person may see.
package struct ExpiredPosts: Query {
  package static let action = Action.postRead
  /// Only at this store; nil for all.
  package let store: StoreCode?

  /// Makes the query.
  package init(store: StoreCode? = nil) { self.store = store }

  package func run(in context: ReadContext) throws -> [PostOutput] {
    let visible = try Visibility(Self.action, in: context)
    var zones: [StoreCode: String] = [:]
    let posts = try context.transaction.endedPosts(at: context.now).filter { post in
      guard store == nil || post.store == store,
        visible.isNational || visible.stores.contains(post.store),
        let last = post.offer?.until
      else { return false }
      let zone =
        try zones[post.store] ?? context.transaction.store(post.store)?.timeZone
        ?? context.desk.rules.timeZone
      zones[post.store] = zone
      return last < CivilDate(at: context.now, zone: zone)
    }
    return try context.transaction.outputs(of: posts, context.desk.rules, at: context.now)
  }
}
