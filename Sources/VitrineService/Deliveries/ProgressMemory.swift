import VitrineCore
import VitrinePublishing

/// How far broadcasts were a moment ago, so that a large one is not counted at every exchange.
///
/// Counting a hundred thousand pages takes milliseconds, and a broadcast to them makes thousands of
/// exchanges. Whoever watches does not see the difference; whether anything is left to do is never
/// answered from here.
struct ProgressMemory: Sendable {
  /// Broadcasts of at most so many pages are counted each time.
  static let exact = 5_000
  /// For how long a count is good enough, in nanoseconds of the monotonic clock.
  static let lifetime: UInt64 = 500_000_000

  private var kept: [BroadcastID: (progress: DeliveryProgress, at: UInt64)] = [:]

  /// What is recent enough to be shown again.
  func recent(at now: UInt64) -> [BroadcastID: DeliveryProgress] {
    kept.filter { now &- $0.value.at < Self.lifetime }.mapValues(\.progress)
  }

  /// Takes in what an exchange said; what it only repeated keeps its age.
  mutating func note(_ progress: [DeliveryProgress], at now: UInt64) {
    let before = kept
    kept = [:]
    for item in progress {
      guard let id = item.broadcast, item.total > Self.exact else { continue }
      if let old = before[id], old.progress == item, now &- old.at < Self.lifetime {
        kept[id] = old
      } else {
        kept[id] = (item, now)
      }
    }
  }
}
