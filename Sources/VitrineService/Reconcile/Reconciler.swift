import VitrineCore
import VitrineStorage

/// Compares what the pages show with what the log tells, and keeps what it finds.
///
/// A log cannot show what was never written into it: only the pages can. Everybody is asked in batches
/// with the network's limits respected, and each batch is one transaction: what was seen, and a record
/// for each finding that no earlier comparison had. The subject of its records is the system, on
/// behalf of whoever asked for the comparison.
package struct Reconciler: Sendable {
  /// The actor of its records.
  package static let actor = UserID("reconcile")
  /// The name under which its last run is kept, and its lease.
  package static let chore = "reconcile"

  private let desk: Desk
  private let person: UserID?
  private let rules: ReconcileRules

  /// Makes a reconciler; `person` is who asked for it, and nobody for a worker.
  package init(_ desk: Desk, onBehalfOf person: UserID?, rules: ReconcileRules = ReconcileRules()) {
    self.desk = desk
    self.person = person
    self.rules = rules
  }

  /// Whether a worker should compare now; false with 0 hours, and before there are pages.
  ///
  /// The first comparison comes as long after the first page was connected.
  package func isDue(everyHours hours: Int) async throws -> Bool {
    guard hours > 0 else { return false }
    let now = desk.time.now()
    return try await desk.database.read { transaction in
      let start = try transaction.row("SELECT MIN(first_connected_at) AS start FROM page")?
        .optionalTimestamp("start")
      guard let last = try transaction.lastRun(of: Self.chore) ?? start else { return false }
      return now.milliseconds(since: last) >= Int64(hours) * 3_600_000
    }
  }

  /// Compares pages; nil picks every store, and the window of the rules.
  ///
  /// Throws `locked` while somebody else compares, what the selector throws, and what the database
  /// throws; what the network does wrong leaves pages unchecked, with the reason.
  package func run(_ selector: Selector? = nil, since: Timestamp? = nil) async throws
    -> ReconcileReport
  {
    let report = try await desk.database.alone(Self.chore) { try await compare(selector, since) }
    guard let report else {
      throw Fault(.locked, Message("reconcile.busy"), hint: Message("reconcile.busy.hint"))
    }
    return report
  }

  private func compare(_ selector: Selector?, _ asked: Timestamp?) async throws -> ReconcileReport {
    let start = desk.time.now()
    let since = asked ?? start.advanced(byMilliseconds: -rules.window)
    var report = ReconcileReport(since: since)
    let (pages, tokens) = try await desk.database.read { transaction in
      let register = try Register(in: transaction)
      let picked = try selector.map { try register.pick($0) } ?? register.stores
      return (
        picked.flatMap { register.pages[$0.code] ?? [] }, try transaction.sealedTokens()
      )
    }
    for page in pages where page.state == .disconnected {
      report.unchecked.append(
        UncheckedPage(page: page, reason: page.trouble?.reason ?? Message("reconcile.disconnected"))
      )
    }
    let open = Dictionary(grouping: pages.filter { $0.state != .disconnected }, by: \.network)
    for (network, pages) in open.sorted(by: { $0.key < $1.key }) {
      let inquiry = PageInquiry(desk: desk, network: network)
      let size = max(1, desk.networks[network]?.abilities.batchSize ?? 1)
      for first in stride(from: 0, to: pages.count, by: size) {
        try Task.checkCancellation()
        let batch = Array(pages[first..<min(first + size, pages.count)])
        try await compare(batch, tokens, inquiry, &report)
      }
    }
    try await finish(report, selector, at: start)
    return report
  }

  private func compare(
    _ pages: [StoredPage], _ tokens: [PageID: SealedToken], _ inquiry: PageInquiry,
    _ report: inout ReconcileReport
  ) async throws {
    let asked = desk.time.now()
    let since = report.since
    let lists = try await inquiry.ask(
      pages.map {
        PageInquiry.Question(
          page: $0, sealed: tokens[$0.id],
          step: .listPublished(since: since, until: asked.advanced(bySeconds: 60)))
      })
    var looks: [PageLook] = []
    for (page, outcome) in zip(pages, lists) {
      if case .posts(let posts) = outcome {
        looks.append(PageLook(page: page, asked: asked, since: since, posts: posts))
      } else {
        let failure = outcome.failure ?? NetworkFailure(kind: .request, detail: "no list")
        report.unchecked.append(UncheckedPage(page: page, reason: Trouble(failure).reason))
      }
    }
    try await read(&looks, tokens, inquiry)
    let (found, application) = (looks, desk.networks[inquiry.network]?.application)
    let now = desk.time.now()
    let findings = try await desk.database.write { transaction in
      try keep(found, inquiry.network, application, at: now, transaction)
    }
    report.findings += findings
    report.checked += looks.count
  }

  /// Reads the posts of ours that the lists do not hold, each by its id.
  private func read(
    _ looks: inout [PageLook], _ tokens: [PageID: SealedToken], _ inquiry: PageInquiry
  ) async throws {
    let ids = looks.map(\.page.id)
    let expected = Dictionary(
      grouping: try await desk.database.read { try $0.expectedPosts(on: ids) }, by: \.page)
    var questions: [(look: Int, post: ExpectedPost)] = []
    for (place, look) in looks.enumerated() {
      questions += look.questions(expected[look.page.id] ?? [], rules).map { (place, $0) }
    }
    let found = looks
    let answers = try await inquiry.ask(
      questions.map { place, post in
        let page = found[place].page
        return PageInquiry.Question(
          page: page, sealed: tokens[page.id], step: .read(post.remoteID))
      })
    for ((place, post), answer) in zip(questions, answers) {
      switch answer {
      case .post(let remote): looks[place].readings[post.remoteID] = .there(remote)
      case .refused(let failure) where failure.kind == .missing:
        looks[place].readings[post.remoteID] = .gone
      default: break
      }
    }
  }

  /// Writes what was seen, and the record of each new finding, in one transaction.
  private func keep(
    _ looks: [PageLook], _ network: Network, _ application: String?, at now: Timestamp,
    _ transaction: any Transaction
  ) throws -> [ReconcileFinding] {
    // The same first lock as the door takes, so that the two never wait for each other in a ring.
    _ = try transaction.auditHead(lock: true)
    let ids = looks.map(\.page.id)
    // Read again behind the lists: what was released meanwhile has its record by now.
    let expected = Dictionary(grouping: try transaction.expectedPosts(on: ids), by: \.page)
    let strangers = Dictionary(grouping: try transaction.strangers(on: ids), by: \.page)
    var findings: [ReconcileFinding] = []
    var sightings: [StoredSighting] = []
    for look in looks {
      let comparison = PageComparison(
        look, expected: expected[look.page.id] ?? [], strangers: strangers[look.page.id] ?? [],
        appID: application, settling: rules.settling)
      findings += comparison.findings
      sightings += comparison.sightings
    }
    try transaction.upsertSightings(sightings, network: network)
    try transaction.setReconciled(ids, at: now)
    try transaction.append(
      findings.filter(\.isNew).map {
        $0.record(id: desk.random.recordID(), onBehalfOf: person, at: now)
      })
    return findings
  }

  /// The record of the comparison itself: that somebody looked, and at how much.
  private func finish(
    _ report: ReconcileReport, _ selector: Selector?, at start: Timestamp
  ) async throws {
    let now = desk.time.now()
    var detail: [String: JSON] = [
      "checked": .integer(Int64(report.checked)),
      "notChecked": .integer(Int64(report.unchecked.count)),
      "since": .string(report.since.description), "startedAt": .string(start.description),
    ]
    for kind in ReconcileFinding.Kind.allCases {
      detail[kind.rawValue] = .integer(Int64(report.findings(kind).count))
    }
    if let selector { detail["selector"] = .string(selector.canonical) }
    let record = AuditRecord(
      id: desk.random.recordID(), time: now, action: Action.auditReconcile.rawValue,
      actor: AuditRecord.Actor(id: Self.actor, type: .system, auth: "reconcile"),
      onBehalfOf: person, object: AuditRecord.Object(type: "reconcile", id: "pages"),
      state: "finished", detail: detail)
    try await desk.database.write { transaction in
      try transaction.append([record])
      if selector == nil { try transaction.setLastRun(of: Self.chore, at: now) }
      try desk.noteServedVersions(transaction, at: now)
    }
  }
}
