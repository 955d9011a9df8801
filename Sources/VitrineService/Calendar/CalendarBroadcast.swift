import VitrineCore
import VitrineStorage

/// The broadcast of one mandatory occurrence, rendered and ready to be submitted or taken back.
struct CalendarBroadcast: Sendable {
  private enum Work: Sendable {
    case create(CreateBroadcast, CreateBroadcast.Prepared)
    case edit(EditBroadcast, EditBroadcast.Prepared)
    case takeBack(BroadcastID)
  }

  let change: CalendarChange
  private let work: Work

  init(_ change: CalendarChange, _ maker: CalendarSheetMaker) async throws {
    self.change = change
    guard let occurrence = change.occurrence, let selector = change.selector else {
      guard let id = change.broadcast else { throw ApplyCalendar.stale }
      work = .takeBack(id)
      return
    }
    let source = try maker.source(of: occurrence)
    let targets = BroadcastTargets(selector: selector, description: selector.canonical)
    let zone = maker.desk.rules.timeZone
    let from = try source.validity.from?.instant { try $0.beginning(in: zone) }
    let until = try source.validity.until?.instant { try $0.beginning(in: zone) }
    let release = try occurrence.time.release
    if let id = change.broadcast {
      let edit = EditBroadcast(
        id: id, source: source, targets: targets, networks: occurrence.step.networks,
        time: .at(release), validity: EditBroadcast.Validity(from: from, until: until),
        values: occurrence.values)
      work = .edit(edit, try await edit.prepare(maker.desk))
    } else {
      let create = CreateBroadcast(
        source: source, targets: targets, networks: occurrence.step.networks, at: release,
        from: from, until: until, values: occurrence.values, plannedDigest: nil)
      work = .create(create, try await create.prepare(maker.desk))
    }
  }

  /// What is kept of the occurrence once it is applied; nil for what left the calendar.
  func item(_ id: BroadcastID) -> StoredCalendarItem? {
    guard let occurrence = change.occurrence, let digest = change.itemDigest else { return nil }
    return StoredCalendarItem(
      entry: change.key, kind: .broadcast, title: change.title, day: change.day,
      at: occurrence.time.description, digest: digest, posts: change.itemPosts, broadcast: id)
  }

  /// Submits it; nil for one that was taken back.
  func write(in context: Context) throws -> BroadcastID? {
    switch work {
    case .create(let create, let prepared):
      let made = try create.run(prepared, in: context)
      return try submit(made.id, context)
    case .edit(let edit, let prepared):
      try demand(.broadcastEdit, edit.id, context)
      _ = try edit.run(prepared, in: context)
      return try submit(edit.id, context)
    case .takeBack(let id):
      try demand(.broadcastEdit, id, context)
      try takeBack(id, context)
      return nil
    }
  }

  private func submit(_ id: BroadcastID, _ context: Context) throws -> BroadcastID {
    let submit = SubmitBroadcast(id: id)
    try demand(.broadcastSubmit, id, context)
    _ = try submit.run((), in: context)
    return id
  }

  private func demand(_ action: Action, _ id: BroadcastID, _ context: Context) throws {
    let broadcast = try context.transaction.existingBroadcast(id)
    try context.demand(
      action,
      SubjectMatter(
        .national, broadcast: try context.transaction.facts(of: broadcast),
        object: broadcast.object))
  }

  /// What nobody has launched is whoever may edit it to take back; nothing of it was ever sent.
  private func takeBack(_ id: BroadcastID, _ context: Context) throws {
    _ = try context.step(id, .broadcastEdit) { broadcast, detail in
      guard broadcast.state.isBeforeLaunch else { throw ApplyCalendar.stale }
      broadcast.state = .cancelled
      broadcast.finished = context.now
      detail["calendar"] = .string(change.key)
      try context.transaction.deleteApprovals(of: broadcast)
      try context.transaction.cancelDeliveries(of: id, at: context.now)
    }
  }
}
