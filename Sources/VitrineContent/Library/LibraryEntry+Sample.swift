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
    on days: [CivilDate], limits: NetworkLimits, review: (ReviewedPost) -> [RuleFinding]
  ) {
    guard let source, !hasErrors else { return }
    let usable = source.usableDays(days)
    var seen: [Finding] = []
    for network in source.networks.isEmpty ? [.facebook] : source.networks {
      var least: [Finding]?
      for day in usable {
        let found = findings(of: source, on: network, day, limits, review)
        if found.count < least?.count ?? .max { least = found }
        if found.isEmpty { break }
      }
      for finding in least ?? [] where !seen.contains(finding) { seen.append(finding) }
    }
    findings += seen
  }

  private func findings(
    of source: MessageSource, on network: Network, _ day: CivilDate, _ limits: NetworkLimits,
    _ review: (ReviewedPost) -> [RuleFinding]
  ) -> [Finding] {
    let store = Store.sample(
      format: source.formats.first ?? .hypermarket, region: source.regions.first ?? "Bretagne")
    let post = source.rendered(
      for: network, store: store, values: source.sampleValues(on: day), day: day)
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
