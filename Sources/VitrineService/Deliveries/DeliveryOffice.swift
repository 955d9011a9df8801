import VitrineCore
import VitrinePublishing
import VitrineStorage

/// The ledger of deliveries, behind the door: every result with its record, every call with its intent.
///
/// The subject of its records is the system, on behalf of whoever launched the broadcast. One office
/// belongs to one worker, whose lease dies with its process.
package actor DeliveryOffice: DeliveryLedger {
  nonisolated let desk: Desk
  nonisolated let worker: WorkerID
  nonisolated let focus: DeliveryFocus
  private let review: RoutineReview?
  private let host: String
  private let pid: Int
  private var lease: any LeaseHold
  private var inFlight: [PostID: Held] = [:]
  private var pictures = PictureShelf()
  private var tokens: [PageID: (sealed: SealedToken, secret: Secret?)] = [:]
  private var memory = ProgressMemory()
  private var beat: Timestamp?
  private let watch = NoticeWatch()
  /// The networks whose host did not answer at the last exchange.
  package private(set) var silences: [NetworkSilence] = []

  /// What was claimed and not reported yet.
  private struct Held {
    let stored: StoredDelivery
    let access: PageAccess
    let isUpload: Bool
  }

  /// How many opened tokens are kept: those of a large retailer, not those of a hundred thousand pages.
  private static let openTokens = 4_096

  /// How many pictures are on their way at once, since each is whole in memory and a request of its own.
  private static let uploadsAtOnce = 8

  /// Signs a worker on for what `focus` says; without a `review` no post of a store leaves.
  package static func open(
    _ desk: Desk, focus: DeliveryFocus, review: RoutineReview? = nil, host: String, pid: Int
  ) async throws -> DeliveryOffice {
    let worker: WorkerID = desk.random.identifier("w")
    guard let lease = try await desk.database.holdLease(leaseName(worker)) else {
      throw Fault(.locked, Message("deliveries.lease"))
    }
    try await desk.database.write {
      try $0.insertWorker(worker, host: host, pid: pid, at: desk.time.now())
    }
    return DeliveryOffice(
      desk: desk, worker: worker, focus: focus, review: review, host: host, pid: pid, lease: lease)
  }

  private init(
    desk: Desk, worker: WorkerID, focus: DeliveryFocus, review: RoutineReview?, host: String,
    pid: Int, lease: any LeaseHold
  ) {
    self.desk = desk
    self.worker = worker
    self.focus = focus
    self.review = review
    self.host = host
    self.pid = pid
    self.lease = lease
  }

  /// The name of a worker's lease.
  static func leaseName(_ worker: WorkerID) -> String { "worker-\(worker)" }

  /// Signs the worker off.
  package func close() async {
    let worker = worker
    try? await desk.database.write {
      try $0.releaseLeases(of: worker)
      try $0.deleteWorker(worker)
    }
    await lease.release()
  }

  package func exchange(_ reports: [DeliveryReport], capacity: Int) async throws
    -> DeliveryExchange
  {
    let settled = reports.compactMap { report -> SettledReport? in
      // Under another fence it is the answer to a claim that ran out: the row speaks for itself.
      guard let claimed = inFlight[report.claim.delivery.id],
        claimed.stored.fence == report.claim.fence
      else { return nil }
      inFlight[claimed.stored.post] = nil
      return SettledReport(report: report, stored: claimed.stored, access: claimed.access)
    }
    let asked = desk.time.now()
    let isBeatDue = beat.map { abs(asked.milliseconds(since: $0)) >= 5_000 } ?? true
    if isBeatDue {
      try await keepLease()
      try await lookAhead()
    }
    let start = desk.time.monotonic()
    // Looking ahead takes its time, and what is due or over is judged after it.
    let now = isBeatDue ? desk.time.now() : asked
    let step = ExchangeStep(
      desk: desk, worker: worker, focus: focus, now: now, settled: settled, capacity: capacity,
      uploadRoom: max(0, Self.uploadsAtOnce - inFlight.values.count(where: \.isUpload)),
      isBusy: !inFlight.isEmpty,
      signOn: isBeatDue ? ExchangeStep.SignOn(host: host, pid: pid) : nil,
      recent: memory.recent(at: start), limits: ExchangeLimits(desk.rules.callRates))
    let result =
      try await settled.isEmpty && capacity == 0 && !isBeatDue
      ? desk.database.read { try step.look($0) } : desk.database.write { try step.run($0) }
    memory.note(result.progress, at: start)
    if !settled.isEmpty || capacity > 0 || isBeatDue { silences = result.silences }
    // What the rules have to look at first is looked at before the next exchange.
    let isReviewDue = result.isReviewDue && review != nil
    if isBeatDue { beat = isReviewDue ? nil : now }
    // What is sent must be answered before the lease ends; half of it is left for the answer.
    let deadline = start + UInt64(desk.rules.leaseMilliseconds) * 1_000_000 / 2
    var claims: [DeliveryClaim] = []
    for claimed in result.claimed {
      inFlight[claimed.stored.post] = Held(
        stored: claimed.stored, access: claimed.access, isUpload: claimed.step.isUpload)
    }
    for claimed in result.claimed {
      let page = claimed.delivery.page
      let call = NetworkCall(
        page: claimed.delivery.remotePage,
        token: token(claimed.sealed, page: page, network: claimed.stored.network) ?? .absent,
        step: claimed.step, bytes: try await bytes(of: claimed.step))
      claims.append(
        DeliveryClaim(
          delivery: claimed.delivery, network: claimed.stored.network, call: call,
          fence: claimed.stored.fence, deadline: deadline))
    }
    return DeliveryExchange(
      claims: claims, wake: result.wake, isDone: result.isDone && !isReviewDue,
      progress: result.progress, silent: Set(silences.map(\.network)))
  }

  /// What has to be looked at before work is claimed, and takes longer than a transaction may.
  private func lookAhead() async throws {
    switch focus {
    case .everything, .broadcast:
      // An armed broadcast follows the register until it is staged.
      _ = try await RefreshBroadcasts(only: focus.broadcast).run(desk)
    case .posts: break
    }
    switch focus {
    case .everything, .posts: try await review?(desk)
    case .broadcast: break
    }
    try await watch.run(desk)
  }

  /// The bytes of the picture that a step uploads, read once however many pages show it.
  private func bytes(of step: NetworkCall.Step) async throws -> [UInt8]? {
    guard case .upload(let picture) = step else { return nil }
    if let known = pictures[picture.digest] { return known }
    let stored = try await desk.database.read { try $0.picture(picture.digest) }
    guard let bytes = stored?.bytes else { return nil }
    pictures.keep(bytes, as: picture.digest)
    return bytes
  }

  /// Takes the lease again after the server lost it (a broken connection): others take a worker
  /// without one for dead, and would free its work again and again.
  private func keepLease() async throws {
    guard await !lease.isHeld() else { return }
    guard let again = try await desk.database.holdLease(Self.leaseName(worker)) else {
      throw Fault(.locked, Message("deliveries.lease"))
    }
    lease = again
  }

  package func reap() async throws {
    let workers = try await desk.database.read { try $0.workers() }
    for other in workers where other != worker {
      guard try await !desk.database.isLeaseHeld(Self.leaseName(other)) else { continue }
      try await desk.database.write {
        try $0.releaseLeases(of: other)
        try $0.deleteWorker(other)
      }
    }
  }

  /// The page's token, opened once for each sealed form.
  private func token(_ sealed: SealedToken, page: PageID, network: Network) -> Secret? {
    if let known = tokens[page], known.sealed == sealed { return known.secret }
    let secret = desk.vault.open(sealed, page: page, network: network)
    if tokens.count >= Self.openTokens { tokens.removeAll(keepingCapacity: true) }
    tokens[page] = (sealed, secret)
    return secret
  }
}

/// A report with the row it is about, as it was when claimed.
struct SettledReport: Sendable {
  let report: DeliveryReport
  let stored: StoredDelivery
  let access: PageAccess
}

/// Whose token a call carried: what a late answer says about it is not true of the next one.
struct PageAccess: Hashable, Sendable {
  /// The connection behind it.
  let connection: String
  /// When it was taken over.
  let connected: Timestamp

  init(row: Row) throws {
    connection = try row.text("connection_id")
    connected = try row.timestamp("connected_at")
  }
}
