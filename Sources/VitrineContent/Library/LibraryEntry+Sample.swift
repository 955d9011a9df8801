import VitrineCore

extension LibraryEntry {
  /// Looks at the entry as a store would publish it, with made-up answers, and keeps what is found.
  ///
  /// A rule speaks of one post on one day. So it counts here only if it speaks on every day of
  /// `days` on which the template may be used: a template for the sales is right, though it may not
  /// be published in November.
  ///
  /// - Parameters:
  ///   - days: the days to try, today first.
  ///   - limits: how long a text may be on a network.
  ///   - review: what the retailer's rules say of a post.
  package mutating func checkSample(
    on days: [CivilDate], limits: NetworkLimits,
    review: @escaping (ReviewedPost) -> [RuleFinding]
  ) {
    guard let source, !hasErrors else { return }
    let look = SampleLook(source, path: path, limits: limits, review: review)
    let usable = source.usableDays(days)
    var seen: [Finding] = []
    for network in source.networks.isEmpty ? [.facebook] : source.networks {
      var least: [Finding]?
      for day in usable {
        let found = look.findings(on: network, day)
        if found.count < least?.count ?? .max { least = found }
        if found.isEmpty { break }
      }
      if let longest = usable.first.flatMap({ look.longestAnswers(on: network, $0) }) {
        least = (least ?? []) + [longest]
      }
      for finding in least ?? [] where !seen.contains(finding) { seen.append(finding) }
    }
    findings += seen
  }
}

/// One template, its texts read once, seen with made-up answers.
private struct SampleLook {
  let source: MessageSource
  let path: String
  let limits: NetworkLimits
  let review: (ReviewedPost) -> [RuleFinding]
  private let templates: MessageTemplates
  private let store: Store

  init(
    _ source: MessageSource, path: String, limits: NetworkLimits,
    review: @escaping (ReviewedPost) -> [RuleFinding]
  ) {
    self.source = source
    self.path = path
    self.limits = limits
    self.review = review
    templates = MessageTemplates(source)
    store = Store.sample(
      format: source.formats.first ?? .hypermarket, region: source.regions.first ?? "Bretagne")
  }

  /// What the rules and the network's limit say of a plausible answer.
  func findings(on network: Network, _ day: CivilDate) -> [Finding] {
    let post = PreparedMessage(templates, values: source.sampleValues(on: day), day: day)
      .post(on: network, for: store)
    guard !post.text.isEmpty else { return [] }
    let line = source.text(for: network).line
    var found = review(ReviewedPost(post, of: source, on: network, for: store, day: day))
      .compactMap { finding -> Finding? in
        guard finding.severity != .info else { return nil }
        return Finding(
          finding.severity == .error ? .error : .warning,
          Message("library.rule", finding.title, finding.words.joined(separator: ", ")),
          rule: finding.rule, file: path, line: line, column: 1,
          fix: Message("library.rule-fix", finding.fix))
      }
    if var finding = limits.check(post.text, for: network) {
      (finding.file, finding.line) = (path, line)
      found.append(finding)
    }
    return found
  }

  /// A warning when the longest answers do not fit the network: a store would find out while typing.
  func longestAnswers(on network: Network, _ day: CivilDate) -> Finding? {
    guard let limit = limits.limits[network] else { return nil }
    let text = source.text(for: network).text
    let values = source.longestValues(on: day)
    // A bound from above, in bytes: far below the limit nothing needs to be rendered. No word of the
    // sample store is longer than 200 bytes, nor is a number, an amount or a day.
    let holes = text.utf8.count { $0 == UInt8(ascii: "{") } / 2
    let longest = values.values.reduce(200) { max($0, $1.utf8.count) }
    guard text.utf8.count + holes * longest > limit.maximum else { return nil }
    let post = PreparedMessage(templates, values: values, day: day).post(on: network, for: store)
    let length = limit.unit.count(post.text)
    guard length > limit.maximum else { return nil }
    return Finding(
      .warning, Message("library.longest", length, network, limit.maximum),
      rule: "network.longest-answers", file: path, line: source.text(for: network).line, column: 1)
  }
}

extension MessageSource {
  /// The days on which it may be used among some; its first day when none of them is one.
  fileprivate func usableDays(_ days: [CivilDate]) -> [CivilDate] {
    let first = validity.from?.day
    let end = validity.until?.day
    let usable = days.filter { day in
      (first.map { $0 <= day } ?? true) && (end.map { day < $0 } ?? true)
    }
    return usable.isEmpty ? [first ?? days.first].compactMap { $0 } : usable
  }
}

extension MessageValidity.Moment {
  /// Its day; of an instant that in UTC.
  fileprivate var day: CivilDate? {
    date ?? instant.map { CivilDate(daysSince1970: Int($0.milliseconds / 86_400_000)) }
  }
}
