import VitrineCore
import VitrineStorage

/// One occurrence, its texts read once, rendered for one store after the other.
struct CalendarRendering {
  private let occurrence: CalendarOccurrence
  private let source: MessageSource
  private let maker: CalendarSheetMaker
  /// What head office filled in; empty where the template does not take it.
  let values: [String: String]
  /// The pictures of the template.
  let pictures: PostPictures
  /// What is wrong with the values, if anything is.
  private let problem: Message?
  private var composers: [CalendarTime: PostComposer] = [:]

  init(
    _ occurrence: CalendarOccurrence, _ source: MessageSource, _ maker: CalendarSheetMaker
  ) async throws {
    self.occurrence = occurrence
    self.source = source
    self.maker = maker
    let (filled, findings) = source.filled(with: occurrence.values)
    values = filled
    problem = findings.first { $0.severity == .error }?.message
    var pictures = PostPictures()
    try await pictures.add(source, maker.desk.content)
    self.pictures = pictures
  }

  /// The name of the cached rows: everything that they rest on besides the store.
  func cacheName(_ rules: String) -> String {
    let named = occurrence.values.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    let parts = [source.digest, rules, occurrence.time.description] + named
    return Hash(of: JSON.array(parts.map(JSON.string)).bytes).hex
  }

  /// The place of a network in the template's list, by which cached rows name it.
  func number(of network: Network, _ index: Int) -> Int {
    source.networks.firstIndex(of: network) ?? 128 + index
  }

  /// What becomes of the post of a store, and the digest that an approval of it binds.
  mutating func verdict(
    _ member: CalendarAudience.Member, _ network: Network
  ) throws -> CalendarSheet.Verdict {
    switch try compose(member, network) {
    case .failure(let refusal): return .refused(refusal.reason)
    case .success(let composed):
      let digest = StoredPost.digest(
        of: composed.content, store: member.store.code, network: network,
        schedule: try member.time.release.description, validUntil: composed.validUntil)
      guard let hash = Hash(hex: digest) else { return .refused(Message("posts.noText")) }
      return .post(hash)
    }
  }

  /// Why a store cannot have it.
  struct Refusal: Error {
    let reason: Message
  }

  /// The post of a store as it would be stored.
  mutating func compose(
    _ member: CalendarAudience.Member, _ network: Network
  ) throws -> Result<PostComposer.Composed, Refusal> {
    if let problem { return .failure(Refusal(reason: problem)) }
    var composer = try composers[member.time] ?? composer(at: member.time)
    var findings = FindingList()
    let composed = try composer.compose(member.store, network, &findings)
    composers[member.time] = composer
    if let error = findings.all.first(where: { $0.severity == .error }) {
      return .failure(Refusal(reason: error.message))
    }
    if let broken = composed.review.first(where: { $0.severity == .error }) {
      return .failure(Refusal(reason: broken.refusal))
    }
    guard let due = composed.due else { return .success(composed) }
    if let end = composed.validUntil, end <= due {
      return .failure(Refusal(reason: Message("posts.afterOffer", member.store.code, end)))
    }
    let start = try source.validity.from?.instant {
      try $0.beginning(in: maker.desk.rules.timeZone)
    }
    if let start, start > due {
      let reason = Message("posts.templateEarly", occurrence.step.template ?? "", start)
      return .failure(Refusal(reason: reason))
    }
    return .success(composed)
  }

  private func composer(at time: CalendarTime) throws -> PostComposer {
    PostComposer(
      rendering: try PostRendering(source, values: values, limits: maker.desk.rules.limits),
      input: PostInput(values: values), schedule: try time.release, pictures: pictures,
      rules: maker.desk.rules, review: AlikeReview(maker.book), media: maker.media, now: maker.now)
  }
}
