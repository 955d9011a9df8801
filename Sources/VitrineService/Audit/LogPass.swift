import VitrineCore
import VitrineStorage

/// One pass over the log in the database, in memory that does not grow with it.
///
/// Subtrees are read a stretch of records ahead: 65,536 records complete at most as many of them.
struct LogPass {
  /// The records of a stretch, a power of two so that its subtrees are whole.
  private static let stretch = 1 << 16
  /// Above the largest tree that could ever be.
  private static let levels = 62

  private let transaction: any Transaction
  private let promises: PromiseCheck
  private var verifier: AuditVerifier
  private var bindings = BindingCheck()
  /// The stored subtrees of the stretch by level, then by place in the stretch.
  private var nodes: [[Hash?]] = []
  private var start = 0

  init(_ transaction: any Transaction, promises: PromiseCheck) {
    self.transaction = transaction
    self.promises = promises
    verifier = AuditVerifier(checkpoints: promises.checkpoints)
    for finding in promises.findings { verifier.report(finding) }
  }

  mutating func run() throws -> VerifiedLog {
    do {
      try transaction.forEachLeaf { try take($0) }
    } catch let fault as Fault where fault.code == .corrupt {
      // A row of the wrong kind stands where the next record was due.
      verifier.stopAtUnreadable()
    }
    if verifier.isInOrder {
      for node in try transaction.strayNodes(size: verifier.frontier.size) {
        verifier.report(.extraNode(level: node.level, index: node.index))
      }
      for finding in try bindings.finish(transaction, keptSizes: promises.keptSizes) {
        verifier.report(finding)
      }
    }
    let head = try? transaction.auditHead()
    if head == nil { verifier.report(.headUnreadable) }
    return VerifiedLog(
      verdict: verifier.finish(head: head), sightings: promises.sightings,
      remarks: promises.remarks)
  }

  private mutating func take(_ leaf: StoredLeaf) throws {
    let size = verifier.frontier.size
    if leaf.index == size, size % Self.stretch == 0 { try readNodes(from: size) }
    let storedLeaf = Hash(bytes: leaf.leafHash)
    if storedLeaf == nil, verifier.isInOrder { verifier.report(.leaf(index: size)) }
    // Local, since a closure may not hold the whole of `self` while one part of it changes.
    let nodes = nodes
    let start = start
    verifier.append(
      index: leaf.index, record: leaf.bytes, storedLeaf: storedLeaf, storedColumns: leaf.columns,
      isStored: { node in
        guard node.level < nodes.count else { return false }
        let place = node.index - start >> node.level
        return nodes[node.level].indices.contains(place) && nodes[node.level][place] == node.hash
      })
    if verifier.isInOrder { try bindings.look(at: leaf, transaction) }
  }

  /// Reads the subtrees that the records from `first` on, a stretch of them, complete.
  private mutating func readNodes(from first: Int) throws {
    start = first
    nodes = [[]]
    for level in 1...Self.levels {
      let range = first >> level..<(first + Self.stretch) >> level
      var hashes = [Hash?](repeating: nil, count: range.count)
      if !range.isEmpty {
        try transaction.forEachNode(level: level, in: range) { index, bytes in
          hashes[index - range.lowerBound] = Hash(bytes: bytes)
        }
      }
      nodes.append(hashes)
    }
  }
}
