import Testing
import VitrineTestSupport

@testable import VitrineCore

/// All trees up to 130 records: the first sizes at which every shape of the right edge occurs.
struct MerkleProofPropertyTests {
  private static let log = MemoryLog(count: 130)
  private static let sizes = Array(1...130)

  private func isIncluded(_ index: Int, _ size: Int, _ proof: [Hash]) -> Bool {
    let log = Self.log
    return MerkleTree.verifyInclusion(
      of: log.leaves[index], at: index, in: size, proof: proof, root: log.roots[size])
  }

  private func isConsistent(_ old: Int, _ size: Int, _ proof: [Hash]) -> Bool {
    let log = Self.log
    return MerkleTree.verifyConsistency(
      from: old, root: log.roots[old], to: size, root: log.roots[size], proof: proof)
  }

  @Test(arguments: sizes)
  func `roots and proofs are those of the definition`(size: Int) throws {
    let leaves = Self.log.leaves[..<size]
    #expect(Self.log.roots[size] == NaiveTree.root(leaves))
    for index in 0..<size {
      #expect(
        try MerkleTree.inclusionProof(of: index, in: size, node: Self.log.node)
          == NaiveTree.path(index, leaves))
      guard index > 0 else { continue }
      #expect(
        try MerkleTree.consistencyProof(from: index, to: size, node: Self.log.node)
          == NaiveTree.subproof(index, leaves, true))
    }
  }

  @Test(arguments: sizes)
  func `every inclusion proof holds and no changed one does`(size: Int) throws {
    var random = SeededGenerator(seed: UInt64(size))
    let log = Self.log
    for index in 0..<size {
      let proof = try MerkleTree.inclusionProof(of: index, in: size, node: log.node)
      #expect(isIncluded(index, size, proof))
      for position in proof.indices {
        var changed = proof
        changed[position] = try proof[position].flipping(bit: .random(in: 0..<256, using: &random))
        #expect(!isIncluded(index, size, changed))
      }
      #expect(!isIncluded(index, size, proof + [log.leaves[0]]))
      #expect(proof.isEmpty || !isIncluded(index, size, proof.dropLast()))
      #expect(proof.count < 2 || !isIncluded(index, size, proof.reversed()))
      let otherSize = Int.random(in: (index + 1)...130, using: &random)
      #expect(otherSize == size || !isIncluded(index, otherSize, proof))
      let otherIndex = Int.random(in: 0..<size, using: &random)
      #expect(
        otherIndex == index
          || !MerkleTree.verifyInclusion(
            of: log.leaves[index], at: otherIndex, in: size, proof: proof, root: log.roots[size])
      )
      let bit = Int.random(in: 0..<256, using: &random)
      #expect(
        !MerkleTree.verifyInclusion(
          of: try log.leaves[index].flipping(bit: bit), at: index, in: size, proof: proof,
          root: log.roots[size]))
    }
  }

  @Test(arguments: sizes)
  func `every consistency proof holds and no changed one does`(size: Int) throws {
    var random = SeededGenerator(seed: UInt64(1000 + size))
    let log = Self.log
    for old in 0...size {
      let proof = try MerkleTree.consistencyProof(from: old, to: size, node: log.node)
      #expect(isConsistent(old, size, proof))
      for position in proof.indices {
        var changed = proof
        changed[position] = try proof[position].flipping(bit: .random(in: 0..<256, using: &random))
        #expect(!isConsistent(old, size, changed))
      }
      #expect(!isConsistent(old, size, proof + [log.leaves[0]]))
      #expect(proof.isEmpty || !isConsistent(old, size, proof.dropLast()))
      let otherOld = Int.random(in: 1...size, using: &random)
      #expect(otherOld == old || old == 0 || old == size || !isConsistent(otherOld, size, proof))
      let otherSize = Int.random(in: max(old, 1)...130, using: &random)
      #expect(otherSize == size || old == 0 || !isConsistent(old, otherSize, proof))
      let bit = Int.random(in: 0..<256, using: &random)
      #expect(
        !MerkleTree.verifyConsistency(
          from: old, root: try log.roots[old].flipping(bit: bit), to: size, root: log.roots[size],
          proof: proof))
    }
  }
}
