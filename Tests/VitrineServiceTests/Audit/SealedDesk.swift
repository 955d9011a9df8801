import Foundation
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// A test desk that can sign its log, with people, reasons and a few hundred records in it.
struct SealedDesk {
  static let origin = "example.org/log"

  let base: TestDesk
  let door: Door
  let keys: KeyFolder
  /// The token of an auditor, who may export.
  let auditor: Secret
  /// The checkpoints that it signed, smallest first.
  let notes: [SignedNote]

  var database: any Database { door.desk.database }
  var token: Secret { base.adminToken }

  func signer() throws -> FileCheckpointSigner {
    guard let signer = try keys.signer() else { throw MissingKey() }
    return signer
  }

  func key() throws -> NoteVerifier { try signer().verifier() }

  struct MissingKey: Error {}

  /// Makes one; each of the counts is followed by a checkpoint.
  static func make(
    _ driver: DriverUnderTest = .sqlite, records: [Int] = [90, 120, 60]
  ) async throws -> SealedDesk {
    let base = try await TestDesk.make(driver)
    let keys = KeyFolder(try TemporaryFolder.url().appending(path: "keys-\(UUID().uuidString)"))
    try keys.create(origin: origin, random: .system)
    let old = base.desk
    let door = Door(
      Desk(
        database: old.database, time: old.time, random: old.random, vault: old.vault,
        signer: try keys.signer(), networks: old.networks, rules: old.rules))
    for name in ["Ana", "Bob", "Eve"] { _ = try await base.person(name, .approver) }
    let auditor = try await base.person("Aude", .auditor).token
    var notes: [SignedNote] = []
    for (round, count) in records.enumerated() {
      let start = round * 1000
      let batch = (start..<start + count).map { record($0) }
      try await door.desk.database.write { try $0.append(batch) }
      notes.append(try await SignCheckpoint().run(door, as: base.adminToken))
    }
    return SealedDesk(base: base, door: door, keys: keys, auditor: auditor, notes: notes)
  }

  /// A record that looks like a publication.
  static func record(_ number: Int, actor: String = "u_store") -> AuditRecord {
    var record = AuditRecord(
      id: "r_\(number)", time: Timestamp(clamping: 1_800_000_000_000 + Int64(number)),
      action: Action.postPublish.rawValue,
      actor: AuditRecord.Actor(id: UserID("\(actor)\(number % 7)"), roles: ["store_manager@all"]))
    record.target = AuditRecord.Target(type: "page", id: "pg_\(number % 5)", store: "FR-0001")
    record.object = AuditRecord.Object(type: "post", id: "p_\(number)")
    return record
  }

  /// Verifies as the command does.
  func verify(_ query: VerifyAudit = VerifyAudit()) async throws -> VerifiedLog {
    try await door.ask(query, as: token)
  }
}
