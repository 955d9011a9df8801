import VitrineContent
import VitrineCore
import VitrineService

/// What a store would publish of a template, and what stands against it.
struct TemplatePreview {
  let network: Network
  let post: RenderedPost
  let limit: NetworkLimits.Limit?
  private let findings: [Finding]
  private let rules: [RuleFinding]

  /// Renders a template for a store.
  ///
  /// A field that is not filled yet is a finding, and its hole stays visible. A value that does not
  /// fit throws `invalid`, since nobody knows what it would become.
  init(
    source: MessageSource, item: ReadLibraryStores.Item, network: Network,
    values: [String: String], desk: LibraryDesk, review: (ReviewedPost) -> [RuleFinding]
  ) throws {
    let (filled, found) = source.filled(with: values)
    let wrong = found.filter { $0.message.code != "values.missing" }
    guard wrong.isEmpty else {
      throw Fault(
        .invalid, Message("broadcast.values", source.id), hint: Message("broadcast.values.hint"),
        subject: source.id, findings: wrong)
    }
    let store = item.store
    let day = CivilDate(at: desk.now, zone: store.timeZone)
    let post = PreparedMessage(source, values: filled, day: day, showsHoles: true)
      .post(on: network, for: store)
    self.network = network
    self.post = post
    limit = desk.knowledge.limits.limits[network]
    rules =
      post.text.isEmpty
      ? [] : review(ReviewedPost(post, of: source, on: network, for: store, day: day))
    findings =
      found.map { finding in
        var finding = finding
        finding.file = nil
        return finding
      } + Self.findings(post, network, desk.knowledge.limits)
      + Self.standing(source, desk)
  }

  /// Whether something forbids it.
  var hasErrors: Bool {
    findings.contains { $0.severity == .error } || rules.contains { $0.severity == .error }
  }

  private static func findings(
    _ post: RenderedPost, _ network: Network, _ limits: NetworkLimits
  ) -> [Finding] {
    var list = FindingList()
    for name in post.missing { list.add(Message("library.missing", name), at: nil) }
    guard post.missing.isEmpty else { return list.all }
    if post.text.isEmpty { list.add(Message("library.noText"), at: nil) }
    list.add(contentsOf: TextCheck.findings(in: post.text))
    list.add(contentsOf: PlainTextCheck.findings(in: post.text))
    if let finding = limits.check(post.text, for: network) { list.add(finding) }
    return list.all
  }

  private static func standing(_ source: MessageSource, _ desk: LibraryDesk) -> [Finding] {
    let standing = desk.standing(of: source, at: desk.now)
    guard standing != .valid else { return [] }
    let bound = standing == .early ? source.validity.from : source.validity.until
    return [
      Finding(
        .warning, Message("library.notNow", source.id, bound?.text ?? "–"), rule: "message.validity"
      )
    ]
  }

  /// What is published beside the text: the store's pictures take the place of the first one.
  private var media: [(file: String, alt: String?)] {
    let rest = post.ownPictures.isEmpty ? post.media[...] : post.media.dropFirst()
    return post.ownPictures.map { ($0, nil) } + rest.map { ($0.file, $0.alt) }
  }

  /// The preview as scripts read it; the keys are a contract.
  func json(_ console: Console) -> JSON {
    let found = findings.map { finding -> JSON in
      [
        "severity": .string(finding.severity.rawValue), "rule": .string(finding.rule),
        "message": .string(finding.message.text(in: console.language)),
        "fix": finding.fix.map { .string($0.text(in: console.language)) } ?? .null,
      ]
    }
    let said = rules.map { finding -> JSON in
      [
        "severity": .string(finding.severity.rawValue), "rule": .string(finding.rule),
        "message": .string(finding.title), "fix": .string(finding.fix),
      ]
    }
    return [
      "text": .string(post.text), "network": .string(network.rawValue),
      "link": post.link.map(JSON.string) ?? .null,
      "media": .array(
        media.map { ["file": .string($0.file), "alt": $0.alt.map(JSON.string) ?? .null] }),
      "digest": .string(
        PlannedPost.digest(of: PostContent(text: post.text, link: post.link))),
      "findings": .array(found + said),
    ]
  }

  /// The preview as people read it.
  func show(_ console: Console) throws {
    for line in post.text.split(separator: "\n", omittingEmptySubsequences: false) {
      try console.print("  │ \(line)")
    }
    if let link = post.link { try console.print("  │ \(link)") }
    for picture in media {
      try console.print(console.text("library.show.media", picture.file, picture.alt ?? "–"))
    }
    if let limit {
      try console.print(
        console.text(
          "library.preview.length", network, limit.unit.count(post.text), limit.maximum))
    }
    for finding in findings {
      try console.print(finding.text(in: console.language))
      if let fix = finding.fix { try console.print("  " + fix.text(in: console.language)) }
    }
    for finding in rules {
      let mark = console.text("finding.\(finding.severity == .error ? "error" : "warning")")
      try console.print("\(mark): \(finding.title) [\(finding.rule)]")
      try console.print("  " + finding.fix)
    }
  }
}
