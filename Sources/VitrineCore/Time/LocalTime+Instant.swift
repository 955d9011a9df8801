import Foundation

extension LocalTime {
  /// What a clock of a zone shows at an instant; UTC where the machine does not know the zone.
  package init(at instant: Timestamp, zone: String) {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0
    let minutes = Int(instant.advanced(bySeconds: Int64(offset)).milliseconds / 60_000)
    self.init(daysSince1970: minutes / 1440, minutes: minutes % 1440)
  }
}
