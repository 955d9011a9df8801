/// When something of a calendar is due, before anybody says at which store.
package struct CalendarTime: Hashable, Sendable, CustomStringConvertible {
  /// Whose clock shows the time.
  package enum Clock: Hashable, Sendable {
    /// The clock of each store: the same hour everywhere, at different moments.
    case store
    /// The clock of one zone: the same moment everywhere. An instant in UTC has the zone `UTC`.
    case zone(String)
  }

  /// Whose clock.
  package var clock: Clock
  /// What it shows.
  package var time: LocalTime

  /// Makes a time.
  package init(_ time: LocalTime, on clock: Clock) {
    self.time = time
    self.clock = clock
  }

  /// The release of a post that is due then; throws for an hour that the zone skips or shows twice.
  package var release: ReleaseTime {
    get throws {
      switch clock {
      case .store: .local(time)
      case .zone(let zone): .instant(try time.instant(in: zone))
      }
    }
  }

  /// The instant at which it is due at a store in that zone.
  package func instant(in zone: String) throws -> Timestamp { try release.instant(in: zone) }

  /// `local:2027-11-26T09:00`, or `2027-11-26T18:30 Europe/Paris`.
  package var description: String {
    switch clock {
    case .store: "local:\(time)"
    case .zone(let zone): "\(time) \(zone)"
    }
  }
}

extension LocalTime {
  /// Minutes since 1970-01-01T00:00 on the same clock.
  package var minutesSince1970: Int { date.daysSince1970 * 1440 + minutes }

  /// The time so many minutes later (or earlier), as a clock without daylight saving counts them.
  ///
  /// `nil` outside of the years 1970 to 9999.
  package func advanced(byMinutes delta: Int) -> LocalTime? {
    let (sum, overflow) = minutesSince1970.addingReportingOverflow(delta)
    guard !overflow, (0..<LocalTime.end).contains(sum) else { return nil }
    return LocalTime(date: CivilDate(daysSince1970: sum / 1440), minutes: sum % 1440)
  }

  /// The same hour so many days later (or earlier).
  package func advanced(byDays days: Int) -> LocalTime? {
    let (delta, overflow) = days.multipliedReportingOverflow(by: 1440)
    return overflow ? nil : advanced(byMinutes: delta)
  }

  /// Minutes from 1970 to the end of the year 9999.
  private static let end = 2_932_897 * 1440
}

extension LocalTime: Comparable {
  /// Orders by what the clock shows.
  package static func < (left: Self, right: Self) -> Bool {
    (left.date, left.minutes) < (right.date, right.minutes)
  }
}
