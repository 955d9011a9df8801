import VitrineCore
import VitrineStorage

/// Where a broadcast stands, with every targeted page accounted for.
package struct BroadcastStatus: Query {
  package static let action = Action.broadcastRead
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
    /// For how long visitors saw an earlier text; nil where there was none.
    package var earlier: EarlierText?
    /// Where its pin stands; nil where none is wanted.
    package var pin: PinWish?

    /// Whether visitors see it at the top of its page; nil where that is not wanted, or not known.
    package var isPinned: Bool? {
      guard let pin else { return nil }
      guard state == .published else { return false }
      switch pin.state {
      case .pinned, .stuck: return true
      case .pinning: return nil
      case .wanted, .ended, .refused: return false
      }
    }
  }

  /// How many pages wait for something that is not ours to hurry.
  package struct Waiting: Hashable, Sendable {
    /// They hang, and have no draft yet.
    package var hanging = 0
    /// The network has their post with its hour, and makes it public by itself.
    package var handedOver = 0
    /// Their draft is still to be deleted.
    package var discarding = 0
  }

  /// The numbers, and the pages if asked for.
  package struct Output: Sendable {
    /// The broadcast.
    package let broadcast: StoredBroadcast
    /// Who approved what it is now.
    package let approvers: [UserID]
    /// How many pages changed with the register and ask the approvers again.
    package let pagesAsking: Int
    /// Where the second approval of an urgent broadcast stands; nil for one that owes none.
    package let second: SecondApproval?
    /// The name of whoever launched it.
    package let launcher: String?
    /// How many pages are in which column; every column is there.
    package let counts: [PublicDeliveryState: Int]
    /// Every page in the order of the target list; empty unless asked for.
    package let pages: [Page]
    /// The networks whose host does not answer now.
    package var silences: [NetworkSilence] = []
    /// What pending pages wait for.
    package var waiting = Waiting()
    /// What the last look at its pages found; nil where nobody has looked, and for a store or region.
    package var verified: StoredVerification?

    /// How many pages were picked; always the sum of the columns.
    package var targeted: Int { counts.values.reduce(0, +) }
  }

  package func run(in context: ReadContext) throws -> Output {
    let transaction = context.transaction
    let broadcast = try transaction.existingBroadcast(id)
    let visible = try Visibility(Self.action, in: context)
    guard visible.isNational else { return try excerpt(broadcast, visible, context) }
    let limit = context.now.advanced(
      byMilliseconds: -context.desk.rules.quarantineMilliseconds)
    var counts: [PublicDeliveryState: Int] = [:]
    for state in PublicDeliveryState.allCases { counts[state] = 0 }
    var discarding = 0
    let rows = try transaction.rows(
      """
      SELECT state, CASE WHEN state = 'removing' THEN CASE WHEN published_at IS NULL THEN 1 ELSE 0 END
        WHEN unknown_since <= ?2 OR trouble IS NOT NULL THEN 1 ELSE 0 END
        AS is_unclear, COUNT(*) AS count
      FROM delivery WHERE broadcast_id = ?1 GROUP BY state, is_unclear
      """, [SQLValue(id), SQLValue(limit)])
    for row in rows {
      let state = try row.value(of: "state", as: DeliveryState.self)
      let isUnclear = try row.bool("is_unclear")
      let count = try row.int("count")
      counts[state.publicName(isUnclear: isUnclear), default: 0] += count
      if state == .discarding { discarding += count }
    }
    let pages = withPages ? try pages(context, limit) { _ in true } : []
    let standing = try ApprovalStanding(of: broadcast, in: transaction)
    return Output(
      broadcast: broadcast, approvers: standing.approvals.map(\.user),
      pagesAsking: standing.isEnough ? standing.pagesAsking : 0,
      second: SecondApproval(broadcast, standing.approvals, at: context.now),
      launcher: try broadcast.launchedBy.map {
        try transaction.account($0)?.name ?? $0.rawValue
      }, counts: counts, pages: pages, silences: try transaction.networkSilences(),
      waiting: Waiting(
        hanging: try transaction.hangingDeliveries(of: id),
        handedOver: try transaction.countHandedOver(of: id, at: context.now),
        discarding: discarding),
      verified: try transaction.verification(of: id))
  }

  private func pages(
    _ context: ReadContext, _ limit: Timestamp, of isPicked: (StoreCode) -> Bool
  ) throws -> [Page] {
    let showings = try context.transaction.showings(of: id)
    return try context.transaction.deliveries(of: id).filter { isPicked($0.store) }.map {
      var page = Page($0, limit)
      page.earlier = EarlierText($0, showings[$0.post] ?? [], at: context.now)
      return page
    }
  }

  /// What a store or region sees: its own pages, and the numbers of those alone.
  private func excerpt(
    _ broadcast: StoredBroadcast, _ visible: Visibility, _ context: ReadContext
  ) throws -> Output {
    let limit = context.now.advanced(
      byMilliseconds: -context.desk.rules.quarantineMilliseconds)
    let pages = try pages(context, limit) { visible.stores.contains($0) }
    guard broadcast.isKnownToStores, !pages.isEmpty else {
      throw Fault(
        .notFound, Message("broadcast.unknown", id), hint: Message("broadcast.unknown.hint"),
        subject: id.rawValue)
    }
    var counts: [PublicDeliveryState: Int] = [:]
    for state in PublicDeliveryState.allCases {
      counts[state] = pages.count { $0.state == state }
    }
    return Output(
      broadcast: broadcast, approvers: try context.transaction.approvers(of: broadcast),
      pagesAsking: 0, second: nil, launcher: nil, counts: counts, pages: withPages ? pages : [])
  }
}

extension StoredBroadcast {
  /// Whether stores hear of it: what is not approved yet is head office's own.
  var isKnownToStores: Bool { launched != nil || state == .approved }
}

extension DeliveryState {
  /// The column of `status`; an unclear step that lasted too long is unknown, not pending.
  func publicName(isUnclear: Bool) -> PublicDeliveryState {
    isUnclear && [.staging, .releasing, .removing].contains(self) ? .unknown : publicName
  }
}

extension BroadcastStatus.Page {
  init(_ delivery: StoredDelivery, _ limit: Timestamp) {
    // What is taken down without anybody knowing that it was public is unknown until it is gone.
    let isUnclear =
      delivery.state == .removing
      ? delivery.published == nil
      : delivery.trouble != nil || delivery.unknownSince.map { $0 <= limit } ?? false
    let state = delivery.state.publicName(isUnclear: isUnclear)
    self.init(
      store: delivery.store, network: delivery.network, post: delivery.post, page: delivery.page,
      state: state, remoteID: state == .published ? delivery.remoteID : nil,
      permalink: delivery.permalink, trouble: delivery.trouble, published: delivery.published,
      mayHaveOrphan: delivery.isDoubtful, content: delivery.content)
    pin = delivery.pin
  }
}

/// The newest broadcasts.
package struct ListBroadcasts: Query {
  package static let action = Action.broadcastRead
  /// How many.
  package let limit: Int

  /// Makes the query.
  package init(limit: Int) { self.limit = limit }

  package func run(in context: ReadContext) throws -> [StoredBroadcast] {
    let visible = try Visibility(Self.action, in: context)
    return try visible.isNational
      ? context.transaction.broadcasts(limit: limit)
      : context.transaction.broadcasts(knownTo: visible.stores, limit: limit)
  }
}
