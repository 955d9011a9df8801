import VitrineCore

/// When a page hears nothing but mandatory messages: some minutes before and after each of them.
///
/// The first and the last moment belong to the posts of the store: what stands exactly there may stay.
struct QuietTimes {
  /// Apart from each other, in order.
  private let times: [(start: Timestamp, end: Timestamp)]

  /// Takes the instants of the messages.
  init(around instants: [Timestamp], minutes: Int) {
    let quiet = Int64(minutes) * 60_000
    var times: [(start: Timestamp, end: Timestamp)] = []
    for instant in minutes > 0 ? instants.sorted() : [] {
      let start = instant.advanced(byMilliseconds: -quiet)
      let end = instant.advanced(byMilliseconds: quiet)
      if let last = times.last, start < last.end {
        times[times.count - 1].end = end
      } else {
        times.append((start, end))
      }
    }
    self.times = times
  }

  /// When the quiet time ends in which an instant lies; nil where it lies in none.
  func end(at instant: Timestamp) -> Timestamp? {
    times.first { $0.start < instant && instant < $0.end }?.end
  }
}
