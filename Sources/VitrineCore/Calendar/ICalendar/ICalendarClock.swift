/// The clock on which an event and its rule are counted.
enum ICalendarClock {
  /// That of whoever reads.
  case floating
  /// UTC, with the seconds of the start.
  case utc(seconds: Int)
  /// That of a zone.
  case zoned(String, ZoneOffset)

  init(of start: ICalendarEvent.Start, offset: @escaping ZoneOffset) {
    self =
      switch start {
      case .floating: .floating
      case .utc(let instant): .utc(seconds: Int(instant.milliseconds / 1000 % 60))
      case .zoned(_, let zone): .zoned(zone, offset)
      }
  }

  /// The end of a series in the form that RFC 5545 3.3.10 wants for this clock: local where the
  /// start is floating, in UTC otherwise.
  func end(_ time: LocalTime, seconds: Int) -> String {
    switch self {
    case .floating: time.iCalendar(seconds: seconds)
    case .utc(let own): time.iCalendar(seconds: max(seconds, own)) + "Z"
    case .zoned(let zone, let offset):
      Self.last(time.secondsSince1970 + Int64(seconds), in: zone, offset).iCalendar
    }
  }

  /// The last instant at which the clock of a zone shows no more than a time.
  ///
  /// Where the time comes twice that is its second coming; where it is skipped, the second before.
  private static func last(_ local: Int64, in zone: String, _ offset: ZoneOffset) -> Timestamp {
    func ahead(_ seconds: Int64) -> Int64 {
      Int64(offset(zone, ZoneTransitions.instant(seconds)))
    }
    let (before, after) = (ahead(local - 86_400), ahead(local + 86_400))
    let fitting = [local - before, local - after].filter { $0 + ahead($0) == local }
    if let last = fitting.max() { return ZoneTransitions.instant(last) }
    let change = ZoneTransitions.change(
      of: zone, from: local - 86_400, to: local + 86_400, offset: offset)
    return ZoneTransitions.instant(change - 1)
  }
}
