/// The right edge of a tree: its size and the roots of the complete subtrees that make it up.
///
/// All that an append needs, in at most 63 hashes; the storage keeps it in the head row, so that
/// recording costs the same on the first day and after ten years.
package struct Frontier: Hashable, Sendable {
  /// The number of records.
  package private(set) var size: Int
  /// The roots of the complete subtrees, the largest (leftmost) first; one for each bit of the size.
  package private(set) var peaks: [Hash]

  /// The edge of a tree without records.
  package init() {
    size = 0
    peaks = []
  }

  /// The size that no log reaches; below it no sum of indices can overflow.
  static let sizeLimit = 1 << 62

  /// Takes stored parts; `nil` when the number of peaks does not fit the size.
  package init?(size: Int, peaks: [Hash]) {
    guard (0..<Self.sizeLimit).contains(size), peaks.count == size.nonzeroBitCount else {
      return nil
    }
    self.size = size
    self.peaks = peaks
  }

  /// Adds a record's hash and returns the subtrees that it completed, from level 1 upwards.
  ///
  /// They never change again, so the storage keeps them for proofs. The leaf itself (level 0) is
  /// not among them: it lies with its record.
  package mutating func append(_ leaf: Hash) -> [MerkleTree.Node] {
    var completed: [MerkleTree.Node] = []
    append(leaf) { completed.append($0) }
    return completed
  }

  /// Adds a record's hash and hands each subtree that it completed to a function; allocates nothing.
  package mutating func append(
    _ leaf: Hash, completed: (MerkleTree.Node) throws -> Void
  ) rethrows {
    let index = size
    var hash = leaf
    var level = 0
    size += 1
    while index >> level & 1 == 1 {
      hash = MerkleTree.node(peaks.removeLast(), hash)
      level += 1
      try completed(MerkleTree.Node(level: level, index: index >> level, hash: hash))
    }
    peaks.append(hash)
  }

  /// The root of the tree.
  package var root: Hash {
    guard var root = peaks.last else { return MerkleTree.emptyRoot }
    for peak in peaks.dropLast().reversed() { root = MerkleTree.node(peak, root) }
    return root
  }
}
