/// How posts get on the pages of a network, as `networks.<network>.delivery` says it.
///
/// The first of a network's ways is the one that holds when nothing is said.
package enum DeliveryWay: String, Codable, CaseIterable, Sendable {
  /// A draft is made and released by its id.
  case drafts
  /// A container is made and spent on a post.
  case containers
  /// The post is handed over with its hour, and the network makes it public by itself.
  case scheduled
  /// The post is made in one call, at its hour.
  case direct

  /// What Facebook can do.
  package static let ofFacebook: [DeliveryWay] = [.drafts, .scheduled, .direct]
  /// What Instagram can do.
  package static let ofInstagram: [DeliveryWay] = [.containers]
  /// What servers that speak Mastodon's API can do.
  package static let ofMastodon: [DeliveryWay] = [.direct, .scheduled]
}

/// What a network needs to make a post public by itself at an hour.
package struct NativeTimer: Hashable, Sendable {
  /// How long before its hour a post is handed over at the latest, in milliseconds.
  package let notice: Int64
  /// How near its hour a post is left alone, and how long after it it may still appear, in milliseconds.
  package let patience: Int64

  /// Makes a timer.
  package init(notice: Int64, patience: Int64 = NativeTimer.usualPatience) {
    self.notice = notice
    self.patience = patience
  }

  /// Two minutes: by then a call that was lost is carried out or never will be.
  package static let usualPatience: Int64 = 120_000
  /// How long before its hour a post is handed over at the earliest, in milliseconds.
  package static let lead: Int64 = 3_600_000
  /// Facebook takes ten minutes; two more, since the call has to arrive and clocks differ.
  package static let facebook = NativeTimer(notice: 720_000)
  /// Mastodon takes five minutes.
  package static let mastodon = NativeTimer(notice: 420_000)
}
