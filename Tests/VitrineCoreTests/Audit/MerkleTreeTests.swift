import Testing

@testable import VitrineCore

/// The vectors of transparency-dev/merkle for RFC 6962.
struct MerkleTreeTests {
  private static let leaves = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].compactMap { Hex.bytes($0) }

  private static let roots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  @Test func `leaves and nodes hash as in the reference`() throws {
    #expect(
      MerkleTree.leaf([]).hex
        == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")
    #expect(
      MerkleTree.leaf(Array("L123456".utf8)).hex
        == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56")
  }

  @Test func `a node is the hash of a one byte and both children`() throws {
    #expect(
      Hash(of: [1] + Array("N123N456".utf8)).hex
        == "aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb")
    let left = Hash(of: Array("left".utf8))
    let right = Hash(of: Array("right".utf8))
    #expect(MerkleTree.node(left, right) == Hash(of: [1] + left.bytes + right.bytes))
    #expect(MerkleTree.node(right, left) != MerkleTree.node(left, right))
  }

  @Test(arguments: [0, 1, 2047, 2048, 2049, 65_535])
  func `a record of any length is hashed behind a zero byte`(length: Int) {
    let record = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(MerkleTree.leaf(record) == Hash(of: [0] + record))
  }

  @Test(arguments: Array(roots.enumerated()).map { ($0.offset, $0.element) })
  func `the root of each size is the reference's`(size: Int, root: String) throws {
    #expect(Self.leaves.count == 8)
    #expect(MerkleTree.root(of: Self.leaves.prefix(size).map { MerkleTree.leaf($0) }).hex == root)
    let log = MemoryLog(Self.leaves)
    #expect(try MerkleTree.root(of: size, node: log.node).hex == root)
  }

  @Test(arguments: [
    (
      5, 8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (0, 1, []),
  ])
  func `an inclusion proof is the reference's`(index: Int, size: Int, proof: [String]) throws {
    let log = MemoryLog(Self.leaves)
    let made = try MerkleTree.inclusionProof(of: index, in: size, node: log.node)
    #expect(made.map(\.hex) == proof)
    #expect(
      MerkleTree.verifyInclusion(
        of: log.leaves[index], at: index, in: size, proof: made, root: log.roots[size]))
  }

  @Test(arguments: [
    (
      6, 8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (
      2, 5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ])
  func `a consistency proof is the reference's`(old: Int, size: Int, proof: [String]) throws {
    let log = MemoryLog(Self.leaves)
    let made = try MerkleTree.consistencyProof(from: old, to: size, node: log.node)
    #expect(made.map(\.hex) == proof)
    #expect(
      MerkleTree.verifyConsistency(
        from: old, root: log.roots[old], to: size, root: log.roots[size], proof: made))
  }

  @Test(arguments: [(-1, 4), (4, 4), (0, 0), (0, -1), (0, Int.max), (Int.min, Int.min)])
  func `a proof outside the tree is a fault and never a crash`(index: Int, size: Int) throws {
    let log = MemoryLog(count: 4)
    #expect(throws: Fault.self) {
      try MerkleTree.inclusionProof(of: index, in: size, node: log.node)
    }
    let root = MerkleTree.emptyRoot
    #expect(
      !MerkleTree.verifyInclusion(
        of: root, at: index, in: size, proof: [root, root, root], root: root))
  }

  @Test(arguments: [(-1, 4), (5, 4), (0, Int.max), (Int.min, Int.min)])
  func `a consistency proof between impossible sizes is a fault`(old: Int, size: Int) throws {
    let log = MemoryLog(count: 4)
    #expect(throws: Fault.self) {
      try MerkleTree.consistencyProof(from: old, to: size, node: log.node)
    }
  }
}
