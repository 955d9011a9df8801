import Testing

@testable import VitrineCore

/// What a witness signs, and what it raises the alarm about.
struct WitnessTests {
  private let log = MemoryLog(count: 37)
  private let key: NoteSigner
  private let witness: Witness

  init() throws {
    key = try NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 3, count: 32))
    let own = try NoteSigner(name: "w.example", seed: [UInt8](repeating: 4, count: 32))
    witness = Witness(signer: own, log: try key.verifier())
  }

  private func proof(_ from: Int, _ to: Int, of log: MemoryLog? = nil) throws -> ConsistencyProof {
    let log = log ?? self.log
    return ConsistencyProof(
      oldSize: from,
      hashes: try MerkleTree.consistencyProof(from: from, to: to, node: log.node),
      checkpoint: try log.checkpoint(to).signed(by: key))
  }

  private func forged() -> MemoryLog {
    var records = log.records
    records[5][0] ^= 1
    return MemoryLog(records)
  }

  private func fault(
    _ note: SignedNote, seen: Checkpoint?, proof: ConsistencyProof?
  ) async -> Fault? {
    do {
      _ = try witness.cosign(note, seen: seen, proof: proof, at: Timestamp(clamping: 0))
      return nil
    } catch {
      return error as? Fault
    }
  }

  @Test(arguments: [0, 1, 7, 8, 20, 36])
  func `a log that grew is cosigned`(size: Int) throws {
    let growth = try proof(size, 37)
    let made = try witness.cosign(
      growth.checkpoint, seen: log.checkpoint(size), proof: growth,
      at: Timestamp(clamping: 1_767_225_600_000))
    #expect(made.checkpoint == (try log.checkpoint(37)))
    let verifiers = [try key.verifier(), try witness.signer.verifier(.cosignature)]
    #expect(try made.note.verified(by: verifiers).map(\.name) == ["example.org/log", "w.example"])
    // Again later: the line is replaced, not repeated.
    let again = try witness.cosign(
      made.note, seen: made.checkpoint, proof: nil, at: Timestamp(clamping: 1_767_312_000_000))
    #expect(again.note.signatures.count == 2)
  }

  @Test func `a fork, a shrunk log and a missing proof are each called by their name`() async throws
  {
    let seen = try log.checkpoint(20)
    let fork = try proof(20, 37, of: forged())
    #expect(
      await fault(fork.checkpoint, seen: seen, proof: fork)?.message.code == "audit.witness.fork")
    let same = try forged().checkpoint(20).signed(by: key)
    #expect(await fault(same, seen: seen, proof: nil)?.message.code == "audit.witness.fork")
    let shorter = try log.checkpoint(19).signed(by: key)
    #expect(await fault(shorter, seen: seen, proof: nil)?.message.code == "audit.witness.shrunk")
    let new = try log.checkpoint(37).signed(by: key)
    for unfit in [nil, try proof(19, 37), try proof(20, 36)] {
      #expect(
        await fault(new, seen: seen, proof: unfit)?.message.code == "audit.witness.needsProof")
    }
  }

  @Test func `another log's checkpoint and a wrong signature are refused`() async throws {
    let other = try NoteSigner(name: "example.org/other", seed: [UInt8](repeating: 5, count: 32))
    let root = log.roots[3]
    let strange = try Checkpoint(origin: other.name, size: 3, root: root).signed(by: other)
    #expect(await fault(strange, seen: nil, proof: nil)?.code == .invalid)
    let imposter = try NoteSigner(name: key.name, seed: [UInt8](repeating: 6, count: 32))
    let wrong = try log.checkpoint(3).signed(by: imposter)
    #expect(await fault(wrong, seen: nil, proof: nil)?.code == .invalid)
  }
}

/// Checkpoints on paper.
struct PaperCheckpointTests {
  private let checkpoint: Checkpoint

  init() throws { checkpoint = try MemoryLog(count: 12).checkpoint(12) }

  @Test func `what is printed can be typed back`() throws {
    let text = PaperCheckpoint(checkpoint).text(at: Timestamp(clamping: 1_767_225_600_000))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "log  example.org/log")
    #expect(lines[1].hasPrefix("time 2026-01-01T00:00:00"))
    #expect(lines[2] == "size 12")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    #expect(try PaperCheckpoint(bytes: Array(text.utf8)) == PaperCheckpoint(checkpoint))
  }

  @Test(arguments: ["12 %", "size 12 root %", "12\n%\n", "  12\t%  "])
  func `few words are enough`(form: String) throws {
    let typed = form.replacing("%", with: checkpoint.root.hex.uppercased())
    let paper = try PaperCheckpoint(bytes: Array(typed.utf8))
    #expect(paper.size == 12)
    #expect(paper.root == checkpoint.root)
    #expect(paper.origin == nil)
  }

  @Test(arguments: ["", "12", "x %", "012 %", "-1 %", "12 % 0", "12 %0", "size root %"])
  func `anything else is refused`(form: String) async {
    let typed = form.replacing("%", with: checkpoint.root.hex)
    #expect(throws: Fault.self) { try PaperCheckpoint(bytes: Array(typed.utf8)) }
    #expect(throws: Fault.self) { try KeptCheckpoint(bytes: Array(typed.utf8)) }
  }
}
