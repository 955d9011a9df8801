import Foundation
import Testing
import VitrineCore
import VitrineStorage
import VitrineTestSupport

@testable import VitrineService

/// Whoever owns the database or the export can write what they like; none of it stays unseen.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct TamperTests {
  /// Undoes what a mutation did.
  private struct Undo: Error {}

  /// What came of one mutation.
  private struct Outcome: Sendable {
    let seed: UInt64
    let name: String
    let target: Int?
    let verdict: AuditVerdict
  }

  @Test func `300 seeded mutations of a database are found, each with its first bad record`()
    async throws
  {
    let desk = try await SealedDesk.make()
    let key = try desk.key()
    let signer = try desk.signer()
    let secret = try SecretFile.read(desk.keys.url.appending(path: "audit-key"))
    let outcomes = try await desk.database.write { transaction in
      try (0..<300).map { seed in
        var outcome: Outcome?
        do {
          try transaction.savepoint {
            let logKey = try NoteSigner(skey: secret)
            var tampering = try Tampering(transaction, seed: UInt64(seed), logKey: logKey)
            let (name, target) = try tampering.run()
            // A fork comes with a fresh signer; the older checkpoint on paper is what is left.
            let kept = try KeptCheckpoint(bytes: desk.notes[2].bytes)
            let query = name == "fork" ? VerifyAudit(kept: [kept], key: key) : VerifyAudit()
            let verified = try query.verify(transaction, signer: name == "fork" ? nil : signer)
            outcome = Outcome(
              seed: UInt64(seed), name: name, target: target, verdict: verified.verdict)
            throw Undo()
          }
        } catch is Undo {}
        return try #require(outcome, "seed \(seed)")
      }
    }
    #expect(outcomes.count == 300)
    for outcome in outcomes { check(outcome) }
    #expect(Set(outcomes.map(\.name)).count == Tampering.kinds.count)
    // And nothing of it stayed.
    #expect(try await desk.verify().verdict.isGood)
  }

  @Test func `200 seeded mutations of an export are found, each with its first bad record`()
    async throws
  {
    let desk = try await SealedDesk.make()
    let folder = try TemporaryFolder.url().appending(path: "export")
    _ = try await ExportFolder(folder).write(desk.door, as: desk.auditor)
    let key = try desk.key()
    let honest = try VerifyExport(folder: folder, key: key).run()
    #expect(honest.verdict.isGood, "\(honest.verdict.findings)")
    let secret = try SecretFile.read(desk.keys.url.appending(path: "audit-key"))
    let kept = try KeptCheckpoint(bytes: desk.notes[1].bytes)
    var names: Set<String> = []
    for seed in 0..<200 {
      await Task.yield()
      let copy = try TemporaryFolder.url().appending(path: "copy-\(seed)")
      try FileManager.default.copyItem(at: folder, to: copy)
      defer { try? FileManager.default.removeItem(at: copy) }
      let logKey = try NoteSigner(skey: secret)
      var tampering = try FolderTampering(copy, seed: UInt64(seed), logKey: logKey)
      let (name, target) = try tampering.run()
      names.insert(name)
      let verified = try VerifyExport(folder: copy, key: key, kept: [kept]).run()
      check(
        Outcome(seed: UInt64(seed), name: name, target: target, verdict: verified.verdict))
    }
    #expect(names.count == FolderTampering.kinds.count)
  }

  private func check(_ outcome: Outcome) {
    let place = "seed \(outcome.seed), \(outcome.name) at \(outcome.target ?? -1)"
    #expect(!outcome.verdict.isGood, "not found: \(place)")
    if let target = outcome.target {
      #expect(
        outcome.verdict.firstBadIndex == target,
        "\(place): \(outcome.verdict.firstBadIndex ?? -1) \(outcome.verdict.findings.prefix(4))")
    } else {
      // Without a record to blame, a checkpoint, a name or a file is named.
      #expect(
        outcome.verdict.findings.first?.message.arguments.isEmpty == false
          || outcome.verdict.findings.first == .headUnreadable, "\(place)")
    }
  }
}
