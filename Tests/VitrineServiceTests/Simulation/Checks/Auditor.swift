import Synchronization
import VitrineCore
import VitrinePublishing
import VitrineService
import VitrineStorage

/// Looks at the database after every transaction, and holds each change against the promises.
final class Auditor: Sendable {
  private struct State {
    var rows: [DeliveryRow] = []
    var byPost: [PostID: Int] = [:]
    var broadcast: BroadcastState?
  }

  private let state = Mutex(State())
  private let world: World
  private let truth: RemoteTruth

  init(_ world: World, _ truth: RemoteTruth) {
    self.world = world
    self.truth = truth
  }

  /// The rows after the last transaction.
  var rows: [DeliveryRow] { state.withLock { $0.rows } }

  /// Where the broadcast stood after the last transaction.
  var broadcast: BroadcastState? { state.withLock { $0.broadcast } }

  /// The row of a post after the last transaction.
  func row(post: PostID) -> DeliveryRow? {
    state.withLock { state in state.byPost[post].map { state.rows[$0] } }
  }

  /// Notes in the connection's own memory which deliveries a transaction touches.
  ///
  /// Reading all of 1,212 after each transaction would cost most of a night's time.
  static func watch(_ transaction: any Transaction) throws {
    try transaction.execute("CREATE TEMP TABLE touched (post_id TEXT PRIMARY KEY)")
    for change in ["INSERT", "UPDATE"] {
      try transaction.execute(
        """
        CREATE TEMP TRIGGER touched_\(change) AFTER \(change) ON main.delivery
        BEGIN INSERT OR IGNORE INTO touched VALUES (new.post_id); END
        """)
    }
    try transaction.execute(
      """
      CREATE TEMP TRIGGER touched_page AFTER UPDATE OF state ON main.page
      WHEN old.state <> new.state BEGIN INSERT OR IGNORE INTO touched VALUES ('*'); END
      """)
  }

  /// Forgets what the last night touched.
  static func forget(_ transaction: any Transaction) throws {
    try transaction.execute("DELETE FROM temp.touched")
  }

  /// Compares the database with what it was before a transaction, inside of it.
  func check(_ transaction: any Transaction, by node: Node) throws {
    let changed = try changes(transaction)
    let broadcast = try transaction.row("SELECT state FROM broadcast")?
      .value(of: "state", as: BroadcastState.self)
    state.withLock { $0.broadcast = broadcast }
    guard !changed.isEmpty else { return checkReports(node, changed: [:]) }
    var befores: [PostID: DeliveryRow] = [:]
    state.withLock { state in
      for row in changed {
        if let place = state.byPost[row.post] {
          befores[row.post] = state.rows[place]
          state.rows[place] = row
        } else {
          state.byPost[row.post] = state.rows.count
          state.rows.append(row)
        }
      }
    }
    for new in changed {
      guard let old = befores[new.post] else {
        if node.isWorker { world.violate("I7 a delivery appeared") }
        continue
      }
      guard old != new else { continue }
      if let text = Self.broken(old, new, by: node) {
        world.violate("\(text) at \(new.post): \(old.state) → \(new.state) by \(node.name)")
      }
      if old.state != new.state {
        checkVisible(new)
        world.note(
          "\(new.post) \(new.remotePage?.rawValue ?? "–") \(old.state) → \(new.state) #\(new.fence)"
            + (new.trouble.map { " \($0)" } ?? "")
        )
      }
    }
    checkReports(node, changed: befores)
  }

  /// The rows that a transaction touched, in their order.
  private func changes(_ transaction: any Transaction) throws -> [DeliveryRow] {
    let touched = try transaction.rows("SELECT post_id FROM temp.touched")
    guard !touched.isEmpty else { return [] }
    let isAll = try touched.contains { try $0.text("post_id") == "*" }
    var rows: [DeliveryRow] = []
    try transaction.forEachRow(
      DeliveryRow.columns
        + (isAll ? "" : " WHERE d.post_id IN (SELECT post_id FROM temp.touched)")
        + " ORDER BY d.position, d.post_id", []
    ) { rows.append(try DeliveryRow($0)) }
    try transaction.execute("DELETE FROM temp.touched")
    return rows
  }

