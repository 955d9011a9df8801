/// An event as other calendars read it (RFC 5545 3.6.1).
///
/// It never makes anybody busy: a post that goes out at nine is no meeting.
package struct ICalendarEvent: Hashable, Sendable {
  /// When an event begins, and by whose clock.
  package enum Start: Hashable, Sendable {
    /// The same hour on every clock; a reader takes its own (RFC 5545 3.3.5, form 1).
    case floating(LocalTime)
    /// One moment; a rule counts in UTC then.
    case utc(Timestamp)
    /// The hour on the clock of a zone, with its daylight saving.
    case zoned(LocalTime, zone: String)
  }

  /// How sure an event is.
  package enum Status: String, CaseIterable, Sendable {
    /// It takes place.
    case confirmed = "CONFIRMED"
    /// It may take place.
    case tentative = "TENTATIVE"
    /// It does not take place; whoever has it takes it out.
    case cancelled = "CANCELLED"
  }

  /// Its name, the same in each file that tells of it.
  package var uid: String
  /// When this was written down.
  package var stamp: Timestamp
  /// When it begins; with a rule, the first time that the rule gives.
  ///
  /// RFC 5545 counts the start as a time of the series in any case, and readers disagree about one
  /// that its rule does not give.
  package var start: Start
  /// The rule by which it comes again, as `RecurrenceRule` spells it; an `UNTIL` of any form.
  package var rule: String?
  /// Times of the series at which it does not take place, on the clock of the start.
  package var excluded: [LocalTime]
  /// How long it is; nothing is written for 0.
  package var durationMinutes: Int
  /// What people read in the grid.
  package var summary: String
  /// What people read when they open it; lines stay lines.
  package var description: String
  /// Words to sort and colour by.
  package var categories: [String]
  /// A page about it.
  package var url: String?
  /// How sure it is.
  package var status: Status
  /// How many times it was changed in a way that matters (RFC 5545 3.8.7.4).
  package var sequence: Int

  /// Makes an event.
  package init(
    uid: String, stamp: Timestamp, start: Start, rule: String? = nil, excluded: [LocalTime] = [],
    durationMinutes: Int = 15, summary: String, description: String = "",
    categories: [String] = [], url: String? = nil, status: Status = .confirmed, sequence: Int = 0
  ) {
    self.uid = uid
    self.stamp = stamp
    self.start = start
    self.rule = rule
    self.excluded = excluded
    self.durationMinutes = durationMinutes
    self.summary = summary
    self.description = description
    self.categories = categories
    self.url = url
    self.status = status
    self.sequence = sequence
  }

  /// The zone on whose clock it is, if it names one.
  package var zone: String? {
    if case .zoned(_, let zone) = start { zone } else { nil }
  }
}
