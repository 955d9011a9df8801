import Foundation

/// A day and an hour on a wall clock, before anybody says in which zone: `2026-11-27T09:00`.
package struct LocalTime: Hashable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  /// The day.
  package let date: CivilDate
  /// Minutes since midnight.
  package let minutes: Int

  /// Makes a local time; `nil` when the minutes do not lie in a day.
  package init?(date: CivilDate, minutes: Int) {
    guard (0..<1440).contains(minutes) else { return nil }
    self.date = date
    self.minutes = minutes
  }

  /// The time of a day that is counted from 1970, for sums that are known to lie inside of a day.
  init(daysSince1970 days: Int, minutes: Int) {
    date = CivilDate(daysSince1970: days)
    self.minutes = minutes
  }

  /// Reads `YYYY-MM-DDTHH:MM`; `nil` for what does not exist.
  package init?(_ text: String) {
    // The strict reader of instants does the work: local time is read as if it were UTC.
    guard text.utf8.count == 16, let instant = Timestamp(text + ":00Z") else { return nil }
    let day = Int(instant.milliseconds / 86_400_000)
    self.init(
      date: CivilDate(daysSince1970: day),
      minutes: Int(instant.milliseconds % 86_400_000 / 60_000))
  }

  /// `YYYY-MM-DDTHH:MM`.
  package var description: String {
    let hour = minutes / 60
    let minute = minutes % 60
    return "\(date)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  /// The instant at which a clock in that zone shows this time.
  ///
  /// Throws `invalid` for a time that the clocks skip in spring or show twice in autumn: which one is
  /// meant would be a guess, and `Calendar` would make it silently.
  package func instant(in zone: String) throws -> Timestamp {
    guard let timeZone = TimeZone(identifier: zone) else {
      throw Fault(.invalid, Message("time.zone", zone), subject: zone)
    }
    let naive = Double(date.daysSince1970) * 86_400 + Double(minutes) * 60
    let offsets = Set(
      [-86_400.0, 86_400.0].map {
        timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: naive + $0))
      })
    let candidates = offsets.filter { offset in
      let instant = Date(timeIntervalSince1970: naive - Double(offset))
      return timeZone.secondsFromGMT(for: instant) == offset
    }
    guard let offset = candidates.first else {
      throw Fault(.invalid, Message("time.gap", description, zone), subject: description)
    }
    guard candidates.count == 1 else {
      throw Fault(.invalid, Message("time.fold", description, zone), subject: description)
    }
    return Timestamp(clamping: (Int64(naive) - Int64(offset)) * 1000)
  }
}

/// When something becomes public: at one instant everywhere, or at each store's own hour.
package enum ReleaseTime: Hashable, Sendable, LosslessStringConvertible {
  /// The same moment everywhere.
  case instant(Timestamp)
  /// The same hour on each store's clock.
  case local(LocalTime)

  /// Reads `instant:RFC3339` or `local:YYYY-MM-DDTHH:MM`.
  package init?(_ text: String) {
    if text.utf8.starts(with: "instant:".utf8), let time = Timestamp(String(text.dropFirst(8))) {
      self = .instant(time)
    } else if text.utf8.starts(with: "local:".utf8), let time = LocalTime(String(text.dropFirst(6)))
    {
      self = .local(time)
    } else {
      return nil
    }
  }

  /// The spelling of flags.
  package var description: String {
    switch self {
    case .instant(let time): "instant:\(time)"
    case .local(let time): "local:\(time)"
    }
  }

  /// The instant for a store in that zone.
  package func instant(in zone: String) throws -> Timestamp {
    switch self {
    case .instant(let time): time
    case .local(let time): try time.instant(in: zone)
    }
  }
}
