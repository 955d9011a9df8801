import VitrineCore
import VitrineStorage

/// Compares the calendar's files with what was made of them, for some days.
package struct PlanCalendar: Sendable {
  /// The first day; nil for today.
  package let from: CivilDate?
  /// The last day; nil for sixty days after the first.
  package let through: CivilDate?
  /// What is done with stores at which an hour has passed already.
  package let late: CalendarPlan.LateAnswer?

  /// How many days a plan looks at unless somebody says otherwise.
  package static let usualDays = 60
  /// How many days it may look at.
  package static let mostDays = 800

  /// Makes the question.
  package init(
    from: CivilDate? = nil, through: CivilDate? = nil, late: CalendarPlan.LateAnswer? = nil
  ) {
    self.from = from
    self.through = through
    self.late = late
  }

  /// Makes the plan for a person who may read the calendar.
  package func run(_ door: Door, as credential: Secret) async throws -> CalendarPlan {
    try await door.ask(MayReadCalendar(), as: credential)
    return try await plan(door.desk)
  }

  /// Makes the plan.
  func plan(_ desk: Desk) async throws -> CalendarPlan {
    let (register, items) = try await desk.database.read { transaction in
      (
        try Register(in: transaction),
        try transaction.calendarItems(from: .first, through: .last)
      )
    }
    let first = from ?? desk.today
    let last = through ?? CivilDate(daysSince1970: first.daysSince1970 + Self.usualDays)
    try Self.check(first, last)
    let calendar = try await desk.calendar(register)
    let maker = try await CalendarSheetMaker(desk, register, calendar)
    var planner = CalendarPlanner(
      maker: maker,
      plan: CalendarPlan(from: first, through: last, late: late, version: register.version),
      items: Dictionary(items.map { ($0.entry, $0) }, uniquingKeysWith: { $1 }),
      postsPerDay: desk.rules.postsPerDay)
    defer { desk.calendars.tidy() }
    return try await planner.plan(calendar)
  }

  private static func check(_ first: CivilDate, _ last: CivilDate) throws {
    guard first <= last, last.daysSince1970 - first.daysSince1970 <= mostDays else {
      throw Fault(
        .usage, Message("calendar.badWindow", first, last, mostDays),
        hint: Message("calendar.badWindow.hint"), subject: "--to")
    }
  }
}

/// What the files of the calendar are checked against, for whoever may read the calendar somewhere: the whole
/// register, since a file names stores that its reader may not see.
package struct ReadCalendarSetting: Sendable {
  package init() {}

  /// Reads the register.
  package func run(_ door: Door, as credential: Secret) async throws -> CalendarSetting {
    try await door.ask(MayReadCalendar(), as: credential)
    let register = try await door.desk.database.read { try Register(in: $0) }
    return CalendarSetting(register, today: door.desk.today)
  }
}

/// Whether somebody may read the calendar somewhere; the files themselves are no secret to them then.
struct MayReadCalendar: Query {
  static let action = Action.calendarRead

  func run(in context: ReadContext) throws {}
}
