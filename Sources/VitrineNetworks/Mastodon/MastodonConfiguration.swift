import VitrineCore

/// How posts are made on servers that speak Mastodon's API, checked before the first call.
package struct MastodonConfiguration: Sendable {
  /// Who sees a post, in the API's words.
  package enum Visibility: String, CaseIterable, Sendable {
    /// Everybody, in the public timelines too.
    case `public`
    /// Everybody who looks at the account.
    case unlisted
    /// The account's followers.
    case `private`
  }

  /// Who sees a post.
  package let visibility: Visibility
  /// The language that posts are marked with, `fr`; nil for the account's own.
  package let language: String?
  /// How many requests are on their way at most, to all servers together.
  package let concurrency: Int
  /// How posts get on an account: `direct` or `scheduled`.
  package let delivery: DeliveryWay
  /// Bounds in time.
  package let timeouts: HTTPTimeouts

  /// Makes a configuration; the values are those that the keys of `vitrine.yaml` let pass.
  package init(
    visibility: Visibility = .public, language: String? = nil, concurrency: Int = 8,
    delivery: DeliveryWay = .direct, timeouts: HTTPTimeouts = HTTPTimeouts()
  ) {
    self.visibility = visibility
    self.language = language
    self.concurrency = max(1, concurrency)
    self.delivery = delivery
    self.timeouts = timeouts
  }
}
