import Testing

@testable import VitrineCore

struct FrontierTests {
  @Test func `an append names the subtrees that it completes`() throws {
    let leaves = (0..<8).map { MerkleTree.leaf([UInt8($0)]) }
    var frontier = Frontier()
    let completed = leaves.map { frontier.append($0) }
    #expect(
      completed.map { $0.map { "\($0.level).\($0.index)" } }
        == [[], ["1.0"], [], ["1.1", "2.0"], [], ["1.2"], [], ["1.3", "2.1", "3.0"]])
    for node in completed.flatMap(\.self) {
      let below = leaves[(node.index << node.level)..<((node.index + 1) << node.level)]
      #expect(node.hash == NaiveTree.root(below))
    }
  }

  @Test func `the stored form of every size reads back as it was`() throws {
    var frontier = Frontier()
    for index in 0...130 {
      let read = try Frontier(bytes: frontier.bytes)
      #expect(read == frontier)
      #expect(read.root == frontier.root)
      _ = frontier.append(MerkleTree.leaf([UInt8(index)]))
    }
  }

  @Test func `a head of damaged length or size is corrupt`() throws {
    var frontier = Frontier()
    for index in 0..<5 { _ = frontier.append(MerkleTree.leaf([UInt8(index)])) }
    let bytes = frontier.bytes
    let peaks = Array(bytes.dropFirst(8))
    let damaged: [[UInt8]] = [
      [], Array(bytes.dropLast()), bytes + [0], Array(bytes.prefix(7)), Array(bytes.prefix(8)),
      BigEndian.bytes(UInt64(7)) + peaks,
      BigEndian.bytes(UInt64.max) + [UInt8](repeating: 0, count: 64 * 32),
      BigEndian.bytes(UInt64(Int.max)) + [UInt8](repeating: 0, count: 63 * 32),
      BigEndian.bytes(UInt64(1) << 62) + [UInt8](repeating: 0, count: 32),
    ]
    for bytes in damaged {
      #expect { try Frontier(bytes: bytes) } throws: { ($0 as? Fault)?.code == .corrupt }
    }
  }
}
