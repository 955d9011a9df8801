import VitrineCore
import VitrineStorage

/// What people did, or the system for them, and who has to know.
extension NoticeWriter {
  /// Everything that these records tell of.
  func tellWork(_ written: [Written]) throws -> [Notice] {
    guard !written.isEmpty else { return [] }
    var frozen: [String: [StoreCode]] = [:]
    for item in written where item.record.is(.freezeSet) {
      guard let id = item.record.object?.id else { continue }
      frozen[id] = try transaction.stores(ofFreeze: FreezeID(id))
    }
    var stores = Set(frozen.values.joined())
    stores.formUnion(written.compactMap { $0.record.target?.store.map(StoreCode.init(_:)) })
    let people = try NoticePeople(at: stores, in: transaction, now)
    let titles = try broadcasts(of: written)
    var notices = tellSubmitted(written.map(\.record), titles, people)
    for item in written {
      let record = item.record
      if record.isEmergency { notices += emergency(record, people) }
      switch Action(rawValue: record.action) {
      case .broadcastReject, .postReject, .calendarApprove:
        notices += rejection(item, titles)
      case .postPublish: notices += mandatory(record, titles, people)
      case .postSchedule: notices += try move(record, people)
      case .freezeSet:
        notices += freeze(record, frozen[record.object?.id ?? ""] ?? [], people)
      case .userEnrol: notices += enrolment(record)
      case .broadcastReport: notices += report(item, titles, people)
      case .broadcastLaunch where record.isStop, .broadcastPause where record.isStop:
        notices += stop(record, titles, people)
      default: break
      }
    }
    return notices
  }

  /// The broadcasts that records are about, each read once.
  private func broadcasts(of written: [Written]) throws -> [BroadcastID: StoredBroadcast] {
    var found: [BroadcastID: StoredBroadcast] = [:]
    for id in Set(written.compactMap(\.record.broadcastID)).sorted() {
      found[id] = try transaction.broadcast(id)
    }
    return found
  }

  /// One notice for whoever acts in an emergency, whatever they do in one go: all who watch are told.
  private func emergency(_ record: AuditRecord, _ people: NoticePeople) -> [Notice] {
    guard case .string(let ticket)? = record.detail["ticket"] else { return [] }
    let watching = people.national(.nationalAdmin, .approver, besides: [record.actor.id])
    return watching.map {
      Notice(
        to: $0, .breakGlass, key: "breakGlass:\(record.requestID ?? record.id)",
        about: Notice.Subject(type: "user", id: record.actor.id.rawValue),
        Message("notice.breakGlass", record.actor.id, record.action, ticket),
        fix: Message("notice.breakGlass.fix", record.actor.id), at: now)
    }
  }

  /// The people of a store learn that a message of head office stands on their page, with its note.
  private func mandatory(
    _ record: AuditRecord, _ broadcasts: [BroadcastID: StoredBroadcast], _ people: NoticePeople
  ) -> [Notice] {
    guard let id = record.broadcastID, let broadcast = broadcasts[id], let post = record.object,
      let store = record.target?.store.map(StoreCode.init(_:))
    else { return [] }
    let staff = people.staff(of: store)
    guard !staff.isEmpty else { return [] }
    let note = (try? broadcast.message().storeNote) ?? nil
    return staff.map {
      Notice(
        to: $0, .mandatory, key: "mandatory:\(post.id)",
        about: Notice.Subject(type: "post", id: post.id), broadcast: id, store: store,
        Message(
          "notice.mandatory", store, record.remote?.network.rawValue ?? "", broadcast.title),
        fix: note.map { Message("notice.mandatory.note", $0) }, at: now)
    }
  }

  private func move(_ record: AuditRecord, _ people: NoticePeople) throws -> [Notice] {
    guard let post = record.object, let store = record.target?.store.map(StoreCode.init(_:)),
      case .string(let from)? = record.detail["movedFrom"],
      case .string(let to)? = record.detail["at"]
    else { return [] }
    let staff = people.staff(of: store)
    guard !staff.isEmpty else { return [] }
    let reason = try transaction.delivery(of: PostID(post.id))?.movedBecause
    return staff.map {
      Notice(
        to: $0, .moved, key: "moved:\(post.id)", about: Notice.Subject(type: "post", id: post.id),
        store: store, Message("notice.moved", store, to, from),
        reason: reason, fix: Message("notice.moved.fix", post.id), at: now)
    }
  }

  /// Whoever works at several of the stores is told once.
  private func freeze(
    _ record: AuditRecord, _ stores: [StoreCode], _ people: NoticePeople
  ) -> [Notice] {
    guard let freeze = record.object else { return [] }
    return stores.flatMap { store in
      people.staff(of: store).map {
        Notice(
          to: $0, .frozen, key: "freeze:\(freeze.id)",
          about: Notice.Subject(type: "freeze", id: freeze.id), store: store,
          Message("notice.frozen", store), fix: Message("notice.frozen.fix"), at: now)
      }
    }
  }

  private func enrolment(_ record: AuditRecord) -> [Notice] {
    guard let person = record.target?.id else { return [] }
    return [
      Notice(
        to: UserID(person), .enrolled, key: "enrolled:\(record.id)",
        about: Notice.Subject(type: "user", id: person),
        Message("notice.enrolled", record.actor.id), fix: Message("notice.enrolled.fix"), at: now)
    ]
  }

  /// A store says that a message is wrong: who launched it, who wrote it, and whoever can stop it.
  private func report(
    _ item: Written, _ broadcasts: [BroadcastID: StoredBroadcast], _ people: NoticePeople
  ) -> [Notice] {
    guard let id = item.record.broadcastID, let broadcast = broadcasts[id],
      let store = item.record.target?.store.map(StoreCode.init(_:))
    else { return [] }
    let able = people.national(.nationalBroadcaster)
    return Set(able + [broadcast.author] + [broadcast.launchedBy].compactMap(\.self)).sorted()
      .map {
        Notice(
          to: $0, .reported, key: "reported:\(item.record.id)",
          about: Notice.Subject(type: "broadcast", id: id.rawValue), broadcast: id, store: store,
          Message("notice.reported", broadcast.title, store),
          fix: Message("notice.reported.fix", id), words: item.words, at: now)
      }
  }

  /// What stopped by itself; one that stopped after a trial page was meant to.
  private func stop(
    _ record: AuditRecord, _ broadcasts: [BroadcastID: StoredBroadcast], _ people: NoticePeople
  ) -> [Notice] {
    guard let id = record.broadcastID, let broadcast = broadcasts[id],
      let reason = broadcast.pauseReason, reason != TrialPage.reason
    else { return [] }
    let able = people.national(.nationalBroadcaster)
    let words = reason.split(separator: " ").map(String.init)
    let message =
      switch words.first {
      case "wave": Message("notice.stopped.wave", broadcast.title, words.last ?? "")
      case "spam": Message("notice.stopped.spam", broadcast.title)
      default: Message("notice.stopped", broadcast.title, words.last ?? "")
      }
    return Set(able + [broadcast.launchedBy].compactMap(\.self)).sorted().map {
      Notice(
        to: $0, .stopped, key: "stopped:\(id)",
        about: Notice.Subject(type: "broadcast", id: id.rawValue), broadcast: id,
        message, fix: Message("notice.stopped.fix", id), at: now)
    }
  }
}

extension AuditRecord {
  /// Whether it is of that action.
  func `is`(_ action: Action) -> Bool { self.action == action.rawValue }
}
