extension MerkleTree {
  /// Returns the hash of a complete subtree, named as in `Node`; level 0 is a record's own hash.
  package typealias NodeReader = (_ level: Int, _ index: Int) throws -> Hash

  /// The hashes that prove a record's place: RFC 6962 section 2.1.1, the leaf's sibling first.
  ///
  /// Reads at most as many nodes as twice the tree is high. Throws `invalid` for an index outside
  /// the tree, and what the reader throws.
  package static func inclusionProof(
    of index: Int, in size: Int, node: NodeReader
  ) throws -> [Hash] {
    guard (0..<max(size, 0)).contains(index), size < Frontier.sizeLimit else {
      throw Fault(.invalid, Message("audit.proof.range", index, size))
    }
    var start = 0
    var end = size
    var proof: [Hash] = []
    while end - start > 1 {
      let middle = start + leftSize(of: end - start)
      if index < middle {
        proof.append(try root(from: middle, to: end, node: node))
        end = middle
      } else {
        proof.append(try root(from: start, to: middle, node: node))
        start = middle
      }
    }
    return proof.reversed()
  }

  /// The hashes that prove that a tree grew from an older one and changed nothing: RFC 6962
  /// section 2.1.2.
  ///
  /// Empty when the older tree is empty or as large. Throws `invalid` when it is larger, and what
  /// the reader throws.
  package static func consistencyProof(
    from oldSize: Int, to size: Int, node: NodeReader
  ) throws -> [Hash] {
    guard oldSize >= 0, oldSize <= size, size < Frontier.sizeLimit else {
      throw Fault(.invalid, Message("audit.proof.range", oldSize, size))
    }
    guard oldSize > 0, oldSize < size else { return [] }
    var start = 0
    var end = size
    var proof: [Hash] = []
    while end != oldSize {
      let middle = start + leftSize(of: end - start)
      if oldSize <= middle {
        proof.append(try root(from: middle, to: end, node: node))
        end = middle
      } else {
        proof.append(try root(from: start, to: middle, node: node))
        start = middle
      }
    }
    // Where the walk never turned right, the verifier knows this hash: it is the old root.
    if start > 0 { proof.append(try root(from: start, to: end, node: node)) }
    return proof.reversed()
  }

  /// The root of a tree of that size, from stored subtrees: what the log promised back then.
  package static func root(of size: Int, node: NodeReader) throws -> Hash {
    guard (0..<Frontier.sizeLimit).contains(size) else {
      throw Fault(.invalid, Message("audit.proof.range", size, size))
    }
    return size == 0 ? emptyRoot : try root(from: 0, to: size, node: node)
  }

  /// The hash over a range of records that is one side of a tree, so that its left parts are whole.
  private static func root(from start: Int, to end: Int, node: NodeReader) throws -> Hash {
    var parts: [Hash] = []
    var position = start
    while position < end {
      let level = Int.bitWidth - 1 - (end - position).leadingZeroBitCount
      parts.append(try node(level, position >> level))
      position += 1 << level
    }
    var root = parts.removeLast()
    while let left = parts.popLast() { root = Self.node(left, root) }
    return root
  }

  /// The largest power of two below a number over 1: how RFC 6962 divides a tree.
  private static func leftSize(of count: Int) -> Int {
    1 << (Int.bitWidth - 1 - (count - 1).leadingZeroBitCount)
  }
}
