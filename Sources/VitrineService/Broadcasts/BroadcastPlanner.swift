import VitrineCore
import VitrineStorage

/// Renders a message for each store and network, and says what stands in the way of each.
///
/// The same code plans, creates and checks, so that a plan that was read is what is approved.
struct BroadcastPlanner {
  let source: MessageSource
  let networks: [Network]
  let limits: NetworkLimits
  /// What a person filled into the fields of the message, the same for every store.
  let values: [String: String]
  private let templates: [Network: TextTemplate]

  /// Reads the texts; findings of the message are bad content with all of them.
  init(
    source: MessageSource, networks: [Network], limits: NetworkLimits,
    values: [String: String] = [:]
  ) throws {
    self.source = source
    self.values = values
    self.limits = limits
    self.networks =
      networks.isEmpty ? (source.networks.isEmpty ? [.facebook] : source.networks) : networks
    var templates: [Network: TextTemplate] = [:]
    var findings: [Finding] = []
    for network in self.networks {
      let text = source.text(for: network)
      let (template, found) = TextTemplate.parse(
        text.text, declared: Store.fieldNames + source.fields.map(\.name), file: source.file,
        firstLine: text.line)
      templates[network] = template
      findings +=
        found.all
        + PlainTextCheck.findings(
          in: text.text, file: source.file, firstLine: text.line
        ).all
      // Too long before any field is filled is too long for every store: said once, and not rendered
      // a thousand times.
      if let finding = limits.check(template.fixedText, for: network) { findings.append(finding) }
    }
    let unique = findings.reduce(into: [Finding]()) { if !$0.contains($1) { $0.append($1) } }
    guard !unique.contains(where: { $0.severity == .error }) else {
      throw Fault(
        .invalid, Message("broadcast.badText", source.file ?? source.title),
        subject: source.file, findings: unique)
    }
    self.templates = templates
  }

  /// The post for each store and network, in the order of the stores.
  func plan(_ stores: [Store], pages: [StoreCode: [StoredPage]]) -> [PlannedPost] {
    stores.flatMap { store in
      let fields = store.fields.merging(values) { store, _ in store }
      return networks.map { network in
        let page = (pages[store.code] ?? []).first { $0.network == network }
        return post(for: store, fields, network, page)
      }
    }
  }

  private func post(
    for store: Store, _ fields: [String: String], _ network: Network, _ page: StoredPage?
  ) -> PlannedPost {
    func planned(_ text: String, _ verdict: PlannedPost.Verdict) -> PlannedPost {
      PlannedPost(
        store: store.code, network: network, page: page?.id,
        content: PostContent(text: text, link: source.link), verdict: verdict)
    }
    switch templates[network]?.render(fields) {
    case .none: return planned("", .refused(Message("broadcast.noText", network)))
    case .missing(let names):
      return planned(
        "", .refused(Message("broadcast.missingField", names.joined(separator: ", "))))
    case .text(let text):
      if let finding = limits.check(text, for: network) {
        return planned(text, .refused(finding.message))
      }
      guard let page, page.state != .disconnected else {
        return planned(text, .held(Trouble("noPage", network)))
      }
      if page.state == .needsAttention {
        return planned(text, .held(page.trouble ?? Trouble("token", "–", "–")))
      }
      return planned(text, .ready)
    }
  }
}
