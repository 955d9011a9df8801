/// What pictures the networks take, as data with a source: `content-library/rules/network-media.yaml`.
package struct MediaLimits: Hashable, Sendable {
  /// The least and the most of something; `nil` where there is no bound.
  package struct Bounds: Hashable, Sendable {
    /// The least that is taken.
    package let least: Int?
    /// The most that is taken.
    package let most: Int?

    /// Takes bounds that are already checked.
    package init(least: Int? = nil, most: Int? = nil) {
      self.least = least
      self.most = most
    }
  }

  /// What one network takes, and where that is from.
  package struct Limit: Hashable, Sendable {
    /// Whether a post must have a picture.
    package var isRequired = false
    /// The most pictures of a post.
    package var pictures: Int?
    /// The kinds that are taken; empty when nothing is known.
    package var types: [PictureType] = []
    /// The largest file in bytes.
    package var bytes: Int?
    /// Pixels across, as people see the picture.
    package var width = Bounds()
    /// Pixels down, as people see the picture.
    package var height = Bounds()
    /// The narrowest and the widest form, width to height.
    package var ratio: ClosedRange<PictureRatio>?
    /// Whether pictures and a film may stand in one post.
    package var mixesWithVideo: Bool?
    /// Whether it shows alternative texts.
    package var takesAltText: Bool?
    /// The most words that begin with `#`.
    package var hashtags: Int?
    /// The most words that begin with `@`.
    package var mentions: Int?
    /// What is doubtful about the figures.
    package var note: String?
    /// The page that says so, what it says, how sure that is and when somebody looked.
    package var source: LimitSource

    /// A network that is known and takes everything.
    package init(source: LimitSource) { self.source = source }
  }

  /// The limits by network.
  package let limits: [Network: Limit]

  /// Takes limits that are already checked.
  package init(_ limits: [Network: Limit]) { self.limits = limits }
}

/// Where a figure is from.
package struct LimitSource: Hashable, Sendable {
  /// The page that says so.
  package let page: String
  /// What the page says, in a few words.
  package let wording: String
  /// How sure the figure is.
  package let confidence: NetworkLimits.Confidence
  /// The day on which somebody looked, `2026-11-22`.
  package let checked: String

  /// Takes values that are already checked.
  package init(
    page: String, wording: String, confidence: NetworkLimits.Confidence, checked: String
  ) {
    self.page = page
    self.wording = wording
    self.confidence = confidence
    self.checked = checked
  }
}
