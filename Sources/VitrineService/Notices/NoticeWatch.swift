import Synchronization
import VitrineCore
import VitrineStorage

/// Tells people what no change tells of, but the passing of time: that an answer does not come, that an
/// approval is late, that a grant ends.
///
/// Every worker looks now and then; who comes second finds it told.
package final class NoticeWatch: Sendable {
  private let last = Mutex<Timestamp?>(nil)

  /// Makes a watch.
  package init() {}

  /// How often it looks, in milliseconds.
  static let interval: Int64 = 30_000
  /// How long before its hour an approval is late, in seconds; and how long after it was asked for, where
  /// there is no hour.
  static let approvalLead: Int64 = 4 * 3_600
  static let approvalTerm: Int64 = 86_400
  /// How long before its end a grant is told of, in seconds; one that is as short as that never is.
  static let grantLead: Int64 = 14 * 86_400

  /// Looks, if it is time; returns how many notices it wrote.
  @discardableResult
  package func run(_ desk: Desk) async throws -> Int {
    let now = desk.time.now()
    let isDue = last.withLock { last in
      // Also when somebody has set the clock back.
      guard let before = last, abs(now.milliseconds(since: before)) < Self.interval else {
        last = now
        return true
      }
      return false
    }
    return isDue ? try await look(desk, now) : 0
  }

  private func look(_ desk: Desk, _ now: Timestamp) async throws -> Int {
    // Asked first without any lock: nearly always there is nothing.
    guard try await !desk.database.read({ try Self.due($0, desk, now).isEmpty }) else { return 0 }
    return try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      let due = try Self.due(transaction, desk, now)
      try NoticeWriter(transaction: transaction, now: now).write(due)
      return due.count
    }
  }

  /// What there is to tell and nobody was told.
  private static func due(
    _ transaction: any Transaction, _ desk: Desk, _ now: Timestamp
  ) throws -> [Notice] {
    let writer = NoticeWriter(transaction: transaction, now: now)
    let limit = now.advanced(byMilliseconds: -desk.rules.quarantineMilliseconds)
    let unknown = try writer.notices(of: transaction.untoldUnknowns(since: limit), again: [])
    let late = try writer.lateApprovals() + writer.endingGrants()
    let told = try transaction.notices(ofKeys: Set(late.map(\.key)).sorted())
    return unknown + late.filter { told[$0.key] == nil }
  }
}

extension NoticeWriter {
  /// Approvals that are late or nearly, to those who may give them, and to whoever waits for them.
  fileprivate func lateApprovals() throws -> [Notice] {
    let soon = now.advanced(bySeconds: NoticeWatch.approvalLead)
    let old = now.advanced(bySeconds: -NoticeWatch.approvalTerm)
    var notices: [Notice] = []
    for waiting in try transaction.waitingForApproval(at: now) {
      let broadcast = waiting.broadcast
      let isLate =
        broadcast.state == .submitted
        && (broadcast.releaseAt.map { $0 <= soon } ?? broadcast.submitted.map { $0 <= old } ?? false)
      guard isLate || waiting.second == .late else { continue }
      let standing = try ApprovalStanding(of: broadcast, in: transaction)
      let people = try NoticePeople(at: [], in: transaction, now)
        .national(
          .broadcastApprove, besides: standing.editors.union(standing.approvals.map(\.user)))
      let id = broadcast.id
      let key = isLate ? "late:\(id):\(broadcast.revision)" : "second:\(id)"
      notices += (people + [broadcast.author]).map {
        Notice(
          to: $0, .approvalLate, key: key,
          about: Notice.Subject(type: "broadcast", id: id.rawValue), broadcast: id,
          isLate
            ? Message("notice.approvalLate", broadcast.title)
            : Message("notice.approvalLate.second", broadcast.title),
          fix: $0 == broadcast.author
            ? Message("notice.approvalLate.wait") : Message("notice.approvalLate.fix", id),
          at: now)
      }
    }
    return try notices + latePosts(dueBefore: soon)
  }

  private func latePosts(dueBefore soon: Timestamp) throws -> [Notice] {
    let posts = try transaction.submittedPosts(dueBefore: soon).compactMap {
      try transaction.post($0)
    }
    guard !posts.isEmpty else { return [] }
    let people = try NoticePeople(at: Set(posts.map(\.store)), in: transaction, now)
    return try posts.flatMap { post -> [Notice] in
      let hands = try transaction.postEditors(of: post.id).union([post.author])
      let given = try transaction.postApprovals(of: post).map(\.user)
      let able = people.holders(of: .postApprove, at: [post.store], besides: hands.union(given))
      return (able + [post.author]).map {
        Notice(
          to: $0, .approvalLate, key: "late:\(post.id):\(post.revision)",
          about: Notice.Subject(type: "post", id: post.id.rawValue), store: post.store,
          Message("notice.approvalLate.post", post.store, post.due ?? now),
          fix: $0 == post.author
            ? Message("notice.approvalLate.wait")
            : Message("notice.approvalLate.post.fix", post.id), at: now)
      }
    }
  }

  /// Grants that end soon, to who holds them and to who gave them.
  fileprivate func endingGrants() throws -> [Notice] {
    let lead = NoticeWatch.grantLead
    let grants = try transaction.endingGrants(
      before: now.advanced(bySeconds: lead), term: lead * 1_000, at: now)
    return grants.flatMap { grant -> [Notice] in
      guard let end = grant.until else { return [] }
      let key = "grant:\(grant.id)"
      let subject = Notice.Subject(type: "grant", id: grant.id.rawValue)
      let own = Notice(
        to: grant.user, .grantExpiring, key: key, about: subject,
        Message("notice.grantExpiring", grant.role.rawValue, grant.scope, end),
        fix: Message("notice.grantExpiring.fix"), at: now)
      guard grant.grantedBy != grant.user else { return [own] }
      let others = Notice(
        to: grant.grantedBy, .grantExpiring, key: key, about: subject,
        Message("notice.grantExpiring.other", grant.role.rawValue, grant.scope, end, grant.user),
        fix: Message("notice.grantExpiring.other.fix"), at: now)
      return [own, others]
    }
  }
}
