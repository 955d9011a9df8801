/// An event as other calendars read it (RFC 5545 3.6.1).
///
/// It never makes anybody busy: a post that goes out at nine is no meeting. Each time of a series is an
/// event of its own, since a store may decline one of them, and readers disagree about times that are
/// left out of a rule (`EXDATE`).
package struct ICalendarEvent: Hashable, Sendable {
  /// When an event begins, and by whose clock.
  package enum Start: Hashable, Sendable {
    /// The same hour on every clock; a reader takes its own (RFC 5545 3.3.5, form 1).
    case floating(LocalTime)
    /// One moment.
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
  }

  /// Its name, the same in each file that tells of it.
  package var uid: String
  /// When this was written down.
  package var stamp: Timestamp
  /// When it begins.
  package var start: Start
  /// How long it is; nothing is written for 0.
  package var durationMinutes: Int
  /// What people read in the grid.
  package var summary: String
  /// What people read when they open it; lines stay lines.
  package var description: String
  /// Words to sort and colour by.
  package var categories: [String]
  /// How sure it is.
  package var status: Status

  /// Makes an event.
  package init(
    uid: String, stamp: Timestamp, start: Start, durationMinutes: Int = 15, summary: String,
    description: String = "", categories: [String] = [], status: Status = .confirmed
  ) {
    self.uid = uid
    self.stamp = stamp
    self.start = start
    self.durationMinutes = durationMinutes
    self.summary = summary
    self.description = description
    self.categories = categories
    self.status = status
  }

  /// The zone on whose clock it is, if it names one.
  package var zone: String? {
    if case .zoned(_, let zone) = start { zone } else { nil }
  }
}
