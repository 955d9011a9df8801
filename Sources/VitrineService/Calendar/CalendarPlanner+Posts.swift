import VitrineCore
import VitrineStorage

extension CalendarPlanner {
  /// What the posts of an occurrence need to become what the calendar says.
  mutating func comparePosts(
    _ occurrence: CalendarOccurrence, _ sheet: CalendarSheet
  ) async throws {
    let item = items[occurrence.key]
    let instants = try sheet.rows.map { try due($0.time, in: $0.zone) }
    let isLate = instants.map { $0 <= maker.now }
    if item == nil, !sheet.rows.isEmpty, isLate.allSatisfy({ $0 }) {
      plan.past += 1
      return
    }
    plan.away += sheet.absences.map {
      CalendarAway(key: occurrence.key, store: $0.store, cause: .closed, reason: $0.reason)
    }
    if let item, item.kind == .posts, item.digest == sheet.digest, !item.isDirty {
      plan.unchanged += item.posts
      for row in sheet.rows {
        if case .refused(let reason) = row.verdict { refused(row, reason, occurrence) }
      }
      return
    }
    let (posts, declines) = try await maker.desk.database.read { transaction in
      (
        try transaction.calendarPosts(of: occurrence.key),
        try transaction.calendarDeclines(of: occurrence.key)
      )
    }
    if item == nil { ask(occurrence, sheet, isLate) }
    var change = CalendarChange(
      key: occurrence.key, title: title(of: occurrence), kind: .posts,
      day: occurrence.time.time.date, time: occurrence.time, at: occurrence.time.description,
      reason: item.map { reason(occurrence, $0) })
    change.occurrence = occurrence
    change.itemDigest = sheet.digest
    change.seen = posts
    compare(sheet, isLate, posts, declines, isNew: item == nil, occurrence, &change)
    let rest = Set(posts.filter { !$0.isOwn }.map(\.id))
    change.itemPosts =
      rest.subtracting(change.withdraws).count + change.creates.count
    let isSame = change.creates.isEmpty && change.updates.isEmpty && change.withdraws.isEmpty
    if isSame, item != nil || sheet.rows.isEmpty || change.itemPosts == 0 { return }
    plan.changes.append(change)
  }

  private mutating func compare(
    _ sheet: CalendarSheet, _ isLate: [Bool], _ posts: [CalendarPost],
    _ declines: Set<StoreCode>, isNew: Bool, _ occurrence: CalendarOccurrence,
    _ change: inout CalendarChange
  ) {
    struct Place: Hashable {
      let store: StoreCode
      let network: Network
    }
    var own: [Place: CalendarPost] = [:]
    var made: [Place: CalendarPost] = [:]
    for post in posts {
      let place = Place(store: post.store, network: post.network)
      if post.isOwn { own[place] = post } else { made[place] = post }
    }
    for (row, late) in zip(sheet.rows, isLate) {
      let place = Place(store: row.store, network: row.network)
      let post = made.removeValue(forKey: place)
      guard case .post(let hash) = row.verdict else {
        if case .refused(let reason) = row.verdict { refused(row, reason, occurrence) }
        if let post, post.isOpen { change.withdraws.append(post.id) }
        continue
      }
      if declines.contains(row.store) {
        away(row, .declined, Message("calendar.declined", row.store), occurrence)
        if let post, post.isOpen { change.withdraws.append(post.id) }
      } else if own[place]?.state == .handedOver {
        away(row, .adapted, Message("calendar.adapted", row.store), occurrence)
        if let post, post.isOpen { change.withdraws.append(post.id) }
      } else if let post {
        if post.digest == hash.hex || !post.isOpen || late {
          plan.unchanged += 1
        } else {
          change.updates[post.id] = CalendarTarget(store: row.store, network: row.network)
        }
      } else if !late {
        change.creates.append(CalendarTarget(store: row.store, network: row.network))
      } else if isNew, plan.late == .now {
        change.creates.append(
          CalendarTarget(store: row.store, network: row.network, isLate: true))
      } else {
        away(row, .past, Message("calendar.past", row.store), occurrence)
      }
    }
    // What is left was made for stores that the occurrence does not go to any more.
    for post in made.values.sorted(by: { $0.id < $1.id }) where post.isOpen {
      change.withdraws.append(post.id)
    }
  }

  /// Asks what becomes of stores at which the hour has passed, while it has not at others.
  private mutating func ask(
    _ occurrence: CalendarOccurrence, _ sheet: CalendarSheet, _ isLate: [Bool]
  ) {
    guard plan.late == nil, isLate.contains(true) else { return }
    let rows = zip(sheet.rows, isLate).filter(\.1).map(\.0)
    plan.asks.append(
      CalendarAsk(
        key: occurrence.key, zones: Set(rows.map(\.zone)).sorted(),
        stores: Set(rows.map(\.store)).count))
  }

  private mutating func refused(
    _ row: CalendarSheet.Row, _ reason: Message, _ occurrence: CalendarOccurrence
  ) {
    away(row, .refused, reason, occurrence)
  }

  private mutating func away(
    _ row: CalendarSheet.Row, _ cause: CalendarAway.Cause, _ reason: Message,
    _ occurrence: CalendarOccurrence
  ) {
    plan.away.append(
      CalendarAway(key: occurrence.key, store: row.store, cause: cause, reason: reason))
  }

  func title(of occurrence: CalendarOccurrence) -> String {
    occurrence.title ?? occurrence.step.template.flatMap { maker.templates[$0]?.title }
      ?? occurrence.key
  }

  private func reason(_ occurrence: CalendarOccurrence, _ item: StoredCalendarItem) -> Message {
    if item.at != occurrence.time.description { return Message("calendar.moved", item.at) }
    return Message(item.isDirty ? "calendar.givenBack" : "calendar.rewritten")
  }
}
