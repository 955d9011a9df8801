import VitrineCore
import VitrineStorage

/// Tells people what a transaction did, in that transaction: the one place where events become notices.
///
/// What was done by somebody is told by its records, of which every change has one. What went wrong with
/// pages is found in their rows by the instant of the change, whichever path led there: many of them move
/// at once and have no record each.
struct NoticeWriter {
  let transaction: any Transaction
  let now: Timestamp

  /// A record that somebody is told of, with the words that a person wrote to it.
  struct Written {
    let record: AuditRecord
    let words: Notice.Words?
  }

  /// Writes what there is to tell about these records and this instant.
  func tell(of records: [AuditRecord], _ texts: [Int: PrivateText]) throws {
    let troubles = try transaction.hasTroubles(at: now)
    let written = records.enumerated().filter { $1.isTold }.map { index, record in
      Written(
        record: record,
        words: texts[index].map { Notice.Words(author: $0.author, body: $0.body) })
    }
    guard troubles.deliveries || troubles.pages || !written.isEmpty else { return }
    var told = try tellTroubles(records, troubles.deliveries)
    if troubles.pages { told += try tellPages() }
    told += try tellWork(written)
    try write(told)
  }

  /// Writes notices, but to nobody who can act no more.
  ///
  /// What is over or said again goes; what happened once is said once.
  func write(_ notices: [Notice]) throws {
    let able = try transaction.tellable(Set(notices.map(\.person)))
    let told = notices.filter { able.contains($0.person) }
    try transaction.insertNotices(told.filter(\.event.isLatest), replacing: true)
    try transaction.insertNotices(told.filter { !$0.event.isLatest }, replacing: false)
  }

  /// What went wrong now, what a launch finds, and what nobody is told of any more since a person left.
  private func tellTroubles(_ records: [AuditRecord], _ hasNew: Bool) throws -> [Notice] {
    var troubled = hasNew ? try transaction.troubles(at: now) : []
    for record in records where record.isFirstLaunch {
      guard let id = record.broadcastID else { continue }
      troubled += try transaction.troubles(of: id)
    }
    for record in records where record.endsPerson {
      guard let person = record.target?.id else { continue }
      // Who is suspended may come back, and what they were told waits for them.
      let posts = try transaction.takeNotices(
        from: UserID(person), onlyTroubles: record.is(.userSuspend))
      troubled += try transaction.troubles(of: posts)
    }
    let failed = records.filter { $0.result == .failure && $0.object?.type == "post" }
    return try notices(
      of: troubled, again: Set(failed.compactMap { $0.object.map { PostID($0.id) } }))
  }
}

extension Transaction {
  /// Appends records to the log, and tells people what they tell of and what it did to pages.
  ///
  /// Everything that changes what people have to know goes through here.
  func append(
    _ records: [AuditRecord], texts: [Int: PrivateText] = [:], tellingAt now: Timestamp
  ) throws {
    try append(records, texts: texts)
    try NoticeWriter(transaction: self, now: now).tell(of: records, texts)
  }
}

extension NoticeEvent {
  /// Whether the newest one of a key stands for all before it.
  var isLatest: Bool {
    switch self {
    case .held, .failed, .unknown, .missed, .refused, .submitted, .rejected, .moved, .access,
      .stopped:
      true
    case .approvalLate, .frozen, .mandatory, .altered, .breakGlass, .grantExpiring, .enrolled,
      .reported:
      false
    }
  }
}

extension AuditRecord {
  /// Whether somebody is told of it, or of what it ended.
  var isTold: Bool {
    guard result != .denied else { return false }
    if isEmergency || endsPerson || isFirstLaunch { return true }
    switch Action(rawValue: action) {
    case .broadcastSubmit, .postSubmit, .calendarWrite: return state == "submitted"
    case .broadcastReject, .postReject, .userEnrol, .broadcastReport: return true
    case .calendarApprove: return state == "rejected"
    case .postPublish: return result == .success && broadcastID != nil
    case .postSchedule: return actor.type == .system && detail["movedFrom"] != nil
    case .freezeSet: return state == "frozen"
    case .broadcastLaunch, .broadcastPause: return isStop
    default: return false
    }
  }

  /// Whether it was done in an emergency.
  var isEmergency: Bool {
    detail["ticket"] != nil
      && actor.roles.contains { $0.utf8.starts(with: "\(Role.breakglass.rawValue)@".utf8) }
  }

  /// Whether a person can act no more from here on.
  var endsPerson: Bool {
    guard action == Action.userRevokeAll.rawValue || action == Action.userSuspend.rawValue
    else { return false }
    return state == Account.State.suspended.rawValue
  }

  /// Whether a broadcast was set in motion.
  var isFirstLaunch: Bool {
    action == Action.broadcastLaunch.rawValue && previousState == BroadcastState.approved.rawValue
  }

  /// Whether a broadcast stopped by itself: after its first pages, or for its failures, or for spam.
  var isStop: Bool {
    actor.type == .system && state == BroadcastState.paused.rawValue
      && [Action.broadcastLaunch.rawValue, Action.broadcastPause.rawValue].contains(action)
  }
}
