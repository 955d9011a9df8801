/// A line of the editorial calendar: what is said around one time, or around each time of a series.
///
/// A plain entry has one step at its own time; a chain has several.
package struct CalendarEntry: Hashable, Sendable {
  /// Its name, once in all files.
  package var id: String
  /// What people read in lists; that of the template when it has none.
  package var title: String?
  /// The time around which its steps lie; the first of a series.
  package var anchor: CalendarTime
  /// By what rule the anchor comes again.
  package var rule: RecurrenceRule?
  /// Days on which the series is left out.
  package var excluded: Set<CivilDate>
  /// What is said, in the order of the file.
  package var steps: [CalendarStep]
  /// Where it stands.
  package var place: CalendarPlace

  /// Makes an entry.
  package init(
    id: String, title: String? = nil, anchor: CalendarTime, rule: RecurrenceRule? = nil,
    excluded: Set<CivilDate> = [], steps: [CalendarStep], place: CalendarPlace
  ) {
    self.id = id
    self.title = title
    self.anchor = anchor
    self.rule = rule
    self.excluded = excluded
    self.steps = steps
    self.place = place
  }
}

/// One thing of an entry: a post, or a task that is none.
package struct CalendarStep: Hashable, Sendable {
  /// What is to be done.
  package enum Work: Hashable, Sendable {
    /// A post from a template of the library.
    case post(template: String)
    /// Something that somebody does elsewhere: an e-mail, a word to the staff.
    case task(String, owner: String)
  }

  /// Its name inside its chain; none for an entry without one.
  package var id: String?
  /// What people read in lists, if the step says so itself.
  package var title: String?
  /// What is to be done.
  package var work: Work
  /// When, from the anchor.
  package var offset: CalendarOffset
  /// Whose clock; that of the anchor unless the step says otherwise.
  package var clock: CalendarTime.Clock
  /// What head office fills into the fields, as written: a date may be an offset.
  package var values: [String: String]
  /// Which stores.
  package var stores: Selector
  /// On which networks; empty for those of the template.
  package var networks: [Network]
  /// How much it binds.
  package var binding: CalendarBinding
  /// Until when a store may adapt or decline it.
  package var deadline: CalendarDeadline
  /// What becomes of it where a store is closed.
  package var whenClosed: ClosedDayRule
  /// What it is to stores by how they are run; accepted where nothing is said.
  package var modes: [StoreMode: CalendarReach]
  /// Where it stands.
  package var place: CalendarPlace

  /// Makes a step.
  package init(
    id: String? = nil, title: String? = nil, work: Work, offset: CalendarOffset,
    clock: CalendarTime.Clock,
    values: [String: String] = [:], stores: Selector = .all, networks: [Network] = [],
    binding: CalendarBinding, deadline: CalendarDeadline = .usual,
    whenClosed: ClosedDayRule = .post, modes: [StoreMode: CalendarReach] = [:],
    place: CalendarPlace
  ) {
    self.id = id
    self.title = title
    self.work = work
    self.offset = offset
    self.clock = clock
    self.values = values
    self.stores = stores
    self.networks = networks
    self.binding = binding
    self.deadline = deadline
    self.whenClosed = whenClosed
    self.modes = modes
    self.place = place
  }

  /// The template, if it is a post.
  package var template: String? {
    if case .post(let template) = work { template } else { nil }
  }

  /// How much it binds a store that is run that way; `nil` when it is not for such a store.
  package func binding(for mode: StoreMode) -> CalendarBinding? {
    switch modes[mode] ?? .accepted {
    case .accepted: binding
    case .asked: .optional
    case .excluded: nil
    }
  }
}

/// Until when a store may say no to a post of the calendar, or write its own.
package enum CalendarDeadline: Hashable, Sendable {
  /// So long before the post is due, on the clock of the store.
  case before(CalendarOffset)
  /// The midnight that ends a day, on the clock of the store.
  case day(CivilDate)

  /// The hour of the post, a day before.
  package static let usual = CalendarDeadline.before(.days(-1, hour: nil))

  /// The last moment on a store's clock for a post that is due then.
  package func time(of due: LocalTime) -> LocalTime? {
    switch self {
    case .before(let offset): offset.applied(to: due)
    case .day(let date): LocalTime(date: date, minutes: 0)?.advanced(byDays: 1)
    }
  }
}

/// Where something stands in the files of the calendar.
package struct CalendarPlace: Hashable, Sendable {
  /// The file, as people name it.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The column, from 1.
  package var column: Int

  /// Makes a place.
  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
}
