import VitrineCore

/// Notices that a network takes us for spam on more than one page in a short time.
///
/// One block is a page's own matter. A second one within ten minutes means that the run is the matter:
/// each further post makes the block longer, and it lasts hours.
package struct SpamWatch: Hashable, Sendable {
  /// The page that was blocked last, by the network's id.
  package private(set) var page: RemoteID?
  /// When.
  package private(set) var at: Timestamp?

  /// How long two blocks belong together, in milliseconds.
  package static let span: Int64 = 600_000

  /// Takes a watch as it was stored.
  package init(page: RemoteID? = nil, at: Timestamp? = nil) {
    self.page = page
    self.at = at
  }

  /// Takes in that a page was blocked; true when everything has to stop.
  package mutating func note(_ blocked: RemoteID, at now: Timestamp) -> Bool {
    let isSecond =
      if let page, let at, page != blocked { now.milliseconds(since: at) <= Self.span } else {
        false
      }
    page = blocked
    at = now
    return isSecond
  }
}
