import Foundation
import Testing
import VitrineCore
import VitrineService
import VitrineStorage
import VitrineTestSupport

/// Signing, proving and witnessing the log, on both databases.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct IntegrityTests {
  @Test(arguments: DriverUnderTest.allCases)
  func `an honest log is verified with every promise that was made`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await SealedDesk.make(driver, records: [40, 30])
    let kept = try desk.notes.map { try KeptCheckpoint(bytes: $0.bytes) }
    let verified = try await desk.verify(VerifyAudit(kept: kept))
    #expect(verified.verdict.isGood, "\(verified.verdict.findings)")
    #expect(verified.verdict.records == (try await desk.base.logSize()))
    #expect(verified.remarks.isEmpty)
  }

  @Test func `signing is a record that the checkpoint covers, and names the one before`()
    async throws
  {
    let desk = try await SealedDesk.make(records: [5, 5])
    let sizes = try desk.notes.map { try Checkpoint(text: $0.text).size }
    let bytes = try await desk.database.read { transaction in
      try sizes.compactMap { try transaction.record(at: $0 - 1)?.bytes }
    }
    let records = try bytes.map { try AuditRecord(bytes: $0) }
    #expect(records.map(\.action) == ["audit.verify", "audit.verify"])
    #expect(records[0].detail["previous"] == nil)
    #expect(records[1].detail["previous"] == .integer(Int64(sizes[0])))
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `every record is proved with the key alone`(_ driver: DriverUnderTest) async throws {
    let desk = try await SealedDesk.make(driver, records: [20, 13])
    let size = try Checkpoint(text: desk.notes[1].text).size
    for index in [0, 1, 17, size - 2, size - 1] {
      let made = try await ProveRecord(index: index).run(desk.door, as: desk.token)
      let read = try TLogProof(bytes: made.proof.bytes)
      let promise = try read.verify(record: made.record, log: desk.key())
      #expect(promise.size > index)
      let other = await thrownFault {
        try read.verify(record: made.record + [0x20], log: desk.key())
      }
      #expect(other?.code == .invalid)
    }
  }

  @Test func `a record that no checkpoint covers gets one`() async throws {
    let desk = try await SealedDesk.make(records: [5])
    let late = SealedDesk.record(77)
    try await desk.database.write { try $0.append([late]) }
    let index = try await desk.base.logSize() - 1
    let made = try await ProveRecord(index: index).run(desk.door, as: desk.token)
    #expect(made.record == (try late.bytes()))
    #expect(try Checkpoint(text: made.proof.checkpoint.text).size == index + 2)
    let found = try await desk.door.ask(FindPublication(post: "p_77"), as: desk.token)
    #expect(found == index)
  }

  @Test(arguments: DriverUnderTest.allCases)
  func `a witness follows the log, and its signatures are kept`(
    _ driver: DriverUnderTest
  ) async throws {
    let desk = try await SealedDesk.make(driver, records: [20, 13])
    let auditor = try await desk.base.person("Aude", .auditor)
    let signer = try NoteSigner(name: "auditor.example.org/w1", random: .system)
    let witness = Witness(signer: signer, log: try desk.key())
    let time = Timestamp(clamping: 1_767_225_600_000)
    let first = try witness.cosign(desk.notes[0], seen: nil, proof: nil, at: time)
    let growth = try await ProveGrowth(from: first.checkpoint.size, to: nil).run(
      desk.door, as: desk.token)
    let second = try witness.cosign(
      growth.checkpoint, seen: first.checkpoint, proof: growth, at: time)
    let vkey = try signer.verifier(.cosignature)
    let attached = try await desk.door.perform(
      AttachCosignature(note: second.note, witnesses: [vkey]), as: auditor.token)
    #expect(attached.witnesses == ["auditor.example.org/w1"])
    let verified = try await desk.verify(VerifyAudit(witnesses: [vkey]))
    #expect(verified.verdict.isGood, "\(verified.verdict.findings)")
    #expect(verified.sightings.map(\.size) == [second.checkpoint.size])
    #expect(verified.sightings.map(\.time) == [time])
    let stranger = try NoteSigner(name: "nobody.example", random: .system)
    let unknown = try desk.notes[0].adding(stranger.cosign(desk.notes[0].text, at: time))
    let fault = await thrownFault {
      try await desk.door.perform(
        AttachCosignature(note: unknown, witnesses: [vkey]), as: auditor.token)
    }
    #expect(fault?.message.code == "audit.cosign.nobody")
  }

  @Test func `the signer refuses a log that was cut back, with a short proof`() async throws {
    let desk = try await SealedDesk.make(records: [20])
    try await desk.database.write { transaction in
      for event in ["update", "delete"] {
        try transaction.execute("DROP TRIGGER audit_leaf_no_\(event)")
        try transaction.execute("DROP TRIGGER audit_node_no_\(event)")
      }
      try transaction.execute("DELETE FROM audit_private WHERE position >= 10")
      try transaction.execute("DELETE FROM audit_leaf WHERE position >= 10")
      for level in 1...5 {
        try transaction.execute(
          "DELETE FROM audit_node WHERE level = ?1 AND position >= ?2",
          [SQLValue(level), SQLValue(10 >> level)])
      }
      var frontier = Frontier()
      try transaction.forEachLeaf { _ = frontier.append(MerkleTree.leaf($0.bytes)) }
      try transaction.execute(
        "UPDATE audit_head SET size = 10, frontier = ?1", [.blob(frontier.bytes)])
    }
    let fault = await thrownFault {
      try await SignCheckpoint().run(desk.door, as: desk.token)
    }
    #expect(fault?.message.code == "keys.fork")
    #expect(fault?.code == .corrupt)
  }

  @Test func `a signature that a crash kept from the table is kept by the next signing`()
    async throws
  {
    let desk = try await SealedDesk.make(records: [20, 10])
    let size = try Checkpoint(text: desk.notes[1].text).size
    try await desk.database.write {
      try $0.execute("DELETE FROM audit_checkpoint WHERE size = ?1", [SQLValue(size)])
    }
    #expect(try await desk.verify().verdict.findings == [.lostCheckpoint(size: size)])
    _ = try await SignCheckpoint().run(desk.door, as: desk.token)
    #expect(try await desk.verify().verdict.isGood)
    let note = try await desk.database.read { try $0.checkpointNote(size: size) }
    #expect(note == String(decoding: desk.notes[1].bytes, as: UTF8.self))
  }

  @Test func `paper without a signature still contradicts a shorter log`() async throws {
    let desk = try await SealedDesk.make(records: [20])
    let honest = try Checkpoint(text: desk.notes[0].text)
    let paper = PaperCheckpoint(honest).text(at: Timestamp(clamping: 0))
    let good = try await desk.verify(VerifyAudit(kept: [KeptCheckpoint(bytes: Array(paper.utf8))]))
    #expect(good.verdict.isGood)
    #expect(good.remarks.map(\.code) == ["audit.verify.paper"])
    let typed = "99999 \(honest.root.hex)"
    let bad = try await desk.verify(VerifyAudit(kept: [KeptCheckpoint(bytes: Array(typed.utf8))]))
    #expect(bad.verdict.findings.first?.message.code == "audit.found.shorter")
  }

  @Test func `an export that fails leaves nothing behind, and one that is there stays`()
    async throws
  {
    let desk = try await SealedDesk.make(records: [5])
    let parent = try TemporaryFolder.url().appending(path: "exports")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    let store = try await desk.base.person("Sam", .storeManager)
    let refused = await thrownFault {
      try await ExportFolder(parent.appending(path: "a")).write(desk.door, as: store.token)
    }
    #expect(refused?.code == .denied)
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path).isEmpty)
    _ = try await ExportFolder(parent.appending(path: "a")).write(desk.door, as: desk.auditor)
    let again = await thrownFault {
      try await ExportFolder(parent.appending(path: "a")).write(desk.door, as: desk.auditor)
    }
    #expect(again?.code == .io)
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == ["a"])
  }

  @Test(arguments: RecordForm.allCases)
  func `records leave for other programs, a line each`(_ form: RecordForm) async throws {
    let desk = try await SealedDesk.make(records: [5])
    let file = try TemporaryFolder.url().appending(path: "out.\(form.rawValue)")
    let count = try await ExportRecords(file, form: form).write(
      desk.door, as: desk.auditor)
    let bytes = Array(try Data(contentsOf: file))
    let lines = bytes.split(separator: 0x0A)
    #expect(lines.count == count + (form == .csv ? 1 : 0))
    guard form != .csv else {
      #expect(lines[0].elementsEqual(RecordForm.columns.joined(separator: ",").utf8 + [0x0D]))
      return
    }
    let last = try JSON(bytes: Array(try #require(lines.last)))
    guard case .object(let members) = last else {
      Issue.record("no object")
      return
    }
    if form == .ocsf {
      #expect(members["class_uid"] == 6003)
      #expect(members["type_uid"] == 600_302)
    } else {
      #expect(members["@timestamp"] != nil)
    }
  }
}

/// The fault that a body throws, if any.
private func thrownFault<T>(_ body: () async throws -> T) async -> Fault? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? Fault
  }
}
