import Foundation

extension CivilDate {
  /// The day on a clock in that zone; in UTC where the machine does not know the zone.
  package init(at now: Timestamp, zone: String) {
    let date = Date(timeIntervalSince1970: Double(now.milliseconds) / 1000)
    let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0
    let local = now.advanced(bySeconds: Int64(offset))
    self.init(daysSince1970: Int(local.milliseconds / 86_400_000))
  }

  /// The first moment of the day on a clock in that zone.
  ///
  /// Where midnight is skipped or comes twice, the first hour that is clear.
  package func beginning(in zone: String) throws -> Timestamp {
    for minutes in [0, 60] {
      if let time = LocalTime(date: self, minutes: minutes),
        let instant = try? time.instant(in: zone)
      {
        return instant
      }
    }
    guard let time = LocalTime(date: self, minutes: 120) else { return .latest }
    return try time.instant(in: zone)
  }

  /// The midnight that ends the day in that zone.
  package func end(in zone: String) throws -> Timestamp {
    try CivilDate(daysSince1970: daysSince1970 + 1).beginning(in: zone)
  }
}
