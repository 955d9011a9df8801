import Crypto

/// The hash tree of RFC 6962 section 2.1 over the exact bytes of records.
///
/// A leaf and a node start with different bytes, so that a node can never be shown as a record.
package enum MerkleTree {
  /// The place of a complete subtree: it covers the records `index << level` up to
  /// `(index + 1) << level`, the last one excluded.
  package struct Node: Hashable, Sendable {
    /// The height above the leaves; 0 is a leaf.
    package let level: Int
    /// The number of the subtree among those of its level, from 0.
    package let index: Int
    /// The hash of the subtree.
    package let hash: Hash

    /// Makes a node.
    package init(level: Int, index: Int, hash: Hash) {
      self.level = level
      self.index = index
      self.hash = hash
    }
  }

  /// The root of a tree without records: SHA-256 of nothing.
  package static let emptyRoot = Hash(SHA256.hash(data: [UInt8]()))

  /// The hash of a record: SHA-256 of a zero byte and the record's bytes.
  package static func leaf(_ record: [UInt8]) -> Hash {
    record.withUnsafeBytes { leaf($0) }
  }

  /// The hash of a record that lies somewhere in memory, without a copy.
  package static func leaf(_ record: UnsafeRawBufferPointer) -> Hash {
    // One call into the hash function for short records: two cost a third more.
    withUnsafeTemporaryAllocation(byteCount: min(record.count, 2048) + 1, alignment: 16) { buffer in
      buffer[0] = 0
      if record.count <= 2048 {
        UnsafeMutableRawBufferPointer(rebasing: buffer[1...]).copyMemory(from: record)
        return digest(UnsafeRawBufferPointer(buffer))
      }
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<1]))
      hasher.update(bufferPointer: record)
      return Hash(hasher.finalize())
    }
  }

  /// The hash of two subtrees: SHA-256 of a one byte, the left hash and the right hash.
  package static func node(_ left: Hash, _ right: Hash) -> Hash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Hash.byteCount, alignment: 16) { buffer in
      buffer[0] = 1
      left.withBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[1..<33]).copyMemory(from: $0)
      }
      right.withBytes {
        UnsafeMutableRawBufferPointer(rebasing: buffer[33..<65]).copyMemory(from: $0)
      }
      return digest(UnsafeRawBufferPointer(buffer))
    }
  }

  /// The root over the hashes of all records, in order.
  package static func root(of leaves: some Sequence<Hash>) -> Hash {
    var frontier = Frontier()
    for leaf in leaves { frontier.append(leaf) { _ in } }
    return frontier.root
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> Hash {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    return Hash(hasher.finalize())
  }
}
