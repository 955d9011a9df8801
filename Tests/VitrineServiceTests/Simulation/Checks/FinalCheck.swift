import VitrineCore
import VitrineService
import VitrineStorage

/// Holds what the desk says at the end against what is really on the pages.
struct FinalCheck: Sendable {
  let night: Night
  let door: Door
  let id: BroadcastID

  private var world: World { night.world }

  /// Checks everything, and says how many deliveries ended where.
  func run() async throws -> [PublicDeliveryState: Int] {
    let status = try await door.ask(
      BroadcastStatus(id: id, withPages: true), as: night.people.editor)
    checkNumbers(status)
    let rows = night.auditor.rows
    for (page, row) in zip(status.pages, rows) { check(page, row, status.broadcast.state) }
    try await checkLog(status)
    return status.counts
  }

  /// I7: the numbers add up, and are those of the pages.
  private func checkNumbers(_ status: BroadcastStatus.Output) {
    let counted = status.pages.reduce(into: [PublicDeliveryState: Int]()) {
      $0[$1.state, default: 0] += 1
    }
    if status.targeted != status.pages.count || status.counts.filter({ $0.value > 0 }) != counted {
      world.violate("I7 the numbers \(status.counts) are not those of the pages \(counted)")
    }
    if status.pages.count != night.auditor.rows.count { world.violate("I7 pages are missing") }
    if status.broadcast.state == .finished, status.broadcast.finished == nil {
      world.violate("finished without a time")
    }
  }

  private func check(
    _ page: BroadcastStatus.Page, _ row: DeliveryRow, _ broadcast: BroadcastState
  ) {
    let place = "page \(row.remotePage?.rawValue ?? "–") (\(row.state))"
    // I2: an end, or a reason.
    switch page.state {
    case .published, .cancelled, .takenDown: break
    case .held, .refused, .failed, .unknown:
      if page.trouble == nil { world.violate("I2 \(place) is \(page.state) without a reason") }
    case .pending: world.violate("I2 \(place) is still pending")
    }
    if broadcast == .cancelled, row.state.isBeforeStaged {
      world.violate("I6 \(place) is still to be staged after the cancel")
    }
    guard let remotePage = row.remotePage, let truth = night.truth.page(remotePage) else {
      if page.state != .held && page.state != .cancelled && page.state != .refused {
        world.violate("I2 a store without a page is \(page.state)")
      }
      return
    }
    let visible = truth.posts.filter(\.isVisible)
    if visible.count > 1 { world.violate("I1 \(place) shows \(visible.count) posts") }
    for post in visible {
      // I8: what is seen is what was approved.
      if PlannedPost.digest(of: post.content) != PlannedPost.digest(of: page.content) {
        world.violate("I8 \(place) shows another text")
      }
    }
    if page.state == .published {
      if visible.first?.id != page.remoteID || page.remoteID == nil {
        world.violate("I7 \(place) is called published, seen are \(visible.map(\.id))")
      }
    } else if let post = visible.first, page.state != .unknown, !post.isReleasedLate {
      world.violate("I7 \(place) shows \(post.id) and is called \(page.state)")
    }
    checkDrafts(truth, page, row, place)
  }

  /// A draft that stays is named in the receipt, unless it was made by a call that came too late for
  /// anybody to look, or lists did not show it.
  private func checkDrafts(
    _ truth: RemoteTruth.Page, _ page: BroadcastStatus.Page, _ row: DeliveryRow, _ place: String
  ) {
    let isSweeping = night.weather.listsDrafts && night.weather.listingLag == 0
    guard isSweeping, row.state.isSettled, row.state != .held else { return }
    let left = truth.posts.filter {
      !$0.isDeleted && !$0.isVisible && !$0.isLate && $0.id != row.remoteID
    }
    if !left.isEmpty, !page.mayHaveOrphan {
      world.violate("\(place) keeps the drafts \(left.map(\.id)) and nobody is told")
    }
  }

  /// The log is whole, and each published page has one record of success.
  private func checkLog(_ status: BroadcastStatus.Output) async throws {
    let verdict = try await door.ask(VerifyAudit(), as: night.people.admin).verdict
    if !verdict.isGood { world.violate("the log is damaged: \(verdict.findings.prefix(3))") }
    let database = night.database
    let records = try await world.outside {
      try await database.read { transaction in
        try transaction.rows(
          """
          SELECT object, COUNT(*) AS count FROM audit_leaf
          WHERE action = ?1 AND result = 'success' GROUP BY object
          """, [.text(Action.postPublish.rawValue)]
        ).reduce(into: [String: Int]()) {
          $0[try $1.text("object")] = try $1.int("count")
        }
      }
    }
    for page in status.pages {
      let count = records[page.post.rawValue] ?? 0
      if page.state == .published, count != 1 {
        world.violate("\(page.post) is published and has \(count) records of it")
      }
    }
  }
}
