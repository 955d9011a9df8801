import VitrineCore
import VitrineStorage

/// Takes in what a network tells unasked about pages, and keeps what a comparison of these pages would find.
///
/// The news only say where to look: they come late, twice and in any order, and do not name the app that posted. So
/// each post that they name is read, and what it is now is held against our records. Whoever hands over bytes and
/// signature needs no other right: the signature is the network's. The subject of the records is the system.
package struct ReceiveWebhook: Sendable {
  private let desk: Desk
  private let network: Network
  private let person: UserID?
  private let rules: ReconcileRules

  /// Makes a receiver; `person` is who replays old news, and nobody for those that come by themselves.
  package init(
    _ desk: Desk, network: Network = .facebook, onBehalfOf person: UserID? = nil,
    rules: ReconcileRules = ReconcileRules()
  ) {
    self.desk = desk
    self.network = network
    self.person = person
    self.rules = rules
  }

  /// What news came to; the keys are a contract.
  package struct Output: Sendable {
    /// For how many pages at how many times there were news.
    package let entries: Int
    /// How many changes there were in all.
    package let changes: Int
    /// How many of them were about something else than a page's own posts, or about pages that are not ours.
    package let ignored: Int
    /// Where the pages and the records disagree.
    package let findings: [ReconcileFinding]
    /// How many posts could not be read.
    package let unread: Int

    /// The findings of one kind.
    package func findings(_ kind: ReconcileFinding.Kind) -> [ReconcileFinding] {
      findings.filter { $0.kind == kind }
    }
  }

  /// Checks all signatures and reads what is signed; nothing is changed by news of which one is not good.
  package func check(_ signed: [SignedNews]) throws -> PageNews {
    guard let reader = desk.networks[network] as? any NewsReader else {
      throw Fault(.usage, Message("pages.network", network), subject: network.rawValue)
    }
    var all = PageNews()
    for item in signed {
      let news = try reader.news(in: item)
      all.entries += news.entries
      all.changes += news.changes
      all.posts += news.posts
    }
    return all
  }

  /// Takes in what was signed, whole or not at all.
  package func run(_ signed: [SignedNews]) async throws -> Output {
    let news = try check(signed)
    let (pages, tokens) = try await desk.database.read { transaction in
      (
        try transaction.pages().filter { $0.network == network && $0.state != .disconnected },
        try transaction.sealedTokens()
      )
    }
    let ours = Dictionary(pages.map { ($0.remoteID, $0) }, uniquingKeysWith: { $1 })
    let known = news.posts.filter { ours[$0.page] != nil }
    var seen: Set<PageNews.Post> = []
    let asked = known.filter { seen.insert($0).inserted }.compactMap { post in
      ours[post.page].map { (page: $0, id: post.id) }
    }
    let start = desk.time.now()
    let answers = try await PageInquiry(desk: desk, network: network).ask(
      asked.map {
        PageInquiry.Question(page: $0.page, sealed: tokens[$0.page.id], step: .read($0.id))
      })
    let reads = zip(asked, answers).compactMap { WebhookRead(page: $0.page, id: $0.id, $1) }
    return Output(
      entries: news.entries, changes: news.changes, ignored: news.changes - known.count,
      findings: try await keep(reads, at: start), unread: asked.count - reads.count)
  }

  /// Writes what was seen, and the record of each new finding, in one transaction.
  private func keep(_ reads: [WebhookRead], at asked: Timestamp) async throws -> [ReconcileFinding]
  {
    guard !reads.isEmpty else { return [] }
    let application = desk.networks[network]?.application
    let now = desk.time.now()
    return try await desk.database.write { transaction in
      // The same first lock as the door takes, so that the two never wait for each other in a ring.
      _ = try transaction.auditHead(lock: true)
      let ids = Set(reads.map(\.page.id)).sorted()
      // Read behind the posts: what was released meanwhile has its record by now.
      let expected = Dictionary(grouping: try transaction.expectedPosts(on: ids), by: \.page)
      let strangers = Dictionary(grouping: try transaction.strangers(on: ids), by: \.page)
      var findings: [ReconcileFinding] = []
      var sightings: [StoredSighting] = []
      let byPage = Dictionary(grouping: reads, by: \.page.id)
      for id in ids {
        guard let reads = byPage[id], let page = reads.first?.page else { continue }
        let mine = expected[id] ?? []
        let comparison = PageComparison(
          look(page, reads, mine, at: asked), expected: mine,
          strangers: (strangers[id] ?? []).filter { known in
            reads.contains { $0.id == known.remoteID }
          }, appID: application, settling: rules.settling)
        findings += comparison.findings
        sightings += comparison.sightings
      }
      try transaction.upsertSightings(sightings, network: network)
      try transaction.append(
        findings.filter(\.isNew).map {
          $0.record(id: desk.random.recordID(), onBehalfOf: person, at: now)
        })
      return findings
    }
  }

  /// What one page shows, as far as the news told where to look.
  private func look(
    _ page: StoredPage, _ reads: [WebhookRead], _ expected: [ExpectedPost], at asked: Timestamp
  ) -> PageLook {
    // From the beginning of time on: a stranger's post that is gone is gone, however old.
    var look = PageLook(
      page: page, asked: asked, since: Timestamp(clamping: 0),
      posts: reads.compactMap(\.visible))
    for read in reads where read.visible == nil {
      // Right after a release even a read can be behind.
      let isSettled = expected.contains { mine in
        mine.remoteID == read.id
          && (mine.state == .confirmed
            || (mine.published ?? asked) < asked.advanced(byMilliseconds: -rules.settling))
      }
      if isSettled { look.readings[read.id] = read.reading }
    }
    return look
  }
}

/// What a post that the news named turned out to be.
private struct WebhookRead: Sendable {
  let page: StoredPage
  let id: RemoteID
  let reading: PageLook.Reading

  /// Takes an answer; nil for one that says nothing about the post.
  init?(page: StoredPage, id: RemoteID, _ outcome: NetworkAnswer.Outcome) {
    switch outcome {
    case .post(let post): reading = .there(post)
    case .refused(let failure) where failure.kind == .missing: reading = .gone
    default: return nil
    }
    self.page = page
    self.id = id
  }

  /// The post, where visitors see it.
  var visible: RemotePost? {
    if case .there(let post) = reading, post.isPublished { post } else { nil }
  }
}
