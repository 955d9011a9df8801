import VitrineCore
import VitrineStorage

/// Where a broadcast stands, with every targeted page accounted for.
package struct BroadcastStatus: Query {
  package static let action = Action.broadcastRead
  package static let isNational = true
  /// Which broadcast.
  package let id: BroadcastID
  /// Whether to say so page by page.
  package let withPages: Bool

  /// Makes the query.
  package init(id: BroadcastID, withPages: Bool) {
    self.id = id
    self.withPages = withPages
  }

  /// One store and network.
  package struct Page: Sendable {
    /// The store.
    package let store: StoreCode
    /// The network.
    package let network: Network
    /// Our id of the post.
    package let post: PostID
    /// The page, if there is one.
    package let page: PageID?
    /// In which column it counts.
    package let state: PublicDeliveryState
    /// The network's id of the post, once it is public.
    package let remoteID: RemoteID?
    /// Where visitors find it.
    package let permalink: String?
    /// Why it waits, what mends it, and whose job that is.
    package let trouble: Trouble?
    /// When it became public.
    package let published: Timestamp?
    /// Whether a draft of ours may have stayed on the page.
    package let mayHaveOrphan: Bool
    /// The text.
    package let content: PostContent
  }

  /// The numbers, and the pages if asked for.
  package struct Output: Sendable {
    /// The broadcast.
    package let broadcast: StoredBroadcast
    /// Who approved what it is now.
    package let approvers: [UserID]
    /// How many pages are in which column; every column is there.
    package let counts: [PublicDeliveryState: Int]
    /// Every page in the order of the target list; empty unless asked for.
    package let pages: [Page]

    /// How many pages were picked; always the sum of the columns.
    package var targeted: Int { counts.values.reduce(0, +) }
  }

  package func run(in context: ReadContext) throws -> Output {
    let transaction = context.transaction
    let broadcast = try transaction.existingBroadcast(id)
    let limit = context.now.advanced(
      byMilliseconds: -context.desk.rules.quarantineMilliseconds)
    var counts: [PublicDeliveryState: Int] = [:]
    for state in PublicDeliveryState.allCases { counts[state] = 0 }
    let rows = try transaction.rows(
      """
      SELECT state, CASE WHEN unknown_since <= ?2 OR trouble IS NOT NULL THEN 1 ELSE 0 END
        AS is_unclear, COUNT(*) AS count
      FROM delivery WHERE broadcast_id = ?1 GROUP BY state, is_unclear
      """, [SQLValue(id), SQLValue(limit)])
    for row in rows {
      let state = try row.value(of: "state", as: DeliveryState.self)
      let isUnclear = try row.bool("is_unclear")
      counts[state.publicName(isUnclear: isUnclear), default: 0] += try row.int("count")
    }
    let pages = withPages ? try transaction.deliveries(of: id).map { Page($0, limit) } : []
    return Output(
      broadcast: broadcast, approvers: try transaction.approvers(of: broadcast), counts: counts,
      pages: pages)
  }
}

extension DeliveryState {
  /// The column of `status`; an unclear step that lasted too long is unknown, not pending.
  func publicName(isUnclear: Bool) -> PublicDeliveryState {
    isUnclear && (self == .staging || self == .releasing) ? .unknown : publicName
  }
}

extension BroadcastStatus.Page {
  init(_ delivery: StoredDelivery, _ limit: Timestamp) {
    let isUnclear = delivery.trouble != nil || delivery.unknownSince.map { $0 <= limit } ?? false
    let state = delivery.state.publicName(isUnclear: isUnclear)
    self.init(
      store: delivery.store, network: delivery.network, post: delivery.post, page: delivery.page,
      state: state, remoteID: state == .published ? delivery.remoteID : nil,
      permalink: delivery.permalink, trouble: delivery.trouble, published: delivery.published,
      mayHaveOrphan: delivery.isDoubtful, content: delivery.content)
  }
}

/// The newest broadcasts.
package struct ListBroadcasts: Query {
  package static let action = Action.broadcastRead
  package static let isNational = true
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(limit: Int) { self.limit = limit }

  package func run(in context: ReadContext) throws -> [StoredBroadcast] {
    try context.transaction.broadcasts(limit: limit)
  }
}
