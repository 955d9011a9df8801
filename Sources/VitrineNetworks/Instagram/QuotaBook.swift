import Synchronization
import VitrineCore

/// How many posts each account may still publish, as the network said within the last hour.
///
/// Shared by all copies of a connector. What other programs publish meanwhile is not in it: the
/// network's refusal is the last word.
final class QuotaBook: Sendable {
  /// For how long a figure is believed, in seconds.
  static let belief: Int64 = 3600

  private struct Entry {
    var left: Int
    let read: Timestamp
  }

  private let entries = Mutex<[RemoteID: Entry]>([:])

  /// How many are left; nil when that was not asked within the hour.
  func left(_ account: RemoteID, at now: Timestamp) -> Int? {
    entries.withLock { entries in
      guard let entry = entries[account], now < entry.read.advanced(bySeconds: Self.belief),
        now >= entry.read
      else { return nil }
      return entry.left
    }
  }

  /// Takes up what the network said.
  func note(_ account: RemoteID, left: Int, at now: Timestamp) {
    entries.withLock { $0[account] = Entry(left: left, read: now) }
  }

  /// One was published.
  func spend(_ account: RemoteID) {
    entries.withLock { entries in
      if let left = entries[account]?.left { entries[account]?.left = max(0, left - 1) }
    }
  }
}
