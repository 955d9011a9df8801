import VitrineCore
import VitrineStorage

extension DeskRules {
  /// How long the first pages of an hour are waited for before the others follow, in milliseconds.
  ///
  /// Until they are released and read back: networks answer in a second or two.
  static let canaryWait: Int64 = 5_000

  /// When the last page is public at the pace, by how many pages have which hour; nil without a pace or a page.
  ///
  /// What is late goes on behind what is due: each hour begins at its own time, or when the one before is through.
  func end(ofReleasing counts: [Timestamp: Int]) -> Timestamp? {
    guard let milliPostsPerSecond, milliPostsPerSecond > 0 else { return nil }
    var end: Timestamp?
    for (at, count) in counts.sorted(by: { $0.key < $1.key }) where count > 0 {
      let (product, overflow) = Int64(count).multipliedReportingOverflow(by: 1_000_000)
      guard !overflow else { return nil }
      let wait = canary > 0 && count > canary ? Self.canaryWait : 0
      end = max(end ?? at, at).advanced(
        byMilliseconds: product / Int64(milliPostsPerSecond) + wait)
    }
    return end
  }
}

/// A page that is well today, and whose token ends before the message is public there.
package struct PageAtRisk: Hashable, Sendable {
  /// The store.
  package let store: StoreCode
  /// The network.
  package let network: Network
  /// The page.
  package let page: PageID
  /// When its token ends.
  package let tokenExpires: Timestamp
}

extension PlanBroadcast {
  /// The pages that are ready now and will not be at their hour; without an hour, at the end of the pace.
  static func atRisk(
    _ posts: [PlannedPost], _ releases: [StoreCode: Timestamp], _ pages: [StoreCode: [StoredPage]],
    end: Timestamp
  ) -> [PageAtRisk] {
    posts.compactMap { post in
      guard post.verdict == .ready, let id = post.page,
        let page = pages[post.store]?.first(where: { $0.id == id }),
        let expires = page.tokenExpires, expires < releases[post.store] ?? end
      else { return nil }
      return PageAtRisk(
        store: post.store, network: post.network, page: id, tokenExpires: expires)
    }
  }
}
