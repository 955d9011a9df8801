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
    for (page, row) in zip(status.pages, rows.filter { !$0.isRoutine }) {
      check(page, row, status.broadcast.state)
    }
    for row in rows where row.isRoutine { checkOwn(row) }
    for row in rows { checkTakedown(row) }
    try await checkLateEdits(rows)
    try checkNotices()
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
    if status.pages.count != night.auditor.rows.count(where: { !$0.isRoutine }) {
      world.violate("I7 pages are missing")
    }
    if status.broadcast.state == .finished, status.broadcast.finished == nil {
      world.violate("finished without a time")
    }
  }

  private func check(
    _ page: BroadcastStatus.Page, _ row: DeliveryRow, _ broadcast: BroadcastState
  ) {
    let place = "page \(row.remotePage?.rawValue ?? "–") (\(row.state))"
    checkHandedOver(row, place)
    // With the network, which its page does not keep from publishing.
    if let hour = row.timer, world.wall.milliseconds < hour + 5_000 { return }
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
    let all = truth.posts.filter { $0.isVisible && Night.isOfMessage($0.content.text) }
    if all.count > 1 { world.violate("I1 \(place) shows \(all.map(\.content.text))") }
    let visible = all.filter { $0.content.text == row.text }
    // What a correction brought back that came after the next one is for `verify`: see `checkLateEdits`.
    let earlier = all.filter {
      $0.content.text != row.text && !$0.isReleasedLate && !$0.isEditedLate
    }
    // Where the page cannot be asked, or the network refuses, the status says why; a cancel leaves what is public
    // as it is, also where a correction had not come to it.
    if let post = earlier.first, row.trouble == nil, row.isPageConnected, broadcast != .cancelled {
      world.violate("I8 \(place) still shows '\(post.content.text)'")
    }
    for post in visible {
      // I8: what is seen is what was approved.
      if PlannedPost.digest(of: post.content) != PlannedPost.digest(of: page.content) {
        world.violate("I8 \(place) shows another text")
      }
      checkPictures(post, place)
    }
    // A deletion whose answer was lost on a page that then broke: it is gone, and nobody can know.
    if row.state == .removing { return }
    if page.state == .published {
      if all.first?.id != page.remoteID || page.remoteID == nil {
        world.violate("I7 \(place) is called published, seen are \(all.map(\.id))")
      }
    } else if let post = visible.first, page.state != .unknown, !post.isReleasedLate {
      world.violate("I7 \(place) shows \(post.id) and is called \(page.state)")
    }
    checkDrafts(truth, row, mayHaveOrphan: page.mayHaveOrphan, place)
  }

  /// A draft that stays is named in the receipt, unless it was made by a call that came too late for
  /// anybody to look, or lists did not show it. A clock that is ahead ends the doubt too early: nobody sees
  /// such a draft, and nobody is told.
  private func checkDrafts(
    _ truth: RemoteTruth.Page, _ row: DeliveryRow, mayHaveOrphan: Bool, _ place: String
  ) {
    let isSweeping = night.weather.listsDrafts && night.weather.listingLag == 0
    guard isSweeping, !world.areClocksApart, row.state.isSettled, row.state != .held else { return }
    // The recorded draft is gone as well where nothing comes of it any more.
    let isOver = [.cancelled, .refused, .missed].contains(row.state)
    let left = truth.posts.filter {
      !$0.isDeleted && !$0.isVisible && !$0.isLate && $0.hour == nil
        && (isOver || $0.id != row.remoteID) && $0.content.text == row.text
    }
    if !left.isEmpty, !mayHaveOrphan {
      world.violate("\(place) keeps the drafts \(left.map(\.id)) and nobody is told")
    }
  }

  /// I8: a correction whose answer was lost, and which was carried out after the next one, is found by whoever looks.
  private func checkLateEdits(_ rows: [DeliveryRow]) async throws {
    let late = rows.filter { row in
      guard !row.isRoutine, row.isPageConnected, [.published, .confirmed].contains(row.state),
        let page = row.remotePage.flatMap(night.truth.page)
      else { return false }
      return page.posts.contains {
        $0.id == row.remoteID && $0.isVisible && $0.isEditedLate && $0.content.text != row.text
      }
    }
    guard !late.isEmpty else { return }
    let found = try await door.perform(VerifyBroadcast(id: id), as: night.people.editor)
    for row in late where !found.altered.contains(where: { $0.post == row.post }) {
      world.violate("I8 \(row.post) says something earlier, and nobody would find it")
    }
    world.note("verify finds \(found.altered.count) altered")
  }

  /// I11: what waits for somebody is told to one person, once.
  private func checkNotices() throws {
    let told = try night.database.read { transaction in
      try transaction.rows(
        """
        SELECT subject_id, COUNT(*) AS count FROM notice
        WHERE event_key LIKE 'delivery:%' GROUP BY subject_id
        """
      ).reduce(into: [String: Int]()) {
        $0[try $1.text("subject_id")] = try $1.int("count")
      }
    }
    for row in night.auditor.rows {
      let count = told[row.post.rawValue] ?? 0
      if count > 1 { world.violate("I11 \(row.post) (\(row.state)) has \(count) notices") }
      switch row.state {
      case .held, .refused, .failed, .missed: break
      case .staging, .releasing:
        // Told at once where its page cannot be asked; else a while after the quarantine.
        guard row.trouble != nil else { continue }
      default: continue
      }
      if count == 0 { world.violate("I11 nobody is told of \(row.post) (\(row.state))") }
    }
  }

  /// The log is whole, and each published page has one record of success.
  private func checkLog(_ status: BroadcastStatus.Output) async throws {
    let verdict = try await door.ask(VerifyAudit(), as: night.people.admin).verdict
    if !verdict.isGood { world.violate("the log is damaged: \(verdict.findings.prefix(3))") }
    let records = try night.database.read { transaction in
      try transaction.rows(
        """
        SELECT object, COUNT(*) AS count FROM audit_leaf
        WHERE action = ?1 AND result = 'success' GROUP BY object
        """, [.text(Action.postPublish.rawValue)]
      ).reduce(into: [String: Int]()) {
        $0[try $1.text("object")] = try $1.int("count")
      }
    }
    for row in night.auditor.rows where row.isRoutine && row.state == .confirmed {
      let count = records[row.post.rawValue] ?? 0
      if count != 1 { world.violate("\(row.post) is published and has \(count) records of it") }
    }
    for page in status.pages {
      let count = records[page.post.rawValue] ?? 0
      if page.state == .published, count != 1 {
        world.violate("\(page.post) is published and has \(count) records of it")
      }
    }
  }
}

