import VitrineCore
import VitrineStorage

/// Looks once a day whether messages that went out are still on their pages, one broadcast a round.
///
/// The system's work, beside a worker's deliveries: of several workers one does it. It changes nothing on a page:
/// what is altered or gone is told to one person who may repair it, and decides.
package struct WatchBroadcasts: Sendable {
  /// The actor of its records.
  package static let actor = UserID("verification")
  /// The name of its lease.
  static let chore = "verification"
  /// How long after its last page a broadcast is looked at first, in milliseconds: an hour.
  static let first: Int64 = 3_600_000
  /// How long after a look the next one is due, in milliseconds: a day.
  static let day: Int64 = 86_400_000
  /// For how long a broadcast without an end is looked at, in milliseconds: two days.
  static let endless: Int64 = 172_800_000

  private let desk: Desk

  /// Makes a watch.
  package init(_ desk: Desk) { self.desk = desk }

  /// Looks at the broadcast whose turn it is; nil where it is nobody's, or somebody else's work.
  package func run() async throws -> StoredVerification? {
    try await desk.database.alone(Self.chore) { try await look() } ?? nil
  }

  private func look() async throws -> StoredVerification? {
    let now = desk.time.now()
    let due = try await desk.database.read { transaction in
      try transaction.broadcastToVerify(
        finishedBefore: now.advanced(byMilliseconds: -Self.first),
        endlessAfter: now.advanced(byMilliseconds: -Self.endless),
        checkedBefore: now.advanced(byMilliseconds: -Self.day), at: now)
    }
    guard let id = due else { return nil }
    let looks = try await PostReading(desk: desk, id: id).certainLooks()
    let asked = desk.time.now()
    return try await desk.database.write { transaction in
      _ = try transaction.auditHead(lock: true)
      let broadcast = try transaction.existingBroadcast(id)
      let findings = try PostFindings(looks, of: id, in: transaction)
      let result = findings.kept(id, at: asked)
      try transaction.keepVerification(result)
      try transaction.append([
        AuditRecord(
          id: desk.random.recordID(), time: asked, action: Action.broadcastRead.rawValue,
          actor: AuditRecord.Actor(id: Self.actor, type: .system, auth: "worker"),
          object: broadcast.object, broadcastID: id, detail: findings.detail)
      ])
      // Corrected or stopped since: its people are looking at it already.
      if broadcast.state == .finished {
        let writer = NoticeWriter(transaction: transaction, now: asked)
        try writer.write(try writer.tellDamage(findings, of: broadcast))
      }
      try desk.noteServedVersions(transaction, at: asked)
      return result
    }
  }
}
