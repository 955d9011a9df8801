import Testing

@testable import VitrineCore

struct AuditVerifierTests {
  private let log = MemoryLog(count: 37)

  /// Runs the whole log, with some things changed, through a verifier.
  private func verdict(
    records: [[UInt8]]? = nil, leaves: [Hash]? = nil, nodes: [[Hash]]? = nil, head: Frontier? = nil,
    checkpoints: [Checkpoint] = []
  ) throws -> AuditVerdict {
    let nodes = nodes ?? log.nodes
    var verifier = AuditVerifier(checkpoints: checkpoints)
    for (index, record) in (records ?? log.records).enumerated() {
      verifier.append(
        index: index, record: record, storedLeaf: (leaves ?? log.leaves)[index],
        isStored: { nodes[$0.level][$0.index] == $0.hash })
    }
    return verifier.finish(head: head ?? log.frontier)
  }

  @Test func `an honest log is verified against every checkpoint that it ever made`() throws {
    let verdict = try verdict(checkpoints: (0...37).reversed().map(log.checkpoint))
    #expect(verdict.isGood)
    #expect(verdict.findings.isEmpty)
    #expect(verdict.records == 37)
    #expect(verdict.root == log.frontier.root)
    #expect(
      verdict.message.text(in: .en) == "verified 37 records, root \(log.frontier.root.hex)")
    #expect(
      verdict.message.text(in: .fr).hasPrefix(
        "verified 37 records, root \(log.frontier.root.hex)"))
  }

  @Test func `an empty log is verified`() {
    let verdict = AuditVerifier().finish(head: Frontier())
    #expect(verdict.isGood)
    #expect(verdict.root == MerkleTree.emptyRoot)
  }

  @Test(arguments: 0..<37)
  func `a changed record is the first bad one`(index: Int) throws {
    var records = log.records
    records[index][3] ^= 4
    let verdict = try verdict(records: records)
    #expect(verdict.findings.first == .record(index: index))
    #expect(verdict.firstBadIndex.map { $0 <= index } == true)
    #expect(!verdict.isGood)
  }

  @Test(arguments: 0..<37)
  func `a record changed together with its hash betrays itself in the tree`(index: Int) throws {
    var records = log.records
    records[index][3] ^= 4
    let leaves = records.map { MerkleTree.leaf($0) }
    let verdict = try verdict(records: records, leaves: leaves)
    #expect(verdict.findings.last == .head(size: 37))
    let nodes = verdict.findings.dropLast()
    #expect(nodes.isEmpty == (index == 36))
    for case .node(let level, let place) in nodes { #expect(place == index >> level) }
  }

  @Test func `a log rewritten as a whole is betrayed by an older checkpoint`() throws {
    var records = log.records
    records[20][3] ^= 4
    let forged = MemoryLog(records)
    var verifier = AuditVerifier(checkpoints: try [8, 20, 21, 37].map(log.checkpoint))
    for (index, record) in records.enumerated() {
      verifier.append(index: index, record: record, storedLeaf: forged.leaves[index])
    }
    let verdict = verifier.finish(head: forged.frontier)
    #expect(
      verdict.findings == [
        .checkpoint(origin: "example.org/log", size: 21, since: 20),
        .checkpoint(origin: "example.org/log", size: 37, since: 20),
      ])
    #expect(verdict.firstBadIndex == nil)
    #expect(verdict.message.code == "audit.verify.bad")
  }

  @Test func `a log that was cut off is shorter than its head and its checkpoints`() throws {
    var verifier = AuditVerifier(checkpoints: try [10, 30].map(log.checkpoint))
    for index in 0..<20 { verifier.append(index: index, record: log.records[index]) }
    let verdict = verifier.finish(head: log.frontier)
    #expect(
      verdict.findings == [
        .headSize(stored: 37, counted: 20),
        .shorter(origin: "example.org/log", size: 30, counted: 20),
      ])
    #expect(verdict.firstBadIndex == 20)
  }

  @Test(arguments: [[0, 1, 3, 4], [0, 1, 1, 2], [1, 2], [0, 1, 3, 2]])
  func `records out of order are one finding`(indices: [Int]) throws {
    var verifier = AuditVerifier(checkpoints: [try log.checkpoint(37)])
    for index in indices { verifier.append(index: index, record: log.records[index]) }
    let verdict = verifier.finish(head: log.frontier)
    let place = zip(indices, 0...).first { $0 != $1 }
    let (found, expected) = try #require(place)
    #expect(verdict.findings == [.order(expected: expected, found: found)])
    #expect(verdict.firstBadIndex == expected)
  }

  @Test func `a stored subtree that differs is named by its records`() throws {
    var nodes = log.nodes
    nodes[2][3] = try nodes[2][3].flipping(bit: 9)
    let verdict = try verdict(nodes: nodes)
    #expect(verdict.findings == [.node(level: 2, index: 3)])
    #expect(verdict.firstBadIndex == 12)
    #expect(
      verdict.findings[0].message.text(in: .en)
        == "the stored tree differs from the records 12 to 15")
  }

  @Test func `a head of the right size with another peak is found`() throws {
    var peaks = log.frontier.peaks
    peaks[1] = try peaks[1].flipping(bit: 0)
    let head = try #require(Frontier(size: 37, peaks: peaks))
    #expect(try verdict(head: head).findings == [.head(size: 37)])
  }

  @Test func `columns that differ from the bytes are found`() throws {
    let record = AuditRecord(
      id: "r", time: Timestamp(clamping: 5), action: "store.import",
      actor: .init(id: UserID("u_1")))
    var verifier = AuditVerifier()
    var columns = record.filterColumns
    verifier.append(index: 0, record: try record.bytes(), storedColumns: columns)
    columns.actorID = "u_2"
    verifier.append(index: 1, record: try record.bytes(), storedColumns: columns)
    verifier.append(index: 2, record: Array("no record".utf8), storedColumns: columns)
    #expect(verifier.finish().findings == [.columns(index: 1), .columns(index: 2)])
  }

  @Test func `a log of nothing but lies does not fill the memory`() throws {
    var verifier = AuditVerifier()
    let lie = MerkleTree.emptyRoot
    for index in 0..<500 { verifier.append(index: index, record: [], storedLeaf: lie) }
    let verdict = verifier.finish()
    #expect(verdict.findings.count == AuditVerifier.findingLimit)
    #expect(verdict.findingCount == 500)
    #expect(verdict.firstBadIndex == 0)
  }

  @Test(arguments: [
    AuditFinding.order(expected: 1, found: 2), .record(index: 1), .columns(index: 1),
    .node(level: 1, index: 1), .headSize(stored: 1, counted: 2), .head(size: 1),
    .checkpoint(origin: "o", size: 1, since: 0), .shorter(origin: "o", size: 2, counted: 1),
  ])
  func `every finding can be said in both languages`(finding: AuditFinding) {
    for language in Language.allCases {
      let text = finding.message.text(in: language)
      #expect(!text.hasPrefix("audit."))
      #expect(!text.contains("{"))
    }
  }
}
