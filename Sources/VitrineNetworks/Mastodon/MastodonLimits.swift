import VitrineCore

/// What the headers of an answer say about limits: `Retry-After` and `X-RateLimit-*`.
///
/// The reset is an ISO 8601 instant on Mastodon itself, seconds since 1970 on others, and seconds from
/// now on a few. What does not read says nothing.
struct MastodonLimits: Sendable {
  /// A day: longer than any window of these servers.
  static let longestWait = 86_400

  /// How many calls a window has, and how many are left.
  private(set) var window: (limit: Int, remaining: Int)?
  /// `Retry-After` in seconds.
  let retryAfter: Int?
  /// In how many seconds the window begins anew; said on every answer.
  let reset: Int?

  /// For how many seconds nothing more is taken, once nothing is.
  var wait: Int? { retryAfter ?? reset }

  /// Reads the headers; the first of several of one name counts.
  init(_ headers: [(name: String, value: String)], now: Timestamp) {
    var values: [String: String] = [:]
    for header in headers where (10...24).contains(header.name.utf8.count) {
      let name = header.name.lowercased()
      guard name == "retry-after" || name.utf8.starts(with: "x-ratelimit-".utf8),
        values[name] == nil, header.value.utf8.count <= 64
      else { continue }
      values[name] = header.value
    }
    if let limit = Self.number(values["x-ratelimit-limit"]), limit > 0,
      let remaining = Self.number(values["x-ratelimit-remaining"])
    {
      window = (limit, min(remaining, limit))
    }
    reset = values["x-ratelimit-reset"].flatMap { Self.seconds(until: $0, now: now) }
    retryAfter = Self.number(values["retry-after"]).map { min($0, Self.longestWait) }
  }

  /// How much of the page's budget is used.
  func usage(_ page: RemoteID) -> [NetworkUsage] {
    guard let window else { return [] }
    let percent = Int(Int64(window.limit - window.remaining) * 100 / Int64(window.limit))
    return [
      NetworkUsage(
        scope: .page(page), percent: percent,
        regainSeconds: window.remaining == 0 ? wait ?? 0 : 0)
    ]
  }

  /// Plain digits, at most nine of them.
  private static func number(_ text: String?) -> Int? {
    guard let text, (1...9).contains(text.utf8.count),
      text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  private static func seconds(until text: String, now: Timestamp) -> Int? {
    let bytes = text.utf8
    if bytes.count == 10, bytes.allSatisfy({ (48...57).contains($0) }), let epoch = Int64(text) {
      return bounded(epoch - now.milliseconds / 1_000)
    }
    if let seconds = number(text) { return min(seconds, longestWait) }
    guard let instant = Timestamp(text) else { return nil }
    return bounded((instant.milliseconds(since: now) + 999) / 1_000)
  }

  private static func bounded(_ seconds: Int64) -> Int {
    Int(min(max(seconds, 0), Int64(longestWait)))
  }
}
