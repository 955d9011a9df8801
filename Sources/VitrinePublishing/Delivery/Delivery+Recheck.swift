import VitrineCore

/// Drafts lie in the store's own list of drafts, where its people can edit, publish and delete them.
extension Delivery {
  /// How long a draft is taken for what it was, in milliseconds.
  ///
  /// Most broadcasts are released within it, and cost no call more; one that waits for its hour or its pace is read
  /// again right before.
  package static let freshness: Int64 = 30_000

  /// Whether the draft was made, or read, too long ago to be released unseen.
  func isStale(at now: Timestamp) -> Bool {
    guard abilities.delivery == .drafts, let seen = checkedAt ?? intendedAt else { return false }
    return now.milliseconds(since: seen) > Self.freshness
  }

  /// Takes in what the draft says now.
  ///
  /// One that somebody changed is made anew, since what is released was approved. One that somebody published is public: its text
  /// is corrected like that of any public post.
  mutating func recheck(_ post: RemotePost, _ setting: Setting) -> [DeliveryEffect] {
    attempts = 0
    lastWait = 0
    let isOurs = PostText.normalised(post.text ?? "") == PostText.normalised(content.text)
    if !isOurs { shown = Self.foreign }
    if post.isPublished { return publish() }
    checkedAt = isOurs ? setting.now : nil
    return []
  }

  /// Stands for the digest of what somebody else wrote.
  package static let foreign = "foreign"
}
