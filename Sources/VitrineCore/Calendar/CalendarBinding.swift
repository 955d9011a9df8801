/// How much an entry of the calendar binds a store.
package enum CalendarBinding: String, CaseIterable, Codable, Sendable {
  /// A broadcast: every page gets it, and no store changes it.
  case mandatory
  /// Goes out as it is unless the store adapts or declines it by the deadline.
  case `default`
  /// A suggestion: nothing goes out unless the store takes it up.
  case optional
}

/// What a message is to stores of one operating mode.
package enum CalendarReach: String, CaseIterable, Codable, Sendable {
  /// It binds them as the entry says.
  case accepted
  /// They see it as a suggestion, whatever the entry says.
  case asked
  /// They do not see it.
  case excluded
}

/// What becomes of a post on a day on which its store is closed.
package enum ClosedDayRule: String, CaseIterable, Codable, Sendable {
  /// It is published all the same: a Christmas greeting is for Christmas.
  case post
  /// The store gets none.
  case skip
  /// It is published at the same hour of the next day on which the store is open.
  case nextOpenDay = "next-open-day"
}
