import VitrineCore
import VitrineStorage

/// Renders a message for each store and network, and says what stands in the way of each.
///
/// The same code plans, creates and checks, so that a plan that was read is what is approved.
struct BroadcastPlanner {
  let source: MessageSource
  let networks: [Network]
  let limits: NetworkLimits
  /// The pictures, the same for every store.
  let pictures: [PostPicture]
  private let message: PreparedMessage
  private let day: CivilDate
  private(set) var review: AlikeReview

  /// Reads the texts; findings of the message are bad content with all of them.
  ///
  /// `values` are what a person filled into the fields, the same for every store; `day` is that of
  /// the publication, whose year goes without saying.
  init(
    source: MessageSource, networks: [Network], limits: NetworkLimits,
    values: [String: String] = [:], pictures: [PostPicture] = [], book: RuleBook = .empty,
    day: CivilDate
  ) throws {
    self.source = source
    self.limits = limits
    self.pictures = pictures
    self.day = day
    review = AlikeReview(book)
    self.networks = source.broadcastNetworks(networks)
    // Too long before any field is filled is too long for every store: said once, and not rendered
    // a thousand times.
    let check = MessageTextCheck(source, networks: self.networks, limits: limits)
    guard !check.hasErrors else {
      throw Fault(
        .invalid, Message("broadcast.badText", source.file ?? source.title),
        subject: source.file, findings: check.findings)
    }
    message = PreparedMessage(source, values: values, day: day)
  }

  /// The post for each store and network, in the order of the stores.
  mutating func plan(_ stores: [Store], pages: [StoreCode: [StoredPage]]) -> [PlannedPost] {
    var posts: [PlannedPost] = []
    for store in stores {
      for network in networks {
        let page = (pages[store.code] ?? []).first { $0.network == network }
        posts.append(post(for: store, network, page))
      }
    }
    return posts
  }

  private mutating func post(
    for store: Store, _ network: Network, _ page: StoredPage?
  ) -> PlannedPost {
    let rendered = message.post(on: network, for: store)
    func planned(_ text: String, _ verdict: PlannedPost.Verdict) -> PlannedPost {
      PlannedPost(
        store: store.code, network: network, page: page?.id,
        content: PostContent(text: text, link: rendered.link, media: pictures), verdict: verdict)
    }
    guard rendered.missing.isEmpty else {
      let names = rendered.missing.joined(separator: ", ")
      return planned("", .refused(Message("broadcast.missingField", names)))
    }
    guard !rendered.text.isEmpty else {
      return planned("", .refused(Message("broadcast.noText", network)))
    }
    if let finding = limits.check(rendered.text, for: network) {
      return planned(rendered.text, .refused(finding.message))
    }
    if let reason = page?.refusal(of: rendered.text) {
      return planned(rendered.text, .refused(reason))
    }
    let found = review.findings(
      ReviewedPost(rendered, of: source, on: network, for: store, day: day))
    if let broken = found.first(where: { $0.severity == .error }) {
      return planned(rendered.text, .refused(broken.refusal))
    }
    guard let page, page.state != .disconnected else {
      return planned(rendered.text, .held(Trouble("noPage", network)))
    }
    if page.state == .needsAttention {
      return planned(rendered.text, .held(page.trouble ?? Trouble("token", "–", "–")))
    }
    return planned(rendered.text, .ready)
  }
}
