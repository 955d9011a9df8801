import VitrineCore
import VitrineStorage

/// What is due in some days, as a person sees it: everything, or one store's part of it.
package struct ShowCalendar: Sendable {
  /// The first day.
  package let from: CivilDate
  /// The last day.
  package let through: CivilDate
  /// Whose part; nil for everything.
  package let store: StoreCode?

  /// Makes the question.
  package init(from: CivilDate, through: CivilDate, store: StoreCode? = nil) {
    self.from = from
    self.through = through
    self.store = store
  }

  /// Something that is due.
  package struct Item: Sendable {
    /// The occurrence.
    package let occurrence: CalendarOccurrence
    /// What people read.
    package let title: String
    /// How much it binds; for one store by how that is run.
    package let binding: CalendarBinding
    /// When it is due; for one store on the day to which it was moved.
    package let time: CalendarTime
    /// For how many stores it is.
    package let stores: Int
    /// What it was made into.
    package let item: StoredCalendarItem?
    /// Where the post of the one store stands: its own, or that of the calendar.
    package var state: PostState?
    /// Whether that store made its own post of it.
    package var isAdapted = false
    /// Whether that store declined it.
    package var isDeclined = false
  }

  /// The answer.
  package struct Output: Sendable {
    /// What is due, in the order of time.
    package let items: [Item]
    /// The holidays of the days, by name: for one store those that it has.
    package let holidays: [CivilDate: String]
    /// The store.
    package let store: Store?
  }

  /// Reads files and desk for a person who may read the calendar.
  package func run(_ door: Door, as credential: Secret) async throws -> Output {
    try await door.ask(MayReadCalendar(), as: credential)
    let desk = door.desk
    let (register, stored) = try await desk.database.read { transaction in
      (
        try Register(in: transaction), try transaction.calendarItems(from: .first, through: .last)
      )
    }
    let calendar = try await desk.calendar(register)
    let templates = try await desk.calendars.templates()
    let audience = CalendarAudience(register, calendar)
    let shown = try store.map { code in
      guard let found = register.stores.first(where: { $0.code == code }) else {
        throw Fault(
          .notFound, Message("stores.unknown", TerminalText.excerpt(code.rawValue)),
          subject: code.rawValue)
      }
      return found
    }
    let items = Dictionary(stored.map { ($0.entry, $0) }, uniquingKeysWith: { $1 })
    var result: [Item] = []
    for occurrence in calendar.occurrences(from: from, through: through) {
      let source = occurrence.step.template.flatMap { templates[$0] }
      let members = audience.members(of: occurrence, source).members
      let member = shown.flatMap { store in members.first { $0.store.code == store.code } }
      if shown != nil, member == nil { continue }
      result.append(
        Item(
          occurrence: occurrence,
          title: occurrence.title ?? source?.title ?? occurrence.key,
          binding: member?.binding ?? occurrence.step.binding,
          time: member?.time ?? occurrence.time, stores: members.count,
          item: items[occurrence.key]))
    }
    result.sort { ($0.time.time, $0.occurrence.key) < ($1.time.time, $1.occurrence.key) }
    if let shown { result = try await Self.standing(of: result, at: shown, desk) }
    return Output(
      items: result, holidays: holidays(calendar, audience, shown), store: shown)
  }

  /// What a store made of each entry, or what became of the post that the calendar made for it.
  private static func standing(
    of items: [Item], at store: Store, _ desk: Desk
  ) async throws -> [Item] {
    let now = desk.time.now()
    return try await desk.database.read { transaction in
      try items.map { item in
        var item = item
        let key = item.occurrence.key
        item.isDeclined = try transaction.calendarDeclines(of: key).contains(store.code)
        let posts = try transaction.calendarPosts(of: key, at: store.code)
        guard let made = posts.first(where: \.isOwn) ?? posts.first,
          let post = try transaction.post(made.id)
        else { return item }
        item.isAdapted = made.isOwn
        item.state = PostState(post, at: now, quarantine: desk.rules.quarantineMilliseconds)
        return item
      }
    }
  }

  private func holidays(
    _ calendar: EditorialCalendar, _ audience: CalendarAudience, _ store: Store?
  ) -> [CivilDate: String] {
    var names: [CivilDate: String] = [:]
    for day in calendar.holidays.days where from <= day.date && day.date <= through {
      if let store {
        names[day.date] = audience.days.holiday(of: store.code, on: day.date)
      } else {
        names[day.date] = names[day.date] ?? day.name
      }
    }
    return names
  }
}
