import Synchronization
import VitrineCore
import VitrinePublishing
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

  init(_ row: Row) throws {
    post = PostID(try row.text("post_id"))
    page = try row.optionalText("page_id").map(PageID.init(_:))
    remotePage = try row.optionalText("remote_page").map(RemoteID.init(_:))
    state = try row.value(of: "state", as: DeliveryState.self)
    remoteID = try row.optionalText("remote_id").map(RemoteID.init(_:))
    orphan = try row.optionalText("orphan_id").map(RemoteID.init(_:))
    isDoubtful = try row.bool("is_doubtful")
    attempts = try row.integer("attempts")
    lastWait = try row.integer("last_wait")
    permalink = try row.optionalText("permalink")
    published = try row.optionalInteger("published_at")
    fence = try row.integer("fence")
    worker = try row.optionalText("worker_id")
    trouble = try row.optionalText("trouble")
    isPageConnected = try row.optionalText("page_state") == "connected"
  }

  static let query = """
    SELECT d.post_id, d.page_id, d.state, d.remote_id, d.orphan_id, d.is_doubtful, d.attempts,
      d.last_wait, d.permalink, d.published_at, d.fence, d.worker_id, d.trouble,
      p.remote_id AS remote_page, p.state AS page_state
    FROM delivery d LEFT JOIN page p ON p.id = d.page_id ORDER BY d.position, d.post_id
    """

  /// Whether what a report writes is the same in both.
  func hasSameResult(as other: DeliveryRow) -> Bool {
    (remoteID, orphan, attempts, lastWait, permalink) == (
      other.remoteID, other.orphan, other.attempts, other.lastWait, other.permalink
    ) && published == other.published
  }
}

/// Looks at the database after every transaction, and holds each change against the promises.
final class Auditor: Sendable {
  private struct State {
    var rows: [DeliveryRow] = []
    var byPost: [PostID: Int] = [:]
    var byPage: [RemoteID: Int] = [:]
    var broadcast: BroadcastState?
    var changes: Int64 = -1
  }

  private let state = Mutex(State())
  private let world: World

  init(_ world: World) { self.world = world }

  /// The rows after the last transaction.
  var rows: [DeliveryRow] { state.withLock { $0.rows } }

  /// Where the broadcast stood after the last transaction.
  var broadcast: BroadcastState? { state.withLock { $0.broadcast } }

  /// The row of a page after the last transaction.
  func row(page: RemoteID) -> DeliveryRow? {
    state.withLock { state in state.byPage[page].map { state.rows[$0] } }
  }

  /// Compares the database with what it was before a transaction, inside of it.
  func check(_ transaction: any Transaction, by node: Node) throws {
    let changes = try transaction.row("SELECT total_changes() AS n")?.integer("n") ?? 0
    guard state.withLock({ $0.changes != changes }) else { return }
    var rows: [DeliveryRow] = []
    try transaction.forEachRow(DeliveryRow.query, []) { rows.append(try DeliveryRow($0)) }
    let broadcast = try transaction.row("SELECT state FROM broadcast")?
      .value(of: "state", as: BroadcastState.self)
    let before = state.withLock { state in
      defer {
        if state.rows.count != rows.count || state.byPage.isEmpty {
          state.byPost = [:]
          for (place, row) in rows.enumerated() { state.byPost[row.post] = place }
        }
        state.byPage = [:]
        for (place, row) in rows.enumerated() {
          if let page = row.remotePage { state.byPage[page] = place }
        }
        state.rows = rows
        state.broadcast = broadcast
        state.changes = changes
      }
      return (rows: state.rows, byPost: state.byPost)
    }
    guard !before.rows.isEmpty else { return }
    guard before.rows.count == rows.count else {
      return world.violate("I7 \(before.rows.count) deliveries became \(rows.count)")
    }
    for (old, new) in zip(before.rows, rows) where old != new {
      if let text = Self.broken(old, new) {
        world.violate("\(text) at \(new.post): \(old.state) → \(new.state) by \(node.name)")
      }
      if old.state != new.state {
        world.note("\(new.remotePage?.rawValue ?? "–") \(old.state) → \(new.state) #\(new.fence)")
      }
    }
    for report in node.reports {
      guard let place = before.byPost[report.post] else { continue }
      let (old, new) = (before.rows[place], rows[place])
      if old.fence != report.fence, !old.hasSameResult(as: new) {
        world.violate("I5 a result under fence \(report.fence) was written over \(old.fence)")
      }
    }
  }

  /// The promise that a change of one row breaks, if it breaks one.
  private static func broken(_ old: DeliveryRow, _ new: DeliveryRow) -> String? {
    if new.fence < old.fence { return "I5 the fence went back" }
    if let id = old.remoteID, new.remoteID != id { return "I4 the recorded id changed" }
    if new.remoteID != nil, new.state.isBeforeStaged { return "I1 a second draft is being made" }
    guard old.state != new.state else { return nil }
    switch old.state {
    case .confirmed, .refused, .cancelled, .takenDown: return "what was settled moved"
    case .published:
      return [.confirmed, .held].contains(new.state) ? nil : "what was public moved"
    case .releasing:
      return [.staged, .published, .confirmed, .held, .discarding].contains(new.state)
        ? nil : "an unclear release moved"
    default: return nil
    }
  }

  /// A call may be sent when its intent is committed under its fence (I3), and a release only while
  /// the broadcast is being released (I6).
  func checkClaim(_ claim: DeliveryClaim, by node: Node) {
    guard let row = row(page: claim.delivery.remotePage) else {
      return world.violate("I3 a claim for an unknown page")
    }
    if row.state != claim.delivery.state || row.fence != claim.fence || row.worker == nil {
      world.violate("I3 \(node.name) may send \(claim.call.step.word), stored is \(row.state)")
    }
    switch claim.call.step {
    case .release(let id):
      if broadcast != .releasing {
        world.violate("I6 a release is claimed while \(broadcast?.rawValue ?? "nothing")")
      }
      if id != row.remoteID { world.violate("I4 a release of \(id) instead of the recorded id") }
      if row.isDoubtful { world.violate("a doubtful page is released") }
    case .stage:
      let isOpen = [.staging, .awaitingExceptions, .releasing].contains(broadcast)
      if !isOpen { world.violate("I6 a stage is claimed while \(broadcast?.rawValue ?? "–")") }
    case .delete(let id):
      if row.state != .discarding, id == row.remoteID { world.violate("our own draft is deleted") }
    default: break
    }
  }

  /// What is made public is the recorded draft (I4), whoever sends it and however late.
  func checkRelease(_ id: RemoteID, _ row: DeliveryRow?) {
    if row?.remoteID != id { world.violate("I4 \(id) is made public, recorded is another") }
  }
}
