import VitrineCore
import VitrineStorage

/// A row of the table of deliveries, as far as promises speak of it.
struct DeliveryRow: Hashable, Sendable {
  let post: PostID
  let page: PageID?
  let remotePage: RemoteID?
  let state: DeliveryState
  let remoteID: RemoteID?
  let orphan: RemoteID?
  let isDoubtful: Bool
  let attempts: Int64
  let lastWait: Int64
  let permalink: String?
  let published: Int64?
  let fence: Int64
  let worker: String?
  let trouble: String?
  let isPageConnected: Bool
  let isLooked: Bool
  /// What it says; no two posts of a night on one page say the same.
  let text: String
  /// Whether it is a store's own post.
  let isRoutine: Bool
  let uploads: String?
  let isReviewed: Bool
  /// After what time it is not sent any more, in milliseconds; nil for a page of a broadcast.
  let end: Int64?
  let release: Int64
  let updated: Int64
  /// The hour with which the network has it, in milliseconds.
  let timer: Int64?
  let container: RemoteID?

  /// Reads by position: names would cost most of the time of a night of 1,212 pages.
  init(_ row: Row) throws {
    let values = row.values
    func text(_ place: Int) throws -> String? {
      switch values[place] {
      case .text(let text): text
      case .null: nil
      default: throw Unreadable()
      }
    }
    func number(_ place: Int) throws -> Int64? {
      switch values[place] {
      case .integer(let number): number
      case .null: nil
      default: throw Unreadable()
      }
    }
    guard let post = try text(0), let name = try text(2), let state = DeliveryState(rawValue: name)
    else { throw Unreadable() }
    self.post = PostID(post)
    page = try text(1).map(PageID.init(_:))
    self.state = state
    remoteID = try text(3).map(RemoteID.init(_:))
    orphan = try text(4).map(RemoteID.init(_:))
    isDoubtful = try number(5) != 0
    attempts = try number(6) ?? 0
    lastWait = try number(7) ?? 0
    permalink = try text(8)
    published = try number(9)
    fence = try number(10) ?? 0
    worker = try text(11)
    trouble = try text(12)
    remotePage = try text(13).map(RemoteID.init(_:))
    isPageConnected = try text(14) == "connected"
    isLooked = try number(15) != nil
    self.text = try text(16) ?? ""
    isRoutine = try text(17) == nil
    uploads = try text(18)
    isReviewed = try number(19) != nil
    end = try number(20)
    release = try number(21) ?? 0
    updated = try number(22) ?? 0
    timer = try number(23)
    container = try text(24).map(RemoteID.init(_:))
  }

  struct Unreadable: Error {}

  static let columns = """
    SELECT d.post_id, d.page_id, d.state, d.remote_id, d.orphan_id, d.is_doubtful, d.attempts,
      d.last_wait, d.permalink, d.published_at, d.fence, d.worker_id, d.trouble,
      p.remote_id AS remote_page, p.state AS page_state, d.looked_at, d.body, d.broadcast_id,
      d.uploads, d.reviewed_at, d.valid_until, d.release_at, d.updated_at,
      d.timer_at, d.container_id
    FROM delivery d LEFT JOIN page p ON p.id = d.page_id
    """

  /// Whether its attempts are counted from nought since it says something else, or its time was over, and nothing
  /// else about it has changed.
  func beginsAnew(after other: DeliveryRow) -> Bool {
    attempts == 0 && lastWait == 0
      && (remoteID, orphan, permalink, published, uploads) == (
        other.remoteID, other.orphan, other.permalink, other.published, other.uploads
      )
  }

  /// Whether what a report writes is the same in both.
  func hasSameResult(as other: DeliveryRow) -> Bool {
    (remoteID, orphan, attempts, lastWait, permalink) == (
      other.remoteID, other.orphan, other.attempts, other.lastWait, other.permalink
    ) && published == other.published && uploads == other.uploads
  }
}