  /// I5: what an older claim brings changes nothing.
  private func checkReports(_ node: Node, changed befores: [PostID: DeliveryRow]) {
    for report in node.reports {
      guard let old = befores[report.post], old.fence != report.fence,
        let new = state.withLock({ state in state.byPost[report.post].map { state.rows[$0] } }),
        // A correction begins anew.
        !old.hasSameResult(as: new), old.text == new.text, !new.beginsAnew(after: old)
      else { continue }
      world.violate(
        "I5 a result under fence \(report.fence) was written over \(old.fence) at \(report.post)")
    }
  }

  /// What visitors see is called nothing else (I7); a call that came too late is nobody's fault.
  private func checkVisible(_ row: DeliveryRow) {
    switch row.state {
    case .staging, .staged, .releasing, .published, .confirmed, .removing, .amending, .replacing:
      return
    case .ready, .held, .refused, .failed, .missed, .discarding, .cancelled, .takenDown: break
    }
    guard let page = row.remotePage.flatMap(truth.page),
      let post = page.posts.first(where: {
        $0.isVisible && !$0.isReleasedLate && $0.content.text == row.text
      })
    else { return }
    world.violate("I7 \(post.id) is public and becomes \(row.state)")
  }

  /// The promise that a change of one row breaks, if it breaks one.
  private static func broken(
    _ old: DeliveryRow, _ new: DeliveryRow, by node: Node
  ) -> String? {
    if new.fence < old.fence { return "I5 the fence went back" }
    // A person who says `retry` gives up a draft that the network has lost, or that was deleted when its
    // time was over; a worker never does.
    let isGivenUp =
      [.held, .missed].contains(old.state) && new.remoteID == nil && !node.isWorker
    // What says something earlier is deleted and made anew, unless it has been stopped meanwhile.
    let isReplaced = old.state == .replacing && new.remoteID == nil
    // What the network was to publish by itself is taken back and starts anew.
    let isTakenBack = old.state == .releasing && old.timer != nil && new.remoteID == nil
    if let id = old.remoteID, new.remoteID != id, !isGivenUp, !isReplaced, !isTakenBack {
      return "I4 the recorded id changed"
    }
    if new.remoteID != nil, new.state.isBeforeStaged { return "I1 a second draft is being made" }
    guard old.state != new.state else { return nil }
    switch old.state {
    case .confirmed:
      let isCorrected =
        [.published, .amending, .replacing].contains(new.state) && new.text != old.text
      return isCorrected || new.state == .removing ? nil : "what was confirmed moved"
    case .refused, .cancelled, .takenDown: return "what was settled moved"
    case .published:
      return [.confirmed, .held, .removing, .amending].contains(new.state)
        ? nil : "what was public moved"
    case .amending:
      return [.published, .confirmed, .held, .removing].contains(new.state)
        ? nil : "what was being corrected moved"
    case .replacing:
      if new.remoteID == nil, [.refused, .cancelled, .missed].contains(new.state) { return nil }
      return [.ready, .staging, .held, .published, .discarding, .removing].contains(new.state)
        ? nil : "what was being made anew moved"
    case .removing:
      return [.takenDown, .confirmed].contains(new.state) ? nil : "a takedown was given up"
    case .releasing where isTakenBack:
      // Nothing of it is public, which every change is held against.
      return nil
    case .releasing:
      // Where one call makes the post: refused as such, or looked for behind its quarantine and not there
      // when somebody had cancelled it or its time was over. Nothing of it is on the page.
      if new.remoteID == nil, [.refused, .failed, .cancelled, .missed].contains(new.state) {
        return nil
      }
      // Cleared up and claimed for its correction in one transaction.
      let next: [DeliveryState] = [
        .staged, .published, .confirmed, .held, .discarding, .removing, .replacing, .amending,
      ]
      return next.contains(new.state) ? nil : "an unclear release moved"
    default: return nil
    }
  }

