extension MerkleTree {
  /// Whether a proof shows that a record's hash stands at an index of the tree with that root.
  ///
  /// The walk of RFC 9162 section 2.1.3.2. A proof with a hash too few or too many is refused, so
  /// one place of one tree has exactly one proof.
  package static func verifyInclusion(
    of leaf: Hash, at index: Int, in size: Int, proof: [Hash], root: Hash
  ) -> Bool {
    guard index >= 0, index < size else { return false }
    var node = index
    var last = size - 1
    var hash = leaf
    for sibling in proof {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        hash = Self.node(sibling, hash)
        // A right edge without sibling on some levels: its hash moves up unchanged.
        while node & 1 == 0, node > 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        hash = Self.node(hash, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && hash == root
  }

  /// Whether a proof shows that the tree of one root is the beginning of the tree of another.
  ///
  /// The walk of RFC 9162 section 2.1.4.2. An empty old tree is the beginning of every tree, and of
  /// two trees of one size the roots must be equal; both have the empty proof.
  package static func verifyConsistency(
    from oldSize: Int, root oldRoot: Hash, to size: Int, root: Hash, proof: [Hash]
  ) -> Bool {
    guard oldSize >= 0, oldSize <= size else { return false }
    if oldSize == size { return proof.isEmpty && oldRoot == root }
    if oldSize == 0 { return proof.isEmpty && oldRoot == emptyRoot }
    // A whole old tree is itself the first node of the walk, so its root is not in the proof.
    var path = oldSize.nonzeroBitCount == 1 ? [oldRoot] + proof : proof
    guard !path.isEmpty else { return false }
    let first = path.removeFirst()
    var node = oldSize - 1
    var last = size - 1
    while node & 1 == 1 {
      node >>= 1
      last >>= 1
    }
    var old = first
    var new = first
    for sibling in path {
      guard last > 0 else { return false }
      if node & 1 == 1 || node == last {
        old = Self.node(sibling, old)
        new = Self.node(sibling, new)
        while node & 1 == 0, node > 0 {
          node >>= 1
          last >>= 1
        }
      } else {
        new = Self.node(new, sibling)
      }
      node >>= 1
      last >>= 1
    }
    return last == 0 && old == oldRoot && new == root
  }
}
