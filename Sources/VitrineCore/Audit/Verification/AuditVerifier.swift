/// Checks a log while its records go by, in one pass and constant memory.
///
/// Feed every record in order, then call `finish`. It trusts nothing that the storage computed:
/// hashes, subtrees and the head are made anew from the records' bytes and compared.
package struct AuditVerifier {
  /// How many findings are kept; a log that was replaced as a whole would fill the memory.
  package static let findingLimit = 100

  /// The right edge of what has gone by.
  package private(set) var frontier = Frontier()
  /// Whether every record so far stood in its place; behind one that did not, nothing is compared.
  package private(set) var isInOrder = true
  private var checkpoints: ArraySlice<Checkpoint>
  private var agreedSize = 0
  private var findings: [AuditFinding] = []
  private var findingCount = 0

  /// Takes the checkpoints to compare with, of any sizes in any order.
  ///
  /// Their signatures are the caller's to check: a checkpoint on paper has none.
  package init(checkpoints: [Checkpoint] = []) {
    self.checkpoints = checkpoints.sorted { $0.size < $1.size }[...]
    checkCheckpoints()
  }

  /// Takes the next record with what the storage keeps beside it; what is `nil` is not compared.
  package mutating func append(
    index: Int, record: [UInt8], storedLeaf: Hash? = nil, storedColumns: AuditColumns? = nil
  ) {
    append(
      index: index, record: record, storedLeaf: storedLeaf, storedColumns: storedColumns,
      isStored: { _ in true })
  }

  /// Takes the next record, and asks for each subtree that it completes whether the storage has it.
  ///
  /// Throws only what `isStored` throws.
  package mutating func append(
    index: Int, record: [UInt8], storedLeaf: Hash? = nil, storedColumns: AuditColumns? = nil,
    isStored: (MerkleTree.Node) throws -> Bool
  ) rethrows {
    guard isInOrder else { return }
    let leaf = MerkleTree.leaf(record)
    try append(index: index, leaf: leaf, storedLeaf: storedLeaf, isStored: isStored)
    if isInOrder, let storedColumns, storedColumns != AuditColumns(record: record) {
      report(.columns(index: index))
    }
  }

  /// Takes the hash of the next record, for callers that hash elsewhere.
  ///
  /// After a record out of order nothing more is compared: each later one would be a finding.
  package mutating func append(
    index: Int, leaf: Hash, storedLeaf: Hash? = nil,
    isStored: (MerkleTree.Node) throws -> Bool
  ) rethrows {
    guard isInOrder else { return }
    guard index == frontier.size else {
      isInOrder = false
      report(.order(expected: frontier.size, found: index))
      return
    }
    if let storedLeaf, storedLeaf != leaf { report(.record(index: index)) }
    var strangers: [MerkleTree.Node] = []
    try frontier.append(leaf) { if try !isStored($0) { strangers.append($0) } }
    for node in strangers { report(.node(level: node.level, index: node.index)) }
    checkCheckpoints()
  }

  /// Ends the comparing at a record that cannot be read; those behind it have no place any more.
  package mutating func stopAtUnreadable() {
    guard isInOrder else { return }
    isInOrder = false
    report(.unreadable(index: frontier.size))
  }

  /// Adds what the caller found by itself, such as a wrong signature.
  package mutating func report(_ finding: AuditFinding) {
    findingCount += 1
    if findings.count < Self.findingLimit { findings.append(finding) }
  }

  /// Ends the pass; compares with the head as the storage keeps it.
  package consuming func finish(head: Frontier? = nil) -> AuditVerdict {
    if isInOrder {
      if let head, head.size != frontier.size {
        report(.headSize(stored: head.size, counted: frontier.size))
      } else if let head, head != frontier {
        report(.head(size: head.size))
      }
      for checkpoint in checkpoints {
        report(
          .shorter(origin: checkpoint.origin, size: checkpoint.size, counted: frontier.size))
      }
    }
    return AuditVerdict(
      records: frontier.size, root: frontier.root, findings: findings, findingCount: findingCount)
  }

  private mutating func checkCheckpoints() {
    guard let next = checkpoints.first, next.size == frontier.size else { return }
    let root = frontier.root
    while let checkpoint = checkpoints.first, checkpoint.size == frontier.size {
      if checkpoint.root == root {
        agreedSize = checkpoint.size
      } else {
        report(
          .checkpoint(origin: checkpoint.origin, size: checkpoint.size, since: agreedSize))
      }
      checkpoints.removeFirst()
    }
  }
}
