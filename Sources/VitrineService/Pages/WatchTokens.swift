import VitrineCore
import VitrineStorage

/// Asks about each page's token once a day, a few pages at a time, so that a token that dies is found before Friday.
///
/// The system's work, beside a worker's deliveries: of several workers one does it. What changes on a page is one
/// record; that nothing changed is none, or the log would be full of it. Pages that nobody has asked about yet come
/// first, a request's worth at a time; the others are spread over the day.
package struct WatchTokens: Sendable {
  /// The actor of its records.
  package static let actor = UserID("page-check")
  /// The name of its lease, and under which its last round is kept.
  static let chore = "page-check"
  /// How long a page is left alone, in milliseconds.
  static let day: Int64 = 86_400_000
  /// How long after a round the next one may begin, in milliseconds: a quarter of an hour.
  static let pause: Int64 = 900_000
  /// How long after it was connected a page has its first turn, in milliseconds.
  static let first: Int64 = 3_600_000

  private let desk: Desk

  /// Makes a watch.
  package init(_ desk: Desk) { self.desk = desk }

  /// Asks about those whose turn it is; nil where it is nobody's, or somebody else's work.
  package func run() async throws -> CheckPages.Output? {
    try await desk.database.alone(Self.chore) { try await look() } ?? nil
  }

  private func look() async throws -> CheckPages.Output? {
    let now = desk.time.now()
    let batch = desk.networks.values.map(\.abilities.batchSize).max() ?? 1
    let (pages, tokens) = try await desk.database.read {
      transaction -> ([StoredPage], [PageID: SealedToken]) in
      if let last = try transaction.lastRun(of: Self.chore),
        abs(now.milliseconds(since: last)) < Self.pause
      {
        return ([], [:])
      }
      let rounds = Int(Self.day / Self.pause)
      let share = (try transaction.countPagesInUse() + rounds - 1) / rounds
      let pages = try transaction.pagesToCheck(
        before: now.advanced(byMilliseconds: -Self.day),
        connectedBefore: now.advanced(byMilliseconds: -Self.first), limit: max(share, batch))
      // Those without a first answer come first, and fill a request; of the others only their share.
      let fresh = try transaction.countUnchecked(among: pages)
      return (Array(pages.prefix(max(share, fresh))), try transaction.sealedTokens())
    }
    guard !pages.isEmpty else { return nil }
    var answers: [(StoredPage, NetworkAnswer.Outcome)] = []
    for (network, pages) in Dictionary(grouping: pages, by: \.network)
      .sorted(by: { $0.key < $1.key })
    {
      let outcomes = try await PageInquiry(desk: desk, network: network).ask(
        pages.map { PageInquiry.Question(page: $0, sealed: tokens[$0.id], step: .checkToken) })
      answers += zip(pages, outcomes).map { ($0, $1) }
    }
    let found = answers
    let asked = desk.time.now()
    return try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      let output = try transaction.take(found, at: asked)
      try transaction.append(try records(found.map(\.0), transaction, at: asked))
      try transaction.setLastRun(of: Self.chore, at: asked)
      return output
    }
  }

  /// A record for each page that stands otherwise than before it was asked.
  private func records(
    _ before: [StoredPage], _ transaction: any Transaction, at now: Timestamp
  ) throws -> [AuditRecord] {
    try before.compactMap { old in
      guard let page = try transaction.page(of: old.store, on: old.network),
        page.state != old.state || page.trouble?.reason.code != old.trouble?.reason.code
      else { return nil }
      return AuditRecord(
        id: desk.random.recordID(), time: now, action: Action.pageConnect.rawValue,
        actor: AuditRecord.Actor(id: Self.actor, type: .system, auth: "worker"),
        target: AuditRecord.Target(
          type: "page", id: page.id.rawValue, store: page.store.rawValue),
        object: AuditRecord.Object(type: "check", id: "pages"),
        reasonCode: page.trouble?.reason.code, previousState: old.state.rawValue,
        state: page.state.rawValue)
    }
  }
}
