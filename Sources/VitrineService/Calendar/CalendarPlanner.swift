import VitrineCore
import VitrineStorage

/// Finds what differs between the calendar and what was made of it.
struct CalendarPlanner {
  let maker: CalendarSheetMaker
  var plan: CalendarPlan
  /// What occurrences were made into, by their names.
  let items: [String: StoredCalendarItem]
  /// How many posts a page takes on one day before people are warned; 0 for what is usual.
  let postsPerDay: Int
  /// What a page usually takes: with more, nobody reads the last one.
  private static let usualPosts = 3
  private var dues: [ZonedTime: Timestamp] = [:]

  private struct ZonedTime: Hashable {
    let time: CalendarTime
    let zone: String
  }

  init(
    maker: CalendarSheetMaker, plan: CalendarPlan, items: [String: StoredCalendarItem],
    postsPerDay: Int
  ) {
    self.postsPerDay = postsPerDay
    self.maker = maker
    self.plan = plan
    self.items = items
  }

  /// Looks at every occurrence of the days, and at everything that was made for them.
  mutating func plan(_ calendar: EditorialCalendar) async throws -> CalendarPlan {
    var occurrences = calendar.occurrences(from: plan.from, through: plan.through)
    var keys = Set(occurrences.map(\.key))
    var gone: [StoredCalendarItem] = []
    for item in items.values.sorted(by: { ($0.day, $0.entry) < ($1.day, $1.entry) })
    where plan.from <= item.day && item.day <= plan.through && !keys.contains(item.entry) {
      // It has moved out of these days, or has left the calendar.
      if let moved = calendar.occurrence(item.entry), moved.step.isPosting {
        occurrences.append(moved)
        keys.insert(moved.key)
      } else {
        gone.append(item)
      }
    }
    let posting = occurrences.filter(\.step.isPosting)
    plan.suggestions = occurrences.count - posting.count
    for item in gone { try await takeBack(item) }
    var crowd = CalendarCrowding()
    for group in try await Self.sheets(posting, maker) {
      let (occurrence, sheet) = group
      if occurrence.step.binding == .mandatory {
        try await compareBroadcast(occurrence, sheet)
      } else {
        crowd.add(sheet, of: occurrence)
        try await comparePosts(occurrence, sheet)
      }
    }
    plan.crowded = crowd.crowded(most: postsPerDay > 0 ? postsPerDay : Self.usualPosts)
    plan.changes.sort { ($0.day, $0.key) < ($1.day, $1.key) }
    return plan
  }

  /// The sheets of all occurrences, made side by side, in the order of the occurrences.
  private static func sheets(
    _ occurrences: [CalendarOccurrence], _ maker: CalendarSheetMaker
  ) async throws -> [(CalendarOccurrence, CalendarSheet)] {
    let lanes = 4
    var sheets = try await withThrowingTaskGroup(of: [(Int, CalendarSheet)].self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var made: [(Int, CalendarSheet)] = []
          for index in stride(from: lane, to: occurrences.count, by: lanes) {
            made.append((index, try await maker.sheet(occurrences[index])))
          }
          return made
        }
      }
      var all: [(Int, CalendarSheet)] = []
      for try await made in group { all += made }
      return all
    }
    sheets.sort { $0.0 < $1.0 }
    return sheets.map { (occurrences[$0.0], $0.1) }
  }

  /// When a row is due; the same for all stores of a zone.
  mutating func due(_ time: CalendarTime, in zone: String) throws -> Timestamp {
    let key = ZonedTime(time: time, zone: zone)
    if let known = dues[key] { return known }
    let due = try time.instant(in: zone)
    dues[key] = due
    return due
  }

  /// What was made for an occurrence that the calendar does not have any more.
  private mutating func takeBack(_ item: StoredCalendarItem) async throws {
    var change = CalendarChange(
      key: item.entry, title: item.title, kind: item.kind, day: item.day, time: nil, at: item.at,
      reason: Message("calendar.gone"))
    switch item.kind {
    case .posts:
      let posts = try await maker.desk.database.read { try $0.calendarPosts(of: item.entry) }
      change.seen = posts
      change.withdraws = posts.filter { !$0.isOwn && $0.isOpen }.map(\.id)
    case .broadcast:
      guard let id = item.broadcast else { return }
      guard try await isOpen(id, item.entry) else { return }
      change.broadcast = id
      change.broadcastPosts = item.posts
    }
    guard change.kind == .broadcast || !change.withdraws.isEmpty else { return }
    plan.changes.append(change)
  }

  /// Whether a broadcast is not launched yet; one that is under way stays, and the plan says so.
  func isOpen(_ id: BroadcastID, _ key: String) async throws -> Bool {
    try await maker.desk.database.read { try $0.broadcast(id, lock: false) }?
      .state.isBeforeLaunch ?? false
  }
}

extension CalendarStep {
  /// Whether posts or a broadcast are made of it.
  var isPosting: Bool { template != nil && binding != .optional }
}

extension CalendarPost {
  /// Whether it is not public, nor on its way to it.
  var isOpen: Bool {
    guard state == .handedOver else { return state != .withdrawn }
    switch delivery {
    case .ready?, .staging?, .staged?, .held?, .missed?, .failed?, .refused?, nil: return true
    default: return false
    }
  }
}

extension BroadcastState {
  /// Whether nobody has launched it yet.
  var isBeforeLaunch: Bool { [.draft, .submitted, .approved, .rejected].contains(self) }
}
