import VitrineCore
import VitrineStorage

/// What waits for a yes, and what got a no.
extension NoticeWriter {
  /// Submissions, to everybody who may say yes to them; a submission for many stores is one.
  func tellSubmitted(
    _ records: [AuditRecord], _ broadcasts: [BroadcastID: StoredBroadcast], _ people: NoticePeople
  ) -> [Notice] {
    var notices: [Notice] = []
    var posts: [String: [AuditRecord]] = [:]
    for record in records where record.isFirstLaunch {
      notices += owed(record, broadcasts, people)
    }
    for record in records where record.state == "submitted" {
      let hands = Set(record.authors + record.editors)
      switch Action(rawValue: record.action) {
      case .broadcastSubmit:
        guard let id = record.broadcastID, let broadcast = broadcasts[id] else { continue }
        notices += people.national(.broadcastApprove, besides: hands).map {
          Notice(
            to: $0, .submitted, key: "submitted:\(id)",
            about: Notice.Subject(type: "broadcast", id: id.rawValue), broadcast: id,
            Message("notice.submitted", broadcast.title),
            fix: Message("notice.submitted.fix", id), at: now)
        }
      case .calendarWrite:
        guard let plan = record.object, plan.type == "calendar" else { continue }
        notices += people.national(.calendarApprove, besides: hands).map {
          Notice(
            to: $0, .submitted, key: "submitted:\(plan.id)",
            about: Notice.Subject(type: "calendar", id: plan.id),
            Message("notice.submitted.plan", plan.id),
            fix: Message("notice.submitted.plan.fix", plan.id), at: now)
        }
      case .postSubmit:
        guard case .string(let submission)? = record.detail["submission"] else { continue }
        posts[submission, default: []].append(record)
      default: continue
      }
    }
    for (submission, records) in posts.sorted(by: { $0.key < $1.key }) {
      notices += submitted(records, as: submission, people)
    }
    return notices
  }

  /// The second yes to what went out as urgent, to everybody who may still give it.
  private func owed(
    _ record: AuditRecord, _ broadcasts: [BroadcastID: StoredBroadcast], _ people: NoticePeople
  ) -> [Notice] {
    guard let id = record.broadcastID, let broadcast = broadcasts[id], broadcast.isUrgent,
      record.approvals.count < broadcast.approvalsInFull
    else { return [] }
    let given = record.approvals.compactMap { $0.split(separator: "@").first }
      .map { UserID(String($0)) }
    let hands = Set(record.authors + record.editors + given)
    return people.national(.broadcastApprove, besides: hands).map {
      Notice(
        to: $0, .submitted, key: "owed:\(id)",
        about: Notice.Subject(type: "broadcast", id: id.rawValue), broadcast: id,
        Message("notice.submitted.second", broadcast.title),
        fix: Message("notice.submitted.fix", id), at: now)
    }
  }

  private func submitted(
    _ records: [AuditRecord], as submission: String, _ people: NoticePeople
  ) -> [Notice] {
    let stores = Set(records.compactMap { $0.target?.store.map(StoreCode.init(_:)) })
    guard let first = records.first, let store = stores.min() else { return [] }
    let hands = Set(records.flatMap { $0.authors + $0.editors })
    let subject =
      records.count == 1
      ? Notice.Subject(type: "post", id: first.object?.id ?? submission)
      : Notice.Subject(type: "submission", id: submission)
    return people.holders(of: .postApprove, at: stores, besides: hands).map {
      Notice(
        to: $0, .submitted, key: "submitted:\(submission)", about: subject,
        store: stores.count == 1 ? store : nil,
        Message("notice.submitted.posts", records.count, store),
        fix: Message("notice.submitted.posts.fix", subject.id), at: now)
    }
  }

  /// A no, to whoever wrote it, with the reason.
  func rejection(
    _ item: Written, _ broadcasts: [BroadcastID: StoredBroadcast]
  ) -> [Notice] {
    let record = item.record
    guard let object = record.object else { return [] }
    let store = record.target?.store.map(StoreCode.init(_:))
    let (headline, fix): (Message, Message) =
      switch (record.broadcastID.flatMap { broadcasts[$0] }, store) {
      case (let broadcast?, _):
        (
          Message("notice.rejected", broadcast.title),
          Message("notice.rejected.fix", broadcast.id)
        )
      case (nil, let store?):
        (
          Message("notice.rejected.post", store, network(of: object.id) ?? "–"),
          Message("notice.rejected.post.fix", object.id)
        )
      case (nil, nil):
        (
          Message("notice.rejected.plan", object.id), Message("notice.rejected.plan.fix")
        )
      }
    return record.authors.map {
      Notice(
        to: $0, .rejected, key: "rejected:\(object.id)",
        about: Notice.Subject(type: object.type, id: object.id), broadcast: record.broadcastID,
        store: store, headline, fix: fix, words: item.words, at: now)
    }
  }

  private func network(of post: String) -> String? {
    (try? transaction.post(PostID(post)))?.network.rawValue
  }
}
