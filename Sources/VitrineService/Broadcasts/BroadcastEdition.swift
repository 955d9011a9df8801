import VitrineCore
import VitrineStorage

/// The next edition of a revision: its pages beside those of the last one.
///
/// A page is the same when it says the same at the same time; then its approvals hold. Nothing is
/// taken out: what a broadcast no longer goes to is held, and stands on the receipt.
struct BroadcastEdition {
  private(set) var broadcast: StoredBroadcast
  /// Pages of the last edition with something to write.
  private(set) var rewritten: [StoredDelivery] = []
  /// Pages that came.
  private(set) var new: [StoredDelivery] = []
  /// How many pages say something else.
  private(set) var changed = 0
  /// How many pages it no longer goes to.
  private(set) var left = 0
  private let pages: [StoredDelivery]

  init(broadcast: StoredBroadcast, pages: [StoredDelivery]) {
    self.broadcast = broadcast
    self.pages = pages
  }

  /// Whether a person would want to know.
  var isDifferent: Bool { changed > 0 || left > 0 || !new.isEmpty }

  /// Compares with a new rendering.
  mutating func take(_ rendering: BroadcastRendering, _ random: RandomSource) {
    let next = broadcast.edition + 1
    var old: [Place: StoredDelivery] = [:]
    for page in pages { old[Place(store: page.store, network: page.network)] = page }
    var position = (pages.map(\.position).max() ?? -1) + 1
    for post in rendering.posts {
      let place = Place(store: post.store, network: post.network)
      guard let page = old.removeValue(forKey: place) else {
        new.append(
          rendering.delivery(
            post, random.identifier("p"), of: broadcast.id, position: position, edition: next))
        position += 1
        continue
      }
      var fresh = rendering.delivery(
        post, page.post, of: broadcast.id, position: page.position, edition: page.edition)
      fresh.isCanary = page.isCanary
      let isSame =
        fresh.digest == page.digest && fresh.releaseAt == page.releaseAt
        && (fresh.state == .refused) == (page.state == .refused)
      if isSame {
        // A page that was left out and is back says what was approved for it.
        if page.isLeftOut { rewritten.append(fresh) }
      } else {
        fresh.edition = next
        changed += 1
        rewritten.append(fresh)
      }
    }
    leave(old.values.filter { !$0.isLeftOut }.sorted { $0.position < $1.position })
    finish(rendering.digest, rendering.releases.values.min())
  }

  /// Nothing of it can be sent any more.
  mutating func refuse(_ trouble: Trouble) {
    for var page in pages where page.state != .refused {
      page.state = .refused
      page.trouble = trouble
      page.edition = broadcast.edition + 1
      changed += 1
      rewritten.append(page)
    }
    finish(broadcast.digest, broadcast.releaseAt)
  }

  private struct Place: Hashable {
    let store: StoreCode
    let network: Network
  }

  private mutating func leave(_ pages: [StoredDelivery]) {
    for var page in pages {
      page.state = .held
      page.trouble = Trouble("notPicked")
      left += 1
      rewritten.append(page)
    }
  }

  private mutating func finish(_ digest: String, _ release: Timestamp?) {
    broadcast.digest = digest
    broadcast.releaseAt = release
    if changed > 0 || !new.isEmpty { broadcast.edition += 1 }
  }
}

extension StoredDelivery {
  /// Whether it is held because the broadcast no longer goes there.
  fileprivate var isLeftOut: Bool {
    state == .held
      && ["trouble.notPicked", "trouble.storeRemoved"].contains(trouble?.reason.code ?? "")
  }
}

extension Transaction {
  /// Holds the pages that changed after their approval, and frees those that are approved now.
  func applyApprovals(
    to broadcast: StoredBroadcast, _ standing: ApprovalStanding, at now: Timestamp
  ) throws {
    // Before enough people have said anything, nothing asks *again*: everything asks.
    guard standing.isEnough, broadcast.edition > 1 else { return }
    try execute(
      """
      UPDATE delivery SET state = 'held', trouble = ?3, updated_at = ?2
      WHERE broadcast_id = ?1 AND state = 'ready' AND worker_id IS NULL AND edition > ?4
      """,
      [
        SQLValue(broadcast.id), SQLValue(now), .text(Trouble("unapproved").stored),
        SQLValue(standing.through),
      ])
    let freed = try rows(
      """
      SELECT * FROM delivery WHERE broadcast_id = ?1 AND state = 'held' AND edition <= ?2
        AND trouble LIKE '[["trouble.unapproved"%' ORDER BY position
      """, [SQLValue(broadcast.id), SQLValue(standing.through)]
    ).map(StoredDelivery.init(row:))
    for var page in freed {
      page.take(page.page == nil ? .held(Trouble("noPage", page.network)) : .ready)
      try rewriteDelivery(page, at: now)
    }
  }
}
