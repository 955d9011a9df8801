extension LocalTime {
  /// The time as RFC 5545 3.3.5 writes it without a zone: `20271126T090000`.
  func iCalendar(seconds: Int = 0) -> String {
    let day = padded(date.year, 4) + padded(date.month, 2) + padded(date.day, 2)
    return "\(day)T\(padded(minutes / 60, 2))\(padded(minutes % 60, 2))\(padded(seconds, 2))"
  }

  /// Seconds since 1970-01-01T00:00:00 on the same clock.
  var secondsSince1970: Int64 { Int64(date.daysSince1970) * 86_400 + Int64(minutes) * 60 }

  /// The minute in which a second lies that is counted from 1970 on the same clock.
  ///
  /// What lies outside of the years 1970 to 9999 is moved to their border.
  init(secondsSince1970 seconds: Int64) {
    let inside = min(max(seconds, 0), Timestamp.latest.milliseconds / 1000)
    self.init(daysSince1970: Int(inside / 86_400), minutes: Int(inside % 86_400 / 60))
  }
}

extension Timestamp {
  /// The instant as RFC 5545 3.3.5 writes it in UTC: `20271126T080000Z`; milliseconds are cut.
  var iCalendar: String {
    let clock = LocalTime(secondsSince1970: milliseconds / 1000)
    return clock.iCalendar(seconds: Int(milliseconds / 1000 % 60)) + "Z"
  }
}
