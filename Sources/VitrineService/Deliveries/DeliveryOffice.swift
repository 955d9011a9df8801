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
  nonisolated let only: BroadcastID?
  private let host: String
  private let pid: Int
  private var lease: any LeaseHold
  private var inFlight: [PostID: (stored: StoredDelivery, access: PageAccess)] = [:]
  private var tokens: [PageID: (sealed: SealedToken, secret: Secret?)] = [:]
  private var beat: Timestamp?

  /// Signs a worker on; `only` restricts it to one broadcast.
  package static func open(
    _ desk: Desk, only: BroadcastID?, host: String, pid: Int
  ) async throws -> DeliveryOffice {
    let worker: WorkerID = desk.random.identifier("w")
    guard let lease = try await desk.database.holdLease(leaseName(worker)) else {
      throw Fault(.locked, Message("deliveries.lease"))
    }
    try await desk.database.write {
      try $0.insertWorker(worker, host: host, pid: pid, at: desk.time.now())
    }
    return DeliveryOffice(
      desk: desk, worker: worker, only: only, host: host, pid: pid, lease: lease)
  }

  private init(
    desk: Desk, worker: WorkerID, only: BroadcastID?, host: String, pid: Int,
    lease: any LeaseHold
  ) {
    self.desk = desk
    self.worker = worker
    self.only = only
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
    let now = desk.time.now()
    let isBeatDue = beat.map { abs(now.milliseconds(since: $0)) >= 5_000 } ?? true
    if isBeatDue {
      try await keepLease()
      // An armed broadcast follows the register until it is staged.
      _ = try await RefreshBroadcasts(only: only).run(desk)
    }
    let start = desk.time.monotonic()
    let step = ExchangeStep(
      desk: desk, worker: worker, only: only, now: now, settled: settled, capacity: capacity,
      isBusy: !inFlight.isEmpty,
      signOn: isBeatDue ? ExchangeStep.SignOn(host: host, pid: pid) : nil)
    let result =
      try await settled.isEmpty && capacity == 0 && !isBeatDue
      ? desk.database.read { try step.look($0) } : desk.database.write { try step.run($0) }
    if isBeatDue { beat = now }
    // What is sent must be answered before the lease ends; half of it is left for the answer.
    let deadline = start + UInt64(desk.rules.leaseMilliseconds) * 1_000_000 / 2
    var claims: [DeliveryClaim] = []
    for claimed in result.claimed {
      inFlight[claimed.stored.post] = (claimed.stored, claimed.access)
      let page = claimed.delivery.page
      let call = NetworkCall(
        page: claimed.delivery.remotePage,
        token: token(claimed.sealed, page: page, network: claimed.stored.network) ?? .absent,
        step: claimed.step)
      claims.append(
        DeliveryClaim(
          delivery: claimed.delivery, network: claimed.stored.network, call: call,
          fence: claimed.stored.fence, deadline: deadline))
    }
    return DeliveryExchange(
      claims: claims, wake: result.wake, isDone: result.isDone, progress: result.progress)
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