  /// A call may be sent when its intent is committed under its fence (I3), a release only while the
  /// broadcast is being released (I6), and nothing of a store unseen by the rules or after its end (I9).
  func checkClaim(_ claim: DeliveryClaim, by node: Node) {
    guard let row = row(post: claim.delivery.id) else {
      return world.violate("I3 a claim for an unknown post")
    }
    if row.state != claim.delivery.state || row.fence != claim.fence || row.worker == nil {
      world.violate("I3 \(node.name) may send \(claim.call.step.word), stored is \(row.state)")
    }
    switch claim.call.step {
    case .release(let id):
      if row.isRoutine {
        checkLeaving(row, lead: 0)
      } else if broadcast != .releasing {
        world.violate("I6 a release is claimed while \(broadcast?.rawValue ?? "nothing")")
      }
      if id != row.remoteID { world.violate("I4 a release of \(id) instead of the recorded id") }
      if let draft = row.remotePage.flatMap(truth.page)?.posts.first(where: { $0.id == id }),
        draft.content.text != row.text
      {
        world.violate("I8 an earlier text is released: \(draft.content.text)")
      }
      if row.isDoubtful, !row.isLooked { world.violate("a doubtful page is released") }
    case .publish(let content, _, _):
      if row.isRoutine {
        checkLeaving(row, lead: 0)
      } else if broadcast != .releasing {
        world.violate("I6 a post is claimed while \(broadcast?.rawValue ?? "nothing")")
      }
      if row.remoteID != nil { world.violate("I1 \(row.post) is published again") }
      if content.text != row.text { world.violate("I8 another text is published") }
    case .schedule(let content, _, let hour, _):
      let isOpen = [.staging, .awaitingExceptions, .releasing].contains(broadcast)
      if !isOpen { world.violate("I6 a post is handed over while \(broadcast?.rawValue ?? "–")") }
      if row.remoteID != nil { world.violate("I1 \(row.post) is handed over again") }
      if content.text != row.text { world.violate("I8 another text is handed over") }
      if hour.milliseconds != row.release {
        world.violate("I12 \(row.post) is handed over for another hour")
      }
    case .unschedule(let id):
      if row.timer == nil || (row.remoteID ?? row.container) != id {
        world.violate("I4 \(id) is taken back, recorded is another")
      }
    case .edit(let id, let content):
      if id != row.remoteID { world.violate("I4 \(id) is changed, recorded is another") }
      if content.text != row.text { world.violate("I8 it is changed into another text") }
    case .stage, .upload:
      let isOpen = [.staging, .awaitingExceptions, .releasing].contains(broadcast)
      if row.isRoutine {
        checkLeaving(row, lead: NightTemplate.rules.stageLeadMilliseconds)
      } else if !isOpen {
        world.violate("I6 a stage is claimed while \(broadcast?.rawValue ?? "–")")
      }
    case .delete(let id):
      let isOurs = [.discarding, .removing, .replacing].contains(row.state)
      if !isOurs, id == row.remoteID { world.violate("our own draft is deleted") }
    default: break
    }
  }

  /// I9: by the clock of the exchange, which stands in the row.
  private func checkLeaving(_ row: DeliveryRow, lead: Int64) {
    if !row.isReviewed { world.violate("I9 \(row.post) leaves before the rules have looked") }
    if row.release > row.updated + lead { world.violate("I9 \(row.post) leaves before its time") }
    if let end = row.end, end <= row.updated {
      world.violate("I9 \(row.post) leaves after its end")
    }
  }

  /// What is made public is the recorded draft (I4), whoever sends it and however late.
  func checkRelease(_ id: RemoteID, _ row: DeliveryRow?) {
    if row?.remoteID != id { world.violate("I4 \(id) is made public, recorded is another") }
  }
}
