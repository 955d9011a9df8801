import Foundation
import VitrineCore

/// An instant as a clock in some zone shows it, to the millisecond.
struct LocalMoment {
  /// The day there.
  let date: CivilDate
  private let milliseconds: Int64
  private let zone: String

  /// Reads the clock of a zone; UTC where this machine does not know it.
  init(_ instant: Timestamp, in zone: String) {
    self.zone = zone
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    let offset = TimeZone(identifier: zone)?.secondsFromGMT(for: date) ?? 0
    let local = instant.milliseconds + Int64(offset) * 1000
    let rest = (local % 86_400_000 + 86_400_000) % 86_400_000
    self.date = CivilDate(daysSince1970: Int((local - rest) / 86_400_000))
    milliseconds = rest
  }

  /// The same hour so many days later; nil where that hour does not exist on that day, or comes twice.
  func later(byDays days: Int) -> Timestamp? {
    let day = CivilDate(daysSince1970: date.daysSince1970 + days)
    guard let time = LocalTime(date: day, minutes: Int(milliseconds / 60_000)),
      let instant = try? time.instant(in: zone)
    else { return nil }
    return instant.advanced(byMilliseconds: milliseconds % 60_000)
  }
}
