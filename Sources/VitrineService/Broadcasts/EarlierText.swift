import VitrineCore
import VitrineStorage

/// For how long visitors of a page saw a text that was corrected since.
package struct EarlierText: Hashable, Sendable {
  /// How long, up to now where it is still there, in seconds.
  package let seconds: Int64
  /// Whether they still see it.
  package let isThere: Bool

  /// Reads it from what is there and what was; nil where every visitor saw the present text.
  init?(_ delivery: StoredDelivery, _ showings: [Showing], at now: Timestamp) {
    var milliseconds: Int64 = 0
    // The same text twice is not an earlier one: a post that was taken down and made again.
    let earlier = showings.filter { $0.digest != delivery.digest }
    for showing in earlier {
      milliseconds += max(0, showing.until.milliseconds(since: showing.from))
    }
    isThere =
      delivery.state.isShown && delivery.shownSince != nil
      && delivery.shown.map { $0 != delivery.digest } ?? false
    if isThere, let from = delivery.shownSince {
      milliseconds += max(0, now.milliseconds(since: from))
    }
    guard isThere || !earlier.isEmpty else { return nil }
    seconds = milliseconds / 1000
  }

  /// The time in minutes, each that has begun counted whole.
  package var minutes: Int64 { (seconds + 59) / 60 }
}
