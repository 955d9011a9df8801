import VitrineCore

/// A bucket that fills with one call after the other, kept as one instant.
///
/// That instant says from when on the bucket holds a call; the longer it is past, the more calls lie in
/// it, up to the burst. So a shared bucket is one column, and a stopped clock fills nothing.
package struct TokenBucket: Hashable, Sendable {
  /// How fast a bucket fills, and how much goes into it.
  package struct Rate: Hashable, Sendable {
    /// Milliseconds in which one call comes in.
    package var interval: Int64
    /// The most calls that lie in it.
    package var burst: Int64

    /// Makes a rate; at least one millisecond and one call.
    package init(interval: Int64, burst: Int64) {
      self.interval = min(max(1, interval), 86_400_000)
      self.burst = min(max(1, burst), 100_000)
    }

    /// The same burst, filling so many times as slowly.
    package func slowed(by factor: Int64) -> Rate {
      let (product, overflow) = interval.multipliedReportingOverflow(by: max(1, factor))
      return Rate(interval: overflow ? .max : product, burst: burst)
    }
  }

  /// From when on it holds a call.
  package private(set) var next: Timestamp

  /// Takes a bucket as it was stored; one that was never used is full.
  package init(next: Timestamp = Timestamp(clamping: 0)) { self.next = next }

  /// How many calls lie in it.
  package func count(_ rate: Rate, at now: Timestamp) -> Int {
    let passed = now.milliseconds(since: start(rate, at: now))
    return passed < 0 ? 0 : Int(min(rate.burst, passed / rate.interval + 1))
  }

  /// Takes calls out, more than lie in it too: they are owed.
  package mutating func take(_ count: Int, _ rate: Rate, at now: Timestamp) {
    guard count > 0 else { return }
    let (cost, overflow) = rate.interval.multipliedReportingOverflow(by: Int64(count))
    next = start(rate, at: now).advanced(byMilliseconds: overflow ? .max : cost)
  }

  /// The instant from which what lies in it is counted: a full bucket gets no fuller.
  private func start(_ rate: Rate, at now: Timestamp) -> Timestamp {
    max(next, now.advanced(byMilliseconds: -(rate.burst - 1) * rate.interval))
  }
}

/// How fast the buckets of a network fill.
package struct CallRates: Hashable, Sendable {
  /// Of a page that has reported 60 % of its budget and more; the others need none, since a page has one
  /// call at a time.
  package var page: TokenBucket.Rate
  /// Of the app.
  package var app: TokenBucket.Rate
  /// Of the host, whoever asks.
  package var host: TokenBucket.Rate

  /// Makes rates.
  package init(page: TokenBucket.Rate, app: TokenBucket.Rate, host: TokenBucket.Rate) {
    self.page = page
    self.app = app
    self.host = host
  }

  /// Towards a real network.
  ///
  /// Nobody publishes these numbers. Two posts a second take ten calls a second; four times that is room
  /// for staging, and far from what a host would notice.
  package static let network = CallRates(
    page: TokenBucket.Rate(interval: 2_000, burst: 10),
    app: TokenBucket.Rate(interval: 25, burst: 400),
    host: TokenBucket.Rate(interval: 10, burst: 1_000))
}
