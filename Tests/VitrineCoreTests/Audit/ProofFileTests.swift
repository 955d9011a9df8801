import Testing

@testable import VitrineCore

struct ProofFileTests {
  private let signer: NoteSigner
  private let log = MemoryLog(count: 11)

  init() throws {
    signer = try NoteSigner(name: "example.org/log", seed: [UInt8](repeating: 9, count: 32))
  }

  private func inclusion(_ index: Int, in size: Int, extra: [UInt8]? = nil) throws -> TLogProof {
    TLogProof(
      index: index,
      hashes: try MerkleTree.inclusionProof(of: index, in: size, node: log.node),
      extra: extra, checkpoint: try log.checkpoint(size).signed(by: signer))
  }

  private func consistency(from old: Int, to size: Int) throws -> ConsistencyProof {
    ConsistencyProof(
      oldSize: old, hashes: try MerkleTree.consistencyProof(from: old, to: size, node: log.node),
      checkpoint: try log.checkpoint(size).signed(by: signer))
  }

  @Test func `a proof of a record has the form of C2SP`() throws {
    let proof = try inclusion(2, in: 3, extra: [1, 2, 3, 4])
    let note = String(decoding: proof.checkpoint.bytes, as: UTF8.self)
    #expect(
      String(decoding: proof.bytes, as: UTF8.self) == """
        c2sp.org/tlog-proof@v1
        extra AQIDBA==
        index 2
        \(log.roots[2].base64)

        \(note)
        """)
  }

  @Test func `every proof of a record reads back and holds for that record only`() throws {
    for size in 1...11 {
      for index in 0..<size {
        let read = try TLogProof(bytes: try inclusion(index, in: size).bytes)
        #expect(try read == inclusion(index, in: size))
        #expect(
          try read.verify(record: log.records[index], log: signer.verifier()).size == size)
        #expect(throws: Fault.self) {
          try read.verify(record: log.records[index] + [0x20], log: signer.verifier())
        }
      }
    }
  }

  @Test func `every proof of growth reads back and joins two checkpoints`() throws {
    for size in 0...11 {
      for old in 0...size {
        let read = try ConsistencyProof(bytes: try consistency(from: old, to: size).bytes)
        #expect(try read == consistency(from: old, to: size))
        #expect(try read.verify(from: log.checkpoint(old), log: signer.verifier()).size == size)
      }
    }
  }

  @Test func `a log that was rewritten cannot show that it only grew`() throws {
    var records = log.records
    records[4][0] ^= 1
    let forged = MemoryLog(records)
    let proof = ConsistencyProof(
      oldSize: 7, hashes: try MerkleTree.consistencyProof(from: 7, to: 11, node: forged.node),
      checkpoint: try forged.checkpoint(11).signed(by: signer))
    #expect(throws: Fault.self) {
      try proof.verify(from: log.checkpoint(7), log: signer.verifier())
    }
    #expect(throws: Fault.self) {
      try consistency(from: 6, to: 11).verify(from: log.checkpoint(7), log: signer.verifier())
    }
  }

  @Test(arguments: [
    ("c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v2"), ("index 5", "index 05"),
    ("index 5", "index -5"), ("index 5", "index  5"), ("index 5", "Index 5"), ("index 5\n", ""),
    ("index 5\n", "index 5\nindex 5\n"), ("index 5\n", "index 5\r\n"),
    ("index 5\n", "extra AQ\nindex 5\n"), ("index 5\n", "extra\nindex 5\n"),
    ("index 5\n", "index 5\nextra AQ==\n"), ("index 5\n", "index 5\nAAAA\n"),
    ("index 5", "index 9223372036854775808"), ("index 5\n", "index 5\n\n"),
    ("index 5", "index 11"),
  ])
  func `a proof of another form is refused`(text: String, other: String) throws {
    let proof = String(decoding: try inclusion(5, in: 11).bytes, as: UTF8.self)
    let changed = proof.replacing(text, with: other)
    #expect(changed != proof)
    #expect(throws: Fault.self) { try TLogProof(bytes: Array(changed.utf8)) }
  }

  @Test(arguments: [
    "old 05", "old", "old  5", "old -5", "old five", "new 5", "old 5\nold 5", "old 12",
  ])
  func `a proof of growth of another form is refused`(line: String) throws {
    let proof = String(decoding: try consistency(from: 5, to: 11).bytes, as: UTF8.self)
    let changed = proof.replacing("old 5", with: line)
    #expect(throws: Fault.self) { try ConsistencyProof(bytes: Array(changed.utf8)) }
  }

  @Test func `a proof of more than 63 hashes is refused`() throws {
    let line = "\(log.leaves[0].base64)\n"
    let note = String(decoding: try log.checkpoint(11).signed(by: signer).bytes, as: UTF8.self)
    for count in [63, 64] {
      let text = "old 5\n\(String(repeating: line, count: count))\n\(note)"
      #expect(
        (try? ConsistencyProof(bytes: Array(text.utf8)))?.hashes.count == (count == 63 ? 63 : nil))
    }
  }
}
