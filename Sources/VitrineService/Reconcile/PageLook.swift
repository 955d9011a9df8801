import VitrineCore
import VitrineStorage

/// What one page showed at one moment.
struct PageLook: Sendable {
  /// What the reading of a single post came to.
  enum Reading: Sendable {
    /// It is there.
    case there(RemotePost)
    /// The network does not know it.
    case gone
  }

  /// The page.
  let page: StoredPage
  /// When it was asked, before the question left.
  let asked: Timestamp
  /// From when on it was asked for posts.
  let since: Timestamp
  /// What is public on it.
  let posts: [RemotePost]
  /// Posts of ours that the list does not hold, each read by its id; without those of which the
  /// network gave no clear answer.
  var readings: [RemoteID: Reading] = [:]

  /// The posts of ours that the list should hold and does not, and a few old ones.
  ///
  /// A list may lag behind, and holds nothing from before `since`: so nobody is called missing before
  /// the network was asked for that very post. Of old posts only those are read that nobody has seen
  /// for longest, a few a time, so that all of them have their turn.
  func questions(_ expected: [ExpectedPost], _ rules: ReconcileRules) -> [ExpectedPost] {
    let listed = Set(posts.map(\.id))
    let absent = expected.filter { mine in
      guard mine.state.isPublic, !listed.contains(mine.remoteID), let published = mine.published
      else { return false }
      // What was read back once is not behind in anything.
      return mine.state == .confirmed
        ? published <= asked : published < asked.advanced(byMilliseconds: -rules.settling)
    }
    let recent = absent.filter { ($0.published ?? asked) >= since }
    let old = absent.filter { ($0.published ?? asked) < since && $0.sighting?.firstMissing == nil }
      .sorted {
        ($0.sighting?.lastSeen?.milliseconds ?? 0, $0.post)
          < ($1.sighting?.lastSeen?.milliseconds ?? 0, $1.post)
      }
    return recent + old.prefix(rules.oldPostsPerPage)
  }
}

/// The numbers of a comparison.
package struct ReconcileRules: Hashable, Sendable {
  /// How far back posts are listed, in milliseconds.
  package var window: Int64
  /// How old a post must be before its absence means anything, in milliseconds: right after a release
  /// lists and even reads are behind.
  package var settling: Int64
  /// How many posts from before the window are read on each page.
  package var oldPostsPerPage: Int

  /// Makes rules; the usual ones look back 90 days.
  package init(
    window: Int64 = 90 * 86_400_000, settling: Int64 = 120_000, oldPostsPerPage: Int = 5
  ) {
    self.window = window
    self.settling = settling
    self.oldPostsPerPage = oldPostsPerPage
  }
}

extension DeliveryState {
  /// Whether we say that visitors see the post.
  var isPublic: Bool { self == .published || self == .confirmed }
}
