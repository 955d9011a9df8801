import Foundation
import Synchronization
import VitrineCore

/// The zones of the machine, each looked up once.
enum TestZones {
  private static let known = Mutex<[String: TimeZone]>([:])

  /// How far the clock of a zone is ahead of UTC.
  static let offset: ZoneOffset = { name, instant in
    let zone = known.withLock { known in
      known[name]
        ?? {
          let zone = TimeZone(identifier: name) ?? .gmt
          known[name] = zone
          return zone
        }()
    }
    return zone.secondsFromGMT(
      for: Date(timeIntervalSince1970: Double(instant.milliseconds / 1000)))
  }
}
