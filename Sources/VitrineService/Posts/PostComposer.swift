import VitrineCore
import VitrineStorage

/// Makes of a rendered text and a person's input what a post says, and what the rules say of it.
struct PostComposer {
  var rendering: PostRendering
  let input: PostInput
  let schedule: ReleaseTime?
  let pictures: PostPictures
  let rules: DeskRules
  var review: AlikeReview
  let media: MediaLimits
  let now: Timestamp

  /// What one post says.
  struct Composed: Sendable {
    let store: Store
    let network: Network
    let content: PostContent
    let offer: Offer?
    let due: Timestamp?
    let validUntil: Timestamp?
    /// What the rules say of it on the day of its publication.
    let review: [RuleFinding]
  }

  /// Composes a post; what is wrong with it is added to the findings.
  ///
  /// Without its page it is not known how much that page's own server takes.
  mutating func compose(
    _ store: Store, _ network: Network, page: StoredPage? = nil, _ findings: inout FindingList
  ) throws -> Composed {
    let due = try schedule?.instant(in: store.timeZone)
    let day = CivilDate(at: due ?? now, zone: store.timeZone)
    let text = rendering.post(for: store, on: network, day: day, link: input.link)
    let shown = PostPictures.shown(text.media, besides: input.pictures)
    let content = PostContent(
      text: text.text, link: text.link,
      media: input.pictures.map(\.picture) + shown.compactMap { pictures.library[$0.file] })
    let own = content.media.compactMap { picture in
      pictures.facts[picture.digest].map { (name: String?.none, picture: $0) }
    }
    for var finding in PostRendering.findings(text, store.code, network, rules.limits)
      + media.check(own, for: network) + media.check(text: text.text, for: network)
    {
      finding.file = "\(store.code) \(network)"
      findings.add(finding)
    }
    if let reason = page?.refusal(of: text.text) {
      findings.add(
        Finding(.error, reason, rule: reason.code, file: "\(store.code) \(network)"))
    }
    let reviewed = ReviewedPost(
      content, text, own: input.pictures, of: rendering.source, on: network, for: store, day: day)
    return Composed(
      store: store, network: network, content: content, offer: text.offer, due: due,
      validUntil: try validUntil(text.offer, store), review: review.findings(reviewed))
  }

  /// After this a post says something that is not true any more: its offer or its template is over.
  private func validUntil(_ offer: Offer?, _ store: Store) throws -> Timestamp? {
    let offerEnd = try offer?.until.map { try $0.end(in: store.timeZone) }
    let templateEnd = try rendering.source.validity.until?.instant {
      try $0.beginning(in: rules.timeZone)
    }
    return [offerEnd, templateEnd].compactMap(\.self).min()
  }
}

extension ReviewedPost {
  /// A post as the rules look at it: what it says, with the store's own pictures in their place.
  init(
    _ content: PostContent, _ rendered: RenderedPost, own: [OwnPicture], of source: MessageSource,
    on network: Network, for store: Store, day: CivilDate
  ) {
    var rendered = rendered
    rendered.text = content.text
    let shown = PostPictures.shown(rendered.media, besides: own)
    self.init(rendered, of: source, on: network, for: store, day: day)
    alts = content.media.compactMap(\.alt)
    pictures = own.map(\.declaration) + shown.map(\.declaration)
  }
}