/// What has to be true of a store's own post, and of what was taken down.
extension FinalCheck {
  /// I12: the network has nothing to publish by itself that nobody knows of.
  private func checkHandedOver(_ row: DeliveryRow, _ place: String) {
    guard let page = row.remotePage.flatMap(night.truth.page) else { return }
    let waiting = page.posts.filter {
      $0.isWaiting && !$0.isStuck && !$0.isLate && Night.isOfMessage($0.content.text)
    }
    // Of a page that cannot be asked, the row says that it may become public.
    if !waiting.isEmpty, row.state != .releasing {
      world.violate("I12 \(place) will get \(waiting.map(\.id)), which nobody expects")
    }
    if waiting.count > 1 { world.violate("I12 \(place) will get \(waiting.map(\.id))") }
  }

  private func checkPictures(_ post: RemoteTruth.Post, _ place: String) {
    if post.pictures != post.content.media.map(\.digest) {
      world.violate("I8 \(place) shows \(post.pictures.count) pictures, or in another order")
    }
  }

  /// An end or a reason (I2), one post at most (I1), and what is said of it is true (I7).
  private func checkOwn(_ row: DeliveryRow) {
    let place = "post \(row.post) (\(row.state))"
    guard let remotePage = row.remotePage, let page = night.truth.page(remotePage) else {
      return world.violate("I2 \(place) has no page")
    }
    let visible = page.posts.filter { $0.isVisible && $0.content.text == row.text }
    if visible.count > 1 { world.violate("I1 \(place) shows \(visible.count) times") }
    for post in visible { checkPictures(post, place) }
    checkDrafts(page, row, mayHaveOrphan: row.isDoubtful, place)
    switch row.state {
    case .published, .confirmed, .amending:
      if visible.first?.id != row.remoteID { world.violate("I7 \(place) is not seen") }
    case .ready, .staging, .staged, .discarding, .releasing, .removing, .replacing:
      if row.isPageConnected { world.violate("I2 \(place) is still pending") }
    case .held, .failed, .refused, .missed, .cancelled, .takenDown:
      if [.held, .failed, .refused, .missed].contains(row.state), row.trouble == nil {
        world.violate("I2 \(place) without a reason")
      }
      if let post = visible.first, !post.isReleasedLate {
        world.violate("I7 \(place) shows \(post.id)")
      }
    }
  }

  /// I10: what a person took down is not public in the end, unless the network would not delete it.
  private func checkTakedown(_ row: DeliveryRow) {
    guard night.takenDown.contains(row.post), row.trouble == nil else { return }
    if [.published, .confirmed].contains(row.state) {
      world.violate("I10 \(row.post) was to come down and is \(row.state)")
    }
  }
}
