import VitrineCore
import VitrineStorage

/// Makes of a rendered text and a person's input what a post says, and what the rules say of it.
struct PostComposer {
  let rendering: PostRendering
  let input: PostInput
  let schedule: ReleaseTime?
  /// The pictures of the library that the source shows, by path.
  let library: [String: PostPicture]
  let rules: DeskRules
  let book: RuleBook
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
  func compose(
    _ store: Store, _ network: Network, _ findings: inout FindingList
  ) throws -> Composed {
    let due = try schedule?.instant(in: store.timeZone)
    let day = CivilDate(at: due ?? now, zone: store.timeZone)
    let text = rendering.post(for: store, on: network, day: day)
    for var finding in text.findings {
      finding.file = "\(store.code) \(network)"
      findings.add(finding)
    }
    // The store's own pictures take the place of the first ones of the template.
    let shown = text.media.dropFirst(input.pictures.count)
    let content = PostContent(
      text: text.text, link: input.link ?? text.link,
      media: input.pictures.map(\.picture) + shown.compactMap { library[$0.file] })
    let reviewed = ReviewedPost(
      content: content, text, families: rendering.families,
      own: input.pictures.map(\.declaration), on: network, at: store, day: day)
    return Composed(
      store: store, network: network, content: content, offer: text.offer, due: due,
      validUntil: try validUntil(text.offer, store), review: book.review(reviewed))
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
  /// A post as the rules look at it.
  init(
    content: PostContent, _ text: PostRendering.Text, families: [String],
    own: [PictureDeclaration], on network: Network, at store: Store, day: CivilDate
  ) {
    self.init(
      text: content.text, registerWords: text.registerWords,
      alts: content.media.compactMap(\.alt), network: network, day: day, families: families,
      offer: text.offer, pictures: own + text.declarations.dropFirst(own.count),
      department: store.department,
      isClosedOnSunday: store.hours.map { ($0.spans(on: .sunday) ?? []).isEmpty } ?? false)
  }
}

extension CivilDate {
  /// The first moment of the day on a clock in that zone.
  ///
  /// Where midnight is skipped or comes twice, the first hour that is clear.
  package func beginning(in zone: String) throws -> Timestamp {
    for minutes in [0, 60] {
      if let time = LocalTime(date: self, minutes: minutes),
        let instant = try? time.instant(in: zone)
      {
        return instant
      }
    }
    guard let time = LocalTime(date: self, minutes: 120) else { return .latest }
    return try time.instant(in: zone)
  }

  /// The midnight that ends the day in that zone.
  package func end(in zone: String) throws -> Timestamp {
    try CivilDate(daysSince1970: daysSince1970 + 1).beginning(in: zone)
  }
}
